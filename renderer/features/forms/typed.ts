/** What a form reads beside days, amounts, hours and rates (shared/text/typed): the first day of a fiscal year. */
import { daysInMonth } from '#shared/domain/day.ts'

const SPACES = /[\s\u00a0\u202f]/g

/** "01/09": day and month of a fiscal year's start → "09-01". */
export function parseTypedMonthDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.replace(SPACES, ''))
  if (match === null) return null
  const dom = Number(match[1])
  const month = Number(match[2])
  // 29 February exists one year in four only: no fiscal year starts on it.
  if (month < 1 || month > 12 || dom < 1 || dom > daysInMonth(2025, month)) return null
  return `${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`
}

/** "09-01" → "01/09". */
export function frMonthDay(value: string): string {
  return `${value.slice(3, 5)}/${value.slice(0, 2)}`
}
