/** One report model, four files: the only place that knows which writer makes which format. */
import type { Report } from '#shared/api/report.ts'
import { assertNever } from '#shared/domain/assert.ts'
import { csvSheet, FRENCH, STATE, writeCsv } from './csv/write-csv.ts'
import { slug } from './file-name.ts'
import type { WriteOptions } from './write-options.ts'

export const REPORT_FORMATS = ['xlsx', 'csv', 'csv-state', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** `sheet`: which one a single-table format holds; left out, the main one. */
export async function writeReport(
  report: Report,
  format: ReportFormat,
  path: string,
  options: WriteOptions & { readonly sheet?: string | undefined } = {},
): Promise<void> {
  switch (format) {
    // Loaded when asked for: a workbook or page library is heavy, and most commands need none.
    case 'xlsx':
      return (await import('./xlsx/write-xlsx.ts')).writeXlsx(report, path, options)
    case 'pdf':
      return (await import('./pdf/write-pdf.ts')).writePdf(report, path, options)
    case 'csv':
      return writeCsv(csvSheet(report, options.sheet), FRENCH, path, options)
    case 'csv-state':
      return writeCsv(csvSheet(report, options.sheet), STATE, path, options)
    default:
      return assertNever(format)
  }
}

/** Name of the file offered to the person. A single-table file says which table. */
export function reportFileName(report: Report, format: ReportFormat, sheet?: string | undefined): string {
  if (format === 'xlsx' || format === 'pdf') return `${report.fileStem}.${format}`
  const table = csvSheet(report, sheet).name
  const suffix = format === 'csv-state' ? '-etat' : ''
  return `${report.fileStem}-${slug(table)}${suffix}.csv`
}
