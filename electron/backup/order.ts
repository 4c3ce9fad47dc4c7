/**
 * The order in which copies were made, whatever the clock said: series, then instant, then rank. Pure. A copy whose instant agrees
 * with that order is "in time"; the others were made under a clock that was wrong, before or after, and keep their place all the same.
 */
import type { CopyMoment } from './names.ts'

export interface Named extends CopyMoment {
  readonly name: string
}

/** Oldest first. */
export function byMaking(a: Named, b: Named): number {
  return a.series - b.series || compare(a.at, b.at) || a.rank - b.rank || compare(a.name, b.name)
}

/** The moment of a copy being made now: after all of these. Not the first free rank, or a freed one would make the newest look oldest. */
export function nextMoment(copies: readonly Named[], now: string): CopyMoment {
  const at = now.slice(0, 16)
  const last = [...copies].sort(byMaking).at(-1)
  if (last === undefined || at > last.at) return { at, series: last?.series ?? 1, rank: 1 }
  if (at < last.at) return { at, series: last.series + 1, rank: 1 }
  return { at, series: last.series, rank: last.rank + 1 }
}

/**
 * Which of these instants, in the order of making, agree with it: as many as can (longest run that never goes back). One clock
 * wrong for a while does not make the others wrong, before or after it.
 */
export function inTime(instants: readonly string[]): readonly boolean[] {
  const before: number[] = []
  /** For each length, where the run of that length ending lowest ends. */
  const ends: number[] = []
  for (const [i, at] of instants.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((instants[ends[middle] ?? 0] ?? '') <= at) low = middle + 1
      else high = middle
    }
    before[i] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = i
  }
  const agree = instants.map(() => false)
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) agree[i] = true
  return agree
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
