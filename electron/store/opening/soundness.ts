/**
 * Is this a sound dossier? One answer for an opening and for a copy said verified: of ours, within bounds, its constraints and
 * references kept, at rest. An opening looks quickly, a copy is read from end to end.
 */
import { accessSync, constants, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type Migration, migrations } from '../../migrations/list.ts'
import { type Connection, connect, reading } from '../connection.ts'
import { asOpeningRefusal, fileRefusal } from '../errors.ts'
import { factTableNames } from '../tables.ts'
import { refuseHugeContent, refuseHugeFile } from './bounds.ts'
import { readHeader } from './header.ts'
import { expectedSchema, readableAnyway, refuseForeignSchema } from './schema-check.ts'

/**
 * Of a file whose schema is known to be ours. SQLite leaves the CHECK constraints out of a database it may not write (build.c,
 * sqlite3AddCheckConstraint): so it is asked through a connection that may, and does not.
 */
export function refuseDamageIn(path: string, name: string, how: 'quick' | 'whole'): void {
  const db = checkingConnection(path)
  try {
    refuseDamage(db, name, how)
  } finally {
    db.close()
  }
}

/** Up to this size, a file that may not be written is checked in memory. */
const MOST_IN_MEMORY_BYTES = 256 * 1024 * 1024

function checkingConnection(path: string): Connection {
  if (mayWrite(path)) {
    const db = connect(path, { readOnly: false, mustExist: true })
    db.pragma('query_only = ON')
    return db
  }
  const reader = connect(path, { readOnly: true, mustExist: true })
  if (statSync(path).size > MOST_IN_MEMORY_BYTES) return reader
  try {
    return connect(reader.serialize(), { readOnly: false, mustExist: false })
  } finally {
    reader.close()
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Through a connection that may write. `quick` leaves out the indexes, and the references of the log: the rules read none of them. */
export function refuseDamage(db: Connection, name: string, how: 'quick' | 'whole'): void {
  const said = db.pragma(how === 'quick' ? 'quick_check(1)' : 'integrity_check(1)', { simple: true })
  const identity = db.prepare('SELECT count(*) FROM dossier').pluck().get()
  const resting = db
    .prepare('SELECT count(*) FROM write_state WHERE action_id IS NULL AND replaying = 0')
    .pluck()
    .get()
  if (said !== 'ok' || hasBrokenReference(db, how) || identity !== 1 || resting !== 1)
    throw fileRefusal('file.damaged', { name })
}

/** A row that names one that is not there would be believed by every service: 10 ms at an opening of national size. */
function hasBrokenReference(db: Connection, how: 'quick' | 'whole'): boolean {
  if (how === 'whole') return (db.pragma('foreign_key_check') as readonly unknown[]).length > 0
  // An older file has fewer tables.
  const there = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  const first = db.prepare('SELECT 1 FROM pragma_foreign_key_check(?) LIMIT 1')
  return factTableNames.some((table) => there.has(table) && first.get(table) !== undefined)
}

/** A file of a newer version: readable where every table and column we read is there. */
export function refuseUnreadableNewer(db: Connection, name: string, list: readonly Migration[]): void {
  const readable = readableAnyway(db, expectedSchema(list, list.length))
  const from = readable
    ? (db.prepare('SELECT readable_from FROM dossier').pluck().get() as number | undefined)
    : undefined
  if (from === undefined || from > list.length) throw fileRefusal('file.newer-unreadable', { name })
  refuseHugeContent(db, name)
}

/** Throws, in words, what keeps a file at rest from being a sound dossier; read from end to end, never written to. */
export function refuseUnsound(path: string, list: readonly Migration[] = migrations): void {
  const name = basename(path)
  try {
    refuseHugeFile(path, name)
    const header = readHeader(path)
    if (header.kind !== 'dossier') throw fileRefusal('file.not-jalon', { name })
    reading(path, (db) => {
      if (header.version > list.length) refuseUnreadableNewer(db, name, list)
      else {
        refuseForeignSchema(db, name, list, header.version)
        refuseHugeContent(db, name)
      }
    })
    refuseDamageIn(path, name, 'whole')
  } catch (error) {
    throw asOpeningRefusal(error, name)
  }
}
