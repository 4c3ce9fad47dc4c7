/** Sets of days as sorted, disjoint periods. Both ends are included; an open end (null) runs on for ever. */
import { addDays, type Day } from '../../domain/day.ts'

export interface Period {
  readonly from: Day
  readonly to: Day | null
}

/** The days in at least one of the periods: overlaps are counted once, adjacent periods join. */
export function union(periods: readonly Period[]): readonly Period[] {
  if (periods.length < 2) return periods.filter(isReal)
  const sorted = periods.filter(isReal).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const merged: Period[] = []
  for (const period of sorted) {
    const last = merged.at(-1)
    if (last === undefined || (last.to !== null && period.from > addDays(last.to, 1))) merged.push(period)
    else merged[merged.length - 1] = { from: last.from, to: laterEnd(last.to, period.to) }
  }
  return merged
}

/** What of sorted disjoint `periods` lies between two days. */
export function clip(periods: readonly Period[], from: Day | null, to: Day | null): readonly Period[] {
  const kept: Period[] = []
  for (const period of periods) {
    const start = from !== null && from > period.from ? from : period.from
    const end = earlierEnd(period.to, to)
    if (end === null || start <= end) kept.push({ from: start, to: end })
  }
  return kept
}

/** Days common to two sets. */
export function intersection(a: readonly Period[], b: readonly Period[]): readonly Period[] {
  return b.flatMap((period) => clip(a, period.from, period.to))
}

/** The days between `from` and `to` that are in none of the sorted disjoint `periods`. */
export function gaps(periods: readonly Period[], from: Day, to: Day | null): readonly Period[] {
  const found: Period[] = []
  let start: Day | null = from
  for (const period of periods) {
    if (start === null || (to !== null && start > to)) return found
    if (period.from > start) {
      const end = earlierEnd(addDays(period.from, -1), to)
      found.push({ from: start, to: end })
    }
    if (period.to === null) return found
    if (period.to >= start) start = addDays(period.to, 1)
  }
  if (start !== null && (to === null || start <= to)) found.push({ from: start, to })
  return found
}

export function includes(period: Period, day: Day): boolean {
  return period.from <= day && (period.to === null || day <= period.to)
}

function isReal(period: Period): boolean {
  return period.to === null || period.from <= period.to
}

function laterEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null
  return a > b ? a : b
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}
