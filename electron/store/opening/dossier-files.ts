/**
 * On disk a dossier is its database and the journal SQLite may leave beside it: one thing in two files. A journal plays into whatever
 * bears the name of its database, and a database that leaves without its own stays half written. So whatever judges, names, moves,
 * replaces or removes a dossier does it here: what a crash interrupted is undone first, both files move together, and no name is given
 * beside which a journal lies.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import {
  foreignJournalNotice,
  STRAY_JOURNAL_MARK,
  strayJournalNotice,
} from '#shared/text/errors/file-errors.ts'
import { codeOf } from '../causes.ts'
import { type Connection, connect } from '../connection.ts'
import { asOpeningRefusal, fileRefusal } from '../errors.ts'
import { refuseHugeFile } from './bounds.ts'
import { JOURNAL_SUFFIXES } from './companions.ts'
import { JOURNAL_MAGIC } from './file-kind.ts'
import { renameDurably, syncFile, takeFreeName } from './files.ts'
import { readHeader } from './header.ts'
import { fittingName } from './name-limits.ts'
import { isOwnJournal } from './own-journal.ts'
import { partialName } from './partials.ts'
import { copyInto } from './rights.ts'
import { refuseUnsound } from './soundness.ts'

/** Where the file truly lies, links followed: its lock and its journal stand beside it, whatever name it was opened by. */
export function truePath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return join(realFolder(dirname(path)), basename(path))
  }
}

/** The journals found beside that name, whether a dossier bears it or none does. */
export function journalsOf(path: string): readonly string[] {
  return JOURNAL_SUFFIXES.map((suffix) => `${path}${suffix}`).filter((file) => entryAt(file))
}

/** Those that can be copied: a pipe at such a name would never end. */
export function plainJournalsOf(path: string): readonly string[] {
  return journalsOf(path).filter((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile())
}

/**
 * Undoes what a crash interrupted in this dossier: only what was never acknowledged goes. `alone`: its lock is held, and it is one file
 * again afterwards; otherwise somebody may be writing, which SQLite sees for itself. Answers in words what was set aside; throws in
 * words, nothing changed, where it cannot be undone.
 */
export function finishInterrupted(path: string, { alone }: { readonly alone: boolean }): readonly string[] {
  const journals = journalsOf(path)
  if (journals.length === 0) return []
  const name = basename(path)
  if (readHeader(path).kind !== 'dossier') throw fileRefusal('file.not-jalon', { name })
  for (const journal of journals) {
    refuseNoFile(journal, name)
    refuseHugeFile(journal, name)
  }
  refuseForeignJournal(`${path}-journal`, name)
  const notices = setForeignAside(path)
  if (journalsOf(path).length > 0) playBack(path, name, alone)
  return notices
}

function playBack(path: string, name: string, alone: boolean): void {
  try {
    const db = connect(path, { readOnly: false, mustExist: true })
    try {
      // Any first read plays a journal back.
      db.pragma('user_version', { simple: true })
      if (alone) leaveNoJournal(db, path)
    } finally {
      db.close()
    }
  } catch (error) {
    throw asOpeningRefusal(error, name)
  }
}

/**
 * The journal of the file that bore this name before: another was put in its place since, and would be spoilt by it. Only where the
 * one that stands there is whole without it; else it is played back where a trial makes it whole, and both stay as they are where it
 * does not, for a restore or a salvage.
 */
function setForeignAside(path: string): readonly string[] {
  const moved = journalsOf(path)
    .filter((journal) => !isOwnJournal(path, journal))
    .map((journal) => ({ journal, aside: freeName(journal, STRAY_JOURNAL_MARK) }))
  if (moved.length === 0) return []
  for (const { journal, aside } of moved) renameSync(journal, aside)
  try {
    refuseUnsound(path)
  } catch (error) {
    for (const { journal, aside } of moved) takeFreeName(aside, journal)
    if (isSoundOncePlayed(path)) return []
    throw error
  }
  return moved.map(({ aside }) => foreignJournalNotice(basename(path), basename(aside)))
}

/**
 * Tried on a copy: a VACUUM cut short leaves a first page whose counter is not that of its own journal (it is written from another
 * database: backup.c, vacuum.c). False where there is no room to try.
 */
function isSoundOncePlayed(path: string): boolean {
  const trial = join(dirname(path), partialName())
  try {
    copyInto(path, trial)
    for (const journal of plainJournalsOf(path)) copyInto(journal, `${trial}${journal.slice(path.length)}`)
    playBack(trial, basename(path), true)
    refuseUnsound(trial)
    return true
  } catch {
    return false
  } finally {
    removeDossier(trial)
  }
}

/**
 * Before a name is given: what lies beside it is the journal of a dossier that is gone. It is kept under a name SQLite does not
 * look for. Answers in words what was set aside.
 */
export function clearName(path: string): readonly string[] {
  return journalsOf(path).map((stray) => {
    const aside = freeName(stray, STRAY_JOURNAL_MARK)
    renameSync(stray, aside)
    return strayJournalNotice(basename(path), basename(aside))
  })
}

/**
 * A whole file gets its name, and keeps it after a power cut. Never over another one, even made in the same instant, unless
 * `replacing`: then it was settled and kept before. Answers what was set aside, in words.
 */
export function giveName(
  from: string,
  to: string,
  { replacing }: { readonly replacing: boolean },
): readonly string[] {
  // A journal beside a file is that file's: half of it would be lost.
  if (existsSync(to) && (!replacing || journalsOf(to).length > 0))
    throw fileRefusal('file.exists', { name: basename(to) })
  const notices = clearName(to)
  syncFile(from)
  if (replacing) renameDurably(from, to)
  else takeName(from, to)
  return notices
}

/** Both files under another name, in an order a crash may stop anywhere: the journal is there before its database, and leaves after it. */
export function moveAside(path: string, to: string): void {
  const journals = plainJournalsOf(path).map((from) => ({ from, to: `${to}${from.slice(path.length)}` }))
  for (const journal of journals) copyFileSync(journal.from, journal.to)
  for (const journal of journals) syncFile(journal.to)
  renameDurably(path, to)
  for (const journal of journals) rmSync(journal.from, { force: true })
}

/** Both files, gone: only of a dossier the caller has made himself. */
export function removeDossier(path: string): void {
  rmSync(path, { force: true })
  for (const journal of journalsOf(path)) rmSync(journal, { force: true })
}

/** "a (endommagé).jalon", "a (endommagé) 2.jalon"…: a name that neither a file nor a journal bears. */
export function freeName(stem: string, mark: string, extension = ''): string {
  for (let rank = 1; ; rank += 1) {
    const rest = `${mark}${rank > 1 ? ` ${rank}` : ''}${extension}`
    const tried = join(dirname(stem), fittingName(basename(stem), rest))
    if (!entryAt(tried) && journalsOf(tried).length === 0) return tried
  }
}

/** Whether another name leads to the very same file: SQLite would look for its journal beside the wrong one. */
export function hasOtherNames(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.nlink ?? 1) > 1
}

