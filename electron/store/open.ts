/**
 * Opening a dossier, in this order: is it one → lock → what a crash interrupted is undone → newer version refused → schema as expected →
 * size within bounds → older: checked copy, then each migration in its transaction → quick check → ready. A damaged or foreign file is
 * never written to; what may not be written (rights, full disk, another opener) is opened for reading, with the reason.
 */
import { accessSync, constants, type Stats, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { interruptionUndone, readOnlyReasons } from '#shared/text/errors/file-errors.ts'
import { copyAtOnce } from '../backup/copy-at-once.ts'
import { type Migration, migrations } from '../migrations/list.ts'
import { migrate, versionOf } from '../migrations/run.ts'
import { Refusal } from '../refusal.ts'
import { type Connection, connect, handlesOf } from './connection.ts'
import type { Dossier } from './dossier.ts'
import { asOpeningRefusal, asRefusal, fileRefusal } from './errors.ts'
import { fileIdOf } from './identity.ts'
import { dossierOn } from './open-dossier.ts'
import { refuseHugeContent, refuseHugeFile } from './opening/bounds.ts'
import type { NewDossier } from './opening/create.ts'
import { finishInterrupted, hasOtherNames, journalsOf, truePath } from './opening/dossier-files.ts'
import { refuseLongPath } from './opening/dossier-name.ts'
import { readHeader } from './opening/header.ts'
import { type Lock, takeLock } from './opening/lock.ts'
import { newDossierFile } from './opening/new-file.ts'
import { sweepPartials } from './opening/partials.ts'
import { refuseForeignSchema } from './opening/schema-check.ts'
import { refuseDamage, refuseDamageIn, refuseUnreadableNewer } from './opening/soundness.ts'
import { watchFile } from './opening/whereabouts.ts'

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
  /** Fixed identity and instant, so that the demo is the same every time. */
  readonly fileId?: string
  readonly createdAt?: string
}

export function openDossier(path: string, options: OpenOptions): Dossier {
  return openNamed(path, options, [])
}

/** A new dossier, whole before it gets its name: a crash leaves no half-made file, and nothing is ever overwritten. */
export function createDossier(path: string, options: CreateOptions): Dossier {
  const made = newDossierFile(path, identityOf(options), options.migrations)
  let notices: readonly string[]
  try {
    notices = made.name()
  } finally {
    made.drop()
  }
  return openNamed(path, options, notices)
}

/** What a new file says of itself. */
export function identityOf({ now, createdAt, createdWith, demo, fileId }: CreateOptions): NewDossier {
  return { createdAt: createdAt ?? now(), createdWith: createdWith ?? 'jalon', demo, fileId }
}

/** `notices`: what a person should know of how it came to be there. */
function openNamed(given: string, options: OpenOptions, notices: readonly string[]): Dossier {
  const name = basename(given)
  const { path, found } = entryOf(given, name)
  if (found?.isDirectory()) throw fileRefusal('file.is-folder', { name })
  if (!found?.isFile()) throw fileRefusal('file.not-found', { name })
  const file: File = { path, given, name, notices: [...notices], isInterrupted: journalsOf(path).length > 0 }
  try {
    refuseHugeFile(path, name)
    if (readHeader(path).kind !== 'dossier') throw fileRefusal('file.not-jalon', { name })
    return openAsAllowed(file, options)
  } catch (error) {
    throw saidWhole(asOpeningRefusal(error, name), file)
  }
}

function entryOf(given: string, name: string): { readonly path: string; readonly found: Stats | undefined } {
  try {
    const path = truePath(given)
    refuseLongPath(path)
    return { path, found: statSync(path, { throwIfNoEntry: false }) }
  } catch (error) {
    throw asOpeningRefusal(error, name)
  }
}

/** A dossier being opened. */
interface File {
  /** Where it truly lies, and the path it was asked by. */
  readonly path: string
  readonly given: string
  readonly name: string
  /** What is set aside on the way is added. */
  readonly notices: string[]
  /** A crash left something to undo beside it. */
  readonly isInterrupted: boolean
}

interface Access {
  readonly lock: Lock | null
  readonly readOnlyReason: string | null
}

/** To write where that may be; else for reading, with what is in the way. */
function openAsAllowed(file: File, options: OpenOptions): Dossier {
  const access = takeAccess(file.path, options)
  try {
    return openWith(file, options, access)
  } catch (error) {
    access.lock?.release()
    const reason = access.lock === null ? null : obstacleOf(asOpeningRefusal(error, file.name, 'change'))
    if (reason === null) throw error
    return openWith(file, options, { lock: null, readOnlyReason: reason })
  }
}

