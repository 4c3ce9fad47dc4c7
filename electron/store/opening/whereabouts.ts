/**
 * Is the file that bears the name of an open dossier still the one that is open, as its writer left it? Asked of the file, not of its
 * name: a synchronisation puts another one in its place, or writes over its content.
 */
import { type BigIntStats, statSync } from 'node:fs'
import type { ReadableDb, Whereabouts } from '../dossier.ts'
import { markIn, markOf } from '../mark.ts'

export interface FileWatch {
  whereabouts(): Whereabouts
  /** This is how we leave it: called after each write of our own. */
  left(): void
}

/** `db`: what it is read by; a reader follows what its writer does, and only looks whether it is the same file. */
export function watchFile(path: string, db: ReadableDb, isWriter: boolean): FileWatch {
  const identity = identityOf(statOf(path))
  let asLeft = statOf(path)
  let mark = markOf(db)

  /** Its time says that somebody touched it; its content says whether anything changed. */
  function isAsLeft(now: BigIntStats): boolean {
    if (asLeft !== undefined && now.mtimeNs === asLeft.mtimeNs && now.size === asLeft.size) return true
    if (markIn(path) !== mark) return false
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
