/** Files that get their name only once whole, never take the place of another unasked, and stay there after a power cut. */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from '../causes.ts'
import { keepRights } from './rights.ts'

/** Renames, also over another file, whose rights are kept, then asks the disk to remember the folder. */
export function renameDurably(from: string, to: string): void {
  keepRights(from, to)
  renameSync(from, to)
  syncFolder(dirname(to))
}

/**
 * Gives a free name, and throws EEXIST where it is not, even taken in the same instant. A link makes the name in one step; where the
 * disk knows no links, an empty file of ours holds it first.
 */
export function takeFreeName(from: string, to: string): void {
  try {
    linkSync(from, to)
    rmSync(from)
  } catch (error) {
    if (!NO_HARD_LINKS.has(codeOf(error) ?? '')) throw error
    closeSync(openSync(to, 'wx'))
    try {
      renameSync(from, to)
    } catch (failed) {
      rmSync(to, { force: true })
      throw failed
    }
  }
  syncFolder(dirname(to))
}

/** What disks without hard links (keys in FAT, some shares) answer. */
const NO_HARD_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EISDIR',
  'EINVAL',
  'UNKNOWN',
])

/** A small file, whole on the disk when this returns. `flag`: 'wx' where nothing may be there yet. */
export function writeDurably(path: string, text: string, how: { flag: 'w' | 'wx'; mode: number }): void {
  const fd = openSync(path, how.flag, how.mode)
  try {
    writeFileSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

export function syncFile(path: string): void {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Windows remembers by itself and refuses to open a folder. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  } catch {
    // The name is given; only its survival of a power cut within the next seconds is the system's affair.
  }
}
