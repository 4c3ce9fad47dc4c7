/**
 * Where everything stands on the printed pages, computed before anything is drawn: column widths, row heights, page breaks.
 * An amount, a day or an identifier is never cut nor broken; words wrap.
 */
import type { CellKind, ReportRow, ReportSheet } from '#shared/api/report.ts'
import { cellText } from '#shared/text/reports/cell.ts'
import type { Weight } from './fonts.ts'
import type { Measure } from './measure.ts'

const PAGES = {
  landscape: { width: 841.89, height: 595.28 },
  portrait: { width: 595.28, height: 841.89 },
} as const
export const MARGIN = { left: 30, right: 30, top: 30, bottom: 34 } as const
export const PAD = { x: 3, y: 2 } as const
const LARGEST = 8.5
const SMALLEST = 4
const LEAST_TEXT = 26
/** A longer word is cut rather than squeezing the amounts. */
const LONGEST_WORD = 80
const UNBROKEN: ReadonlySet<CellKind> = new Set(['cents', 'integer', 'ratio', 'day', 'id', 'check'])

export interface SheetLayout {
  readonly sheet: ReportSheet
  readonly page: { readonly width: number; readonly height: number }
  readonly size: number
  readonly lineHeight: number
  readonly columns: readonly { readonly x: number; readonly width: number }[]
  readonly titleLines: readonly string[]
  readonly subtitleLines: readonly string[]
  readonly headerLines: readonly (readonly string[])[]
  readonly headTop: number
  readonly headerHeight: number
  /** Index of the first row of each page; never empty. */
  readonly pageStarts: readonly number[]
}

export function weightOf(role: ReportRow['role']): Weight {
  return role === 'data' || role === 'note' ? 'regular' : 'bold'
}

export function layoutSheet(sheet: ReportSheet, measure: Measure): SheetLayout {
  const page = PAGES[sheet.orientation]
  const room = page.width - MARGIN.left - MARGIN.right
  const { size, widths } = fitColumns(sheet, room, measure)
  const lineHeight = size * 1.28
  let x: number = MARGIN.left
  const columns = widths.map((width) => {
    const column = { x, width }
    x += width
    return column
  })
  const titleLines = measure.wrap(sheet.title, 'bold', 13, room)
  const subtitleLines = measure.wrap(sheet.subtitle, 'regular', 9, room)
  const headTop = MARGIN.top + titleLines.length * 17 + subtitleLines.length * 12 + 6
  const headerLines = sheet.columns.map((column, index) =>
    measure.wrap(column.title, 'bold', size, (widths[index] ?? 0) - 2 * PAD.x),
  )
  const headerHeight = Math.max(...headerLines.map((lines) => lines.length), 1) * lineHeight + 2 * PAD.y + 1
  const base = { sheet, page, size, lineHeight, columns, titleLines, subtitleLines, headerLines }
  const pageStarts = paginate({ ...base, headTop, headerHeight, pageStarts: [] }, measure)
  return { ...base, headTop, headerHeight, pageStarts }
}

/** Texts of a row, broken in lines. Text of a group, sub-total or note runs over the empty cells at its right. */
export function rowLines(layout: SheetLayout, row: ReportRow, measure: Measure): string[][] {
  const weight = weightOf(row.role)
  return layout.columns.map((_, index) => {
    const cell = row.cells[index] ?? null
    const text = cellText(cell)
    if (text === '') return []
    if (cell !== null && UNBROKEN.has(cell.kind)) return [text]
    return measure.wrap(text, weight, layout.size, textRoom(layout, row, index))
  })
}

export function rowHeight(layout: SheetLayout, lines: readonly (readonly string[])[]): number {
  return Math.max(1, ...lines.map((cell) => cell.length)) * layout.lineHeight + 2 * PAD.y
}

function textRoom(layout: SheetLayout, row: ReportRow, index: number): number {
  let room = layout.columns[index]?.width ?? 0
  if (row.role !== 'data') {
    for (let next = index + 1; next < layout.columns.length && (row.cells[next] ?? null) === null; next += 1)
      room += layout.columns[next]?.width ?? 0
  }
  return room - 2 * PAD.x
}

function paginate(layout: SheetLayout, measure: Measure): number[] {
  const top = layout.headTop + layout.headerHeight
  const bottom = layout.page.height - MARGIN.bottom
  const starts = [0]
  let y = top
  for (const [index, row] of layout.sheet.rows.entries()) {
    const height = rowHeight(layout, rowLines(layout, row, measure))
    if (y + height > bottom && y > top) {
      starts.push(index)
      y = top
    }
    y += height
  }
  return starts
}

/** The largest type size at which what may not break fits; the words share the room that is left, by their wanted widths. */
function fitColumns(
  sheet: ReportSheet,
  room: number,
  measure: Measure,
): { readonly size: number; readonly widths: readonly number[] } {
  const atOne = sheet.columns.map((column, index) => {
    let least = UNBROKEN.has(column.kind) ? 0 : LEAST_TEXT / LARGEST
    for (const row of sheet.rows) {
      const cell = row.cells[index] ?? null
      if (cell === null) continue
      if (UNBROKEN.has(cell.kind))
        least = Math.max(least, measure.width(cellText(cell), weightOf(row.role), 1))
      else if (row.role === 'data')
        least = Math.max(
          least,
          Math.min(LONGEST_WORD / LARGEST, longestWord(cellText(cell), 'regular', measure)),
        )
    }
    return Math.max(least, longestWord(column.title, 'bold', measure))
  })
  let size = LARGEST
  const needed = () => atOne.reduce((sum, width) => sum + width * size + 2 * PAD.x, 0)
  while (needed() > room && size > SMALLEST) size -= 0.25
  const least = atOne.map((width) => width * size + 2 * PAD.x)
  const spare = Math.max(0, room - least.reduce((a, b) => a + b, 0))
  const wants = sheet.columns.map((column, index) =>
    Math.max(0, column.width * size * 0.5 + 2 * PAD.x - (least[index] ?? 0)),
  )
  const wanted = wants.reduce((a, b) => a + b, 0)
  // A narrow table keeps its natural width rather than being stretched over the page.
  const share = wanted === 0 ? 0 : Math.min(1, spare / wanted)
  return { size, widths: least.map((width, index) => width + (wants[index] ?? 0) * share) }
}

function longestWord(text: string, weight: Weight, measure: Measure): number {
  let widest = 0
  for (const word of text.split(/[ \n]/)) widest = Math.max(widest, measure.width(word, weight, 1))
  return widest
}
