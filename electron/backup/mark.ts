/**
 * What state of its dossier a file holds: its revision, its last operation and the last one in force. Two files of a dossier with the
 * same mark hold the same content, whatever their dates: revisions go back with a restored copy, identities of operations do not repeat.
 */
import { connect, handlesOf } from '../store/connection.ts'
import type { ReadableDb } from '../store/dossier.ts'

export function markOf(db: ReadableDb): string {
  const row = db.get<{ revision: number; last: string | null; inForce: string | null }>(
    `SELECT revision, (SELECT uid FROM action ORDER BY id DESC LIMIT 1) AS last,
       (SELECT uid FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1) AS inForce FROM write_state`,
  )
  return `${row?.revision} ${row?.last} ${row?.inForce}`
}

/** The mark of a copy; null where it cannot be read (enciphered, damaged, gone). */
export function markIn(path: string): string | null {
  try {
    const db = connect(path, { readOnly: true, mustExist: true })
    try {
      return markOf(handlesOf(db).readable)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}
