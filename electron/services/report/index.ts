/** Reports at the door: which there are, and what one would hold. Building the file is a job (`build-job.ts`). */
import type { Parsed } from '#shared/api/contract.ts'
import type { ReportKind, ReportPreview } from '#shared/api/report.ts'
import { previewOf } from '../../exchange/out/preview.ts'
import { reportDefinitions } from '../../exchange/out/registry.ts'
import type { ServiceContext } from '../service.ts'
import { buildReport } from './build-report.ts'
import { reportInput } from './request.ts'

function kinds(): readonly ReportKind[] {
  return reportDefinitions.map(({ kind, label, description, parameters, formats }) => ({
    kind,
    label,
    description,
    parameters,
    formats,
  }))
}

function preview(context: ServiceContext, input: Parsed<'report.preview'>): ReportPreview {
  return previewOf(buildReport(reportInput(context, input)))
}

export const reportServices = { 'report.kinds': kinds, 'report.preview': preview } as const
