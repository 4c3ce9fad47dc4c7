/**
 * Months as people write them over a column or in a cell: "janvier 2026", "janv. 26", "01/2026", "2026-01", the first day of a
 * month in a workbook. A month without its year is not a month: the year is never guessed.
 */
import { monthOf, yearOf } from '#shared/domain/day.ts'
import type { RawCell } from '../read/source.ts'
import { bare, type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText } from './cell.ts'
import { MONTHS, parseDayText } from './day-cell.ts'

/** "2026-01". */
export type Month = string

export function readMonth(cell: RawCell): CellRead<Month> {
  const error = errorOf(cell)
  if (error !== null) return error
  if (cell?.kind === 'day') return read(monthText(yearOf(cell.day), monthOf(cell.day)))
  const text = shownText(cell)
  if (isAbsent(text)) return EMPTY
  const found = parseMonth(text)
  return found === null ? refused('month.unreadable', { text }) : read(found)
}

export function parseMonth(text: string): Month | null {
  const typed = bare(text).replace(/[._]/g, ' ').replace(/\s+/g, ' ').trim()
  const numbers = /^(\d{1,2}) ?[-/ ] ?(\d{4})$/.exec(typed)
  if (numbers !== null) return inYear(Number(numbers[2]), Number(numbers[1]))
  const iso = /^(\d{4}) ?[-/ ] ?(\d{1,2})$/.exec(typed)
  if (iso !== null) return inYear(Number(iso[1]), Number(iso[2]))
  const words = /^([a-z]+) ?[-/ ']? ?(\d{4}|\d{2})$/.exec(typed)
  if (words !== null) {
    const month = MONTHS.findIndex((names) => names.includes(words[1] ?? '')) + 1
    const year = Number(words[2])
    return inYear(year < 100 ? 2000 + year : year, month)
  }
  const { value: day } = parseDayText(text)
  return day === null ? null : inYear(yearOf(day), monthOf(day))
}

function inYear(year: number, month: number): Month | null {
  return month >= 1 && month <= 12 && year >= 2000 && year <= 2100 ? monthText(year, month) : null
}

function monthText(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, '0')}`
}
