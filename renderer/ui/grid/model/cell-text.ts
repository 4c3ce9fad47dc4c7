/** A raw value ↔ what is shown, what is typed, what goes to the clipboard. The only reader of typed cells. */
import { type Day, isDay } from '#shared/domain/day.ts'
import { type Cents, isCents } from '#shared/domain/money.ts'
import { frAmount, frDay, frInteger } from '#shared/text/format.ts'
import { parseTypedCents, parseTypedDay, parseTypedMinutes } from '#shared/text/typed.ts'
import { FR } from '../../../text/fr.ts'
import { GRID } from '../../../text/grid.ts'
import { dayProblem, frMinutes, rawCents } from '../../show.ts'
import { type CellValue, fieldValue, type GridColumn } from './column.ts'

/** As read on screen. */
export function shownText<R>(column: GridColumn<R>, value: CellValue): string {
  if (value === null) return FR.none
  switch (column.type) {
    case 'cents':
      return isCents(value) ? frAmount(value) : String(value)
    case 'integer':
      return typeof value === 'number' ? frInteger(value) : String(value)
    case 'hours':
      return typeof value === 'number' ? frMinutes(value) : String(value)
    case 'day':
      return isDay(value) ? frDay(value) : String(value)
    case 'flag':
      return value === true ? GRID.yes : GRID.no
    case 'choice':
      return column.words?.[String(value)] ?? String(value)
    case 'text':
    case 'id':
      return String(value)
  }
}

/** In words, for a row: what filters, the quick filter and screen readers use. */
export function cellText<R>(column: GridColumn<R>, row: R): string {
  return column.text?.(row) ?? shownText(column, column.value(row))
}

/** As a person would type it, and as a French spreadsheet reads it: 44000,5 · 30/11/2026 · no grouping of thousands. */
export function rawText<R>(column: GridColumn<R>, value: CellValue): string {
  if (value === null) return ''
  switch (column.type) {
    case 'cents':
      return isCents(value) ? rawCents(value) : String(value)
    case 'hours':
      return typeof value === 'number' ? frMinutes(value).replaceAll('\u00a0', ' ') : String(value)
    case 'integer':
    case 'text':
    case 'id':
      return String(value)
    case 'day':
    case 'flag':
    case 'choice':
      return shownText(column, value)
  }
}

/** What a person would type to write the cell as it is: a sum where several facts stand behind it. */
export function typedText<R>(column: GridColumn<R>, row: R): string {
  const facts = column.edit?.facts?.(row) ?? []
  if (facts.length < 2) return rawText(column, fieldValue(column, row))
  return `=${facts.map((fact) => rawText(column, fact.value)).join('+')}`
}

export type Typed =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly message: string }

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s\u00a0\u202f\u2011-]+/g, ' ')
    .trim()
    .toLowerCase()

function typedChoice<R>(column: GridColumn<R>, text: string): Typed {
  const wanted = fold(text)
  const entries = Object.entries(column.words ?? {})
  const exact = entries.find(([code, word]) => fold(word) === wanted || code.toLowerCase() === wanted)
  const starting = entries.filter(([, word]) => fold(word).startsWith(wanted))
  const found = exact ?? (starting.length === 1 ? starting[0] : undefined)
  if (found !== undefined) return { ok: true, value: found[0] }
  return { ok: false, message: GRID.notAChoice(entries.map(([, word]) => word)) }
}

function typedFlag(text: string): Typed {
  const typed = fold(text)
  if (['oui', 'o', 'vrai', 'x', '1', 'true'].includes(typed)) return { ok: true, value: true }
  if (['non', 'n', 'faux', '0', 'false'].includes(typed)) return { ok: true, value: false }
  return { ok: false, message: GRID.notAFlag }
}

/** What was typed or pasted → the value of the field, or why not. Empty is null where the field may be empty. */
export function readTyped<R>(column: GridColumn<R>, text: string, today: Day): Typed {
  const typed = text.trim()
  const empty = typed === '' || (column.type !== 'text' && /^[—–-]$/.test(typed))
  if (empty) {
    if (column.edit?.isRequired) return { ok: false, message: FR.requiredField }
    return { ok: true, value: column.type === 'flag' ? false : null }
  }
  switch (column.type) {
    case 'cents': {
      const value: Cents | null = parseTypedCents(typed)
      return value === null ? { ok: false, message: FR.moneyInvalid } : { ok: true, value }
    }
    case 'day': {
      const value = parseTypedDay(typed, today)
      return value === null ? { ok: false, message: dayProblem(typed, today) } : { ok: true, value }
    }
    case 'hours': {
      const value = parseTypedMinutes(typed)
      return value === null ? { ok: false, message: FR.hoursInvalid } : { ok: true, value }
    }
    case 'integer': {
      const digits = typed.replace(/[\s\u00a0\u202f]/g, '')
      return /^-?\d{1,9}$/.test(digits)
        ? { ok: true, value: Number(digits) }
        : { ok: false, message: FR.integerInvalid }
    }
    case 'choice':
      return typedChoice(column, typed)
    case 'flag':
      return typedFlag(typed)
    case 'text':
    case 'id':
      return { ok: true, value: typed }
  }
}
