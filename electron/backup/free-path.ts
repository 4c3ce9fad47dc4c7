/** A path no copy has yet: two copies of the same minute both stay. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CopyReason, copyName } from './names.ts'

export function freeCopyPath(folder: string, stem: string, now: string, reason: CopyReason): string {
  for (let rank = 1; ; rank += 1) {
    const path = join(folder, copyName(stem, now, reason, rank))
    if (!existsSync(path) && !existsSync(`${path}.chiffre`)) return path
  }
}
