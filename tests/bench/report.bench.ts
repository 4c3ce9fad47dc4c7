/**
 * Each workbook on 5 139 posts, facts to finished file, beside a raw stream of the very same cells by the same library (no
 * model, no rule, no style). The peak of memory is of the process that did both.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Report } from '#shared/api/report.ts'
import { day } from '#shared/domain/day.ts'
import type { ReportInput } from '../../electron/exchange/out/models/scope.ts'
import { type ReportDefinition, reportDefinitions } from '../../electron/exchange/out/registry.ts'
import { writeReport } from '../../electron/exchange/out/write-report.ts'
import { workbookValue } from '../../electron/exchange/out/xlsx/cell.ts'
import { generateDemo } from '../../electron/services/demo/generate-demo.ts'
import type { Bench, BenchRow } from './bench.ts'

const TODAY = day('2026-11-23')

export async function run(): Promise<BenchRow[]> {
  const facts = generateDemo({ positions: 5139, seed: 1, today: TODAY })
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
  const rows: BenchRow[] = []
  try {
    for (const definition of reportDefinitions) {
      if (definition.needsAgreement === true) continue
      rows.push(await benchOf(definition, inputOf(definition, facts), folder))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}

function inputOf(definition: ReportDefinition, facts: ReportInput['facts']): ReportInput {
  return {
    facts,
    kind: definition.kind,
    employerId: null,
    fiscalYear: null,
    at: null,
    agreementId: null,
    names: true,
    today: TODAY,
    version: 'bench',
  }
}

/** Once each: a file takes seconds, and the two are measured one after the other. */
async function benchOf(definition: ReportDefinition, input: ReportInput, folder: string): Promise<BenchRow> {
  const path = join(folder, `${definition.kind}.xlsx`)
  // A copy of the facts, so that no index or figure kept from another report helps this one.
  const cold = { ...input, facts: { ...input.facts } }
  const { peak, stop } = watchMemory()
  const start = performance.now()
  const report = definition.build(cold)
  const built = performance.now()
  await writeReport(report, 'xlsx', path)
  const end = performance.now()
  stop()
  const reference = await rawStream(report, join(folder, 'raw.xlsx'))
  const cells = report.sheets.reduce((sum, s) => sum + s.rows.length * s.columns.length, 0)
  const lines = report.sheets.reduce((sum, s) => sum + s.rows.length, 0)
  return {
    name: `${definition.label}, 5 139 posts`,
    ms: end - start,
    reference: 'raw exceljs stream of the same cells',
    referenceMs: reference,
    note: `${lines} lines, ${cells} cells, ${Math.round(statSync(path).size / 1024)} KiB; rules and model ${Math.round(built - start)} ms, file ${Math.round(end - built)} ms; peak ${peak()} MiB`,
  }
}

async function rawStream(report: Report, path: string): Promise<number> {
  const start = performance.now()
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true })
  for (const sheet of report.sheets) {
    const target = workbook.addWorksheet(sheet.name)
    for (const row of sheet.rows) target.addRow(row.cells.map(workbookValue)).commit()
    target.commit()
  }
  await workbook.commit()
  return performance.now() - start
}

function watchMemory(): { readonly peak: () => number; readonly stop: () => void } {
  let most = process.memoryUsage.rss()
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  return { peak: () => Math.round(most / 2 ** 20), stop: () => clearInterval(timer) }
}

export const bench: Bench = { title: 'Workbooks', run }
