/**
 * Report model → PDF, A4, for reading and signing: every sheet in order, its title and header repeated on each page. Legible
 * in black and white: weight and rules say what colour would.
 */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { CellKind, CellValue, Report, ReportRow } from '#shared/api/report.ts'
import { frDay } from '#shared/text/format.ts'
import { PAGE_OF, SITUATION_ON } from '#shared/text/reports/report.ts'
import type { WriteOptions } from '../write-options.ts'
import { FONTS, type Weight } from './fonts.ts'
import { layoutSheet, MARGIN, PAD, rowHeight, rowLines, type SheetLayout, weightOf } from './layout.ts'
import { createMeasure, type Measure } from './measure.ts'

const INK = '#171d21'
const QUIET = '#434c53'
const RULE = '#b9c0c5'
const FILLS: Partial<Record<ReportRow['role'], string>> = {
  group: '#f1f3f5',
  subtotal: '#f1f3f5',
  total: '#e3e8eb',
}
const RIGHT: ReadonlySet<CellKind> = new Set(['cents', 'integer', 'ratio'])

/** Writes the whole file at `path`. Where it fails or is stopped, nothing is left. */
export async function writePdf(report: Report, path: string, options: WriteOptions = {}): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 })
  const doc = openDocument(report)
  const written = finished(doc.pipe(file))
  written.catch(() => {})
  try {
    await drawReport(doc, report, options)
    doc.end()
    await written
  } catch (error) {
    file.destroy()
    await rm(path, { force: true })
    throw error
  }
}

function openDocument(report: Report): PDFKit.PDFDocument {
  const created = new Date(`${report.day}T00:00:00Z`)
  const doc = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    lang: 'fr-FR',
    displayTitle: true,
    info: {
      Title: report.title,
      Author: report.properties.creator,
      Subject: `${report.properties.subject} · ${report.scope}`,
      Keywords: report.properties.keywords,
      Creator: report.properties.creator,
      Producer: report.properties.creator,
      CreationDate: created,
      ModDate: created,
    },
  })
  doc.registerFont('regular', FONTS.regular())
  doc.registerFont('bold', FONTS.bold())
  return doc
}

async function drawReport(doc: PDFKit.PDFDocument, report: Report, options: WriteOptions): Promise<void> {
  const measure = createMeasure((sign, weight) => doc.font(weight).fontSize(1000).widthOfString(sign))
  const layouts = report.sheets.map((sheet) => layoutSheet(sheet, measure))
  const pages = layouts.reduce((sum, layout) => sum + layout.pageStarts.length, 0)
  const total = report.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  let pageNumber = 0
  let done = 0
  for (const layout of layouts) {
    for (const [index, start] of layout.pageStarts.entries()) {
      options.signal?.throwIfAborted()
      pageNumber += 1
      const end = layout.pageStarts[index + 1] ?? layout.sheet.rows.length
      doc.addPage({ size: 'A4', layout: layout.sheet.orientation, margin: 0 })
      drawFrame(doc, report, layout, PAGE_OF(pageNumber, pages))
      drawRows(doc, layout, layout.sheet.rows.slice(start, end), measure)
      done += end - start
      options.onProgress?.(done, total)
      await nextTurn()
    }
  }
}

function drawFrame(doc: PDFKit.PDFDocument, report: Report, layout: SheetLayout, pageOf: string): void {
  const { page, sheet } = layout
  const right = page.width - MARGIN.right
  let y: number = MARGIN.top
  for (const line of layout.titleLines) {
    write(doc, line, MARGIN.left, y, 'bold', 13, INK)
    y += 17
  }
  for (const line of layout.subtitleLines) {
    write(doc, line, MARGIN.left, y, 'regular', 9, QUIET)
    y += 12
  }
  const footer = page.height - MARGIN.bottom + 12
  const on = frDay(report.day)
  const left = report.title.includes(on) ? report.title : `${report.title} · ${SITUATION_ON(on)}`
  write(doc, left, MARGIN.left, footer, 'regular', 7, QUIET, right - MARGIN.left - 70)
  writeRight(doc, pageOf, right, footer, 'regular', 7, QUIET)
  const last = layout.columns.at(-1)
  const tableRight = last === undefined ? right : last.x + last.width
  doc.rect(MARGIN.left, layout.headTop, tableRight - MARGIN.left, layout.headerHeight).fill('#e3e8eb')
  for (const [index, column] of layout.columns.entries()) {
    const lines = layout.headerLines[index] ?? []
    const first = layout.headTop + layout.headerHeight - PAD.y - lines.length * layout.lineHeight
    const kind = sheet.columns[index]?.kind ?? 'text'
    drawLines(doc, lines, column, first, layout, RIGHT.has(kind), 'bold')
  }
  rule(doc, MARGIN.left, tableRight, layout.headTop + layout.headerHeight, 0.8, INK)
}

function drawRows(
  doc: PDFKit.PDFDocument,
  layout: SheetLayout,
  rows: readonly ReportRow[],
  measure: Measure,
): void {
  const last = layout.columns.at(-1)
  const right = last === undefined ? MARGIN.left : last.x + last.width
  let y = layout.headTop + layout.headerHeight
  for (const row of rows) {
    const lines = rowLines(layout, row, measure)
    const height = rowHeight(layout, lines)
    const fill = FILLS[row.role]
    if (fill !== undefined) doc.rect(MARGIN.left, y, right - MARGIN.left, height).fill(fill)
    for (const [index, column] of layout.columns.entries()) {
      const cell: CellValue = row.cells[index] ?? null
      if (cell === null) continue
      const colour = row.role === 'note' ? QUIET : INK
      const wrong = cell.kind === 'check' && !cell.value
      drawLines(
        doc,
        lines[index] ?? [],
        column,
        y + PAD.y,
        layout,
        RIGHT.has(cell.kind),
        wrong ? 'bold' : weightOf(row.role),
        colour,
      )
    }
    if (row.role === 'total') rule(doc, MARGIN.left, right, y, 1, INK)
    y += height
    rule(doc, MARGIN.left, right, y, row.role === 'total' ? 1 : 0.35, row.role === 'total' ? INK : RULE)
  }
}

function drawLines(
  doc: PDFKit.PDFDocument,
  lines: readonly string[],
  column: { readonly x: number; readonly width: number },
  top: number,
  layout: SheetLayout,
  right: boolean,
  weight: Weight,
  colour: string = INK,
): void {
  let y = top
  for (const line of lines) {
    if (right) writeRight(doc, line, column.x + column.width - PAD.x, y, weight, layout.size, colour)
    else write(doc, line, column.x + PAD.x, y, weight, layout.size, colour)
    y += layout.lineHeight
  }
}

function write(
  doc: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  weight: Weight,
  size: number,
  colour: string,
  room?: number,
): void {
  doc.font(weight).fontSize(size).fillColor(colour)
  let shown = text
  // Only the page footer may be shortened: never a value.
  while (room !== undefined && shown.length > 1 && doc.widthOfString(shown) > room)
    shown = `${shown.slice(0, -2)}…`
  doc.text(shown, x, y, { lineBreak: false })
}

function writeRight(
  doc: PDFKit.PDFDocument,
  text: string,
  right: number,
  y: number,
  weight: Weight,
  size: number,
  colour: string,
): void {
  doc.font(weight).fontSize(size).fillColor(colour)
  doc.text(text, right - doc.widthOfString(text), y, { lineBreak: false })
}

function rule(
  doc: PDFKit.PDFDocument,
  from: number,
  to: number,
  y: number,
  width: number,
  colour: string,
): void {
  doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(colour).stroke()
}
