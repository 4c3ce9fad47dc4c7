/** The worker half of a view's export: a table of typed columns, its groups with live sub-totals. */
import type { CellValue, Report } from '#shared/api/report.ts'
import { isDay } from '#shared/domain/day.ts'
import { isCents } from '#shared/domain/money.ts'
import { frDay } from '#shared/text/format.ts'
import { slug } from '../../exchange/out/file-name.ts'
import { buildTable } from '../../exchange/out/models/table.ts'
import { reportFileName, writeReport } from '../../exchange/out/write-report.ts'
import type { JobTask } from '../../jobs/job.ts'
import { outputFault } from '../../outputs/faults.ts'
import type { WrittenReport } from './build-job.ts'
import type { ViewPayload } from './view-job.ts'

type Column = ViewPayload['input']['columns'][number]
interface Line {
  readonly cells: readonly (string | number | null)[]
}

function cellOf(kind: Column['kind'], value: string | number | null | undefined): CellValue {
  if (value === null || value === undefined || value === '') return null
  if (kind === 'cents') return isCents(value) ? { kind, value } : { kind: 'text', value: String(value) }
  if (kind === 'integer')
    return typeof value === 'number' ? { kind, value } : { kind: 'text', value: String(value) }
  if (kind === 'day') return isDay(value) ? { kind, value } : { kind: 'text', value: String(value) }
  return { kind, value: String(value) }
}

/** A workbook names a sheet in 31 signs, without these. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

function viewReport({ input, today, dossier }: Omit<ViewPayload, 'path'>): Report {
  const { title, subtitle } = input
  const table = buildTable<Line>({
    name: sheetName(title),
    title,
    subtitle,
    columns: input.columns.map((column, at) => ({
      key: `c${at}`,
      title: column.title,
      kind: column.kind,
      width: column.width,
      sum: column.sum,
      cell: (line: Line) => cellOf(column.kind, line.cells[at]),
    })),
    groups: input.groups.map((group) => ({
      label: group.label,
      ...(group.label === null ? {} : { heading: group.label }),
      rows: group.rows.map((cells) => ({ cells })),
    })),
    mark: input.columns.length > 1 ? 'c1' : 'c0',
    withoutTotal: !input.columns.some((column) => column.sum),
  })
  return {
    kind: 'view',
    title,
    scope: subtitle,
    fileStem: `${slug(dossier)}-${slug(title)}-${today}`,
    day: today,
    mainSheet: table.sheet.name,
    sheets: [table.sheet],
    checks: { passed: 0, total: 0 },
    properties: { creator: 'Jalon', subject: `${title}, ${frDay(today)}`, keywords: '' },
  }
}

export const viewExportTask: JobTask<ViewPayload, WrittenReport> = async (payload, progress) => {
  const report = viewReport(payload)
  const fileName = reportFileName(report, payload.input.format)
  try {
    await writeReport(report, payload.input.format, payload.path, { onProgress: progress })
  } catch (error) {
    throw outputFault(error, fileName) ?? error
  }
  return { path: payload.path, fileName }
}
