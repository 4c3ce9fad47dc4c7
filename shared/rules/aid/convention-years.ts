/** The years of a convention, date to date from its first day, and the monthly slices of each, date to date from its own. */
import { addDays, type Day, daysBetween, inclusiveDays, maxDay, minDay } from '../../domain/day.ts'
import { endAfterMonths } from '../calendar/contract-end.ts'

export interface Slice {
  readonly from: Day
  readonly to: Day
  /** Days the slice would have were it not cut at the end. */
  readonly fullDays: number
}

const MONTHS_PER_YEAR = 12
/** Least common multiple of 28, 29, 30 and 31: a day of any monthly slice is a whole number of these parts. */
export const SLICE_PARTS = 377_580

/** How many years of 12 months, the last one possibly short, reach from the start to the end. */
export function yearCount(startsOn: Day, endsOn: Day): number {
  let years = 1
  while (endAfterMonths(startsOn, MONTHS_PER_YEAR * years) < endsOn) years++
  return years
}

export interface ConventionYear {
  readonly from: Day
  readonly to: Day
  readonly slices: readonly Slice[]
}

/** Thousands of posts share a few hundred conventions' dates: their years are cut once. Emptied when full. */
const known = new Map<string, readonly ConventionYear[]>()
const MOST_KNOWN = 2000

/**
 * `count` years; the last one ends with the convention: cut where it ends sooner, longer where an amendment moved the end
 * (or where one amount covers the whole of a V1 convention).
 */
export function conventionYears(startsOn: Day, endsOn: Day, count: number): readonly ConventionYear[] {
  const key = `${startsOn}${endsOn}${count}`
  const found = known.get(key)
  if (found !== undefined) return found
  const years = cutYears(startsOn, endsOn, count)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, years)
  return years
}

function cutYears(startsOn: Day, endsOn: Day, count: number): readonly ConventionYear[] {
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(endAfterMonths(startsOn, MONTHS_PER_YEAR * index), 1)
    const to =
      index === count - 1 ? endsOn : minDay(endAfterMonths(startsOn, MONTHS_PER_YEAR * (index + 1)), endsOn)
    return { from, to, slices: slicesOf(from, to) }
  })
}

/** Monthly slices of a period, date to date from its own first day; only the last one may be cut. */
export function slicesOf(startsOn: Day, endsOn: Day): readonly Slice[] {
  const slices: Slice[] = []
  let before = addDays(startsOn, -1)
  for (let n = 1; before < endsOn; n++) {
    const full = endAfterMonths(startsOn, n)
    slices.push({ from: addDays(before, 1), to: minDay(full, endsOn), fullDays: daysBetween(before, full) })
    before = full
  }
  return slices
}

/** Days that two periods share. */
export function sharedDays(aFrom: Day, aTo: Day, bFrom: Day, bTo: Day): number {
  const from = maxDay(aFrom, bFrom)
  const to = minDay(aTo, bTo)
  return to < from ? 0 : inclusiveDays(from, to)
}
