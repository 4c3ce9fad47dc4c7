/** What a form reads beside days, amounts and hours (renderer/ui/typed): a rate, a month, the first day of a year. */
import { type Day, daysInMonth, yearOf } from '#shared/domain/day.ts'

const SPACES = /[\s\u00a0\u202f]/g

/** "42", "42 %", "42,5 %" → 1/10 000 (4 250). Null: not understood. */
export function parseTypedRate(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(text.replace(SPACES, ''))
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** 4250 → "42,50 %". */
export function frRate(rate: number): string {
  return `${Math.floor(rate / 100)},${String(rate % 100).padStart(2, '0')}\u00a0%`
}

/** "11/2026", "112026", "2026-11", "11" (this year) → "2026-11". */
export function parseTypedMonth(text: string, today: Day): string | null {
  const typed = text.replace(SPACES, '')
  const french = /^(\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(typed) ?? /^(\d{2})(\d{4})$/.exec(typed)
  const iso = /^(\d{4})-(\d{1,2})$/.exec(typed)
  const month = Number(french?.[1] ?? iso?.[2])
  const year = Number(french === null ? iso?.[1] : (french[2] ?? yearOf(today)))
  const full = year < 100 ? 2000 + year : year
  if (!Number.isInteger(full) || full < 1900 || full > 2199 || !(month >= 1 && month <= 12)) return null
  return `${full}-${String(month).padStart(2, '0')}`
}

/** "01/09", "1er septembre" is not asked: day and month of a fiscal year's start → "09-01". */
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