function takeName(from: string, to: string): void {
  try {
    takeFreeName(from, to)
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? fileRefusal('file.exists', { name: basename(to) }) : error
  }
}

/** Another program's other journal mode ends here; a journal with nothing to play back goes, while nobody else can be using it. */
function leaveNoJournal(db: Connection, path: string): void {
  if (db.pragma('journal_mode', { simple: true }) !== 'delete') db.pragma('journal_mode = DELETE')
  db.exec('BEGIN EXCLUSIVE')
  try {
    rmSync(`${path}-journal`, { force: true })
  } finally {
    db.exec('ROLLBACK')
  }
}

/** A folder, a pipe (which would keep whoever reads it waiting), a link: SQLite never makes one. */
function refuseNoFile(journal: string, name: string): void {
  if (lstatSync(journal, { throwIfNoEntry: false })?.isFile() === false)
    throw fileRefusal('file.hostile', { name, detail: basename(journal) })
}

/**
 * Jalon never writes to two databases at once, so its journals never name a "super-journal". In a stranger's, SQLite would open the
 * file named there and remove it once played back (sqlite.org/fileformat2.html, "The Rollback Journal"; pager_delsuper).
 */
function refuseForeignJournal(journal: string, name: string): void {
  const size = statSync(journal, { throwIfNoEntry: false })?.size ?? 0
  if (size < JOURNAL_MAGIC.length) return
  const tail = Buffer.alloc(JOURNAL_MAGIC.length)
  const fd = openSync(journal, 'r')
  try {
    readSync(fd, tail, 0, tail.length, size - tail.length)
  } finally {
    closeSync(fd)
  }
  if (tail.equals(JOURNAL_MAGIC)) throw fileRefusal('file.hostile', { name, detail: `${name}-journal` })
}

/** Whether anything bears this name, a link to nowhere included. */
function entryAt(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
