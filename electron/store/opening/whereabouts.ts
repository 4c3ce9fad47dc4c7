/**
 * Is the file that bears the name of an open dossier still the one that is open, as its writer left it? Asked of the file, not of its
 * name: a synchronisation puts another one in its place, or writes over its content.
 */
import { type BigIntStats, statSync } from 'node:fs'
import { type Connection, connect } from '../connection.ts'
import type { Whereabouts } from '../dossier.ts'

export interface FileWatch {
  whereabouts(): Whereabouts
  /** This is how we leave it: called after each write of our own. */
  left(): void
}

/** `db`: the connection it is open by; a reader follows what its writer does, and only looks whether it is the same file. */
export function watchFile(path: string, db: Connection, isWriter: boolean): FileWatch {
  const identity = identityOf(statOf(path))
  let asLeft = statOf(path)
  let mark = markOf(db)

  /** Its time says that somebody touched it; its content says whether anything changed. */
  function isAsLeft(now: BigIntStats): boolean {
    if (asLeft !== undefined && now.mtimeNs === asLeft.mtimeNs && now.size === asLeft.size) return true
    if (markAt(path) !== mark) return false
    asLeft = now
    return true
  }

  return {
    whereabouts() {
      const now = statOf(path)
      if (now === undefined) return 'gone'
      // Windows lets no other file take the name of an open one, and its numbers of files are not kept on every network.
      if (process.platform !== 'win32' && identityOf(now) !== identity) return 'replaced'
      return !isWriter || isAsLeft(now) ? 'here' : 'changed'
    },
    left() {
      asLeft = statOf(path)
      mark = markOf(db)
    },
  }
}

function statOf(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })
}

function identityOf(found: BigIntStats | undefined): string | null {
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

/** Which dossier it is and how far it has come. */
function markOf(db: Connection): string {
  return db
    .prepare(
      "SELECT (SELECT file_id FROM dossier) || ' ' || revision || ' ' || coalesce((SELECT uid FROM action ORDER BY id DESC LIMIT 1), '') FROM write_state",
    )
    .pluck()
    .get() as string
}

/** Through a connection of its own: what ours keeps in memory may be of the former content. */
function markAt(path: string): string | null {
  try {
    const db = connect(path, { readOnly: true, mustExist: true })
    try {
      return markOf(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}
