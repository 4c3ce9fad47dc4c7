/** How a report model is shown as a workbook: column letters, row numbers, cell texts. What is shown is what is written. */
import type { ReportColumn, ReportRow, ReportSheet } from '#shared/api/report.ts'
import { FIRST_ROW, wordsWrap } from '#shared/api/report.ts'
import { cellText } from '#shared/text/reports/cell.ts'

/** A, B … Z, AA: as a spreadsheet names its columns. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

export function isNumeric(kind: ReportColumn['kind']): boolean {
  return kind === 'cents' || kind === 'integer' || kind === 'ratio'
}

export interface ShownCell {
  readonly key: string
  readonly text: string
  readonly numeric: boolean
  /** A title that runs over the cells at its right, which are empty. */
  readonly span: number
  readonly formula: string | null
  readonly failed: boolean
}

export interface ShownRow {
  /** Number the spreadsheet shows. */
  readonly number: number
  readonly role: ReportRow['role']
  /** Words go on to the next line where their column ends. */
  readonly wraps: boolean
  readonly cells: readonly ShownCell[]
}

export function shownRows(sheet: ReportSheet): readonly ShownRow[] {
  return sheet.rows.map((row, index) => ({
    number: FIRST_ROW + index,
    role: row.role,
    wraps: wordsWrap(sheet, row),
    cells: shownCells(row, sheet.columns),
  }))
}

function shownCells(row: ReportRow, columns: readonly ReportColumn[]): readonly ShownCell[] {
  const cells: ShownCell[] = []
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]
    if (column === undefined) continue
    const cell = row.cells[index] ?? null
    // Words of groups, totals and notes run over the empty cells at their right, as they do in a spreadsheet.
    let span = 1
    if (cell !== null && cell.kind === 'text' && row.role !== 'data')
      while (index + span < columns.length && (row.cells[index + span] ?? null) === null) span++
    cells.push({
      key: column.key,
      text: cellText(cell),
      numeric: isNumeric(cell?.kind ?? column.kind),
      span,
      formula: cell !== null && 'formula' in cell ? (cell.formula ?? null) : null,
      failed: cell?.kind === 'check' && !cell.value,
    })
    index += span - 1
  }
  return cells
}

/** Pixels for a width given in characters. */
export function columnPixels(column: ReportColumn): number {
  return Math.round(column.width * 6.2 + 10)
}

/** The fiscal years a person may ask for: around today, latest first. */
export function yearChoices(currentYear: number): readonly number[] {
  return Array.from({ length: 8 }, (_, index) => currentYear + 1 - index)
}
