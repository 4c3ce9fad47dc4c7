/**
 * Which copies go: recent ones are kept dense, old ones sparse, and their number is bounded. Pure: names and instants in, names out.
 * Copies made before something risky are kept a while whatever their density; the newest copy is never removed. Those made before a
 * bulk operation come too often for that (and its undo is in the file): they thin out like the hourly ones.
 */
import type { CopyReason } from './names.ts'

export interface CopyAge {
  readonly name: string
  readonly reason: CopyReason
  /** Since it was made; a clock set back gives a negative age, which counts as the newest. */
  readonly ageMinutes: number
  /** Tells apart those of the same minute: the highest is the newest. */
  readonly rank: number
}

const HOURS_PER_DAY = 24
/** Copies closer than the step keep only the newest of each step. Last step: a year, then one a year, up to ten. */
const STEPS: readonly { readonly untilHours: number; readonly everyHours: number }[] = [
  { untilHours: 6, everyHours: 0 },
  { untilHours: 2 * HOURS_PER_DAY, everyHours: 1 },
  { untilHours: 14 * HOURS_PER_DAY, everyHours: HOURS_PER_DAY },
  { untilHours: 90 * HOURS_PER_DAY, everyHours: 7 * HOURS_PER_DAY },
  { untilHours: 365 * HOURS_PER_DAY, everyHours: 30 * HOURS_PER_DAY },
  { untilHours: 10 * 365 * HOURS_PER_DAY, everyHours: 365 * HOURS_PER_DAY },
]
const BEFORE_RISK: ReadonlySet<CopyReason> = new Set([
  'avant-migration',
  'avant-import',
  'avant-restauration',
  'manuelle',
])
const RISK_KEPT_HOURS = 30 * HOURS_PER_DAY
/** Beyond these, one an hour. */
const MOST_RECENT = 24
/** Never more than this, whatever the reasons: the oldest go first. */
export const MOST_COPIES = 120

export function copiesToRemove(copies: readonly CopyAge[]): readonly string[] {
  const newestFirst = [...copies].sort(
    (a, b) => a.ageMinutes - b.ageMinutes || b.rank - a.rank || (a.name < b.name ? 1 : -1),
  )
  const kept: CopyAge[] = []
  const taken = new Set<string>()
  let recent = 0
  for (const copy of newestFirst) {
    const step = stepOf(copy)
    const risky = BEFORE_RISK.has(copy.reason) && hoursOf(copy) <= RISK_KEPT_HOURS
    if (kept.length === 0 || risky) kept.push(copy)
    else if (step === null) continue
    else if (step.everyHours === 0 && recent < MOST_RECENT) {
      kept.push(copy)
      recent += 1
    } else {
      const slot = `${step.untilHours}:${Math.floor(hoursOf(copy) / Math.max(1, step.everyHours))}`
      if (!taken.has(slot)) kept.push(copy)
      taken.add(slot)
    }
  }
  const names = new Set(kept.slice(0, MOST_COPIES).map((c) => c.name))
  return newestFirst.filter((c) => !names.has(c.name)).map((c) => c.name)
}

function stepOf(copy: CopyAge): (typeof STEPS)[number] | null {
  return STEPS.find((step) => hoursOf(copy) < step.untilHours) ?? null
}

function hoursOf(copy: CopyAge): number {
  return Math.floor(copy.ageMinutes / 60)
}
