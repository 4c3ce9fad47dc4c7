/**
 * Two files of the same dossier (same identity): is one the past of the other, or did they part? Every action has an identifier of
 * its own, so the answer needs no clock. Both are read row by row: a long history takes no memory.
 */
import { basename } from 'node:path'
import { migrations } from '../migrations/list.ts'
import { type Connection, reading } from '../store/connection.ts'
import { fileRefusal } from '../store/errors.ts'
import { fileIdOf } from '../store/identity.ts'
import { refuseHugeContent, refuseHugeFile } from '../store/opening/bounds.ts'
import { readHeader } from '../store/opening/header.ts'
import { refuseForeignSchema } from '../store/opening/schema-check.ts'

export type Kinship =
  | { readonly kind: 'other-dossier' }
  | { readonly kind: 'same' }
  /** `ahead` more actions in the first (or the second) file. */
  | { readonly kind: 'first-ahead' | 'second-ahead'; readonly ahead: number }
  | {
      readonly kind: 'parted'
      readonly common: number
      readonly first: number
      readonly second: number
      readonly lastCommonAt: string | null
    }

interface Step {
  readonly uid: string
  readonly at: string
  readonly state: string
}

/** Throws where one of them is not a dossier this version reads. */
export function compareFiles(first: string, second: string): Kinship {
  return withDossier(first, (a) => withDossier(second, (b) => compareHistories(a, b)))
}

function compareHistories(first: Connection, second: Connection): Kinship {
  if (fileIdOf(first) !== fileIdOf(second)) return { kind: 'other-dossier' }
  const others = stepsOf(second)
  let common = 0
  let lastCommonAt: string | null = null
  let undone = false
  for (const step of stepsOf(first)) {
    const other = others.next()
    if (other.done === true || other.value.uid !== step.uid) break
    common += 1
    lastCommonAt = step.at
    undone ||= step.state !== other.value.state
  }
  others.return?.()
  const more = { first: countOf(first) - common, second: countOf(second) - common }
  if (more.first > 0 && more.second > 0) return { kind: 'parted', common, ...more, lastCommonAt }
  if (more.first > 0) return { kind: 'first-ahead', ahead: more.first }
  if (more.second > 0) return { kind: 'second-ahead', ahead: more.second }
  return undone ? { kind: 'parted', common, ...more, lastCommonAt } : { kind: 'same' }
}

function stepsOf(db: Connection): IterableIterator<Step> {
  return db.prepare('SELECT uid, at, state FROM action ORDER BY id').iterate() as IterableIterator<Step>
}

function countOf(db: Connection): number {
  return Number(db.prepare('SELECT count(*) FROM action').pluck().get())
}

/** What lies at a known place may have been replaced since by something else. */
function withDossier<T>(path: string, work: (db: Connection) => T): T {
  const name = basename(path)
  refuseHugeFile(path, name)
  const header = readHeader(path)
  if (header.kind !== 'dossier' || header.version > migrations.length)
    throw fileRefusal('file.not-jalon', { name })
  return reading(path, (db) => {
    refuseForeignSchema(db, name, migrations, header.version)
    refuseHugeContent(db, name)
    return work(db)
  })
}
