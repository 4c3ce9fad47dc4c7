/**
 * Opening a dossier, in this order: lock → open → pragmas → application id → newer version refused → schema as expected → size within
 * bounds → older: checked copy, then each migration in its transaction → quick check → ready. A damaged or foreign file is never written to.
 */
import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readOnlyReasons } from '#shared/text/errors/file-errors.ts'
import { copyAtOnce } from '../backup/copy-at-once.ts'
import { type Migration, migrations } from '../migrations/list.ts'
import { migrate, versionOf } from '../migrations/run.ts'
import { Refusal } from '../services/service.ts'
import { type Connection, connect } from './connection.ts'
import type { Dossier } from './dossier.ts'
import { asOpeningRefusal, asRefusal, fileRefusal } from './errors.ts'
import { dossierOn } from './open-dossier.ts'
import { refuseHugeContent, refuseHugeFile } from './opening/bounds.ts'
import { buildSchema, giveIdentity } from './opening/create.ts'
import { partialName, renameDurably, sweepPartials } from './opening/files.ts'
import { readHeader } from './opening/header.ts'
import { type Lock, takeLock } from './opening/lock.ts'
import { expectedSchema, readableAnyway, refuseForeignSchema } from './opening/schema-check.ts'

export interface OpenOptions {
  /** Who acts, and on which machine: written in the change log and in the lock. */
  readonly who: string
  readonly machine: string
  now(): string
  /** Folder of the copies, made before a migration: never beside the file. */
  readonly copiesFolder: string
  /** Opens without lock and without any write. */
  readonly readOnly?: boolean
  /** Reads a file of a newer version where it can be read; never writes to it. */
  readonly acceptNewer?: boolean
  /** Takes the lock left by another machine. */
  readonly takeOver?: boolean
  /** Bound of the file in pages: beyond it, SQLite answers as on a full disk. */
  readonly maxPages?: number
  /** Another list of migrations, for tests of the mechanism. */
  readonly migrations?: readonly Migration[]
}

export interface CreateOptions extends OpenOptions {
  readonly demo?: boolean
  /** Version of the application. */
  readonly createdWith?: string
  /** Fixed identity, so that the demo is the same every time. */
  readonly fileId?: string
}

export function openDossier(path: string, options: OpenOptions): Dossier {
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw fileRefusal('file.is-folder', { name })
  if (!found?.isFile()) throw fileRefusal('file.not-found', { name })
  refuseHugeFile(path, name)
  const access = takeAccess(path, options)
  try {
    return openWith(path, name, options, access)
  } catch (error) {
    access.lock?.release()
    throw asOpeningRefusal(error, name)
  }
}

