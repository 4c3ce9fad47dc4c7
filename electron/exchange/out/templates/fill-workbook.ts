/**
 * The person's own .xlsx, its named cells filled and its formatting kept. A named cell takes one value; a list is filled
 * downwards from it, each line in the format of the first. What the library cannot keep (charts, pivot tables) is said.
 */
import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import type { CellValue } from '#shared/api/report.ts'
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { LOST_PARTS } from '#shared/text/errors/template-errors.ts'
import { frEuros } from '#shared/text/format.ts'
import type { OfficePackage } from '../../office/package.ts'
import { everyPart } from '../../office/without-foreign.ts'
import { workbookValue } from '../xlsx/cell.ts'
import { NUMBER_FORMATS } from '../xlsx/styles.ts'
import type { NamedValues } from './names.ts'
import { openWorkbook, type WorkbookProblem } from './open-workbook.ts'
import { stripWorkbook } from './strip-workbook.ts'

export type FilledWorkbook =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly filled: number
      readonly unknown: readonly string[]
      readonly lost: readonly string[]
      readonly removed: readonly ForeignPart[]
    }
  | { readonly ok: false; readonly code: WorkbookProblem | 'template.no-name' | 'template.foreign-left' }
  | { readonly ok: false; readonly code: 'template.foreign'; readonly foreign: readonly ForeignPart[] }

export async function fillWorkbook(
  template: Uint8Array,
  values: NamedValues,
  how: { readonly withoutForeign: boolean } = { withoutForeign: false },
): Promise<FilledWorkbook> {
  const opened = openWorkbook(template)
  if (!opened.ok) return opened
  const { foreign } = opened
  if (foreign.length > 0 && !how.withoutForeign) return { ok: false, code: 'template.foreign', foreign }
  const workbook = new ExcelJS.Workbook()
  try {
    // Packed anew: the library reads an archive whose sizes are those it says.
    const bytes = zipSync(everyPart(opened.workbook), { level: 0 })
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  } catch {
    return { ok: false, code: 'template.not-xlsx' }
  }
  let filled = 0
  const unknown: string[] = []
  for (const { name, ranges } of workbook.definedNames.model) {
    if (name.startsWith('_')) continue
    const key = name.toLowerCase()
    const one = values.single.get(key)
    const list = values.lists.get(key)
    if (one === undefined && list === undefined) {
      unknown.push(name)
      continue
    }
    for (const range of ranges) filled += fillAt(workbook, range, one === undefined ? (list ?? []) : [one])
  }
  if (filled === 0) return { ok: false, code: 'template.no-name' }
  if (foreign.length > 0) stripWorkbook(workbook)
  forgetResults(workbook)
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const written = openWorkbook(bytes)
  if (!written.ok || written.foreign.length > 0) return { ok: false, code: 'template.foreign-left' }
  return { ok: true, bytes, filled, unknown, lost: lostParts(opened.workbook), removed: foreign }
}

/** From the first cell of the range, downwards. Answers how many cells were written. */
function fillAt(workbook: ExcelJS.Workbook, range: string, cells: readonly CellValue[]): number {
  const place = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)/.exec(range)
  const sheet = workbook.getWorksheet((place?.[1] ?? place?.[2] ?? '').replaceAll("''", "'"))
  if (place === null || sheet === undefined) return 0
  const column = place[3] ?? 'A'
  const first = Number(place[4])
  const model = sheet.getCell(`${column}${first}`)
  let widest = 0
  for (const [index, value] of cells.entries()) {
    const cell = sheet.getCell(`${column}${first + index}`)
    if (!cell.isMerged) widest = Math.max(widest, signsOf(value))
    if (index > 0) cell.style = model.style
    cell.value = workbookValue(value)
    if (value !== null && isGeneral(cell.numFmt)) cell.numFmt = NUMBER_FORMATS[value.kind] ?? 'General'
  }
  const { width = DEFAULT_WIDTH } = sheet.getColumn(column)
  if (widest > width) sheet.getColumn(column).width = widest
  return cells.length
}

/** A column is as wide as so many digits; one that says nothing of its width, as these. */
const DEFAULT_WIDTH = 8.43

/** Room for a day or an amount, which show ##### where they do not fit; words run over or are cut. Cents and spaces counted. */
function signsOf(value: CellValue): number {
  if (value?.kind === 'day') return 11
  return value?.kind === 'cents' ? frEuros(value.value).length : 0
}

/**
 * What the person's own formulas last showed was worked out before the filling. A program that trusts it (LibreOffice, a preview,
 * Excel's protected view) would show an old sum beside new figures: without it, they are worked out again.
 */
function forgetResults(workbook: ExcelJS.Workbook): void {
  workbook.calcProperties.fullCalcOnLoad = true
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        // Asked of the formula: the library's copy of the value leaves out a result of zero, and writes it all the same.
        if (cell.type !== ExcelJS.ValueType.Formula) return
        const { result: _, ...formula } = cell.value as ExcelJS.CellFormulaValue
        cell.value = formula as ExcelJS.CellValue
      }),
    )
}

/** A format the person chose is kept; without one, a day or an amount would be a bare number. */
function isGeneral(format: string | undefined): boolean {
  return format === undefined || format === '' || format === 'General'
}

/** What the library does not keep, in words. */
function lostParts({ archive }: OfficePackage): readonly string[] {
  const lost = Object.entries(LOST_PARTS).filter(([start]) =>
    archive.names.some((name) => name.startsWith(start.toLowerCase())),
  )
  return [...new Set(lost.map(([, words]) => words))]
}
