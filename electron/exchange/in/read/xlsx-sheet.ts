/**
 * One sheet of a workbook to rows of raw cells. Cells merged downwards give their value to each row they cover (a structure's
 * name written once beside its posts); a title merged sideways stays in its first cell.
 */

import { serialToDay } from './serial.ts'
import { type RawCell, type RawRow, type ReadLimits, textCell, Unreadable } from './source.ts'
import { attribute, scanXml } from './xml.ts'

export interface SheetContext {
  /** Cells of the shared table, made once: the same object wherever it is shown. */
  readonly strings: readonly RawCell[]
  readonly dateStyles: ReadonlySet<number>
  readonly date1904: boolean
  readonly limits: ReadLimits
  /** What is left to read, shared by the sheets of the file. */
  readonly budget: { cells: number; places: number; characters: number }
}

/** Of a spreadsheet. */
const LAST_ROW = 1_048_576

interface Merge {
  readonly column: number
  readonly top: number
  readonly bottom: number
}

export function readSheetRows(xml: string, sheet: string, context: SheetContext): readonly RawRow[] {
  const { limits } = context
  const rows: { line: number; fileLine: number; cells: RawCell[] }[] = []
  const merges: Merge[] = []
  let line = 0
  let column = -1
  let cells: RawCell[] = []
  let type = ''
  let style = 0
  let value = ''
  let inline = ''
  let hasFormula = false
  let reading: 'value' | 'inline' | null = null
  let phonetic = 0

  scanXml(xml, {
    open(name, attributes) {
      switch (name) {
        case 'row':
          line = rowNumber(attribute(attributes, 'r')) ?? line + 1
          column = -1
          cells = []
          break
        case 'c': {
          const reference = attribute(attributes, 'r')
          column = reference === null ? column + 1 : columnOf(reference)
          if (column >= limits.maxColumns)
            throw new Unreadable('too-many-columns', { line, columns: column + 1, max: limits.maxColumns })
          type = attribute(attributes, 't') ?? 'n'
          style = Number(attribute(attributes, 's') ?? '0')
          value = ''
          inline = ''
          hasFormula = false
          break
        }
        case 'v':
          reading = 'value'
          break
        case 't':
          if (phonetic === 0) reading = 'inline'
          break
        case 'rPh':
          phonetic++
          break
        case 'f':
          hasFormula = true
          break
        case 'mergeCell': {
          const merge = readMerge(attribute(attributes, 'ref') ?? '')
          if (merge !== null) merges.push(merge)
          break
        }
      }
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          reading = null
          break
        case 'rPh':
          phonetic--
          break
        case 'c': {
          const cell = cellOf(type, value, inline, hasFormula, context.dateStyles.has(style), context)
          if (cell === null) break
          put(cells, column, cell, context)
          break
        }
        case 'row':
          if (cells.length === 0) break
          if (rows.length >= limits.maxRows)
            throw new Unreadable('too-many-rows', { max: limits.maxRows, sheet })
          rows.push({ line, fileLine: line, cells })
          break
      }
    },
    text(text) {
      if (reading === 'value') value += text
      else if (reading === 'inline') inline += text
    },
  })
  fillDown(rows, merges, context)
  return rows
}

/** A cell at its place, counted: the cell, the places it takes, the characters it shows. */
function put(cells: RawCell[], column: number, cell: RawCell, { budget, limits }: SheetContext): void {
  budget.cells -= 1
  if (budget.cells < 0) throw new Unreadable('too-many-cells', { max: limits.maxCells })
  budget.characters -= cell?.text.length ?? 0
  if (budget.characters < 0) throw new Unreadable('too-much-text', { max: limits.maxCharacters })
  budget.places -= Math.max(0, column + 1 - cells.length)
  if (budget.places < 0) throw new Unreadable('too-many-cells', { max: limits.maxCells })
  while (cells.length < column) cells.push(null)
  cells[column] = cell
}

/** As a spreadsheet numbers it; null where the file gives none that is one. */
function rowNumber(text: string | null): number | null {
  const number = Number(text ?? Number.NaN)
  return Number.isInteger(number) && number >= 1 && number <= LAST_ROW ? number : null
}

function cellOf(
  type: string,
  value: string,
  inline: string,
  hasFormula: boolean,
  isDate: boolean,
  context: SheetContext,
): RawCell {
  switch (type) {
    case 's':
      // A cell without its number shows nothing: not the first text of the table.
      return (value === '' ? null : context.strings[Number(value)]) ?? null
    case 'str':
      return textCell(value)
    case 'inlineStr':
      return textCell(inline)
    case 'b':
      return { kind: 'flag', text: value === '1' ? 'VRAI' : 'FAUX', flag: value === '1' }
    case 'e':
      return { kind: 'error', text: value === '' ? '#ERREUR' : value }
    case 'd':
      return textCell(value)
    default: {
      // A formula never calculated (written by a program): no value to trust.
      if (value === '') return hasFormula ? { kind: 'error', text: '=?' } : null
      const number = Number(value)
      if (!Number.isFinite(number)) return textCell(value)
      if (isDate) return serialToDay(number, context.date1904)
      return { kind: 'number', text: plainNumber(number), number }
    }
  }
}

/** As a person reads it: no exponent for identifiers of up to 15 digits, decimal comma. */
function plainNumber(n: number): string {
  return String(n).replace('.', ',')
}

function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i)
    if (code >= 65 && code <= 90) column = column * 26 + (code - 64)
    else break
  }
  return column - 1
}

function readMerge(ref: string): Merge | null {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref)
  if (match === null) return null
  const top = Number(match[2])
  const bottom = Number(match[4])
  return bottom > top ? { column: columnOf(match[1] ?? ''), top, bottom } : null
}

/**
 * Only rows that exist receive the value: a range merged to the last row of the sheet costs nothing. Ranges of one column that
 * overlap are no ranges of a spreadsheet: the first holds, so that no row is filled twice.
 */
function fillDown(
  rows: readonly { line: number; cells: RawCell[] }[],
  merges: readonly Merge[],
  context: SheetContext,
): void {
  const reached = new Map<number, number>()
  for (const { column, top, bottom } of [...merges].sort((a, b) => a.top - b.top)) {
    if (column >= context.limits.maxColumns || top <= (reached.get(column) ?? 0)) continue
    reached.set(column, bottom)
    let at = firstFrom(rows, top)
    const held = rows[at]?.line === top ? (rows[at]?.cells[column] ?? null) : null
    if (held === null) continue
    for (at += 1; (rows[at]?.line ?? Number.POSITIVE_INFINITY) <= bottom; at += 1) {
      const cells = rows[at]?.cells ?? []
      if ((cells[column] ?? null) === null) put(cells, column, held, context)
    }
  }
}

/** Rank of the first row of that line or after: rows come in the order of their lines. */
function firstFrom(rows: readonly { readonly line: number }[], line: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}
