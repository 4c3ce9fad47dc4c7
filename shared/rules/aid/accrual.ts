/**
 * Income of a grant by fiscal year, whatever is paid, and what is deferred (account 487) at each close. Every year but the
 * last is rounded half up; the last takes the remainder, so that the years add up to the amount to the cent.
 */
import { addDays, type Day, dayOf, daysInMonth, inclusiveDays, yearOf } from '../../domain/day.ts'
import { type Cents, cents, ZERO } from '../../domain/money.ts'
import type { AccountingMethod } from '../../domain/words.ts'
import type { Basis, Step } from '../explanation.ts'
import { type Fraction, fraction, NOTHING, sum, toCents } from '../fraction.ts'
import { basisOf } from '../texts.ts'
import { conventionYears, SLICE_PARTS, type Slice, sharedDays, slicesOf } from './convention-years.ts'

export interface AccrualInput {
  readonly amountCents: Cents
  readonly startsOn: Day
  readonly endsOn: Day
  readonly method: AccountingMethod
  /** "MM-DD"; "02-29" starts on 28 February in common years. */
  readonly fiscalYearStart: string
  /** One amount per convention year, adding up to `amountCents`: method `schedule` needs it. */
  readonly yearlyCents?: readonly Cents[]
}

export interface AccrualYear {
  readonly from: Day
  readonly to: Day
  readonly incomeCents: Cents
  readonly deferredCents: Cents
}

export interface Accrual {
  readonly years: readonly AccrualYear[]
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

/** Part of the amount that falls in a period: called for every fiscal year but the last. */
export type Spread = (from: Day, to: Day) => Fraction

/** The method's own weight of any days of the grant, before rounding. */
export function spreadOf(input: AccrualInput): Spread {
  return SPREADS[input.method](input)
}

export function accrual(input: AccrualInput): Accrual {
  const { amountCents, startsOn, endsOn, method, fiscalYearStart } = input
  const periods = fiscalYears(startsOn, endsOn, fiscalYearStart)
  const spread = spreadOf(input)
  const years: AccrualYear[] = []
  let left = amountCents
  for (const [index, { from, to }] of periods.entries()) {
    const share = index === periods.length - 1 ? left : toCents(spread(from, to))
    // A few cents over many years could round up to more than is left; income never exceeds the grant.
    const incomeCents = cents(Math.min(share, left))
    left = cents(left - incomeCents)
    years.push({ from, to, incomeCents, deferredCents: left })
  }
  return {
    years,
    steps: [
      { code: `accrual.${method}`, values: { amountCents, startsOn, endsOn, fiscalYearStart } },
      ...years.map((y, index): Step => {
        const last = index === years.length - 1
        return {
          code: last ? 'accrual.last-year' : 'accrual.year',
          values: { ...y, days: sharedDays(y.from, y.to, startsOn, endsOn) },
        }
      }),
    ],
    basis: basisOf('accrual', endsOn),
  }
}

/** The fiscal year that holds a day. */
export function fiscalYearOf(d: Day, fiscalYearStart: string): { readonly from: Day; readonly to: Day } {
  const inSameYear = fiscalStart(yearOf(d), fiscalYearStart)
  const year = inSameYear <= d ? yearOf(d) : yearOf(d) - 1
  return { from: fiscalStart(year, fiscalYearStart), to: addDays(fiscalStart(year + 1, fiscalYearStart), -1) }
}

/** Fiscal years from the one that holds the first day to the one that holds the last. */
export function fiscalYears(
  startsOn: Day,
  endsOn: Day,
  fiscalYearStart: string,
): readonly { readonly from: Day; readonly to: Day }[] {
  let current = fiscalYearOf(startsOn, fiscalYearStart)
  const years = [current]
  while (current.to < endsOn) {
    current = fiscalYearOf(addDays(current.to, 1), fiscalYearStart)
    years.push(current)
  }
  return years
}

function fiscalStart(year: number, fiscalYearStart: string): Day {
  const month = Number(fiscalYearStart.slice(0, 2))
  return dayOf(year, month, Math.min(Number(fiscalYearStart.slice(3, 5)), daysInMonth(year, month)))
}

const SPREADS: Readonly<Record<AccountingMethod, (input: AccrualInput) => Spread>> = {
  days: ({ amountCents, startsOn, endsOn }) => {
    const total = inclusiveDays(startsOn, endsOn)
    return (from, to) => fraction(BigInt(amountCents) * BigInt(sharedDays(from, to, startsOn, endsOn)), total)
  },
  months: ({ amountCents, startsOn, endsOn }) => overSlices(amountCents, slicesOf(startsOn, endsOn)),
  schedule: ({ startsOn, endsOn, yearlyCents = [] }) => {
    const years = conventionYears(startsOn, endsOn, yearlyCents.length)
    const each = years.map((year, index) => overSlices(yearlyCents[index] ?? ZERO, year.slices))
    return (from, to) => sum(each.map((spread) => spread(from, to)))
  },
}

/**
 * Equal weight for each slice; a last short one weighs its days over a full slice's; a slice is shared by its days. So a
 * day weighs one over the days of its full slice: a whole number of `SLICE_PARTS`.
 */
function overSlices(amountCents: Cents, slices: readonly Slice[]): Spread {
  const partsIn = (from: Day, to: Day): number => {
    let parts = 0
    for (const slice of slices)
      if (slice.from <= to && slice.to >= from)
        parts += (sharedDays(from, to, slice.from, slice.to) * SLICE_PARTS) / slice.fullDays
    return parts
  }
  const first = slices[0]
  const last = slices.at(-1)
  if (first === undefined || last === undefined) return () => NOTHING
  const total = partsIn(first.from, last.to)
  return (from, to) => {
    const parts = partsIn(from, to)
    return parts === 0 ? NOTHING : fraction(BigInt(amountCents) * BigInt(parts), total)
  }
}
