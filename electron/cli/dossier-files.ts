/** How the commands open a dossier: by its path, for one command, closed whatever happens. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { openOptions } from '../api/dossier-store.ts'
import { VERSION } from '../api/version.ts'
import type { ServiceContext } from '../services/service.ts'
import { type DataFolder, dataFolderAt, defaultDataRoot } from '../services/session/data-folder.ts'
import { userName } from '../services/session/user.ts'
import type { Dossier } from '../store/dossier.ts'
import { createDossier, openDossier } from '../store/open.ts'
import type { CommandIo } from './command.ts'

/** `read`: without lock or write, beside an open Jalon. `write`: as an open Jalon would. `create`: also made where absent. */
export type OpenMode = 'read' | 'write' | 'create'

export async function withDossier<T>(
  path: string,
  mode: OpenMode,
  io: CommandIo,
  work: (context: ServiceContext) => T | Promise<T>,
  demo = false,
): Promise<T> {
  const dossier = open(resolve(io.cwd, path), mode, io, demo)
  try {
    return await work(contextOf(dossier, io))
  } finally {
    dossier.close()
  }
}

export function contextOf(dossier: Dossier, io: CommandIo): ServiceContext {
  return { dossier, today: io.clock.today(), now: io.clock.now(), who: userName() }
}

export function dataFolderOf(io: CommandIo, root?: string | null): DataFolder {
  return dataFolderAt(root ? resolve(io.cwd, root) : defaultDataRoot(io.env, process.platform, homedir()))
}

function open(path: string, mode: OpenMode, io: CommandIo, demo: boolean): Dossier {
  const options = openOptions({ who: userName(), clock: io.clock, dataFolder: dataFolderOf(io) })
  if (mode === 'create' && !existsSync(path))
    return createDossier(path, { ...options, createdWith: VERSION, demo })
  return openDossier(path, { ...options, readOnly: mode === 'read' })
}
