/** The first hundred bytes of a file, read without SQLite: is it a dossier, and of which version? */
import { closeSync, openSync, readSync } from 'node:fs'
import { APPLICATION_ID } from '../connection.ts'

export type Header =
  | { readonly kind: 'dossier'; readonly version: number }
  /** SQLite, but made by another program. */
  | { readonly kind: 'other-database' }
  | { readonly kind: 'other-file' }

/** Offsets of the SQLite file format: magic at 0, user_version at 60, application_id at 68. */
export function readHeader(path: string): Header {
  const bytes = Buffer.alloc(100)
  const fd = openSync(path, 'r')
  try {
    const read = readSync(fd, bytes, 0, 100, 0)
    if (read < 100 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'other-file' }
  } finally {
    closeSync(fd)
  }
  if (bytes.readUInt32BE(68) !== APPLICATION_ID) return { kind: 'other-database' }
  return { kind: 'dossier', version: bytes.readUInt32BE(60) }
}
