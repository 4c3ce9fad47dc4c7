/**
 * A finished file put where a person asked: written whole beside, then placed in one step. A free name is taken exclusively, so that
 * a file that came there meanwhile is never replaced; a standing file is replaced only while it is still the one that was judged.
 */
import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { codeOf } from '../store/causes.ts'
import { clearName } from '../store/opening/dossier-files.ts'
import { kindOfOpen } from '../store/opening/file-kind.ts'
import { renameDurably, syncFile, takeFreeName } from '../store/opening/files.ts'
import { partialName, sweepPartials } from '../store/opening/partials.ts'
import { copyInto } from '../store/opening/rights.ts'
import { outputFault } from './faults.ts'
import { isSame, judgeLanding, type Landing, type LandingTerms, outputRefusal } from './landing.ts'

/** `from` stays where it is. A Refusal says why nothing was written; answers in words what was found at that name and set aside. */
export function placeOutput(from: string, target: string, terms: LandingTerms): readonly string[] {
  const name = basename(target)
  const landing = judgeLanding(target, terms)
  const beside = join(dirname(landing.path), partialName())
  try {
    sweepPartials(dirname(landing.path))
    writeBeside(from, beside, landing)
    if (landing.standing === null && existsSync(landing.path)) refuseTaken(target, terms)
    // A dossier put beside the journal of another would be spoilt by it at its first opening.
    const notices = isDossier(from) ? clearName(landing.path) : []
    if (landing.standing === null) placeExclusively(beside, landing.path, target, terms)
    else if (!isSame(landing.path, landing.standing)) throw outputRefusal('output.changed', name)
    else renameDurably(beside, landing.path)
    return notices
  } catch (error) {
    throw error instanceof Refusal ? error : (outputFault(error, name) ?? error)
  } finally {
    rmSync(beside, { force: true })
  }
}

/** With the rights of the file it replaces, else those of a new file there; the bytes are on the disk before the name is. */
function writeBeside(from: string, beside: string, { standing }: Landing): void {
  copyInto(from, beside, standing?.mode)
  syncFile(beside)
}

function placeExclusively(beside: string, path: string, target: string, terms: LandingTerms): void {
  try {
    takeFreeName(beside, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') refuseTaken(target, terms)
    throw error
  }
}

/** Came there since the name was judged free: said for what it is, never replaced, since nobody was asked. */
function refuseTaken(target: string, terms: LandingTerms): never {
  judgeLanding(target, { ...terms, replace: false })
  throw outputRefusal('output.exists', basename(target))
}

function isDossier(path: string): boolean {
  const fd = openSync(path, 'r')
  try {
    return kindOfOpen(fd) === 'dossier'
  } finally {
    closeSync(fd)
  }
}
