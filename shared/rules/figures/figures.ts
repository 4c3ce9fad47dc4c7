/**
 * The figures in force: built-in ones, and those a user corrected or added on top. A rule asks "what is X on that day?";
 * a built-in value that a user replaced stays in the list, beside it.
 */
import { type Day, daysInMonth } from '../../domain/day.ts'
import type { RuleFigure } from '../../domain/facts.ts'
import { BUILT_IN_ROWS } from './built-in.ts'
import { type Figure, type FigureUnit, NO_HOLIDAY } from './figure.ts'
import { HOLIDAY_FIGURES } from './holiday-list.ts'
import { WAGES } from './wages.ts'

export interface Figures {
  /** The figure in force on that day; null before its first value. */
  find(code: string, on: Day): Figure | null
  /** The same, or the oldest known where the day is before all of them. Throws where the code does not exist: a bug. */
  at(code: string, on: Day): Figure
  /** Value of `at`. */
  value(code: string, on: Day): number
  /** Codes that start so, in order. */
  codes(prefix: string): readonly string[]
  /** Everything, built-in and user's, by code then day: what the settings screen lists. */
  readonly all: readonly Figure[]
}

const BUILT_IN: readonly Figure[] = [...BUILT_IN_ROWS, ...WAGES, ...HOLIDAY_FIGURES]
const USER_CODE = /^holiday\.[a-z-]+\.(fixed|easter)\.[a-z0-9-]+$/

export const BUILT_IN_FIGURES: Figures = build(BUILT_IN)

/** The built-in figures with the user's on top: on the same day the user's wins, a later one follows, an older one precedes. */
export function figuresWith(userFigures: readonly RuleFigure[]): Figures {
  const own = userFigures.flatMap((row): Figure[] => {
    const unit = unitOf(row.code)
    if (unit === null || !isPossibleValue(unit, row.value)) return []
    const { code, validFrom, value, source, confidence } = row
    return [{ code, unit, validFrom, value, source, confidence, builtIn: false }]
  })
  return own.length === 0 ? BUILT_IN_FIGURES : build([...BUILT_IN, ...own])
}

/** Unit of a code a user may give a value to; null where the code means nothing to the rules. */
export function unitOf(code: string): FigureUnit | null {
  const known = BUILT_IN.find((f) => f.code === code)
  if (known !== undefined) return known.unit
  const kind = USER_CODE.exec(code)?.[1]
  return kind === undefined ? null : kind === 'easter' ? 'easter-offset' : 'month-day'
}

/** Could a rule compute with this value? Others are refused on entry, and passed over where an old file holds one. */
export function isPossibleValue(unit: FigureUnit, value: number): boolean {
  if (!Number.isSafeInteger(value)) return false
  switch (unit) {
    case 'months':
    case 'weeks':
    case 'count':
    case 'factor':
      return value >= 0 && value <= 600
    case 'days':
      return value >= 0 && value <= 3660
    case 'divisor':
      return value >= 1 && value <= 366
    case 'rate':
      return value >= 0 && value <= 10_000
    case 'cents':
      return value >= 0 && value <= 1e12
    case 'month-day':
      return value === 0 || isMonthDay(value)
    case 'easter-offset':
      return value === NO_HOLIDAY || Math.abs(value) <= 80
  }
}

function isMonthDay(value: number): boolean {
  const month = Math.trunc(value / 100)
  const dom = value % 100
  return month >= 1 && month <= 12 && dom >= 1 && dom <= daysInMonth(2023, month)
}

function build(rows: readonly Figure[]): Figures {
  const all = [...rows].sort(
    (a, b) =>
      compare(a.code, b.code) || compare(a.validFrom, b.validFrom) || Number(b.builtIn) - Number(a.builtIn),
  )
  const byCode = new Map<string, Figure[]>()
  for (const figure of all) {
    const dated = byCode.get(figure.code)
    if (dated === undefined) byCode.set(figure.code, [figure])
    else dated.push(figure)
  }
  const find = (code: string, on: Day): Figure | null => {
    const dated = byCode.get(code)
    if (dated === undefined) return null
    for (let i = dated.length - 1; i >= 0; i--) {
      const figure = dated[i]
      if (figure !== undefined && figure.validFrom <= on) return figure
    }
    return null
  }
  const at = (code: string, on: Day): Figure => {
    const figure = find(code, on) ?? byCode.get(code)?.[0]
    if (figure === undefined) throw new Error(`no figure named ${code}`)
    return figure
  }
  return {
    find,
    at,
    value: (code, on) => at(code, on).value,
    codes: (prefix) => [...byCode.keys()].filter((code) => code.startsWith(prefix)),
    all,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
