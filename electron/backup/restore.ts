/**
 * Coming back to a copy, with a look before and a way back. What stood at that place is never lost: what a crash interrupted there is
 * undone first, then a sound dossier is copied ("avant-restauration"), a damaged one is put aside under another name, both files together.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { migrations } from '../migrations/list.ts'
import { Refusal } from '../refusal.ts'
import { type Connection, reading } from '../store/connection.ts'
import { asOpeningRefusal, asRefusal, fileRefusal } from '../store/errors.ts'
import { fileIdOf } from '../store/identity.ts'
import {
  finishInterrupted,
  freeName,
  giveName,
  journalsOf,
  moveAside,
  plainJournalsOf,
  removeDossier,
  truePath,
} from '../store/opening/dossier-files.ts'
import { readHeader } from '../store/opening/header.ts'
import { takeLock } from '../store/opening/lock.ts'
import { partialName, sweepPartials } from '../store/opening/partials.ts'
import { copyInto } from '../store/opening/rights.ts'
import { refuseUnsound } from '../store/opening/soundness.ts'
import { copyDossierTo, makeCopy } from './copies.ts'
import { fileSource } from './copy-source.ts'
import { decryptFile, isEncryptedCopy, type Secret } from './encryption.ts'

export interface CopyPreview {
  readonly name: string
  readonly fileId: string
  readonly createdAt: string
  readonly counts: Readonly<Record<CountedTable, number>>
  /** Last action kept in the copy; null where nothing was ever written. */
  readonly lastChange: { readonly at: string; readonly who: string; readonly label: string } | null
  readonly actions: number
}

const COUNTED = ['employer', 'position', 'person', 'contract', 'agreement', 'instalment', 'payment'] as const
export type CountedTable = (typeof COUNTED)[number]

export interface RestoreRequest {
  readonly copy: string
  readonly passphrase?: Secret | undefined
  /** Where the dossier goes: it must be closed everywhere. */
  readonly target: string
  /** Root of the copies, for the way back. */
  readonly copiesFolder: string
  readonly now: string
  readonly who: string
  readonly machine: string
}

export interface Restored {
  /** Path of the copy made of what stood there, or of the damaged file put aside; null where nothing did. */
  readonly wayBack: string | null
  /** What else was found and moved, in words. */
  readonly notices: readonly string[]
}

/** Counts and last change of a copy, which stays closed to everything else. `scratch`: folder for what must be deciphered. */
export async function previewCopy(copy: string, scratch: string, passphrase?: Secret): Promise<CopyPreview> {
  const name = basename(copy)
  try {
    return await withPlainCopy(copy, scratch, passphrase, async (path) => readPreview(path, name))
  } catch (error) {
    throw asRefusal(error, name, 'open')
  }
}

export async function restoreCopy(request: RestoreRequest): Promise<Restored> {
  const { copy, now, who, machine } = request
  const target = truePath(request.target)
  const name = basename(request.target)
  const folder = dirname(target)
  if (!existsSync(folder)) throw fileRefusal('file.folder-missing', { name })
  try {
    sweepPartials(folder)
    const taken = takeLock({ path: target, who, machine, pid: process.pid, since: now, takeOver: false })
    if (taken.kind === 'other') {
      throw fileRefusal('restore.in-use', { name, who: taken.holder.who, machine: taken.holder.machine })
    }
    try {
      return await withPlainCopy(copy, folder, request.passphrase, (path) => {
        readPreview(path, basename(copy))
        return putInPlace(path, { ...request, target })
      })
    } finally {
      taken.lock.release()
    }
  } catch (error) {
    throw asRefusal(error, name, 'create')
  }
}

/** Under the lock of the target. Until its very last step, what stands there is whole at its place or under another name. */
async function putInPlace(copy: string, { target, copiesFolder, now }: RestoreRequest): Promise<Restored> {
  const incoming = join(dirname(target), partialName())
  try {
    await copyDossierTo(fileSource(copy), incoming)
    if (!existsSync(target))
      return { wayBack: null, notices: giveName(incoming, target, { replacing: false }) }
    const kept = await keepCurrent(target, copiesFolder, now)
    const put = kept.isMoved
      ? putOrMoveBack(incoming, target, kept.path)
      : giveName(incoming, target, { replacing: true })
    return { wayBack: kept.path, notices: [...kept.notices, ...put] }
  } finally {
    removeDossier(incoming)
  }
}

