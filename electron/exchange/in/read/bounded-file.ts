/** A file read into memory up to a bound: a device or a pipe has no size to judge beforehand, and a file may grow while it is read. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const CHUNK = 1024 * 1024

/** Null: it holds more than `maxBytes`. Throws what the system says where it cannot be read; EISDIR for a folder. */
export function readUpTo(path: string, maxBytes: number): Uint8Array | null {
  const fd = openSync(path, 'r')
  try {
    const found = fstatSync(fd)
    if (found.isFile() && found.size > maxBytes) return null
    const parts: Buffer[] = []
    let total = 0
    for (;;) {
      const part = Buffer.alloc(Math.min(CHUNK, Math.max(found.size, 0) || CHUNK))
      const read = readSync(fd, part)
      if (read === 0) return Buffer.concat(parts, total)
      parts.push(part.subarray(0, read))
      total += read
      if (total > maxBytes) return null
    }
  } finally {
    closeSync(fd)
  }
}
