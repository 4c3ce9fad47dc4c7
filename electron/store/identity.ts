/**
 * Which dossier a file is: an identity given once, kept in every copy of it. It names the folder of its copies, and a stranger may have
 * written it as he pleased: whatever is not one of ours is replaced, wherever it is read, by one derived from it. So nobody is locked
 * out of a file, two files that say the same are still the same dossier, and no text of a file ever becomes a path.
 */
import { createHash } from 'node:crypto'
import type { Connection } from './connection.ts'

/** As `randomUUID` writes it; the demonstration's are of that shape too. */
const OURS = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function fileIdOf(db: Connection): string {
  return identityFrom(db.prepare('SELECT file_id FROM dossier').pluck().get())
}

function identityFrom(said: unknown): string {
  if (typeof said === 'string' && OURS.test(said)) return said
  const digest = createHash('sha256').update(String(said)).digest('hex')
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
