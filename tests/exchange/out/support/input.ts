import type { Report, ReportRow, ReportSheet } from '#shared/api/report.ts'
import { day } from '#shared/domain/day.ts'
import type { ReportInput } from '../../../../electron/exchange/out/models/scope.ts'
import { PASSERELLES_TODAY, passerelles } from '../../../support/passerelles.ts'

export const DEMO = passerelles()

export function demoInput(given: Partial<ReportInput> = {}): ReportInput {
  return {
    facts: DEMO.facts,
    kind: 'aid',
    employerId: null,
    fiscalYear: null,
    at: null,
    agreementId: null,
    names: true,
    today: day(PASSERELLES_TODAY),
    version: '0.1.0',
    ...given,
  }
}

export function sheetNamed(report: Report, name: string): ReportSheet {
  const sheet = report.sheets.find((s) => s.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name} among ${report.sheets.map((s) => s.name)}`)
  return sheet
}

/** Values of a row by column key; null where the cell is absent. */
export function valuesOf(
  sheet: ReportSheet,
  row: ReportRow,
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(sheet.columns.map((column, i) => [column.key, row.cells[i]?.value ?? null]))
}

export function rowsBy(sheet: ReportSheet, role: ReportRow['role']) {
  return sheet.rows.filter((row) => row.role === role).map((row) => valuesOf(sheet, row))
}
