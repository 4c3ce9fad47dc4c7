/** How the commands open a dossier: by its path, for one command, closed whatever happens. */
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { openOptions } from '../api/dossier-store.ts'
import { VERSION } from '../api/version.ts'
import { type CopyPlaces, copyPlaces } from '../services/copies/copy-places.ts'
import type { ServiceContext } from '../services/service.ts'
import {
  type DataFolder,
  dataFolderAt,
  defaultDataRoot,
  keepPrivate,
} from '../services/session/data-folder.ts'
import { userName } from '../services/session/user.ts'
import type { Dossier } from '../store/dossier.ts'
import { identityOf, type OpenOptions, openDossier } from '../store/open.ts'
import { newDossierFile } from '../store/opening/new-file.ts'
import type { CommandIo } from './command.ts'

/** `read`: without lock or write, beside an open Jalon. `write`: as an open Jalon would. */
export type OpenMode = 'read' | 'write'

export async function withDossier<T>(
  path: string,
  mode: OpenMode,
  io: CommandIo,
  work: (context: ServiceContext) => T | Promise<T>,
): Promise<T> {
  if (mode !== 'read') keepPrivate(dataFolderOf(io))
  const dossier = openDossier(resolve(io.cwd, path), { ...optionsOf(io), readOnly: mode === 'read' })
  try {
    for (const notice of dossier.notices) io.err(`${notice}\n`)
    return await work(contextOf(dossier, io))
  } finally {
    dossier.close()
  }
}

/**
 * A new dossier, named once the work is done: where the work fails, or another program takes the name first, nothing of it is left and
 * nothing else is removed.
 */
export async function inNewDossier<T>(
  path: string,
  io: CommandIo,
  work: (context: ServiceContext) => T | Promise<T>,
  demo: boolean,
): Promise<T> {
  const identity = identityOf({ ...optionsOf(io), createdWith: VERSION, demo })
  const made = newDossierFile(resolve(io.cwd, path), identity)
  try {
    const result = await withDossier(made.path, 'write', io, work)
    for (const notice of made.name()) io.err(`${notice}\n`)
    return result
  } finally {
    made.drop()
  }
}

export function contextOf(dossier: Dossier, io: CommandIo): ServiceContext {
  return { dossier, today: io.clock.today(), now: io.clock.now(), who: userName() }
}

export function dataFolderOf(io: CommandIo, root?: string | null): DataFolder {
  return dataFolderAt(root ? resolve(io.cwd, root) : defaultDataRoot(io.env, process.platform, homedir()))
}

/** What was decided of the copies in the settings holds here too. */
export function placesOf(io: CommandIo): CopyPlaces {
  const folder = dataFolderOf(io)
  return copyPlaces(folder.copiesFile, folder.copies)
}

function optionsOf(io: CommandIo): OpenOptions {
  return openOptions({ who: userName(), clock: io.clock, dataFolder: dataFolderOf(io) })
}
