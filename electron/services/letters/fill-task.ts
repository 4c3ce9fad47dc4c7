/** The long work of filling one's own workbook, in the worker: the figures of the fiscal year, put at their names. */
import { writeFileSync } from 'node:fs'
import { templateError } from '#shared/text/errors/template-errors.ts'
import { foreignName } from '#shared/text/exchange/foreign-parts.ts'
import { fiscalYearReport } from '../../exchange/out/models/fiscal-year/fiscal-year-report.ts'
import { fillWorkbook } from '../../exchange/out/templates/fill-workbook.ts'
import { namedValues } from '../../exchange/out/templates/names.ts'
import type { JobTask } from '../../jobs/job.ts'
import { Refusal } from '../service.ts'
import type { FillPayload, FillResult } from './fill-job.ts'
import { readTemplate } from './read-template.ts'

export const fillWorkbookTask: JobTask<FillPayload, FillResult> = async ({
  input,
  template,
  fileName,
  path,
  withoutForeign,
}) => {
  const bytes = readTemplate(template, 'xlsx')
  const filled = await fillWorkbook(bytes, namedValues(fiscalYearReport(input)), { withoutForeign })
  if (!filled.ok)
    throw new Refusal(templateError(filled.code, 'foreign' in filled ? filled.foreign.map(foreignName) : []))
  writeFileSync(path, filled.bytes, { mode: 0o600 })
  const { unknown, lost, removed } = filled
  return { path, fileName, filled: filled.filled, unknown, lost, removed }
}
