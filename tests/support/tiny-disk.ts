/** A small disk of its own, filled at will: what a full disk answers is asked of a real one. Needs the right to mount. */
import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TinyDisk {
  readonly folder: string
  /** To the last byte. */
  fill(): void
  free(): void
  remove(): void
}

/** Null where this machine or this user may not mount one. */
export function tinyDisk(kilobytes: number): TinyDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-disque-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    rmdirSync(folder)
    return null
  }
  chmodSync(folder, 0o777)
  const filler = join(folder, 'autre chose.bin')
  return {
    folder,
    fill() {
      const fd = openSync(filler, 'a')
      try {
        for (const size of [65_536, 4096, 512, 1]) while (wrote(fd, size));
      } finally {
        closeSync(fd)
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      spawnSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function wrote(fd: number, size: number): boolean {
  try {
    return writeSync(fd, Buffer.alloc(size)) > 0
  } catch {
    return false
  }
}
