/**
 * A report as a long job: the facts are read here in one moment, the worker builds and writes the file, and the shell saves it
 * (temporary file, then rename) or offers it as a download. The page never names a path.
 */
import type { Parsed } from '#shared/api/contract.ts'
import type { ReportInput } from '../../exchange/out/models/scope.ts'
import type { ReportFormat } from '../../exchange/out/write-report.ts'
import type { Delivered, JobDefinition } from '../../jobs/job.ts'
import { deliverReport } from './deliver.ts'
import { reportInput } from './request.ts'

type BuildInput = Parsed<'report.build'>

export interface ReportPayload {
  readonly input: ReportInput
  readonly format: ReportFormat
  readonly sheet: string | null
  readonly path: string
}

export interface WrittenReport {
  readonly path: string
  readonly fileName: string
  readonly leftOut?: readonly string[]
}

export type BuiltReport = Delivered & Omit<WrittenReport, 'path'>

export const reportBuildJob: JobDefinition<BuildInput, ReportPayload, WrittenReport, BuiltReport> = {
  writes: false,
  prepare: (context, input) => ({
    input: reportInput(context, input),
    format: input.format,
    sheet: input.sheet ?? null,
    path: context.files.temporaryPath(extensionOf(input.format)),
  }),
  async finish(context, written) {
    return {
      fileName: written.fileName,
      leftOut: written.leftOut,
      ...(await deliverReport(context.files, written)),
    }
  },
}

function extensionOf(format: ReportFormat): string {
  return format === 'csv-state' ? 'csv' : format
}
