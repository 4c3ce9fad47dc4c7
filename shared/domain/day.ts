/**
 * A day of the calendar, "YYYY-MM-DD": no time, no zone, so nothing can shift by an hour of summer time.
 * This file is the only one that knows Temporal; strings of this shape compare and sort as days do.
 */
import { Temporal } from 'temporal-polyfill'

declare const dayBrand: unique symbol
export type Day = string & { readonly [dayBrand]: true }

const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const MS_PER_DAY = 86_400_000

/** The day, or null where the text has another shape or names a day that does not exist (2026-02-30). */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text)) return null
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const dom = Number(text.slice(8, 10))
  if (year < 1 || month < 1 || month > 12 || dom < 1 || dom > daysInMonth(year, month)) return null
  return text as Day
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

export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function yearOf(d: Day): number {
  return Number(d.slice(0, 4))
}

export function monthOf(d: Day): number {
  return Number(d.slice(5, 7))
}

export function dayOfMonth(d: Day): number {
  return Number(d.slice(8, 10))
}

export function addDays(d: Day, days: number): Day {
  return Temporal.PlainDate.from(d).add({ days }).toString() as Day
}

/** Same day number `months` later (or earlier), or the last day of that month where it has no such day number. */
export function addMonths(d: Day, months: number): Day {
  return Temporal.PlainDate.from(d).add({ months }, { overflow: 'constrain' }).toString() as Day
}

/** Calendar days from a to b: 0 for the same day, negative where b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((epochMs(b) - epochMs(a)) / MS_PER_DAY)
}

/** Days of the period, both ends included. */
export function inclusiveDays(from: Day, to: Day): number {
  return daysBetween(from, to) + 1
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(d: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return Temporal.PlainDate.from(d).dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7
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

function epochMs(d: Day): number {
  return Date.UTC(yearOf(d), monthOf(d) - 1, dayOfMonth(d))
}
