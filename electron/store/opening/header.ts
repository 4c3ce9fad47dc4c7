/** The first hundred bytes of a file, read without SQLite: is it a dossier, and of which version? */
import { closeSync, openSync, readSync } from 'node:fs'
import { APPLICATION_ID } from '../connection.ts'

export type Header =
  | { readonly kind: 'dossier'; readonly version: number }
  /** SQLite, but made by another program. */
  | { readonly kind: 'other-database' }
  | { readonly kind: 'other-file' }

export function readHeader(path: string): Header {
  const bytes = Buffer.alloc(100)
  const fd = openSync(path, 'r')
  try {
    return headerIn(bytes.subarray(0, readSync(fd, bytes, 0, 100, 0)))
  } finally {
    closeSync(fd)
  }
}

/** Offsets of the SQLite file format: magic at 0, user_version at 60, application_id at 68. */
export function headerIn(start: Buffer): Header {
  if (start.length < 100 || start.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    return { kind: 'other-file' }
  }
  if (start.readUInt32BE(68) !== APPLICATION_ID) return { kind: 'other-database' }
  return { kind: 'dossier', version: start.readUInt32BE(60) }
}
