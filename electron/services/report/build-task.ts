/** The long work of a report, in the worker: derives, builds the model, writes the file. Knows no dossier and no shell. */
import { reportError } from '#shared/text/errors/report-errors.ts'
import { reportFileName, writeReport } from '../../exchange/out/write-report.ts'
import type { JobTask } from '../../jobs/job.ts'
import { outputFault } from '../../outputs/faults.ts'
import { Refusal } from '../service.ts'
import type { ReportPayload, WrittenReport } from './build-job.ts'
import { buildReport } from './build-report.ts'

export const reportBuildTask: JobTask<ReportPayload, WrittenReport> = async (payload, progress) => {
  const report = buildReport(payload.input)
  const sheet = payload.sheet ?? undefined
  if (sheet !== undefined && !report.sheets.some((s) => s.name === sheet)) {
    const detail = report.sheets.map((s) => s.name).join(', ')
    throw new Refusal(reportError('report.unknown-sheet', { name: sheet, detail }))
  }
  const fileName = reportFileName(report, payload.format, sheet)
  try {
    await writeReport(report, payload.format, payload.path, { onProgress: progress, sheet })
  } catch (error) {
    throw outputFault(error, fileName) ?? error
  }
  return { path: payload.path, fileName, leftOut: report.leftOut }
}