/** A new dossier, whole before it gets its name: a crash leaves no half-made file, and nothing is ever overwritten. */
export function createDossier(path: string, options: CreateOptions): Dossier {
  const name = basename(path)
  if (existsSync(path)) throw fileRefusal('file.exists', { name })
  if (!existsSync(dirname(path))) throw fileRefusal('file.folder-missing', { name })
  const temporary = join(dirname(path), partialName(name))
  try {
    // Asked of the folder itself: SQLite only says that it cannot open.
    accessSync(dirname(path), constants.W_OK)
    sweepPartials(dirname(path))
    const db = connect(temporary, { readOnly: false, mustExist: false })
    try {
      buildSchema(db, options.migrations ?? migrations)
      giveIdentity(db, {
        createdAt: options.now(),
        createdWith: options.createdWith ?? 'jalon',
        demo: options.demo,
        fileId: options.fileId,
      })
    } finally {
      db.close()
    }
    renameDurably(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw asRefusal(error, name)
  }
  return openDossier(path, options)
}

interface Access {
  readonly lock: Lock | null
  readonly readOnlyReason: string | null
}

function takeAccess(path: string, options: OpenOptions): Access {
  if (options.readOnly) return { lock: null, readOnlyReason: readOnlyReasons.asked() }
  const request = { path, who: options.who, machine: options.machine, pid: process.pid, since: options.now() }
  try {
    accessSync(path, constants.W_OK)
    const taken = takeLock({ ...request, takeOver: options.takeOver ?? false })
    if (taken.kind === 'held') return { lock: taken.lock, readOnlyReason: null }
    return { lock: null, readOnlyReason: readOnlyReasons.locked(taken.holder) }
  } catch (error) {
    const refusal = asRefusal(error, basename(path))
    if (refusal instanceof Refusal && refusal.error.code === 'file.read-only-folder') {
      return { lock: null, readOnlyReason: readOnlyReasons.folder() }
    }
    throw refusal
  }
}

function openWith(path: string, name: string, options: OpenOptions, access: Access): Dossier {
  const list = options.migrations ?? migrations
  const header = readHeader(path)
  if (header.kind !== 'dossier') throw fileRefusal('file.not-jalon', { name })
  const newer = header.version > list.length
  if (newer && !options.acceptNewer) throw fileRefusal('file.newer', { name })
  if (newer) access.lock?.release()
  const reason = newer ? readOnlyReasons.newer() : access.readOnlyReason
  if (reason !== null) finishInterrupted(path)
  let db = connect(path, { readOnly: reason !== null, mustExist: true })
  try {
    if (newer) checkNewer(db, name, list)
    else if (reason === null) bringUpToDate(db, path, name, options, list)
    else db = readableCopy(db, name, list)
    if (options.maxPages !== undefined) db.pragma(`max_page_count = ${options.maxPages}`)
    return dossierOn({
      db,
      path,
      readOnlyReason: reason,
      who: options.who,
      now: () => options.now(),
      checkStillOurs: () => checkStillOurs(path, name, access.lock),
      release: () => access.lock?.release(),
    })
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * A crash may have left a write to roll back, which a read-only connection may not do. SQLite does it on any first read, and only
 * where no one is writing: nothing is lost that was ever acknowledged.
 */
function finishInterrupted(path: string): void {
  if (!existsSync(`${path}-journal`)) return
  try {
    const db = connect(path, { readOnly: false, mustExist: true })
    try {
      versionOf(db)
    } finally {
      db.close()
    }
  } catch {
    // A folder that may not be written: the read-only connection will say what it can still do.
  }
}

function bringUpToDate(
  db: Connection,
  path: string,
  name: string,
  options: OpenOptions,
  list: readonly Migration[],
): void {
  refuseForeignSchema(db, name, list, versionOf(db))
  refuseHugeContent(db, name)
  // Another program may have left another journal mode; at rest a dossier is a single file.
  if (db.pragma('journal_mode', { simple: true }) !== 'delete') db.pragma('journal_mode = DELETE')
  if (versionOf(db) < list.length) {
    refuseDamage(db, name)
    const copy = copyAtOnce(db, {
      path,
      folder: options.copiesFolder,
      now: options.now(),
      reason: 'avant-migration',
    })
    try {
      migrate(db, list)
    } catch (error) {
      const refusal = asRefusal(error, name)
      throw refusal instanceof Refusal ? refusal : fileRefusal('file.migration-failed', { name, copy })
    }
    refuseForeignSchema(db, name, list, list.length)
  }
  refuseDamage(db, name)
  // A crash may leave a journal that holds nothing to roll back: a real write makes SQLite sweep it away.
  if (existsSync(`${path}-journal`)) db.exec('UPDATE write_state SET revision = revision + 1')
}

/** An older file that may not be written is read through a copy in memory, brought up to date there. */
function readableCopy(db: Connection, name: string, list: readonly Migration[]): Connection {
  refuseForeignSchema(db, name, list, versionOf(db))
  refuseHugeContent(db, name)
  refuseDamage(db, name)
  if (versionOf(db) === list.length) return db
  const copy = connect(db.serialize(), { readOnly: false, mustExist: false })
  db.close()
  migrate(copy, list)
  return copy
}

function checkNewer(db: Connection, name: string, list: readonly Migration[]): void {
  const expected = expectedSchema(list, list.length)
  const readable = readableAnyway(db, expected)
  const from = readable
    ? (db.prepare('SELECT readable_from FROM dossier').pluck().get() as number | undefined)
    : undefined
  if (from === undefined || from > list.length) throw fileRefusal('file.newer-unreadable', { name })
  refuseHugeContent(db, name)
}

function refuseDamage(db: Connection, name: string): void {
  const said = db.pragma('quick_check(1)', { simple: true })
  const identity = db.prepare('SELECT count(*) FROM dossier').pluck().get()
  const resting = db
    .prepare('SELECT count(*) FROM write_state WHERE action_id IS NULL AND replaying = 0')
    .pluck()
    .get()
  if (said !== 'ok' || identity !== 1 || resting !== 1) throw fileRefusal('file.damaged', { name })
}

/** Before each write: the lock must still be ours, or two machines would write in turn without seeing each other. */
function checkStillOurs(path: string, name: string, lock: Lock | null): void {
  if (!existsSync(path)) throw fileRefusal('file.vanished', { name })
  const lostTo = lock?.lostTo() ?? null
  if (lostTo !== null) {
    throw fileRefusal('file.lock-lost', {
      name,
      who: lostTo.who || undefined,
      machine: lostTo.machine || undefined,
    })
  }
}
