/**
 * A day of the calendar, "YYYY-MM-DD": no time, no zone, so nothing can shift by an hour of summer time.
 * The arithmetic is on whole day numbers (proleptic Gregorian), because a national file asks for millions of days;
 * a property test compares every function with Temporal.PlainDate. Strings of this shape compare and sort as days do.
 */

declare const dayBrand: unique symbol
export type Day = string & { readonly [dayBrand]: true }

const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))
/** Day number of 1970-01-01 counted from 0000-03-01, the origin of the algorithm below. */
const EPOCH_SHIFT = 719_468
const DAYS_PER_ERA = 146_097

/** The day, or null where the text has another shape or names a day that does not exist (2026-02-30). */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text)) return null
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const dom = Number(text.slice(8, 10))
  if (year < 1 || month < 1 || month > 12 || dom < 1 || dom > daysInMonth(year, month)) return null
  return text as Day
}

/**
 * The calendar of Jalon: no day is taken from anybody outside it, whichever door it comes by (shared/schemas/values.ts). Wider than
 * any working life or convention, narrower than what software writes for "never" (0001-01-01, 9999-12-31); rules may reckon a
 * little beyond it, the calendar of this file goes to the year 9999.
 */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199
export const FIRST_DAY = `${FIRST_YEAR}-01-01` as Day
export const LAST_DAY = `${LAST_YEAR}-12-31` as Day

export function isInCalendar(d: Day): boolean {
  return d >= FIRST_DAY && d <= LAST_DAY
}

/** What is wrong with a day that somebody gives, as a code of the text catalogue; null: nothing. */
export function dayProblem(value: unknown): 'day.invalid' | 'day.out-of-range' | null {
  if (!isDay(value)) return 'day.invalid'
  return isInCalendar(value) ? null : 'day.out-of-range'
}

/** For literals and rows already checked by the database. Throws where the text is no day: a bug, not an input error. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a calendar day: ${text}`)
  return parsed
}

export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && parseDay(text) !== null
}

/** Throws beyond the year 9999: a day of five digits sorts before those it follows, and a loop up to it never ends. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`year out of the calendar: ${year}`)
  return `${twoDigits(Math.trunc(year / 100))}${twoDigits(year % 100)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function yearOf(d: Day): number {
  return digit(d, 0) * 1000 + digit(d, 1) * 100 + digit(d, 2) * 10 + digit(d, 3)
}

export function monthOf(d: Day): number {
  return digit(d, 5) * 10 + digit(d, 6)
}

export function dayOfMonth(d: Day): number {
  return digit(d, 8) * 10 + digit(d, 9)
}

/** Whole days since 1970-01-01: what loops over many days count in. */
export function dayNumber(d: Day): number {
  const month = monthOf(d)
  const year = month <= 2 ? yearOf(d) - 1 : yearOf(d)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth(d) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT
}

export function dayFromNumber(n: number): Day {
  const shifted = n + EPOCH_SHIFT
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return dayOf(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

export function addDays(d: Day, days: number): Day {
  const dom = dayOfMonth(d) + days
  // Most additions stay inside the month's first 28 days: no conversion needed.
  if (dom >= 1 && dom <= 28) return `${d.slice(0, 8)}${twoDigits(dom)}` as Day
  return dayFromNumber(dayNumber(d) + days)
}

/** Same day number `months` later (or earlier), or the last day of that month where it has no such day number. */
export function addMonths(d: Day, months: number): Day {
  const total = yearOf(d) * 12 + monthOf(d) - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  return dayOf(year, month, Math.min(dayOfMonth(d), daysInMonth(year, month)))
}

/** Calendar days from a to b: 0 for the same day, negative where b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a)
}

/** Days of the period, both ends included. */
export function inclusiveDays(from: Day, to: Day): number {
  return daysBetween(from, to) + 1
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(d: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return weekdayOfNumber(dayNumber(d))
}

/** 1 = Monday … 7 = Sunday, of a day number (1970-01-01 was a Thursday). */
export function weekdayOfNumber(n: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((n + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

export function firstDayOfMonth(d: Day): Day {
  return `${d.slice(0, 7)}-01` as Day
}

export function lastDayOfMonth(d: Day): Day {
  return dayOf(yearOf(d), monthOf(d), daysInMonth(yearOf(d), monthOf(d)))
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

function twoDigits(n: number): string {
  return TWO_DIGITS[n] ?? String(n)
}