/** A damaged dossier comes back to its name where the copy could not take it. */
function putOrMoveBack(incoming: string, target: string, aside: string): readonly string[] {
  try {
    return giveName(incoming, target, { replacing: false })
  } catch (error) {
    if (!existsSync(target)) moveAside(aside, target)
    throw error
  }
}

/** What is about to be replaced: copied where it is sound, else moved under another name with its journal, bytes untouched. */
async function keepCurrent(
  target: string,
  copiesFolder: string,
  now: string,
): Promise<{ readonly path: string; readonly isMoved: boolean; readonly notices: readonly string[] }> {
  const notices = settledIfSound(target)
  if (notices !== null) {
    const fileId = reading(target, fileIdOf)
    const made = await makeCopy({
      path: target,
      fileId,
      folder: copiesFolder,
      reason: 'avant-restauration',
      now,
    })
    return { path: made.path, isMoved: false, notices }
  }
  const stamp = now.slice(0, 16).replace('T', ' ').replace(':', '')
  const aside = freeName(target.replace(/\.jalon$/i, ''), ` (endommagé ${stamp})`, '.jalon')
  moveAside(target, aside)
  return { path: aside, isMoved: true, notices: [] }
}

/** What was set aside, or null: damage is an answer. A file held by another program, or that may not be written, stops the restore. */
function settledIfSound(path: string): readonly string[] | null {
  try {
    const notices = finishInterrupted(path, { alone: true })
    refuseUnsound(path)
    return notices
  } catch (error) {
    if (error instanceof Refusal && UNSOUND.has(error.error.code)) return null
    throw error
  }
}

const UNSOUND: ReadonlySet<string> = new Set([
  'file.damaged',
  'file.not-jalon',
  'file.hostile',
  'file.oversized',
])

function readPreview(path: string, name: string): CopyPreview {
  if (readHeaderVersion(path, name) > migrations.length) throw fileRefusal('file.newer', { name })
  refuseUnsound(path)
  try {
    return reading(path, (db) => previewOf(db, name))
  } catch (error) {
    throw asOpeningRefusal(error, name)
  }
}

function previewOf(db: Connection, name: string): CopyPreview {
  const count = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  const createdAt = db.prepare('SELECT created_at FROM dossier').pluck().get() as string
  return {
    name,
    fileId: fileIdOf(db),
    createdAt,
    counts: Object.fromEntries(COUNTED.map((t) => [t, count(t)])) as Record<CountedTable, number>,
    lastChange: lastChangeOf(db),
    actions: count('action'),
  }
}

/** Words of whoever wrote the file: shown on one line, and without the signs nobody can see. */
function lastChangeOf(db: Connection): CopyPreview['lastChange'] {
  const last = db
    .prepare(
      "SELECT substr(at, 1, 300) AS at, substr(who, 1, 300) AS who, substr(label, 1, 300) AS label FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1",
    )
    .get() as CopyPreview['lastChange'] | undefined
  if (!last) return null
  return { at: seenOnOneLine(last.at), who: seenOnOneLine(last.who), label: seenOnOneLine(last.label) }
}

function readHeaderVersion(path: string, name: string): number {
  const header = readHeader(path)
  if (header.kind !== 'dossier') throw fileRefusal('file.not-jalon', { name })
  return header.version
}

/** The copy itself; deciphered where needed, or with what a crash interrupted undone, into a file of its own that does not stay. */
async function withPlainCopy<T>(
  copy: string,
  scratch: string,
  passphrase: Secret | undefined,
  work: (path: string) => T | Promise<T>,
): Promise<T> {
  const name = basename(copy)
  if (!existsSync(copy)) throw fileRefusal('file.not-found', { name })
  const isEncrypted = await isEncryptedCopy(copy)
  if (!isEncrypted && journalsOf(copy).length === 0) return work(copy)
  if (isEncrypted && passphrase === undefined) throw fileRefusal('backup.wrong-passphrase', { name })
  const plain = join(scratch, partialName())
  try {
    if (passphrase !== undefined && isEncrypted) await decryptFile(copy, plain, passphrase)
    else settledCopy(copy, plain)
    return await work(plain)
  } finally {
    removeDossier(plain)
  }
}

/** A dossier chosen as a copy may have been interrupted too; it is only read. */
function settledCopy(copy: string, plain: string): void {
  copyInto(copy, plain)
  for (const journal of plainJournalsOf(copy)) copyInto(journal, `${plain}${journal.slice(copy.length)}`)
  finishInterrupted(plain, { alone: true })
}
