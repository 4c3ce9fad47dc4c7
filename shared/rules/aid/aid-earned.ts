/**
 * Aid earned at a day: each convention year's amount, in proportion to the days on which the post was occupied. Rounded
 * once a year. Two contracts that overlap at a hand-over occupy one post, once.
 */
import { type Day, inclusiveDays, maxDay, minDay } from '../../domain/day.ts'
import { type Cents, proportion, sumCents, ZERO } from '../../domain/money.ts'
import type { EarningMethod } from '../../domain/words.ts'
import { mergePeriods, type Period } from '../calendar/periods.ts'
import type { Basis, Step } from '../explanation.ts'
import { basisOf } from '../texts.ts'
import { conventionYears, SLICE_PARTS, type Slice, sharedDays } from './convention-years.ts'

export interface Occupation {
  readonly from: Day
  /** Null: still occupied. */
  readonly to: Day | null
}

export interface AidEarnedInput {
  readonly startsOn: Day
  readonly endsOn: Day
  /** One amount per convention year; the last one runs to `endsOn`. Never empty. */
  readonly yearlyCents: readonly Cents[]
  readonly occupied: readonly Occupation[]
  readonly at: Day
  readonly method: EarningMethod
}

export interface AidEarned {
  readonly earnedCents: Cents
  readonly byYear: readonly Cents[]
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function aidEarned(input: AidEarnedInput): AidEarned {
  const { startsOn, endsOn, yearlyCents, at, method } = input
  const until = minDay(at, endsOn)
  const spans = occupiedSpans(input.occupied, startsOn, until)
  const years = conventionYears(startsOn, endsOn, yearlyCents.length)
  const steps: Step[] = [
    { code: 'aid-earned.period', values: { startsOn, endsOn, at, method } },
    { code: 'aid-earned.occupied', values: { periods: spans.flatMap((s) => [s.startsOn, s.endsOn]) } },
  ]
  const byYear = years.map((year, index) => {
    const amount = yearlyCents[index] ?? ZERO
    const inYear = spans.filter((s) => s.startsOn <= year.to && s.endsOn >= year.from)
    const yearDays = inclusiveDays(year.from, year.to)
    const days = daysWithin(inYear, year.from, year.to)
    // Held all year long: the whole amount, without a look at its slices.
    const earned =
      days > 0 && days === yearDays
        ? amount
        : method === 'days'
          ? proportion(amount, days, yearDays)
          : earnedByMonths(amount, year.slices, inYear)
    steps.push({
      code: `aid-earned.year-${method}`,
      values: {
        year: index + 1,
        from: year.from,
        to: year.to,
        amountCents: amount,
        days,
        yearDays,
        slices: year.slices.length,
        cents: earned,
      },
    })
    return earned
  })
  return { earnedCents: sumCents(byYear), byYear, steps, basis: basisOf('aid-use') }
}

/** Occupied days inside the convention and up to the day asked for, each counted once. */
function occupiedSpans(occupied: readonly Occupation[], startsOn: Day, until: Day): readonly Period[] {
  const clipped: Period[] = []
  for (const { from, to } of occupied) {
    const period = { startsOn: maxDay(from, startsOn), endsOn: to === null ? until : minDay(to, until) }
    if (period.startsOn <= period.endsOn) clipped.push(period)
  }
  return clipped.length > 1 ? mergePeriods(clipped) : clipped
}

/**
 * Each slice is an equal share of the year, earned in proportion to its occupied days. Only the last slice may be cut:
 * whole slices add up in `SLICE_PARTS`, the last one joins them over its own days, so that one rounding is enough.
 */
function earnedByMonths(amount: Cents, slices: readonly Slice[], spans: readonly Period[]): Cents {
  if (spans.length === 0) return ZERO
  let wholeParts = 0
  for (const slice of slices.slice(0, -1))
    wholeParts += (daysWithin(spans, slice.from, slice.to) * SLICE_PARTS) / slice.fullDays
  const last = slices.at(-1)
  if (last === undefined) return ZERO
  const lastDays = inclusiveDays(last.from, last.to)
  const parts = wholeParts * lastDays + daysWithin(spans, last.from, last.to) * SLICE_PARTS
  return proportion(amount, parts, slices.length * SLICE_PARTS * lastDays)
}

function daysWithin(spans: readonly Period[], from: Day, to: Day): number {
  let days = 0
  for (const span of spans) days += sharedDays(span.startsOn, span.endsOn, from, to)
  return days
}
