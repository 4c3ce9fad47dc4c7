/**
 * The copy made before something that must not start without it: complete and checked, or that something does not start. In one
 * statement that returns when it is done, so that nothing else can be written between the copy and what it precedes.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Connection, connect } from '../store/connection.ts'
import { fileRefusal } from '../store/errors.ts'
import { partialName, renameDurably, sweepPartials } from '../store/opening/files.ts'
import { checkCopy } from './check.ts'
import { copiesFolderOf } from './copies.ts'
import { asCopyRefusal } from './copy-refusal.ts'
import { freeCopyPath } from './free-path.ts'
import type { CopyReason } from './names.ts'
import { rotate } from './rotate.ts'

export interface CopyAtOnce {
  readonly path: string
  readonly folder: string
  readonly now: string
  readonly reason: CopyReason
}

/** Answers the name of the copy. VACUUM INTO reads one consistent state of the file and leaves out its holes. */
export function copyAtOnce(db: Connection, request: CopyAtOnce): string {
  const name = basename(request.path)
  const fileId = db.prepare('SELECT file_id FROM dossier').pluck().get() as string
  const folder = copiesFolderOf(request.folder, fileId)
  try {
    mkdirSync(folder, { recursive: true })
    sweepPartials(folder)
    const partial = join(folder, partialName(name))
    try {
      db.prepare('VACUUM INTO ?').run(partial)
      if (!checkCopy(partial)) throw fileRefusal('backup.not-verified', { name })
      const path = freeCopyPath(folder, name.replace(/\.jalon$/i, ''), request.now, request.reason)
      renameDurably(partial, path)
      rotate(folder, request.now)
      return basename(path)
    } finally {
      rmSync(partial, { force: true })
    }
  } catch (error) {
    throw asCopyRefusal(error, name)
  }
}

/** The same of a dossier that is open elsewhere in this process, through a connection of its own. */
export function copyFileAtOnce(request: CopyAtOnce): string {
  const name = basename(request.path)
  if (!existsSync(request.path)) throw fileRefusal('file.vanished', { name })
  const db = connect(request.path, { readOnly: true, mustExist: true })
  try {
    return copyAtOnce(db, request)
  } finally {
    db.close()
  }
}
