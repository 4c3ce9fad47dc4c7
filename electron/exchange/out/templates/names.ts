/**
 * Names under which the figures of a report can be put in one's own workbook: sheet and column of the fiscal-year file, in
 * plain letters ("tranches_montant_prevu" for the list, "total_tranches_montant_prevu" for the sum). The year is left out of
 * the names, so that a template serves every year.
 */
import type { TemplateField } from '#shared/api/channels/letters.ts'
import type { CellValue, Report, ReportColumn, ReportSheet } from '#shared/api/report.ts'
import { TEMPLATE_LABELS } from '#shared/text/errors/template-errors.ts'
import { frenchAll } from '#shared/text/french.ts'
import { slug } from '../file-name.ts'

export interface NamedValues {
  readonly single: ReadonlyMap<string, CellValue>
  readonly lists: ReadonlyMap<string, readonly CellValue[]>
}

const words = frenchAll(TEMPLATE_LABELS)

export function namedValues(report: Report): NamedValues {
  const single = new Map<string, CellValue>()
  const lists = new Map<string, readonly CellValue[]>()
  for (const { sheet, column, index, name } of namedColumns(report)) {
    const data = sheet.rows.filter((row) => row.role === 'data')
    lists.set(
      name,
      data.map((row) => plain(row.cells[index] ?? null)),
    )
    const total = sheet.rows.find((row) => row.role === 'total')?.cells[index] ?? null
    if (isSummed(column) && total !== null) single.set(`total_${name}`, plain(total))
  }
  return { single, lists }
}

export function templateFields(report: Report): TemplateField[] {
  return namedColumns(report).flatMap(({ sheet, column, name }) => {
    const label = `${sheet.name}, ${column.title.replace(/\s+/g, ' ')}`
    const list = { name, label, list: true }
    return isSummed(column)
      ? [list, { name: `total_${name}`, label: words.total(label), list: false }]
      : [list]
  })
}

function namedColumns(report: Report) {
  return report.sheets
    .filter((sheet) => sheet.orientation === 'landscape')
    .flatMap((sheet: ReportSheet) =>
      sheet.columns.map((column, index) => ({ sheet, column, index, name: nameOf(sheet, column) })),
    )
}

function nameOf(sheet: ReportSheet, column: ReportColumn): string {
  const title = column.title.replace(/\b20\d\d(-20\d\d)?\b/g, ' exercice ')
  return slug(`${sheet.name} ${title}`).replaceAll('-', '_')
}

function isSummed(column: ReportColumn): boolean {
  return column.kind === 'cents' || column.kind === 'integer'
}

/** A formula of ours means nothing in another workbook: only its value goes there. */
function plain(cell: CellValue): CellValue {
  if (cell === null || !('formula' in cell)) return cell
  const { formula: _, ...value } = cell
  return value
}
