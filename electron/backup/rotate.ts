/** Thins out a folder of copies by the rotation rule. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { day, daysBetween } from '#shared/domain/day.ts'
import { parseCopyName } from './names.ts'
import { copiesToRemove } from './rotation.ts'

export function rotate(folder: string, now: string): void {
  const ages = readdirSync(folder).flatMap((name) => {
    const copy = parseCopyName(name)
    if (copy === null) return []
    return [{ name, reason: copy.reason, rank: copy.rank, ageMinutes: minutesBetween(copy.at, now) }]
  })
  for (const name of copiesToRemove(ages)) rmSync(join(folder, name), { force: true })
}

/** Both are local times of this machine: an hour of summer time more or less does not matter to a rotation. */
function minutesBetween(from: string, to: string): number {
  const minuteOf = (instant: string) => Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))
  const days = daysBetween(day(from.slice(0, 10)), day(to.slice(0, 10)))
  return days * 24 * 60 + minuteOf(to) - minuteOf(from)
}
