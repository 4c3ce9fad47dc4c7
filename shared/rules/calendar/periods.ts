/** Periods of days, both ends included: merged where they touch or overlap, cut into runs where they are too far apart. */
import { addDays, type Day, maxDay } from '../../domain/day.ts'
import { endAfterMonths, type Length, lengthOf, sumLengths } from './contract-end.ts'

export interface Period {
  readonly startsOn: Day
  readonly endsOn: Day
}

/** Periods in order of their start; those that overlap or follow each other day after day become one span. */
export function mergePeriods(periods: readonly Period[]): Period[] {
  const spans: { startsOn: Day; endsOn: Day }[] = []
  for (const period of [...periods].sort(byStart)) {
    const last = spans.at(-1)
    if (last !== undefined && period.startsOn <= addDays(last.endsOn, 1))
      last.endsOn = maxDay(last.endsOn, period.endsOn)
    else spans.push({ startsOn: period.startsOn, endsOn: period.endsOn })
  }
  return spans
}

/** Is the interruption between these two days longer than so many months, date to date? */
export function isGapLongerThan(endsOn: Day, nextStartsOn: Day, months: number): boolean {
  const firstFree = addDays(endsOn, 1)
  return addDays(nextStartsOn, -1) > endAfterMonths(firstFree, months)
}

/** The spans after the last interruption longer than `months` (all of them where there is none). */
export function lastRun(spans: readonly Period[], months: number): readonly Period[] {
  let from = 0
  for (let i = 1; i < spans.length; i++) {
    const before = spans[i - 1]
    const next = spans[i]
    if (before && next && isGapLongerThan(before.endsOn, next.startsOn, months)) from = i
  }
  return spans.slice(from)
}

/** Sum of the spans, each date to date. */
export function totalLength(spans: readonly Period[]): Length {
  return sumLengths(spans.map((s) => lengthOf(s.startsOn, s.endsOn)))
}

function byStart(a: Period, b: Period): number {
  return a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0
}
