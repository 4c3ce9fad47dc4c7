/**
 * Which copies go. Pure, and without a clock: it sees the order in which copies were made, their number and their own instants, never
 * how far they are from a "now" that may be wrong. The last ones all stay; further back one an hour, then a day, a week, a month, a year,
 * so many of each. A copy goes where a newer one of the same stretch stays. Those made before something risky stay besides, so many;
 * those made under a clock that was wrong take nobody's place.
 */

import type { Day } from '#shared/domain/day.ts'
import { dayNumber } from '#shared/domain/day.ts'
import type { CopyReason } from './names.ts'
import { byMaking, inTime, type Named } from './order.ts'

export interface KeptCopy extends Named {
  readonly reason: CopyReason
  readonly bytes: number
}

/** Stay in any case: whatever the clock, the budget or the room on the disk. */
export const LAST_KEPT = 10
/** Stay without thinning. */
const DENSE = 24
const BEFORE_RISK: ReadonlySet<CopyReason> = new Set([
  'avant-migration',
  'avant-import',
  'avant-restauration',
  'manuelle',
])
const RISKY_KEPT = 20

interface Tier {
  /** Copies of one stretch share this. */
  stretchOf(at: string): string
  /** How many stretches keep their newest copy. */
  readonly most: number
}
const monthly = (at: string) => at.slice(0, 7)
/** From the newest to the oldest: a tier takes over where the one before has all its stretches. */
const TIERS: readonly Tier[] = [
  { stretchOf: (at) => at.slice(0, 13), most: 16 },
  { stretchOf: (at) => at.slice(0, 10), most: 14 },
  { stretchOf: (at) => String(Math.floor((dayNumber(at.slice(0, 10) as Day) + 3) / 7)), most: 13 },
  { stretchOf: monthly, most: 12 },
  { stretchOf: (at) => at.slice(0, 4), most: 10 },
]
/** Copies of a wrong clock: their own months, so that work done meanwhile is not lost either. */
const OUT_OF_TIME: readonly Tier[] = [{ stretchOf: monthly, most: 11 }]

/** Never more than this, once the rotation has caught up. */
export const MOST_COPIES =
  DENSE + RISKY_KEPT + [...TIERS, ...OUT_OF_TIME].reduce((sum, tier) => sum + tier.most, 0)
/** Removed at one time, at most: a folder that came from elsewhere is thinned little by little, and a mistake costs little. */
const MOST_AT_ONCE = 4

/** Names of those to remove after a copy was made, oldest first. `budget`: bytes these copies may take in all; null: no bound. */
export function copiesToRemove(copies: readonly KeptCopy[], budget: number | null = null): readonly string[] {
  return superfluous(copies, budget)
    .slice(0, MOST_AT_ONCE)
    .map((copy) => copy.name)
}

/** All that the rules above and the budget no longer keep, oldest first. */
export function superfluous(copies: readonly KeptCopy[], budget: number | null): readonly KeptCopy[] {
  const oldestFirst = [...copies].sort(byMaking)
  const kept = withinBudget(thinned(oldestFirst), budget)
  return oldestFirst.filter((copy) => !kept.has(copy))
}

/** What the budget alone asks to remove at once, oldest first: for a person who has seen it and agrees. */
export function overBudget(copies: readonly KeptCopy[], budget: number | null): readonly KeptCopy[] {
  const oldestFirst = [...copies].sort(byMaking)
  const kept = withinBudget(oldestFirst, budget)
  return oldestFirst.filter((copy) => !kept.has(copy))
}

/** The oldest to remove so that `bytes` more find room on a full disk: never one of the last, and a few at most. */
export function copiesToGiveUp(copies: readonly KeptCopy[], bytes: number): readonly KeptCopy[] {
  const given: KeptCopy[] = []
  let freed = 0
  for (const copy of [...copies].sort(byMaking).slice(0, -LAST_KEPT)) {
    if (freed >= bytes || given.length === MOST_AT_ONCE) break
    given.push(copy)
    freed += copy.bytes
  }
  return given
}

function thinned(oldestFirst: readonly KeptCopy[]): readonly KeptCopy[] {
  const agree = inTime(oldestFirst.map((copy) => copy.at))
  const [ordinary, strange] = [walkOf(TIERS), walkOf(OUT_OF_TIME)]
  const kept: KeptCopy[] = []
  let risky = 0
  for (let i = oldestFirst.length - 1; i >= 0; i -= 1) {
    const copy = oldestFirst[i]
    if (copy === undefined) continue
    const walk = agree[i] ? ordinary : strange
    const isRisky = BEFORE_RISK.has(copy.reason) && risky < RISKY_KEPT
    if (isRisky) risky += 1
    const stays = oldestFirst.length - i <= DENSE ? walk.see(copy.at) : isRisky || walk.keeps(copy.at)
    if (stays) kept.push(copy)
  }
  return kept.reverse()
}

/** Goes back in time, tier after tier; a stretch is seen once a copy of it is kept. */
function walkOf(tiers: readonly Tier[]) {
  const seen = tiers.map(() => new Set<string>())
  const used = tiers.map(() => 0)
  const see = (at: string): true => {
    for (const [i, tier] of tiers.entries()) seen[i]?.add(tier.stretchOf(at))
    return true
  }
  return {
    see,
    keeps(at: string): boolean {
      const i = tiers.findIndex((tier, n) => (used[n] ?? 0) < tier.most)
      const tier = tiers[i]
      if (tier === undefined || seen[i]?.has(tier.stretchOf(at))) return false
      used[i] = (used[i] ?? 0) + 1
      return see(at)
    },
  }
}

/** The oldest go first. */
function withinBudget(oldestFirst: readonly KeptCopy[], budget: number | null): ReadonlySet<KeptCopy> {
  let total = oldestFirst.reduce((sum, copy) => sum + copy.bytes, 0)
  let from = 0
  while (budget !== null && total > budget && oldestFirst.length - from > LAST_KEPT) {
    total -= oldestFirst[from]?.bytes ?? 0
    from += 1
  }
  return new Set(oldestFirst.slice(from))
}
