/** A path no copy has or had: of two copies of the same minute both stay, and the last made has the highest rank. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type CopyReason, copyName, parseCopyName } from './names.ts'

/** Not the first free rank: one freed by the rotation would make the newest copy look like the oldest. */
export function freeCopyPath(folder: string, stem: string, now: string, reason: CopyReason): string {
  const at = now.slice(0, 16)
  const ranks = readdirSync(folder).flatMap((name) => {
    const copy = parseCopyName(name)
    return copy !== null && copy.at === at ? [copy.rank] : []
  })
  return join(folder, copyName(stem, now, reason, Math.max(0, ...ranks) + 1))
}
