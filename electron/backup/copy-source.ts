/** What a copy is made of: the file at its place, or what an open dossier still reads where another file has taken that place. */
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { connect } from '../store/connection.ts'
import type { Dossier } from '../store/dossier.ts'
import { fileRefusal } from '../store/errors.ts'
import { reserve } from '../store/opening/rights.ts'
import { checkCopy } from './check.ts'

export type CopyProgress = (done: number, total: number) => void

export interface CopySource {
  /** As said in messages. */
  readonly name: string
  /** One consistent state of it, into a new file. */
  writeTo(target: string, progress?: CopyProgress): Promise<void>
  /** Asked once a copy could not be verified: is it the source that fails? */
  isSound(): boolean
}

/** The online backup API: pages are copied while the dossier stays usable, and the copy is one consistent state. */
export function fileSource(path: string): CopySource {
  return {
    name: basename(path),
    async writeTo(target, progress) {
      rmSync(target, { force: true })
      reserve(target)
      const db = connect(path, { readOnly: true, mustExist: true })
      try {
        await db.backup(target, {
          progress: ({ totalPages, remainingPages }) => {
            progress?.(totalPages - remainingPages, totalPages)
            return 500
          },
        })
      } finally {
        db.close()
      }
    },
    isSound: () => checkCopy(path),
  }
}

/** Never another file under the name of this one: what is copied is what the person has before their eyes. */
export function sourceOf(dossier: Pick<Dossier, 'path' | 'name' | 'whereabouts' | 'writeTo'>): CopySource {
  const whereabouts = dossier.whereabouts()
  if (whereabouts === 'here') return fileSource(dossier.path)
  // Written over in the same file: neither the file nor the connection holds what the person has any more.
  if (whereabouts === 'changed') throw fileRefusal('backup.content-changed', { name: dossier.name })
  return {
    name: dossier.name,
    async writeTo(target) {
      rmSync(target, { force: true })
      reserve(target)
      dossier.writeTo(target)
    },
    // Its own file is out of reach: the fault is looked for where the copy was made.
    isSound: () => true,
  }
}
