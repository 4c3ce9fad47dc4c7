/** Small ways of writing values that the grid, the sheets and the forms share. */
import type { Day } from '#shared/domain/day.ts'
import type { Cents } from '#shared/domain/money.ts'
import { impossibleDay, isTypedOutOfCalendar } from '#shared/text/typed.ts'
import { FR } from '../text/fr.ts'

/** 2 100 → "35 h", 1 050 → "17 h 30". */
export function frMinutes(minutes: number): string {
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)}\u00a0h`
  return rest === 0 ? hours : `${hours}\u00a0${String(rest).padStart(2, '0')}`
}

/** As a person would type it again: 12500 or 12500,50. No grouping, so that it can be edited and pasted. */
export function rawCents(value: Cents): string {
  const abs = Math.abs(value)
  const rest = abs % 100
  const whole = String(Math.floor(abs / 100))
  return `${value < 0 ? '-' : ''}${whole}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}

/** "09:41" from an ISO instant with offset: the hour as it was written, not shifted to another zone. */
export function frTime(instant: string): string {
  return instant.slice(11, 16)
}

export { frInstant } from '#shared/text/format.ts'

/** Why what was typed is not taken as a day: 31/02 does not exist, 31/12/9999 is out of bounds, "abc" is none. */
export function dayProblem(text: string, today: Day): string {
  if (isTypedOutOfCalendar(text, today)) return FR.dayOutOfCalendar
  const impossible = impossibleDay(text, today)
  return impossible === null ? FR.dayInvalid : FR.dayImpossible(impossible.month, impossible.days)
}
