/**
 * A finished file put where a person asked: written whole beside, then placed in one step. A free name is taken exclusively, so that
 * a file that came there meanwhile is never replaced; a standing file is replaced only while it is still the one that was judged.
 */
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { codeOf } from '../store/causes.ts'
import { companionsOf } from '../store/opening/companions.ts'
import { kindOfOpen } from '../store/opening/file-kind.ts'
import { partialName, renameDurably, sweepPartials } from '../store/opening/files.ts'
import { outputFault } from './faults.ts'
import { isSame, judgeLanding, type Landing, type LandingTerms, outputRefusal } from './landing.ts'

/** `from` stays where it is. Answers nothing: a Refusal says why nothing was written. */
export function placeOutput(from: string, target: string, terms: LandingTerms): void {
  const name = basename(target)
  const landing = judgeLanding(target, terms)
  refuseStrayJournal(from, landing.path, name)
  const beside = join(dirname(landing.path), partialName(basename(landing.path)))
  try {
    writeBeside(from, beside, landing)
    if (landing.standing === null) placeExclusively(beside, landing.path, target, terms)
    else if (!isSame(landing.path, landing.standing)) throw outputRefusal('output.changed', name)
    else renameDurably(beside, landing.path)
  } catch (error) {
    throw error instanceof Refusal ? error : (outputFault(error, name) ?? error)
  } finally {
    rmSync(beside, { force: true })
  }
  trySweeping(dirname(landing.path))
}

/** With the rights of the file it replaces, else those any new file gets there; the bytes are on the disk before the name is. */
function writeBeside(from: string, beside: string, landing: Landing): void {
  const reserved = openSync(beside, 'wx', 0o666)
  let mode: number
  try {
    mode = landing.standing?.mode ?? fstatSync(reserved).mode & 0o777
  } finally {
    closeSync(reserved)
  }
  copyFileSync(from, beside)
  const written = openSync(beside, 'r+')
  try {
    fsyncSync(written)
  } finally {
    closeSync(written)
  }
  try {
    chmodSync(beside, mode)
  } catch {
    // Disks without rights of their own (keys): there is nothing to give.
  }
}

function placeExclusively(beside: string, path: string, target: string, terms: LandingTerms): void {
  try {
    linkSync(beside, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') refuseTaken(target, terms)
    if (!NO_HARD_LINKS.has(codeOf(error) ?? '')) throw error
    takeEmptyThenFill(beside, path, target, terms)
  }
}

/** What disks without hard links (keys in FAT, some shares) answer. */
const NO_HARD_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EISDIR',
  'EINVAL',
  'UNKNOWN',
])

/** The name is taken by an empty file of ours, which the finished one then replaces in one step. */
function takeEmptyThenFill(beside: string, path: string, target: string, terms: LandingTerms): void {
  let taken: number
  try {
    taken = openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') refuseTaken(target, terms)
    throw error
  }
  const { dev, ino } = fstatSync(taken, { bigint: true })
  closeSync(taken)
  try {
    renameDurably(beside, path)
  } catch (error) {
    if (isSame(path, { dev, ino })) rmSync(path, { force: true })
    throw error
  }
}

/** Came there since the name was judged free: said for what it is, never replaced, since nobody was asked. */
function refuseTaken(target: string, terms: LandingTerms): never {
  judgeLanding(target, { ...terms, replace: false })
  throw outputRefusal('output.exists', basename(target))
}

/** A dossier put beside a journal left by another would be corrupted by it at its first opening. */
function refuseStrayJournal(from: string, path: string, name: string): void {
  const fd = openSync(from, 'r')
  try {
    if (kindOfOpen(fd) !== 'dossier') return
  } finally {
    closeSync(fd)
  }
  const stray = companionsOf(path).find((companion) => existsSync(companion))
  if (stray !== undefined) throw outputRefusal('output.stray-journal', name, basename(stray))
}

function trySweeping(folder: string): void {
  try {
    sweepPartials(folder)
  } catch {
    // A folder that may not be listed: the output is there.
  }
}
