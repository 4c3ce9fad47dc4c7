/** Reading back what was written, with the workbook library and with the zip beneath it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { Report } from '#shared/api/report.ts'
import { writeXlsx } from '../../../../electron/exchange/out/xlsx/write-xlsx.ts'

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-report-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function xlsxBytes(report: Report): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const path = join(folder, 'report.xlsx')
    await writeXlsx(report, path)
    return readFile(path)
  })
}

export async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  return workbook
}

export function part(bytes: Uint8Array, name: string): string {
  const found = unzipSync(bytes)[name]
  if (found === undefined) throw new Error(`no ${name} in the workbook`)
  return strFromU8(found)
}

export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** Formulas of the file, and how many of them carry a value for whoever opens it without recalculating. */
export function formulaCounts(bytes: Uint8Array): { readonly formulas: number; readonly withValue: number } {
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  const count = (shape: RegExp) =>
    sheets.reduce((sum, [, xml]) => sum + (strFromU8(xml).match(shape)?.length ?? 0), 0)
  return { formulas: count(/<f>/g), withValue: count(/<\/f><v>[^<]/g) }
}
