/**
 * Amounts as people write them: "1 234,56 €" whatever the space, "1.234,56", "1,234.56", (500,00) or 500- for a negative.
 * "1,234" alone may be read two ways: it is refused rather than guessed.
 */
import { type Cents, cents } from '#shared/domain/money.ts'
import type { RawCell } from '../read/source.ts'
import { type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText, warned } from './cell.ts'

const MAX_CENTS = 1e13

export function readAmount(cell: RawCell): CellRead<Cents> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (cell?.kind === 'number') return fromNumber(cell.number, text)
  if (isAbsent(text)) return EMPTY
  return parseAmountText(text)
}

/** Pay, grants and tranches: a negative one is a typing error. */
export function readPositiveAmount(cell: RawCell): CellRead<Cents> {
  const amount = readAmount(cell)
  return amount.value !== null && amount.value < 0
    ? refused('amount.negative', { text: shownText(cell) })
    : amount
}

function fromNumber(number: number, text: string): CellRead<Cents> {
  const value = Math.round(number * 100)
  if (!Number.isSafeInteger(value) || Math.abs(value) > MAX_CENTS)
    return refused('amount.unreadable', { text })
  const exact = Math.abs(number * 100 - value) < 1e-4
  return exact ? read(cents(value)) : warned(cents(value), 'amount.rounded', { text })
}

export function parseAmountText(text: string): CellRead<Cents> {
  let typed = text
    .replace(/\s/g, '')
    .replace(/[−–]/g, '-')
    .replace(/'/g, '')
    .replace(/(€|euros?|eur)(ttc|ht|brut|\/mois)?$/i, '')
    .replace(/^(€|eur)/i, '')
  let negative = false
  const wrapped = /^\((.+)\)$/.exec(typed)
  if (wrapped !== null) {
    negative = true
    typed = (wrapped[1] ?? '').replace(/(€|euros?|eur)$/i, '')
  }
  if (/^-/.test(typed) || /-$/.test(typed)) {
    negative = !negative
    typed = typed.replace(/^-|-$/g, '')
  }
  typed = typed.replace(/^\+/, '')
  if (!/^[\d.,]+$/.test(typed) || !/\d/.test(typed)) return refused('amount.unreadable', { text })

  const decimal = decimalMark(typed)
  if (decimal === 'ambiguous') return refused('amount.ambiguous', { text })
  const parts =
    decimal === null
      ? [typed]
      : [typed.slice(0, typed.lastIndexOf(decimal)), typed.slice(typed.lastIndexOf(decimal) + 1)]
  const whole = (parts[0] ?? '').replace(/[.,]/g, '')
  const fraction = parts[1] ?? ''
  if (whole.length > 11) return refused('amount.unreadable', { text })
  const digits = Number(whole === '' ? '0' : whole) * 100
  const rounded = Math.floor(Number(`${fraction.padEnd(3, '0').slice(0, 3)}`) / 10 + 0.5)
  const value = cents((negative ? -1 : 1) * (digits + rounded) + 0)
  return fraction.length > 2 && /[1-9]/.test(fraction.slice(2))
    ? warned(value, 'amount.rounded', { text })
    : read(value)
}

/** Which of "." and "," opens the cents. */
function decimalMark(typed: string): '.' | ',' | null | 'ambiguous' {
  const dots = typed.split('.').length - 1
  const commas = typed.split(',').length - 1
  if (dots === 0 && commas === 0) return null
  if (dots > 0 && commas > 0) {
    const last = typed.lastIndexOf('.') > typed.lastIndexOf(',') ? '.' : ','
    return (last === '.' ? dots : commas) === 1 ? last : 'ambiguous'
  }
  const mark = dots > 0 ? '.' : ','
  const groups = typed.split(mark)
  const thousands = groups.slice(1).every((g) => g.length === 3) && (groups[0] ?? '').length <= 3
  if (dots + commas > 1) return thousands ? null : 'ambiguous'
  // One mark and three digits after it: 1,234 is 1 234 for some and 1,23 for others. 0,125 or 1234,567 leave no doubt.
  if (thousands && !/^0?[.,]/.test(typed)) return 'ambiguous'
  return mark
}
