/** Copy and paste with spreadsheets: raw values out, typed values in. Pasting more than fits asks about new rows. */
import type { ClipboardEvent } from 'react'
import { isCents } from '#shared/domain/money.ts'
import { GRID } from '../../../text/grid.ts'
import { announce } from '../../messages/live.tsx'
import { showToast } from '../../messages/toast.tsx'
import { rawText } from '../model/cell-text.ts'
import { tiled } from '../model/changes.ts'
import { type HtmlCell, readTsv, type Table, writeHtml, writeTsv } from '../model/clipboard.ts'
import type { CellValue, GridColumn } from '../model/column.ts'
import { rangeOf } from '../model/selection.ts'
import { focusGrid } from './cell-editor.tsx'
import type { GridController } from './controller.ts'

function htmlCell<R>(column: GridColumn<R>, value: CellValue): HtmlCell {
  const text = rawText(column, value)
  if (value === null) return { text: '' }
  if (column.type === 'cents' && isCents(value)) return { text, number: value / 100, format: 'amount' }
  if (column.type === 'integer' && typeof value === 'number')
    return { text, number: value, format: 'integer' }
  if (column.type === 'day') return { text, format: 'day' }
  return { text, format: 'text' }
}

/** The selected rows and columns as a spreadsheet wants them; with titles on demand. */
export function selectionAsTables<R>(
  controller: GridController<R>,
  withTitles: boolean,
): { readonly tsv: string; readonly html: string; readonly lines: number; readonly columns: number } {
  const columns = controller.selectedColumns()
  const rows = controller.selectedRows()
  const titles = columns.map((column) => column.title)
  const values = rows.map((line) =>
    columns.map((column) => ({ column, value: controller.shownValue(line, column) })),
  )
  const texts = values.map((row) => row.map(({ column, value }) => rawText(column, value)))
  const cells = values.map((row) => row.map(({ column, value }) => htmlCell(column, value)))
  return {
    tsv: writeTsv(withTitles ? [titles, ...texts] : texts),
    html: writeHtml(withTitles ? [titles.map((text) => ({ text })), ...cells] : cells),
    lines: rows.length,
    columns: columns.length,
  }
}

let withTitles = false

export function onCopy<R>(controller: GridController<R>, event: ClipboardEvent): void {
  const { tsv, html, lines, columns } = selectionAsTables(controller, withTitles)
  event.clipboardData.setData('text/plain', tsv)
  event.clipboardData.setData('text/html', html)
  event.preventDefault()
  announce(GRID.copied(lines, columns))
}

/** From a menu: the grid takes the focus and copies as Ctrl+C does, so that no permission is asked. */
export function copySelection(titles: boolean): void {
  focusGrid(null)
  withTitles = titles
  document.execCommand('copy')
  withTitles = false
}

/** From a menu: what the clipboard holds; null where the browser does not let the page read it by itself. */
export async function readClipboard(): Promise<Table | null> {
  try {
    return readTsv(await navigator.clipboard.readText())
  } catch {
    return null
  }
}

export function onPasteTable(event: ClipboardEvent, onTable: (table: Table) => void): void {
  event.preventDefault()
  const table = readTsv(event.clipboardData.getData('text/plain'))
  if (table.length === 0) announce(GRID.nothingToPaste)
  else onTable(table)
}

/** Over the cells from the top left of the range; what goes beyond the last row is handed to `onBeyond`. */
async function pasteOver<R>(
  controller: GridController<R>,
  table: Table,
  onBeyond: (rest: Table) => void,
): Promise<void> {
  const range = rangeOf(controller.selection.get())
  const { lines, columns } = controller.sight
  const rowLines = lines.flatMap((line, at) => (line.kind === 'row' && at >= range.top ? [at] : []))
  const selectedHeight = rowLines.filter((at) => at <= range.bottom).length
  const filled = tiled(table, selectedHeight, range.right - range.left + 1)
  const fitting = filled.slice(0, rowLines.length)
  const place = new Map(fitting.map((row, rank) => [rowLines[rank] ?? -1, row]))
  const last = rowLines[fitting.length - 1] ?? range.top
  const width = Math.max(1, ...fitting.map((row) => row.length))
  const right = Math.min(columns.length - 1, range.left + width - 1)
  const over = { top: range.top, bottom: last, left: range.left, right }
  const cells = controller.cellsOf(over, (line, column) => place.get(line)?.[column - range.left] ?? null)
  controller.select(
    {
      active: { line: over.top, column: over.left },
      from: { line: over.top, column: over.left },
      to: { line: over.bottom, column: over.right },
    },
    { reveal: false },
  )
  const refused = await controller.writeMany(cells, GRID.pasteLabel(cells.length))
  if (refused.length > 0)
    showToast(`${GRID.refusedCells(refused.length)}. ${GRID.refusedHelp}`, { tone: 'late' })
  const rest = filled.slice(rowLines.length)
  if (rest.length > 0) onBeyond(rest)
}

export function onPaste<R>(
  controller: GridController<R>,
  event: ClipboardEvent,
  onBeyond: (rest: Table) => void,
): void {
  onPasteTable(event, (table) => void pasteOver(controller, table, onBeyond))
}
