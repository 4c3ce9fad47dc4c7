/** A path no copy has or had, after all those of the folder in the order of making. */
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { giveName } from '../store/opening/dossier-files.ts'
import { type CopyReason, copyName } from './names.ts'
import { nextMoment } from './order.ts'
import { copiesIn } from './rotate.ts'

export interface NamedAs {
  readonly stem: string
  readonly now: string
  readonly reason: CopyReason
  readonly encrypted: boolean
}

/** A copy gets its name last and in one go; where something has that one (another process, a folder), the next. Answers its path. */
export function nameCopy(partial: string, folder: string, { stem, now, reason, encrypted }: NamedAs): string {
  for (let taken = 0; ; taken += 1) {
    const moment = nextMoment(copiesIn(folder), now)
    const name = copyName(stem, { ...moment, rank: moment.rank + taken }, reason)
    const path = join(folder, `${name}${encrypted ? '.chiffre' : ''}`)
    try {
      giveName(partial, path, { replacing: false })
      return path
    } catch (error) {
      if (!(error instanceof Refusal) || error.error.code !== 'file.exists') throw error
    }
  }
}
