/** What the screen shows of a report: the very model the file is written from, its longest sheets cut. */
import type { Report, ReportPreview } from '#shared/api/report.ts'

const PREVIEW_ROWS = 200

export function previewOf(report: Report, maxRows: number = PREVIEW_ROWS): ReportPreview {
  const truncated = report.sheets.some((sheet) => sheet.rows.length > maxRows)
  return {
    ...report,
    sheets: report.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, maxRows) })),
    truncatedAt: truncated ? maxRows : null,
  }
}
