/** A figure's value as it is typed in its own unit: euros with cents, per cent, a day and month; whole numbers for the rest. Pure. */

import { cents } from '#shared/domain/money.ts'
import { type FigureUnit, NO_HOLIDAY } from '#shared/rules/figures/figure.ts'
import { isPossibleValue } from '#shared/rules/figures/figures.ts'
import { frAmount } from '#shared/text/format.ts'
import { frMonthDay, parseTypedCents, parseTypedMonthDay, parseTypedRate } from '#shared/text/typed.ts'

export function parseFigure(unit: FigureUnit, text: string): number | null {
  const value = parsed(unit, text.trim())
  return value !== null && isPossibleValue(unit, value) ? value : null
}

function parsed(unit: FigureUnit, text: string): number | null {
  switch (unit) {
    case 'cents':
      return parseTypedCents(text)
    case 'rate':
      return parseTypedRate(text)
    case 'month-day': {
      if (text === '0') return 0
      const typed = parseTypedMonthDay(text)
      return typed === null ? null : Number(typed.replace('-', ''))
    }
    case 'easter-offset':
      return /^-?\d{1,3}$/.test(text) ? Number(text) : null
    default:
      return /^\d{1,5}$/.test(text) ? Number(text) : null
  }
}

export function showFigure(unit: FigureUnit, value: number): string {
  switch (unit) {
    case 'cents':
      return frAmount(cents(value))
    case 'rate':
      return String(value / 100).replace('.', ',')
    case 'month-day':
      return value === 0
        ? '0'
        : frMonthDay(
            `${String(Math.trunc(value / 100)).padStart(2, '0')}-${String(value % 100).padStart(2, '0')}`,
          )
    case 'easter-offset':
      return value === NO_HOLIDAY ? String(NO_HOLIDAY) : String(value)
    default:
      return String(value)
  }
}
