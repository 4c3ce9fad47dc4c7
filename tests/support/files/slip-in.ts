/** Pieces written in a dossier by another hand than Jalon's, one that knows its change log: nothing judged them on the way in. */
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

export interface StrangePiece {
  readonly name: string
  readonly mime?: string
  readonly bytes: Uint8Array
  /** What the file says of the bytes, where it lies. */
  readonly sha256?: string
  readonly size?: number
}

export function announcedSha({ sha256, bytes }: StrangePiece): string {
  return sha256 ?? createHash('sha256').update(bytes).digest('hex')
}

/** `post`: the number the State gives it; else the first structure. */
export function slipIn(path: string, pieces: readonly StrangePiece[], post: string | null = null): void {
  const db = new Database(path)
  const [kind, id] =
    post === null
      ? ['employer', 1]
      : ['position', db.prepare('SELECT id FROM position WHERE state_id = ?').pluck().get(post)]
  db.exec(
    "INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES ('u', '2026-11-20T10:00:00Z', 'É\u202ev', 'ajout \u2066x', 'edit', 1, 'done')",
  )
  db.exec('UPDATE write_state SET action_id = (SELECT max(id) FROM action)')
  for (const piece of pieces) {
    const { name, mime = 'application/pdf', bytes, size = bytes.length } = piece
    const sha256 = announcedSha(piece)
    db.prepare('INSERT INTO document_content (sha256, bytes) VALUES (?, ?)').run(sha256, bytes)
    db.prepare(
      "INSERT INTO document (owner_kind, owner_id, name, mime, size, sha256, added_on) VALUES (?, ?, ?, ?, ?, ?, '2026-11-20')",
    ).run(kind, id, name, mime, size, sha256)
  }
  db.exec('UPDATE write_state SET action_id = NULL')
  db.close()
}
