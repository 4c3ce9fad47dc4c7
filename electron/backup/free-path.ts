/** A path no copy has or had: of two copies of the same minute both stay, and the last made has the highest rank. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { giveName } from '../store/opening/dossier-files.ts'
import { type CopyReason, copyName, parseCopyName } from './names.ts'

export interface NamedAs {
  readonly stem: string
  readonly now: string
  readonly reason: CopyReason
  readonly encrypted: boolean
}

/** A copy gets its name last and in one go; where another process takes that one first, the next. Answers its path. */
export function nameCopy(partial: string, folder: string, { stem, now, reason, encrypted }: NamedAs): string {
  for (;;) {
    const path = `${freeCopyPath(folder, stem, now, reason)}${encrypted ? '.chiffre' : ''}`
    try {
      giveName(partial, path, { replacing: false })
      return path
    } catch (error) {
      if (!(error instanceof Refusal) || error.error.code !== 'file.exists') throw error
    }
  }
}

/** Not the first free rank: one freed by the rotation would make the newest copy look like the oldest. */
function freeCopyPath(folder: string, stem: string, now: string, reason: CopyReason): string {
  const at = now.slice(0, 16)
  const ranks = readdirSync(folder).flatMap((name) => {
    const copy = parseCopyName(name)
    return copy !== null && copy.at === at ? [copy.rank] : []
  })
  return join(folder, copyName(stem, now, reason, Math.max(0, ...ranks) + 1))
}
