/** Opening, creating and copying dossiers, as a session asks for them: the store, the demo and the backups behind one name. */
import { copyDossierTo, lastCopyAt, makeCopy } from '../backup/copies.ts'
import type { Clock } from '../clock.ts'
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
}

export function openOptions({ who, clock, dataFolder }: DossierStoreOptions): OpenOptions {
  return { who, machine: machineName(), now: () => clock.now(), copiesFolder: dataFolder.copies }
}

export function createDossierStore(options: DossierStoreOptions): DossierStore {
  const opening = openOptions(options)
  return {
    open: (path) => openDossier(path, opening),
    create: (path) => createDossier(path, { ...opening, createdWith: VERSION }),
    createDemo: (path, today) => createDemo(path, { ...opening, createdWith: VERSION }, { today }),
    copyTo: (dossier, path) => copyDossierTo(dossier.path, path),
    backup: (dossier, reason) =>
      makeCopy({
        path: dossier.path,
        fileId: dossier.fileId,
        folder: options.dataFolder.copies,
        reason,
        now: options.clock.now(),
      }),
    lastBackupAt: (dossier) => lastCopyAt(options.dataFolder.copies, dossier.fileId),
  }
}
