/** A dossier with a long history, written in one transaction by the triggers of the file itself: act by act it would take minutes. */
import Database from 'better-sqlite3'

export interface Acts {
  readonly count: number
  /** Instant of each, ISO 8601. */
  readonly at: string
}

/** One person, added by the first act, then edited by each of the others; the dossier is closed. Notes weigh `bytes`. */
export function addHistory(path: string, parts: readonly Acts[], bytes = 2000): void {
  const db = new Database(path)
  db.pragma('foreign_keys = ON')
  db.exec('BEGIN')
  const act = db.prepare(
    "INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES (lower(hex(randomblob(16))), ?, 'Test', ?, 'edit', 1, 'done')",
  )
  const open = db.prepare('UPDATE write_state SET action_id = ?, revision = revision + 1, saved_at = ?')
  const add = db.prepare("INSERT INTO person (id, last_name, first_name) VALUES (1, 'Roux', 'Ana')")
  const edit = db.prepare('UPDATE person SET note = ? WHERE id = 1')
  const isNew = db.prepare('SELECT 1 FROM person').get() === undefined
  let n = 0
  for (const { count, at } of parts) {
    for (let i = 0; i < count; i += 1) {
      open.run(act.run(at, `note ${n}`).lastInsertRowid, at)
      if (n === 0 && isNew) add.run()
      else edit.run(`${n} ${'x'.repeat(bytes)}`)
      n += 1
    }
  }
  db.exec('UPDATE write_state SET action_id = NULL; COMMIT')
  db.close()
}
