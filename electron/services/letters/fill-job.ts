/** Filling one's own workbook as a long job: facts read here, figures and file made by the worker, saved by the shell. */
import { basename, extname } from 'node:path'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { TEMPLATE_LABELS } from '#shared/text/errors/template-errors.ts'
import type { ReportInput } from '../../exchange/out/models/scope.ts'
import type { JobDefinition } from '../../jobs/job.ts'
import { deliverReport } from '../report/deliver.ts'
import { reportInput } from '../report/request.ts'

/** A workbook of a whole department takes some seconds. */
const PATIENCE_MS = 180_000

type FillInput = Parsed<'templates.fill'>

export interface FillPayload {
  readonly input: ReportInput
  readonly template: string
  readonly fileName: string
  readonly path: string
  readonly withoutForeign: boolean
}

export interface FillResult {
  readonly path: string
  readonly fileName: string
  readonly filled: number
  readonly unknown: readonly string[]
  readonly lost: readonly string[]
  readonly removed: readonly ForeignPart[]
}

export const fillWorkbookJob: JobDefinition<FillInput, FillPayload, FillResult, Output<'templates.fill'>> = {
  writes: false,
  patienceMs: PATIENCE_MS,
  prepare(context, input) {
    const file = context.files.chosen(input.uploadId)
    const { uploadId: _, withoutForeign, ...request } = input
    const stem = basename(file.name, extname(file.name))
    return {
      input: reportInput(context, { ...request, kind: 'fiscal-year', agreementId: null }),
      template: file.path,
      fileName: `${stem}-${TEMPLATE_LABELS.suffix}.xlsx`,
      path: context.files.temporaryPath('xlsx'),
      withoutForeign,
    }
  },
  async finish(context, { path, fileName, filled, unknown, lost, removed }, { uploadId }) {
    const sources = [context.files.chosen(uploadId).path]
    const delivered = await deliverReport(context.files, { path, fileName, sources })
    return { fileName, filled, unknown, lost, removed, ...delivered }
  },
}
