/**
 * What a person types → a value: days as 301126 or 30/11, amounts as 12 500,50 or =20000+14000, hours as 35 or 17h30.
 * Null means "not understood": the cell or field then says so and keeps the text. Imports, which must not guess, have
 * their own readers.
 */
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  FIRST_YEAR,
  isInCalendar,
  LAST_YEAR,
  yearOf,
} from '../domain/day.ts'
import { type Cents, cents, isCents, roundHalfUp } from '../domain/money.ts'

const SPACES = /[\s\u00a0\u202f\u2009]/g
const NAMED: Readonly<Record<string, number>> = { hier: -1, auj: 0, "aujourd'hui": 0, demain: 1 }
const MAX_CENTS = 1e13

/** "301126", "30112026", "30/11", "30/11/26", "30.11.2026", "2026-11-30", "demain", "+7", "+2m". */
export function parseTypedDay(text: string, today: Day): Day | null {
  const read = readTypedDay(text, today)
  const found = read === null || typeof read === 'string' ? read : existing(read)
  return found !== null && isInCalendar(found) ? found : null
}

/** A day of some calendar, but not of Jalon's: 31/12/9999, or a thousand years from today. */
export function isTypedOutOfCalendar(text: string, today: Day): boolean {
  const read = readTypedDay(text, today)
  if (read === null) return false
  return typeof read === 'string' ? !isInCalendar(read) : read.year < FIRST_YEAR || read.year > LAST_YEAR
}

/** A day written as one that no calendar has (31/02): its month, and how many days that has. Null for anything else. */
export function impossibleDay(
  text: string,
  today: Day,
): { readonly month: string; readonly days: number } | null {
  const read = readTypedDay(text, today)
  if (read === null || typeof read === 'string' || !isMonth(read) || existing(read) !== null) return null
  const month = `${read.year}-${String(read.month).padStart(2, '0')}`
  return { month, days: daysInMonth(read.year, read.month) }
}

interface WrittenDay {
  readonly year: number
  readonly month: number
  readonly dom: number
}

function readTypedDay(text: string, today: Day): Day | WrittenDay | null {
  const typed = text.replace(SPACES, '').replace(/’/g, "'").toLowerCase()
  if (typed === '') return null
  const named = NAMED[typed]
  if (named !== undefined) return addDays(today, named)

  const shift = /^([+-])(\d{1,4})(j|m)?$/.exec(typed)
  if (shift !== null) {
    const count = Number(`${shift[1]}${shift[2]}`)
    return shift[3] === 'm' ? addMonths(today, count) : addDays(today, count)
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), dom: Number(iso[3]) }

  const split =
    /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(typed)
  if (split === null) return null
  return { year: yearTyped(split[3], today), month: Number(split[2]), dom: Number(split[1]) }
}

function yearTyped(text: string | undefined, today: Day): number {
  if (text === undefined) return yearOf(today)
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function isMonth({ year, month }: WrittenDay): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12
}

function existing(written: WrittenDay): Day | null {
  const { year, month, dom } = written
  return isMonth(written) && dom >= 1 && dom <= daysInMonth(year, month) ? dayOf(year, month, dom) : null
}

/** "12 500,50 €", "−500", "1.234,56", "=20000+14000", "=50000*3/4". Rounded half up to the cent after the calculation. */
export function parseTypedCents(text: string): Cents | null {
  const typed = text
    .replace(SPACES, '')
    .replace(/€|eur(os)?$/gi, '')
    .replace(/[−–]/g, '-')
  if (typed === '') return null
  if (typed.startsWith('=')) return calculated(typed.slice(1))
  const plain = plainNumber(typed)
  if (plain === null || (plain.split('.')[1]?.length ?? 0) > 2) return null
  const value = fraction(plain)
  return value === null ? null : toCents(value)
}

/** "=20000+14000+10000" → its terms, each an amount by itself; null where it is not such a sum. */
export function parseTypedTerms(text: string): readonly Cents[] | null {
  const typed = text.trim()
  if (!typed.startsWith('=')) return null
  const terms: string[] = ['']
  let depth = 0
  for (const sign of typed.slice(1)) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === '+' && depth === 0) terms.push('')
    else terms[terms.length - 1] += sign
  }
  const amounts = terms.map((term) => parseTypedCents(`=${term}`))
  return amounts.every((amount) => amount !== null) ? amounts : null
}

/** Digits and one decimal point, from what people write. A dot is a thousands mark only where a comma follows it. */
function plainNumber(typed: string): string | null {
  const shaped = typed.includes(',') ? typed.replace(/\.(?=\d{3})/g, '').replace(',', '.') : typed
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(shaped) ? shaped : null
}

