/**
 * Where a file made for a person may land. All outputs go through here, whichever shell asks: never on a dossier, its companions or
 * its copies (told by what they hold, through links and whatever their name), never on the file the output was made from, never on
 * what is no plain file, and on another file only where the person said so.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type OutputErrorCode, outputError } from '#shared/text/errors/output-errors.ts'
import { Refusal } from '../refusal.ts'
import { codeOf } from '../store/causes.ts'
import { isDossierName, ownerOfCompanion } from '../store/opening/companions.ts'
import { type FileKind, kindOfOpen } from '../store/opening/file-kind.ts'
import { outputFault } from './faults.ts'

export interface LandingTerms {
  /** The person agreed that a file that stands there be replaced. */
  readonly replace: boolean
  /** Files the output is made from. */
  readonly sources?: readonly string[]
}

/** The very file that was looked at: the same name may be another's a moment later. */
export interface Standing {
  readonly dev: bigint
  readonly ino: bigint
  readonly mode: number
}

export interface Landing {
  /** Where the bytes go: links are followed. */
  readonly path: string
  /** What will be replaced; null: the name is free. */
  readonly standing: Standing | null
}

const KIND_SENTENCES: Readonly<Record<Exclude<FileKind, 'other'>, OutputErrorCode>> = {
  dossier: 'output.dossier',
  'enciphered-copy': 'output.dossier',
  journal: 'output.journal',
}

/** Throws a Refusal in words where the output may not land there. Writes nothing. */
export function judgeLanding(target: string, terms: LandingTerms): Landing {
  const name = basename(target)
  try {
    return judged(target, name, terms)
  } catch (error) {
    throw error instanceof Refusal ? error : (outputFault(error, name) ?? error)
  }
}

export function outputRefusal(code: OutputErrorCode, name: string, detail?: string): Refusal {
  return new Refusal(outputError(code, { name, detail }))
}

function judged(target: string, name: string, terms: LandingTerms): Landing {
  refuseCompanion(target, name)
  const entry = lstatSync(target, { throwIfNoEntry: false })
  if (entry === undefined) {
    if (!statSync(dirname(target)).isDirectory()) throw outputRefusal('report.folder-missing', name)
    return { path: target, standing: null }
  }
  const path = entry.isSymbolicLink() ? leadsTo(target, name) : target
  if (path !== target) refuseCompanion(path, name)
  const standing = standingAt(path, name)
  // Its beginning may be damaged: it is still what is left of a dossier.
  if (isDossierName(path) || isDossierName(target)) throw outputRefusal('output.dossier', name)
  if (terms.sources?.some((source) => isSame(source, standing))) throw outputRefusal('output.source', name)
  if (!terms.replace) throw outputRefusal('output.exists', name)
  return { path, standing }
}

function leadsTo(link: string, name: string): string {
  try {
    return realpathSync(link)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ELOOP')
      throw outputRefusal('output.link-to-nothing', name)
    throw error
  }
}

/** Taken even where nothing is there yet: a file at the name of a journal would be played into the dossier. */
function refuseCompanion(path: string, name: string): void {
  const owner = ownerOfCompanion(path)
  if (owner === null) return
  if (isDossierName(owner) || kindAt(owner) === 'dossier') throw outputRefusal('output.companion', name)
}

function standingAt(path: string, name: string): Standing {
  const found = statSync(path)
  if (found.isDirectory()) throw outputRefusal('report.is-folder', name)
  if (!found.isFile()) throw outputRefusal('output.special', name)
  const fd = openToJudge(path, name)
  try {
    const { dev, ino, mode } = fstatSync(fd, { bigint: true })
    const kind = kindOfOpen(fd)
    if (kind !== 'other') throw outputRefusal(KIND_SENTENCES[kind], name)
    return { dev, ino, mode: Number(mode) & 0o777 }
  } finally {
    closeSync(fd)
  }
}

/** Never waits: what was a plain file may have become a pipe. */
function openToJudge(path: string, name: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM')
      throw outputRefusal('output.not-judged', name)
    throw error
  }
}

function kindAt(path: string): FileKind {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return 'other'
  const fd = openSync(path, 'r')
  try {
    return kindOfOpen(fd)
  } finally {
    closeSync(fd)
  }
}

/** By the file, not by its name: links, another case and another path lead to the same one. */
export function isSame(path: string, standing: Pick<Standing, 'dev' | 'ino'>): boolean {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found !== undefined && found.dev === standing.dev && found.ino === standing.ino
}
