/**
 * A dossier being made: whole under a hidden name, then named in one step that never takes the place of another file. Whoever makes one
 * (a new dossier, a demonstration, an import into a new file, a salvage) removes only this one.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Migration, migrations } from '../../migrations/list.ts'
import { connect } from '../connection.ts'
import { asRefusal, fileRefusal } from '../errors.ts'
import { buildSchema, giveIdentity, type NewDossier } from './create.ts'
import { giveName, removeDossier, truePath } from './dossier-files.ts'
import { refuseDossierName, refuseLongPath } from './dossier-name.ts'
import { partialName, sweepPartials } from './partials.ts'
import { copyInto } from './rights.ts'

export interface NewFile {
  /** Where it is until it has its name: a dossier at rest, empty. */
  readonly path: string
  /** Answers in words what was found and set aside at that name. Throws where another file has taken it meanwhile. */
  name(): readonly string[]
  /** Nothing of it stays; does nothing once it has its name. */
  drop(): void
}

export function newDossierFile(
  wanted: string,
  identity: NewDossier,
  list: readonly Migration[] = migrations,
): NewFile {
  return hidden(wanted, (path) => {
    const db = connect(path, { readOnly: false, mustExist: false })
    try {
      buildSchema(db, list)
      giveIdentity(db, identity)
    } finally {
      db.close()
    }
  })
}

/** A file that was received, at rest and alone, under a name of the person's folder. Answers what was set aside there, in words. */
export function dossierFileFrom(received: string, wanted: string): readonly string[] {
  const made = hidden(wanted, (path) => copyInto(received, path))
  try {
    return made.name()
  } finally {
    made.drop()
  }
}

function hidden(wanted: string, make: (path: string) => void): NewFile {
  const name = basename(wanted)
  const inWords = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw asRefusal(error, name, 'create')
    }
  }
  const target = inWords(() => truePath(wanted))
  const folder = dirname(target)
  if (existsSync(wanted)) throw fileRefusal('file.exists', { name })
  refuseDossierName(name)
  refuseLongPath(target)
  // A folder that does not answer for itself (too deep, a link in a circle) is said for what it is.
  if (!inWords(() => statSync(folder)).isDirectory()) throw fileRefusal('file.folder-missing', { name })
  const path = join(folder, partialName())
  const drop = () => removeDossier(path)
  try {
    // Asked of the folder itself: SQLite only says that it cannot open.
    inWords(() => {
      accessSync(folder, constants.W_OK)
      sweepPartials(folder)
      make(path)
    })
  } catch (error) {
    drop()
    throw error
  }
  return { path, name: () => inWords(() => giveName(path, target, { replacing: false })), drop }
}
