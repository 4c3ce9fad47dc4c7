/** The copy made before a file is brought to a newer version: complete and checked, or the migration does not start. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Connection } from '../store/connection.ts'
import { fileRefusal } from '../store/errors.ts'
import { partialName, renameDurably, sweepPartials } from '../store/opening/files.ts'
import { checkCopy } from './check.ts'
import { copiesFolderOf } from './copies.ts'
import { asCopyRefusal } from './copy-refusal.ts'
import { freeCopyPath } from './free-path.ts'

export interface BeforeMigration {
  readonly path: string
  readonly folder: string
  readonly now: string
}

/** Answers the name of the copy. VACUUM INTO: one statement, one consistent state, done when it returns. */
export function copyBeforeMigration(db: Connection, request: BeforeMigration): string {
  const name = basename(request.path)
  const fileId = db.prepare('SELECT file_id FROM dossier').pluck().get() as string
  const folder = copiesFolderOf(request.folder, fileId)
  const temporary = join(folder, partialName(name))
  try {
    mkdirSync(folder, { recursive: true })
    sweepPartials(folder)
    db.prepare('VACUUM INTO ?').run(temporary)
    if (!checkCopy(temporary)) throw fileRefusal('backup.not-verified', { name })
    const path = freeCopyPath(folder, name.replace(/\.jalon$/i, ''), request.now, 'avant-migration')
    renameDurably(temporary, path)
    return basename(path)
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { force: true })
    throw asCopyRefusal(error, name)
  }
}
