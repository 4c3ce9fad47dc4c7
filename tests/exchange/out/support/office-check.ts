/**
 * Developer's check of a workbook with LibreOffice, where it is installed: it recalculates every formula, and we compare with
 * what Jalon wrote; it also prints the workbook, to look at. Not part of the test suite: a bare machine has no LibreOffice.
 *   node tests/exchange/out/support/office-check.ts FILE.xlsx [FOLDER FOR THE PDF]
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'

/** Recalculate always: LibreOffice otherwise trusts the values of a file that says it comes from Excel. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

export interface OfficeCheck {
  readonly formulas: number
  readonly differences: readonly string[]
}

async function officeCheck(path: string, pdfFolder: string | null = null): Promise<OfficeCheck> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-office-'))
  try {
    const profile = join(folder, 'profile')
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS)
    const convert = (format: string, out: string) =>
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          out,
          path,
        ],
        { stdio: 'pipe', timeout: 300_000 },
      )
    const again = join(folder, 'again')
    convert('xlsx', again)
    if (pdfFolder !== null) {
      convert('pdf', folder)
      mkdirSync(pdfFolder, { recursive: true })
      const pdf = `${basename(path).replace(/\.xlsx$/, '')}.pdf`
      cpSync(join(folder, pdf), join(pdfFolder, pdf))
    }
    return compare(await load(path), await load(join(again, basename(path))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compare(written: ExcelJS.Workbook, recalculated: ExcelJS.Workbook): OfficeCheck {
  const differences: string[] = []
  let formulas = 0
  for (const sheet of written.worksheets) {
    const other = recalculated.getWorksheet(sheet.name)
    if (other === undefined) {
      differences.push(`no sheet ${sheet.name}`)
      continue
    }
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const isFormula = isFormulaCell(cell)
        if (isFormula) formulas += 1
        const ours = plain(cell)
        const theirs = plain(other.getCell(cell.address))
        const equal =
          typeof ours === 'number' && typeof theirs === 'number'
            ? Math.abs(ours - theirs) < 1e-6
            : ours === theirs
        if (!equal) differences.push(`${sheet.name}!${cell.address}: ${String(ours)} / ${String(theirs)}`)
      }),
    )
  }
  return { formulas, differences }
}

function isFormulaCell(cell: ExcelJS.Cell): boolean {
  return cell.value !== null && typeof cell.value === 'object' && 'formula' in cell.value
}

function plain(cell: ExcelJS.Cell): string | number | null {
  const raw = cell.value
  const value = raw !== null && typeof raw === 'object' && 'formula' in raw ? (raw.result ?? 0) : raw
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

async function load(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(readFileSync(path) as unknown as ExcelJS.Buffer)
  return workbook
}

const [, script, file, folder] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  if (file === undefined) throw new Error('usage: office-check.ts FILE.xlsx [FOLDER]')
  const { formulas, differences } = await officeCheck(file, folder ?? null)
  console.log(`${formulas} formulas, ${differences.length} differences`)
  for (const difference of differences.slice(0, 40)) console.log(difference)
  process.exitCode = differences.length === 0 ? 0 : 1
}
