/**
 * Report model → .xlsx file. Rows are streamed, so that a national-size report fits in a worker's memory. Decides nothing of
 * what is reported: only where it stands on the sheet (title, subtitle, header, then rows) and how it prints.
 */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import {
  FIRST_ROW,
  type Report,
  type ReportColumn,
  type ReportRow,
  type ReportSheet,
  wordsWrap,
} from '#shared/api/report.ts'
import { CHECK_WORDS, PAGE_OF } from '#shared/text/reports/report.ts'
import type { WriteOptions } from '../write-options.ts'
import { isRisky, safeText, workbookValue } from './cell.ts'
import { columnLetters } from './columns.ts'
import { safeSheetNames } from './sheet-names.ts'
import { stampZip } from './stamp-zip.ts'
import { styleFor } from './styles.ts'

const ROWS_PER_TURN = 250
const A4 = 9
const LINE = 14.5
/** Bold letters take more room: a header is given the lines it may need in another typeface. */
const BOLD = 0.8
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }

/** Writes the whole file at `path`, replacing what is there. Where it fails or is stopped, nothing is left. */
export async function writeXlsx(report: Report, path: string, options: WriteOptions = {}): Promise<void> {
  try {
    await writeStream(report, path, options)
    await stampZip(path, report.day)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function writeStream(report: Report, path: string, options: WriteOptions): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 })
  const failed = new Promise<never>((_, reject) => file.once('error', reject))
  failed.catch(() => {})
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: file,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 6 } },
  })
  describe(workbook, report)
  const names = safeSheetNames(report.sheets.map((sheet) => sheet.name))
  const total = report.sheets.reduce((rows, sheet) => rows + sheet.rows.length, 0)
  let done = 0
  for (const [index, sheet] of report.sheets.entries()) {
    const target = openSheet(workbook, sheet, names[index] ?? sheet.name)
    writeHead(target, sheet)
    for (const row of sheet.rows) {
      writeRow(target, sheet, row)
      done += 1
      if (done % ROWS_PER_TURN !== 0) continue
      options.signal?.throwIfAborted()
      options.onProgress?.(done, total)
      await Promise.race([nextTurn(), failed])
    }
    finishSheet(target, sheet)
  }
  options.signal?.throwIfAborted()
  await Promise.race([workbook.commit(), failed])
  options.onProgress?.(total, total)
}

function describe(workbook: ExcelJS.stream.xlsx.WorkbookWriter, report: Report): void {
  workbook.creator = report.properties.creator
  workbook.lastModifiedBy = report.properties.creator
  workbook.title = report.title
  workbook.subject = report.properties.subject
  workbook.description = report.scope
  workbook.keywords = report.properties.keywords
  workbook.created = new Date(`${report.day}T00:00:00Z`)
  workbook.modified = workbook.created
}

function openSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: ReportSheet,
  name: string,
): ExcelJS.Worksheet {
  const target = workbook.addWorksheet(name, {
    views: [
      {
        state: 'frozen',
        xSplit: hasFilter(sheet) ? (sheet.frozenColumns ?? 1) : 0,
        ySplit: FIRST_ROW - 1,
        zoomScale: 100,
        showGridLines: true,
      },
    ],
    properties: { defaultRowHeight: LINE },
    pageSetup: {
      paperSize: A4,
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      printTitlesRow: `1:${FIRST_ROW - 1}`,
      horizontalCentered: false,
    },
    headerFooter: { oddFooter: `&L&8${footerText(sheet.title)}&R&8${PAGE_OF('&P', '&N')}` },
  })
  target.columns = sheet.columns.map((column) => ({ key: column.key, width: column.width }))
  return target
}

/** `&` opens a code in a page footer. */
function footerText(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 150)
}

function writeHead(target: ExcelJS.Worksheet, sheet: ReportSheet): void {
  put(target, sheet.title, styleFor('title', 'text', false, isRisky(sheet.title)), 21)
  writeSubtitle(target, sheet)
  const row = target.addRow([])
  for (const [index, column] of sheet.columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.value = safeText(column.title)
    cell.style = styleFor('header', column.kind, true)
  }
  row.height = LINE * Math.max(...sheet.columns.map((c) => linesOf(c.title, c.width * BOLD)), 1) + 4
  row.commit()
}

