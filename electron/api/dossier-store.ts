/** Opening, creating and copying dossiers, as a session asks for them: the store, the demo and the backups behind one name. */

import { type CopyRequest, copyDossierTo, lastCopyAt, makeCopy } from '../backup/copies.ts'
import { copyAtOnce } from '../backup/copy-at-once.ts'
import { sourceOf } from '../backup/copy-source.ts'
import type { CopyReason } from '../backup/names.ts'
import type { Clock } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import type { CopyPlaces } from '../services/copies/copy-places.ts'
import { createDemo } from '../services/demo/create-demo.ts'
import type { DataFolder } from '../services/session/data-folder.ts'
import type { DossierStore } from '../services/session/ports.ts'
import { machineName } from '../services/session/user.ts'
import { createDossier, type OpenOptions, openDossier } from '../store/open.ts'
import { VERSION } from './version.ts'

export interface DossierStoreOptions {
  readonly who: string
  readonly clock: Clock
  readonly dataFolder: DataFolder
  /** Left out: no second place (command line). */
  readonly places?: CopyPlaces
}

/** Those made while nobody waits, and those asked for: a copy before an import is not held up by a slow drive. */
const ALSO_ELSEWHERE: ReadonlySet<CopyReason> = new Set(['ouverture', 'horaire', 'manuelle'])

export function openOptions({ who, clock, dataFolder }: DossierStoreOptions): OpenOptions {
  return { who, machine: machineName(), now: () => clock.now(), copiesFolder: dataFolder.copies }
}

export function createDossierStore(options: DossierStoreOptions): DossierStore {
  const opening = openOptions(options)
  return {
    open: (path, how) => openDossier(path, { ...opening, ...how }),
    create: (path) => createDossier(path, { ...opening, createdWith: VERSION }),
    createDemo: (path, today) => createDemo(path, { ...opening, createdWith: VERSION }, { today }),
    copyTo: async (dossier, path) => void (await copyDossierTo(sourceOf(dossier), path)),
    async backup(dossier, reason) {
      const request = {
        path: dossier.path,
        source: sourceOf(dossier),
        fileId: dossier.fileId,
        folder: options.dataFolder.copies,
        reason,
        now: options.clock.now(),
      }
      const made = await makeCopy(request)
      if (options.places !== undefined && ALSO_ELSEWHERE.has(reason))
        await copyElsewhere(request, options.places)
      return made
    },
    backupAtOnce: (dossier, reason) =>
      void copyAtOnce({
        path: dossier.path,
        fileId: dossier.fileId,
        folder: options.dataFolder.copies,
        reason,
        now: options.clock.now(),
        writeTo: (to) => dossier.writeTo(to),
      }),
    lastBackupAt: (dossier) => lastCopyAt(options.dataFolder.copies, dossier.fileId),
  }
}

/** A second copy that fails stops nobody: the first is made, and the trouble is told until the next one succeeds. */
async function copyElsewhere(request: CopyRequest, places: CopyPlaces): Promise<void> {
  const second = places.second()
  if (second === null || !second.present) return
  try {
    const secret = places.key()
    const protection = secret === null ? undefined : { secret, scratch: request.folder }
    await makeCopy({ ...request, folder: second.folder, mustBeThere: true, protection })
    places.note(null)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    places.note(error.error.message)
  }
}
