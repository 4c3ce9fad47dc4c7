/** Formatting at the edges: days, amounts and counts as French readers expect them. Never used inside a rule. */
import { type Day, dayOfMonth, FIRST_DAY, LAST_DAY, monthOf, weekday, yearOf } from '../domain/day.ts'
import type { Cents } from '../domain/money.ts'

const NARROW = '\u202f'
const NBSP = '\u00a0'
const MINUS = '\u2212'
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const
export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** "L1242-8-1, R332-39 CGFP": a legal reference is never broken over a line. */
export function frReference(text: string): string {
  return text
    .replace(/(?<=[A-Z]?\d)-(?=\d)/g, '\u2011')
    .replace(/ (?=CGFP\b)/g, NBSP)
    .replace(/\b(art\.|Décret|décret|loi|Loi) (?=[A-Z\d])/g, `$1${NBSP}`)
}

/** 23/11/2026 */
export function frDay(d: Day): string {
  return `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}`
}

/** Bounds of the calendar of Jalon, as every refusal of a day says them. */
export const CALENDAR = `le ${frDay(FIRST_DAY)} et le ${frDay(LAST_DAY)}`

/** lundi 23/11/2026: where one must act. */
export function frWeekday(d: Day): string {
  return `${WEEKDAYS[weekday(d) - 1]} ${frDay(d)}`
}

/** 23 novembre 2026 (1er for the first). */
export function frLongDay(d: Day): string {
  const n = dayOfMonth(d)
  return `${n === 1 ? '1er' : n} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`
}

/** "novembre 2026" from "2026-11". */
export function frMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`
}

/** 12 500,00 (narrow no-break space for thousands, real minus sign); no currency. */
export function frAmount(c: Cents): string {
  const abs = Math.abs(c)
  const whole = frInteger(Math.floor(abs / 100))
  return `${c < 0 ? MINUS : ''}${whole},${String(abs % 100).padStart(2, '0')}`
}

/** 12 500,00 € */
export function frEuros(c: Cents): string {
  return `${frAmount(c)}${NBSP}€`
}

/** 2,5 %, from ten-thousandths as rates are kept. */
export function frRate(rate: number): string {
  return `${rate < 0 ? MINUS : ''}${String(Math.abs(rate) / 100).replace('.', ',')}${NBSP}%`
}

/** "850 Ko", "1,2 Mo", "4 Go": thousands of octets, as disks are sold. */
export function frBytes(bytes: number): string {
  const [size, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'Ko'] : bytes < 1e9 ? [bytes / 1e6, 'Mo'] : [bytes / 1e9, 'Go']
  const shown =
    size < 10 && unit !== 'Ko'
      ? String(Math.round(size * 10) / 10).replace('.', ',')
      : frInteger(Math.ceil(size))
  return `${shown}${NBSP}${unit}`
}

/** "23/11/2026 09:30" from an ISO instant: the hour as it was written, not shifted to another zone. */
export function frInstant(instant: string): string {
  return `${instant.slice(8, 10)}/${instant.slice(5, 7)}/${instant.slice(0, 4)} ${instant.slice(11, 16)}`
}

export function frInteger(n: number): string {
  return String(n)
    .replace('-', MINUS)
    .replace(/\B(?=(\d{3})+(?!\d))/g, NARROW)
}

/** "dans 7 j", "retard 23 j", "aujourd'hui"; months beyond 90 days. */
export function frDelay(daysLeft: number): string {
  if (daysLeft === 0) return 'aujourd’hui'
  const abs = Math.abs(daysLeft)
  const length = abs > 90 && daysLeft > 0 ? `${Math.round(abs / 30.4375)} mois` : `${frInteger(abs)}${NBSP}j`
  return daysLeft > 0 ? `dans ${length}` : `retard ${length}`
}