/**
 * Where the page is upright the words go to the next line, over all the columns: running beyond the table they would widen what
 * is printed, and a page as wide as its words is too small to read.
 */
function writeSubtitle(target: ExcelJS.Worksheet, sheet: ReportSheet): void {
  const isUpright = sheet.orientation === 'portrait'
  const width = sheet.columns.reduce((sum, column) => sum + column.width, 0)
  const lines = isUpright ? linesOf(sheet.subtitle, width) : 1
  const style = styleFor('subtitle', 'text', lines > 1, isRisky(sheet.subtitle))
  put(target, sheet.subtitle, style, LINE * lines + 1.5, lines > 1 ? sheet.columns.length : 1)
}

function put(
  target: ExcelJS.Worksheet,
  text: string,
  style: ReturnType<typeof styleFor>,
  height: number,
  over = 1,
): void {
  const row = target.addRow([])
  const cell = row.getCell(1)
  cell.value = safeText(text)
  cell.style = style
  if (over > 1) target.mergeCells(row.number, 1, row.number, over)
  row.height = height
  row.commit()
}

function writeRow(target: ExcelJS.Worksheet, sheet: ReportSheet, source: ReportRow): void {
  const row = target.addRow([])
  const wrap = wordsWrap(sheet, source)
  // Sub-total and group rows are painted over their whole width; elsewhere an absent value is an absent cell.
  const painted = source.role === 'group' || source.role === 'subtotal' || source.role === 'total'
  let lines = 1
  for (const [index, column] of sheet.columns.entries()) {
    const value = source.cells[index] ?? null
    if (value === null && !painted) continue
    const cell = row.getCell(index + 1)
    const kind = value === null ? column.kind : value.kind
    const text = value !== null && (value.kind === 'text' || value.kind === 'id') ? value.value : ''
    if (value !== null) cell.value = workbookValue(value)
    cell.style = styleFor(source.role, kind, wrap, isRisky(text))
    if (wrap) lines = Math.max(lines, linesOf(text, column.width))
  }
  if (lines > 1) row.height = Math.min(400, LINE * lines + 2)
  row.commit()
}

function finishSheet(target: ExcelJS.Worksheet, sheet: ReportSheet): void {
  const lastData = lastFilteredRow(sheet)
  if (hasFilter(sheet) && lastData >= FIRST_ROW)
    target.autoFilter = `A${FIRST_ROW - 1}:${columnLetters(sheet.columns.length - 1)}${lastData}`
  markWrongChecks(target, sheet)
  target.commit()
}

/** The filter takes the data and their sub-totals; the total and the notes below stay in sight. */
function lastFilteredRow(sheet: ReportSheet): number {
  const last = sheet.rows.findLastIndex((row) => row.role === 'data' || row.role === 'subtotal')
  return FIRST_ROW + last
}

function hasFilter(sheet: ReportSheet): boolean {
  return sheet.filter ?? sheet.orientation === 'landscape'
}

function markWrongChecks(target: ExcelJS.Worksheet, sheet: ReportSheet): void {
  const last = FIRST_ROW + sheet.rows.length - 1
  for (const [index, column] of sheet.columns.entries()) {
    if (column.kind !== 'check' || last < FIRST_ROW) continue
    const letters = columnLetters(index)
    target.addConditionalFormatting({
      ref: `${letters}${FIRST_ROW}:${letters}${last}`,
      rules: [
        {
          type: 'expression',
          priority: 1,
          formulae: [`${letters}${FIRST_ROW}="${CHECK_WORDS.wrong}"`],
          style: { font: { bold: true, color: { argb: 'FFA01F19' } } },
        },
      ],
    })
  }
}

function linesOf(text: string, width: ReportColumn['width']): number {
  const perLine = Math.max(1, width * 1.05)
  return text
    .split('\n')
    .reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(paragraph.length / perLine)), 0)
}