function takeAccess(path: string, options: OpenOptions): Access {
  const forReading = (readOnlyReason: string): Access => ({ lock: null, readOnlyReason })
  if (options.readOnly) return forReading(readOnlyReasons.asked())
  sweepPartials(dirname(path))
  if (hasOtherNames(path)) return forReading(readOnlyReasons.linked())
  const request = { path, who: options.who, machine: options.machine, pid: process.pid, since: options.now() }
  try {
    accessSync(path, constants.W_OK)
    const taken = takeLock({ ...request, takeOver: options.takeOver ?? false })
    if (taken.kind === 'held') return { lock: taken.lock, readOnlyReason: null }
    const { holder } = taken
    return forReading(holder.id === '' ? readOnlyReasons.lockUnreadable() : readOnlyReasons.locked(holder))
  } catch (error) {
    const refusal = asRefusal(error, basename(path))
    const reason = obstacleOf(refusal)
    if (reason === null) throw refusal
    return forReading(reason)
  }
}

/** What keeps a sound file from being written to, as said after « Lecture seule : »; null for any other trouble. */
function obstacleOf(error: unknown): string | null {
  if (!(error instanceof Refusal)) return null
  const { code, message } = error.error
  if (code === 'file.read-only-folder') return readOnlyReasons.folder()
  if (code === 'file.disk-full') return readOnlyReasons.full()
  return code === 'backup.failed' ? readOnlyReasons.noCopy(message) : null
}

function openWith(file: File, options: OpenOptions, access: Access): Dossier {
  const { path, name } = file
  const list = options.migrations ?? migrations
  const setAside =
    access.readOnlyReason === null ? finishInterrupted(path, { alone: true }) : undoneByReader(path)
  file.notices.push(...setAside)
  // Read after what was interrupted is undone: a migration may have been.
  const header = readHeader(path)
  if (header.kind !== 'dossier') throw fileRefusal('file.not-jalon', { name })
  const newer = header.version > list.length
  if (newer && !options.acceptNewer) throw fileRefusal('file.newer', { name })
  if (newer) access.lock?.release()
  const reason = newer ? readOnlyReasons.newer() : access.readOnlyReason
  let db = connect(path, { readOnly: reason !== null, mustExist: true })
  try {
    if (newer) refuseUnreadableNewer(db, name, list)
    else if (reason === null) bringUpToDate(db, path, name, options, list)
    else db = readableCopy(db, path, name, list)
    if (options.maxPages !== undefined) db.pragma(`max_page_count = ${options.maxPages}`)
    return dossierOn({
      db,
      path: file.given,
      readOnlyReason: reason,
      notices: file.notices,
      who: options.who,
      now: () => options.now(),
      watch: watchFile(path, handlesOf(db).readable, reason === null),
      lockLostTo: () => access.lock?.lostTo() ?? null,
      release: () => access.lock?.release(),
    })
  } catch (error) {
    db.close()
    throw error
  }
}

/** Only where no one is writing, which SQLite sees; where the folder refuses it, the read-only connection says what it can still do. */
function undoneByReader(path: string): readonly string[] {
  try {
    return finishInterrupted(path, { alone: false })
  } catch (error) {
    if (error instanceof Refusal && error.error.code === 'file.hostile') throw error
    return []
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
    refuseDamage(db, name, 'quick')
    const copy = copyAtOnce({
      path,
      fileId: fileIdOf(db),
      folder: options.copiesFolder,
      now: options.now(),
      reason: 'avant-migration',
      writeTo: (to) => void db.prepare('VACUUM INTO ?').run(to),
    })
    try {
      migrate(db, list)
    } catch (error) {
      const refusal = asRefusal(error, name)
      throw refusal instanceof Refusal ? refusal : fileRefusal('file.migration-failed', { name, copy })
    }
    refuseForeignSchema(db, name, list, list.length)
  }
  refuseDamage(db, name, 'quick')
}

/** An older file that may not be written is read through a copy in memory, brought up to date there. */
function readableCopy(db: Connection, path: string, name: string, list: readonly Migration[]): Connection {
  refuseForeignSchema(db, name, list, versionOf(db))
  refuseHugeContent(db, name)
  refuseDamageIn(path, name, 'quick')
  if (versionOf(db) === list.length) return db
  const copy = connect(db.serialize(), { readOnly: false, mustExist: false })
  db.close()
  migrate(copy, list)
  return copy
}

/** « Ni modifié » is only said where it is so: undoing what a crash interrupted is a change, the only one. */
function saidWhole(error: unknown, { path, isInterrupted, notices }: File): unknown {
  const isUndone = isInterrupted && notices.length === 0 && journalsOf(path).length === 0
  if (!(error instanceof Refusal) || !isUndone) return error
  return new Refusal({ ...error.error, message: interruptionUndone(error.error.message) })
}