/** An exact fraction: no float touches an amount, even inside a formula. */
interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

function fraction(decimal: string): Fraction | null {
  const match = /^([+-]?)(\d*)\.?(\d*)$/.exec(decimal)
  if (match === null) return null
  const [, sign = '', whole = '', part = ''] = match
  if (whole + part === '' || whole.length + part.length > 24) return null
  return { top: BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`), bottom: 10n ** BigInt(part.length) }
}

function toCents(value: Fraction): Cents | null {
  const sign = value.bottom < 0n ? -1n : 1n
  const rounded = Number(roundHalfUp(value.top * 100n * sign, value.bottom * sign))
  return isCents(rounded) && Math.abs(rounded) <= MAX_CENTS ? cents(rounded) : null
}

/** Sum of products, with parentheses: enough for what is typed in a cell. */
function calculated(formula: string): Cents | null {
  const tokens = formula.match(/\d+(?:[.,]\d*)?|[.,]\d+|[-+*/()x×]|./g)
  if (tokens === null || tokens.length > 200) return null
  let at = 0
  const sum = (): Fraction | null => {
    let left = product()
    while (left !== null && (tokens[at] === '+' || tokens[at] === '-')) {
      const minus = tokens[at++] === '-'
      const right = product()
      if (right === null) return null
      left = {
        top: left.top * right.bottom + (minus ? -1n : 1n) * right.top * left.bottom,
        bottom: left.bottom * right.bottom,
      }
    }
    return left
  }
  const product = (): Fraction | null => {
    let left = factor()
    while (left !== null && /^[*/x×]$/.test(tokens[at] ?? '')) {
      const divide = tokens[at++] === '/'
      const right = factor()
      if (right === null || (divide && right.top === 0n)) return null
      left = divide
        ? { top: left.top * right.bottom, bottom: left.bottom * right.top }
        : { top: left.top * right.top, bottom: left.bottom * right.bottom }
    }
    return left
  }
  const factor = (): Fraction | null => {
    const token = tokens[at++]
    if (token === undefined) return null
    if (token === '-') {
      const value = factor()
      return value === null ? null : { top: -value.top, bottom: value.bottom }
    }
    if (token === '+') return factor()
    if (token === '(') {
      const value = sum()
      return value !== null && tokens[at++] === ')' ? value : null
    }
    const number = plainNumber(token)
    return number === null ? null : fraction(number)
  }
  const value = sum()
  return value === null || at !== tokens.length ? null : toCents(value)
}

/** "35", "35 h", "17h30", "17:30", "17,5" → minutes a week. */
export function parseTypedMinutes(text: string): number | null {
  const typed = text.replace(SPACES, '').toLowerCase()
  const clock = /^(\d{1,2})(?:h|:)(\d{2})?$/.exec(typed)
  if (clock !== null) {
    const minutes = Number(clock[2] ?? 0)
    return minutes < 60 ? Number(clock[1]) * 60 + minutes : null
  }
  const hours = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(typed)
  if (hours === null) return null
  const minutes = Number(`${hours[1]}.${hours[2] ?? 0}`) * 60
  return Math.round(minutes)
}

/** "42", "42 %", "42,5 %" → 1/10 000 (4 250). */
export function parseTypedRate(text: string): number | null {
  const typed = text.replace(SPACES, '').replace('%', '')
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed)
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** "novembre 2026" is written 11/2026 or 2026-11 → "2026-11". */
export function parseTypedMonth(text: string, today: Day): string | null {
  const typed = text.replace(SPACES, '')
  const french = /^(\d{1,2})[/.-](\d{2}|\d{4})$/.exec(typed) ?? /^(\d{2})(\d{4})$/.exec(typed)
  const iso = /^(\d{4})-(\d{1,2})$/.exec(typed)
  const year = french !== null ? yearTyped(french[2], today) : Number(iso?.[1])
  const month = Number(french?.[1] ?? iso?.[2])
  return isMonth({ year, month, dom: 1 }) ? `${year}-${String(month).padStart(2, '0')}` : null
}

/** "01/09": day and month of a fiscal year's start → "09-01". 29 February is refused: it exists one year in four only. */
export function parseTypedMonthDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.replace(SPACES, ''))
  if (match === null) return null
  const dom = Number(match[1])
  const month = Number(match[2])
  if (month < 1 || month > 12 || dom < 1 || dom > daysInMonth(2025, month)) return null
  return `${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`
}

/** "09-01" → "01/09". */
export function frMonthDay(value: string): string {
  return `${value.slice(3, 5)}/${value.slice(0, 2)}`
}
