/**
 * The copy made before something that must not start without it: complete and checked, or that something does not start. In one
 * statement that returns when it is done, so that nothing else can be written between the copy and what it precedes.
 */
import { basename, join } from 'node:path'
import { dossierStem } from '../store/opening/companions.ts'
import { removeDossier } from '../store/opening/dossier-files.ts'
import { partialName, sweepPartials } from '../store/opening/partials.ts'
import { makeFolder, reserve } from '../store/opening/rights.ts'
import { checkCopy, refuseUnverified } from './check.ts'
import { asCopyRefusal } from './copy-refusal.ts'
import { copiesFolderOf, gatherFormerCopies } from './folders.ts'
import { nameCopy } from './free-path.ts'
import type { CopyReason } from './names.ts'
import { withRoom } from './room.ts'
import { rotate } from './rotate.ts'

export interface CopyAtOnce {
  /** The dossier: its name is the one of its copies. */
  readonly path: string
  readonly fileId: string
  readonly folder: string
  readonly now: string
  readonly reason: CopyReason
  /** One consistent state of it into a new file, done when it returns: VACUUM INTO also leaves out the holes of the file. */
  writeTo(path: string): void
  /** Bytes the copies of this dossier may take; left out or null: no bound. */
  readonly budget?: number | null
}

/** Answers the name of the copy. */
export function copyAtOnce(request: CopyAtOnce): string {
  const name = basename(request.path)
  const stem = dossierStem(name)
  const folder = copiesFolderOf(request.folder, request.fileId)
  try {
    makeFolder(folder)
    gatherFormerCopies(request.folder, { fileId: request.fileId, stem })
    sweepPartials(folder)
    const partial = join(folder, partialName())
    try {
      withRoom(folder, request.path).forAtOnce(() => {
        // A first try on a full disk leaves a beginning of it, which SQLite would refuse to write over.
        removeDossier(partial)
        reserve(partial)
        request.writeTo(partial)
      })
      refuseUnverified(partial, { name, isSound: () => checkCopy(request.path) })
      const { now, reason } = request
      const path = nameCopy(partial, folder, { stem, now, reason, encrypted: false })
      rotate(folder, request.budget ?? null)
      return basename(path)
    } finally {
      removeDossier(partial)
    }
  } catch (error) {
    throw asCopyRefusal(error, name)
  }
}
