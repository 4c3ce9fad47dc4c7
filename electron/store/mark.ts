/**
 * What state of which dossier a file holds: its identity, its revision, its last operation and the last one in force. Two files with
 * the same mark hold the same content, whatever their dates: revisions go back with a restored copy, identities of operations do not
 * repeat.
 */
import { handlesOf, reading } from './connection.ts'
import type { ReadableDb } from './dossier.ts'

export function markOf(db: ReadableDb): string {
  return JSON.stringify(
    db.get(
      `SELECT (SELECT file_id FROM dossier) AS file, revision, (SELECT uid FROM action ORDER BY id DESC LIMIT 1) AS last,
         (SELECT uid FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1) AS inForce FROM write_state`,
    ),
  )
}

/** Through a connection of its own: what another one keeps in memory may be of a former content. Null where it cannot be read. */
export function markIn(path: string): string | null {
  try {
    return reading(path, (db) => markOf(handlesOf(db).readable))
  } catch {
    return null
  }
}
