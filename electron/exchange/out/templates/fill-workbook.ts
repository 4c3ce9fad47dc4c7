/**
 * The person's own .xlsx, its named cells filled and its formatting kept. A named cell takes one value; a list is filled
 * downwards from it, each line in the format of the first. What the library cannot keep (charts, pivot tables) is said.
 */
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { CellValue } from '#shared/api/report.ts'
import { LOST_PARTS } from '#shared/text/errors/template-errors.ts'
import { workbookValue } from '../xlsx/cell.ts'
import { NUMBER_FORMATS } from '../xlsx/styles.ts'
import type { NamedValues } from './names.ts'

export type FilledWorkbook =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly filled: number
      readonly unknown: readonly string[]
      readonly lost: readonly string[]
    }
  | { readonly ok: false; readonly code: 'template.not-xlsx' | 'template.too-large' | 'template.no-name' }

const MAX_UNPACKED = 200_000_000

export async function fillWorkbook(template: Uint8Array, values: NamedValues): Promise<FilledWorkbook> {
  const parts = partsOf(template)
  if (parts === null) return { ok: false, code: 'template.not-xlsx' }
  if (parts.size > MAX_UNPACKED) return { ok: false, code: 'template.too-large' }
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(Buffer.from(template) as unknown as ExcelJS.Buffer)
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
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return { ok: true, bytes, filled, unknown, lost: parts.lost }
}

/** From the first cell of the range, downwards. Answers how many cells were written. */
function fillAt(workbook: ExcelJS.Workbook, range: string, cells: readonly CellValue[]): number {
  const place = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)/.exec(range)
  const sheet = workbook.getWorksheet((place?.[1] ?? place?.[2] ?? '').replaceAll("''", "'"))
  if (place === null || sheet === undefined) return 0
  const column = place[3] ?? 'A'
  const first = Number(place[4])
  const model = sheet.getCell(`${column}${first}`)
  for (const [index, value] of cells.entries()) {
    const cell = sheet.getCell(`${column}${first + index}`)
    if (index > 0) cell.style = model.style
    cell.value = workbookValue(value)
    if (value !== null && isGeneral(cell.numFmt)) cell.numFmt = NUMBER_FORMATS[value.kind] ?? 'General'
  }
  return cells.length
}

/** A format the person chose is kept; without one, a day or an amount would be a bare number. */
function isGeneral(format: string | undefined): boolean {
  return format === undefined || format === '' || format === 'General'
}

/** Sizes and names said by the zip's directory: nothing is unpacked to know them. */
function partsOf(template: Uint8Array): { readonly size: number; readonly lost: readonly string[] } | null {
  let size = 0
  let isWorkbook = false
  const lost = new Set<string>()
  try {
    unzipSync(template, {
      filter({ name, originalSize }) {
        size += originalSize
        if (name === 'xl/workbook.xml') isWorkbook = true
        for (const [start, words] of Object.entries(LOST_PARTS)) if (name.startsWith(start)) lost.add(words)
        return false
      },
    })
  } catch {
    return null
  }
  return isWorkbook ? { size, lost: [...lost] } : null
}
