/**
 * Lengths date to date: N months from a day end on the day before the same day number, or on the last day of the month
 * that has no such day number (31 August + 6 months ends on 28 February, not on the 27th).
 */
import {
  addDays,
  addMonths,
  type Day,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  inclusiveDays,
  monthOf,
  yearOf,
} from '../../domain/day.ts'
import type { Basis, Step } from '../explanation.ts'
import { basisOf } from '../texts.ts'

export interface ContractEnd {
  readonly endsOn: Day
  /** Calendar days, both ends included. */
  readonly days: number
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function contractEnd(startsOn: Day, months: number): ContractEnd {
  const endsOn = endAfterMonths(startsOn, months)
  const days = inclusiveDays(startsOn, endsOn)
  return {
    endsOn,
    days,
    steps: [
      { code: 'length.start', values: { startsOn, months } },
      addMonths(startsOn, months) === endsOn
        ? { code: 'length.no-such-day', values: { day: dayOfMonth(startsOn), endsOn } }
        : { code: 'length.day-before', values: { sameDay: addMonths(startsOn, months), endsOn } },
      { code: 'length.days', values: { days } },
    ],
    basis: basisOf('contract-end', startsOn),
  }
}

/** Last day of a period of `months` months that starts on `startsOn`; the day before it where months is 0. */
export function endAfterMonths(startsOn: Day, months: number): Day {
  const sameDay = addMonths(startsOn, months)
  return dayOfMonth(sameDay) === dayOfMonth(startsOn) ? addDays(sameDay, -1) : sameDay
}

/** A length date to date: whole months, then days left over. */
export interface Length {
  readonly months: number
  readonly days: number
}

const NO_LENGTH: Length = { months: 0, days: 0 }
/** Days that make a month when days left over of several periods add up: a public service counts its pay in thirtieths. */
const DAYS_PER_MONTH = 30

/** Length of a period, both ends included. An end before the start is no length. */
export function lengthOf(startsOn: Day, endsOn: Day): Length {
  if (endsOn < startsOn) return NO_LENGTH
  // One month more than the calendar says can be complete, never two: the search starts there.
  let months = (yearOf(endsOn) - yearOf(startsOn)) * 12 + monthOf(endsOn) - monthOf(startsOn) + 1
  while (months > 0 && endAfterMonths(startsOn, months) > endsOn) months--
  return { months, days: daysBetween(endAfterMonths(startsOn, months), endsOn) }
}

/**
 * Sum of lengths. The days left over by one period never make a month by themselves (31 days may be needed); those of
 * several periods add up thirty to a month.
 */
export function sumLengths(lengths: readonly Length[]): Length {
  let months = 0
  let days = 0
  let withDays = 0
  for (const length of lengths) {
    months += length.months
    days += length.days
    if (length.days > 0) withDays += 1
  }
  if (withDays < 2) return { months, days }
  return { months: months + Math.floor(days / DAYS_PER_MONTH), days: days % DAYS_PER_MONTH }
}

/** Negative, zero or positive as the length is under, exactly or over that many months. */
export function compareToMonths(length: Length, months: number): number {
  return length.months === months ? length.days : length.months - months
}

/** Last day of a period that starts on `startsOn` and lasts the length. */
export function endAfter(startsOn: Day, length: Length): Day {
  return addDays(endAfterMonths(startsOn, length.months), length.days)
}

/** `months` minus a length (never below nothing), to know what is left of a limit. */
export function monthsMinus(months: number, length: Length): Length {
  if (compareToMonths(length, months) >= 0) return NO_LENGTH
  if (length.days === 0) return { months: months - length.months, days: 0 }
  return { months: months - length.months - 1, days: DAYS_PER_MONTH - length.days }
}

/** Same day number `months` later; the last day of a month stays the last day of a month (30 June + 6 = 31 December). */
export function addMonthsKeepingEnd(d: Day, months: number): Day {
  const moved = addMonths(d, months)
  if (dayOfMonth(d) !== daysInMonth(yearOf(d), monthOf(d))) return moved
  return addDays(moved, daysInMonth(yearOf(moved), monthOf(moved)) - dayOfMonth(moved))
}
