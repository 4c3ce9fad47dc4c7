/** Opening, creating and copying dossiers, as a session asks for them: the store, the demo and the backups behind one name. */

import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { type CopyInfo, copyDossierTo, lastCopyAt, listCopies, makeCopy } from '../backup/copies.ts'
import { copyAtOnce } from '../backup/copy-at-once.ts'
import { sourceOf } from '../backup/copy-source.ts'
import { gatherFormerCopies } from '../backup/folders.ts'
import type { CopyReason } from '../backup/names.ts'
import { LAST_KEPT } from '../backup/rotation.ts'
import type { Clock } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import type { CopyPlaces } from '../services/copies/copy-places.ts'
import { createDemo } from '../services/demo/create-demo.ts'
import type { DataFolder } from '../services/session/data-folder.ts'
import type { DossierStore } from '../services/session/ports.ts'
import { machineName } from '../services/session/user.ts'
import type { Dossier } from '../store/dossier.ts'
import { markIn, markOf } from '../store/mark.ts'
import { createDossier, type OpenOptions, openDossier } from '../store/open.ts'
import { VERSION } from './version.ts'

export interface DossierStoreOptions {
  readonly who: string
  readonly clock: Clock
  readonly dataFolder: DataFolder
  readonly places: CopyPlaces
}

/** Those made while nobody waits, and those asked for: a copy before an import is not held up by a slow drive. */
const ALSO_ELSEWHERE: ReadonlySet<CopyReason> = new Set(['ouverture', 'horaire', 'manuelle'])
/** Copies looked into for the present state of the dossier: some milliseconds each, and one most of the time. */
const LOOKED_AT = 5

export function openOptions({ who, clock, dataFolder }: Omit<DossierStoreOptions, 'places'>): OpenOptions {
  return { who, machine: machineName(), now: () => clock.now(), copiesFolder: dataFolder.copies }
}

export function createDossierStore(options: DossierStoreOptions): DossierStore {
  const opening = openOptions(options)
  const { places } = options
  const here = ({ path, fileId }: Dossier) => ({
    path,
    fileId,
    folder: places.folder,
    budget: places.budget(),
  })
  const heldHere = (dossier: Dossier) => heldCopy(places.folder, dossier)
  return {
    open(path, how) {
      const dossier = openDossier(path, { ...opening, ...how })
      gatherFormerCopies(options.dataFolder.copies, { fileId: dossier.fileId, stem: dossier.name })
      return dossier
    },
    create: (path) => createDossier(path, { ...opening, createdWith: VERSION }),
    createDemo: (path, today) => createDemo(path, { ...opening, createdWith: VERSION }, { today }),
    copyTo: async (dossier, path) => void (await copyDossierTo(sourceOf(dossier), path)),
    async backup(dossier, reason) {
      const made = await makeCopy({
        ...here(dossier),
        source: sourceOf(dossier),
        reason,
        now: options.clock.now(),
      })
      places.noteHere(made.givenUp === 0 ? null : COPIES_TEXT.gaveUp(places.folder, made.givenUp, LAST_KEPT))
      if (ALSO_ELSEWHERE.has(reason)) await copyElsewhere(dossier, made, places)
      return made
    },
    backupAtOnce(dossier, reason) {
      copyAtOnce({
        ...here(dossier),
        reason,
        now: options.clock.now(),
        writeTo: (to) => dossier.writeTo(to),
      })
    },
    isCopied(dossier) {
      const held = heldHere(dossier)
      return held !== null && isElsewhere(dossier, held, places)
    },
    async bringCopiesUp(dossier, reason) {
      const held = heldHere(dossier)
      if (held === null) await this.backup(dossier, reason)
      else if (!isElsewhere(dossier, held, places)) await copyElsewhere(dossier, held, places)
    },
    lastBackupAt: (dossier) => lastCopyAt(places.folder, dossier.fileId),
    lastBackups: (dossier) =>
      listCopies(places.folder, dossier.fileId)
        .filter((copy) => copy.inTime)
        .slice(0, LAST_KEPT)
        .map((copy) => copy.at),
  }
}

/**
 * The copy of this machine that holds what the dossier is now. Asked of the content, never of the dates: a clock that jumped makes no
 * copy look done. Among the last ones: two files of one dossier have their copies in one folder.
 */
function heldCopy(root: string, dossier: Dossier): CopyInfo | null {
  const mark = dossier.read(markOf)
  const last = listCopies(root, dossier.fileId).slice(0, LOOKED_AT)
  return last.find((copy) => !copy.encrypted && markIn(copy.path) === mark) ?? null
}

/** The second place has the same copy, told by its name: enciphered, it cannot be looked into. No place, or none there: nothing to do. */
function isElsewhere(dossier: Dossier, { at, reason }: CopyInfo, places: CopyPlaces): boolean {
  const second = places.second()
  if (second === null || !second.present) return true
  const encrypted = places.key() !== null
  return listCopies(second.folder, dossier.fileId).some(
    (copy) => copy.at === at && copy.reason === reason && copy.encrypted === encrypted,
  )
}

/**
 * The copy just made goes to the second place too. One that fails there stops nobody: the first is made, and the trouble is told
 * until the next one succeeds.
 */
async function copyElsewhere(dossier: Dossier, copy: CopyInfo, places: CopyPlaces): Promise<void> {
  const second = places.second()
  if (second === null || !second.present) return
  try {
    const secret = places.key()
    const { givenUp } = await makeCopy({
      path: copy.path,
      stem: dossier.name,
      fileId: dossier.fileId,
      folder: second.folder,
      reason: copy.reason,
      now: copy.at,
      mustBeThere: true,
      protection: secret === null ? undefined : { secret, scratch: places.folder },
      budget: places.budget(),
    })
    places.note(givenUp === 0 ? null : COPIES_TEXT.gaveUp(second.folder, givenUp, LAST_KEPT))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    places.note(error.error.message)
  }
}
