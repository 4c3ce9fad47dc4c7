/** The bytes of attached files, by what they are: the same file attached twice is stored once. */
import { createHash } from 'node:crypto'
import type { ReadableDb, WritableDb } from '../../store/dossier.ts'

/** The SHA-256 under which the bytes are kept. */
export function keepContent(db: WritableDb, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = db.get('SELECT id FROM document_content WHERE sha256 = ?', sha256)
  if (known === undefined) db.insert('document_content', { sha256, bytes })
  return sha256
}

/** The bytes kept under that SHA-256; null where there are none. */
export function contentOf(db: ReadableDb, sha256: string): Uint8Array | null {
  const row = db.get<{ bytes: Uint8Array }>('SELECT bytes FROM document_content WHERE sha256 = ?', sha256)
  return row?.bytes ?? null
}
