/**
 * Days as people write them: 31/12/2024, 1/3/24, 2024-12-31, "1er mars 2024", 01.03.2024, real dates and day numbers of a
 * workbook. The day always comes before the month; a day that does not exist is refused, never moved.
 */
import { addDays, type Day, dayOf, daysInMonth } from '#shared/domain/day.ts'
import { dayOfSerial } from '../read/serial.ts'
import type { RawCell } from '../read/source.ts'
import { bare, type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText } from './cell.ts'

export const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars', 'mar'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout', 'aou'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
]
/** A contract or a convention before this year, or after the last, is a typing error. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2100
/** Day numbers read as days where the column holds days: 1990 to 2100. */
const FIRST_SERIAL = 32_874
const LAST_SERIAL = 73_415

export function readDay(cell: RawCell): CellRead<Day> {
  const error = errorOf(cell)
  if (error !== null) return error
  if (cell?.kind === 'day') return inRange(cell.day, cell.text)
  const text = shownText(cell)
  if (isAbsent(text)) return EMPTY
  if (cell?.kind === 'number') return fromNumber(cell.number, text)
  return parseDayText(text)
}

export function parseDayText(text: string): CellRead<Day> {
  const typed = bare(text)
  // An instant of universal time: French midnight is written 22:00 or 23:00 of the day before.
  const instant = /^(\d{4})-(\d{2})-(\d{2})t(\d{2}):(\d{2}):\d{2}(?:\.\d+)?z$/.exec(typed)
  if (instant !== null) {
    const written = built(Number(instant[1]), Number(instant[2]), Number(instant[3]), text)
    const nextDay = /^2[23]$/.test(instant[4] ?? '') && instant[5] === '00'
    return written.value !== null && nextDay ? read(addDays(written.value, 1)) : written
  }
  const date = typed.replace(/[ t]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:[+-]\d{2}:?\d{2})?$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date)
  if (iso !== null) return built(Number(iso[1]), Number(iso[2]), Number(iso[3]), text)
  const french = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/.exec(date)
  if (french !== null) return built(fullYear(french[3] ?? ''), Number(french[2]), Number(french[1]), text)
  const words =
    /^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\.? )?(?:le )?(\d{1,2})(?:er)?[ -]([a-z]+)\.?[ -](\d{4}|\d{2})$/.exec(
      date,
    )
  if (words !== null) {
    const month = MONTHS.findIndex((names) => names.includes(words[2] ?? '')) + 1
    if (month === 0) return refused('day.unreadable', { text })
    return built(fullYear(words[3] ?? ''), month, Number(words[1]), text)
  }
  if (/^\d{5}(?:[.,]\d+)?$/.test(date)) return fromNumber(Number(date.replace(',', '.')), text)
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(date)
  if (compact !== null) return built(Number(compact[1]), Number(compact[2]), Number(compact[3]), text)
  return refused('day.unreadable', { text })
}

function fromNumber(number: number, text: string): CellRead<Day> {
  if (number === 0) return EMPTY
  const found = number >= FIRST_SERIAL && number <= LAST_SERIAL ? dayOfSerial(number) : null
  if (found !== null) return read(found)
  return /^(19|20)\d{6}$/.test(text) ? parseDayText(`${text} `.trim()) : refused('day.unreadable', { text })
}

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function built(year: number, month: number, dom: number, text: string): CellRead<Day> {
  if (month < 1 || month > 12) return refused('day.month', { text, month })
  if (dom < 1 || dom > daysInMonth(year, month))
    return refused('day.does-not-exist', { text, month, year, days: daysInMonth(year, month) })
  return inRange(dayOf(year, month, dom), text)
}

function inRange(found: Day, text: string): CellRead<Day> {
  const year = Number(found.slice(0, 4))
  return year < FIRST_YEAR || year > LAST_YEAR ? refused('day.out-of-range', { text }) : read(found)
}
