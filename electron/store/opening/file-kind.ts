/** What a file is by its first bytes, whatever its name: may it be replaced, or would a dossier be lost with it? */
import { readSync } from 'node:fs'
import { headerIn } from './header.ts'

export type FileKind = 'dossier' | 'enciphered-copy' | 'journal' | 'other'

/** First bytes of an enciphered copy. */
export const ENCIPHERED_MAGIC = Buffer.from('JALONCPY')
/** Of a rollback journal (SQLite file format, 3). */
export const JOURNAL_MAGIC = Buffer.from('d9d505f920a163d7', 'hex')
/** Of a write-ahead log, in its two byte orders (SQLite file format, 4). */
const LOG_MAGICS = ['377f0682', '377f0683'].map((hex) => Buffer.from(hex, 'hex'))

/** `fd`: open for reading, on a plain file. */
export function kindOfOpen(fd: number): FileKind {
  const bytes = Buffer.alloc(100)
  const start = bytes.subarray(0, readSync(fd, bytes, 0, 100, 0))
  if (headerIn(start).kind === 'dossier') return 'dossier'
  const begins = (magic: Buffer) => start.subarray(0, magic.length).equals(magic)
  if (begins(ENCIPHERED_MAGIC)) return 'enciphered-copy'
  return [JOURNAL_MAGIC, ...LOG_MAGICS].some(begins) ? 'journal' : 'other'
}
