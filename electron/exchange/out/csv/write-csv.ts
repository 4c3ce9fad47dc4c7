/**
 * One sheet of a report → delimited text: header and data rows only, so that any tool can read it as a table. Two dialects:
 * the French spreadsheet's, and the one of the State's files. Text that a spreadsheet would run as a formula is neutralised.
 */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CellValue, Report, ReportSheet } from '#shared/api/report.ts'
import { frDay } from '#shared/text/format.ts'
import { CHECK_WORDS } from '#shared/text/reports/report.ts'
import type { WriteOptions } from '../write-options.ts'

export interface CsvDialect {
  readonly separator: ';' | ','
  readonly decimal: ',' | '.'
  /** Amounts without cents are written without decimals. */
  readonly wholeEuros: boolean
}

/** Opens in a French Excel by a double click: semicolon, decimal comma, BOM. */
export const FRENCH: CsvDialect = { separator: ';', decimal: ',', wholeEuros: false }
/** As the State's list of posts (DOMAIN 7.2): comma, BOM, days JJ/MM/AAAA, whole euros. */
export const STATE: CsvDialect = { separator: ',', decimal: '.', wholeEuros: true }

const BOM = '\ufeff'
const ROWS_PER_CHUNK = 500
// What a spreadsheet takes for the start of a formula, full-width forms included (OWASP, CSV injection).
const RISKY = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|^\s+[=+\-@]/

export function csvSheet(report: Report, name?: string | undefined): ReportSheet {
  const sheet = report.sheets.find((s) => s.name === (name ?? report.mainSheet)) ?? report.sheets[0]
  if (sheet === undefined) throw new Error(`report ${report.kind} has no sheet`)
  return sheet
}

/** Writes the whole file at `path`. Where it fails or is stopped, nothing is left. */
export async function writeCsv(
  sheet: ReportSheet,
  dialect: CsvDialect,
  path: string,
  options: WriteOptions = {},
): Promise<void> {
  try {
    await pipeline(csvChunks(sheet, dialect, options), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** The text in pieces, the BOM first. */
async function* csvChunks(
  sheet: ReportSheet,
  dialect: CsvDialect,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const line = (fields: readonly string[]) =>
    `${fields.map((f) => quoted(f, dialect)).join(dialect.separator)}\r\n`
  let chunk = BOM + line(sheet.columns.map((column) => neutral(flat(column.title))))
  for (const [index, row] of sheet.rows.entries()) {
    if (row.role === 'data')
      chunk += line(sheet.columns.map((_, column) => csvField(row.cells[column] ?? null, dialect)))
    if ((index + 1) % ROWS_PER_CHUNK !== 0) continue
    options.signal?.throwIfAborted()
    options.onProgress?.(index + 1, sheet.rows.length)
    yield chunk
    chunk = ''
    await nextTurn()
  }
  options.signal?.throwIfAborted()
  yield chunk
  options.onProgress?.(sheet.rows.length, sheet.rows.length)
}

function csvField(cell: CellValue, dialect: CsvDialect): string {
  if (cell === null) return ''
  switch (cell.kind) {
    case 'text':
    case 'id':
      return neutral(cell.value)
    case 'day':
      return frDay(cell.value)
    case 'cents':
      return amount(cell.value, dialect)
    case 'integer':
      return String(cell.value)
    case 'ratio':
      return String(cell.value).replace('.', dialect.decimal)
    case 'check':
      return cell.value ? CHECK_WORDS.right : CHECK_WORDS.wrong
  }
}

function amount(cents: number, dialect: CsvDialect): string {
  const abs = Math.abs(cents)
  const sign = cents < 0 ? '-' : ''
  const whole = `${sign}${Math.floor(abs / 100)}`
  if (dialect.wholeEuros && abs % 100 === 0) return whole
  return `${whole}${dialect.decimal}${String(abs % 100).padStart(2, '0')}`
}

function neutral(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** Headers are wrapped on the sheet, on one line here. */
function flat(title: string): string {
  return title.replace(/\s*\n\s*/g, ' ')
}

function quoted(field: string, dialect: CsvDialect): string {
  const needs = field.includes(dialect.separator) || /["\r\n]|^\s|\s$/.test(field)
  return needs ? `"${field.replaceAll('"', '""')}"` : field
}
