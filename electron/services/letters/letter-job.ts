/** A letter on the person's own .docx, as a long job: facts read here, the template opened and filled by the worker alone. */
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Day } from '#shared/domain/day.ts'
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { LETTERS } from '#shared/text/letters.ts'
import { type LetterValues, withTyped } from '../../exchange/out/letters/fields.ts'
import type { JobDefinition } from '../../jobs/job.ts'
import { deliverReport } from '../report/deliver.ts'
import { letterFileName, subjectOf } from './subject.ts'

/** A long letter takes a second. */
const PATIENCE_MS = 30_000

export interface LetterPayload {
  readonly template: string
  readonly values: LetterValues
  readonly withoutForeign: boolean
  readonly today: Day
  readonly path: string
  readonly fileName: string
}

export interface LetterResult {
  readonly path: string
  readonly fileName: string
  readonly removed: readonly ForeignPart[]
}

export const fillLetterJob: JobDefinition<
  Parsed<'letters.fill'>,
  LetterPayload,
  LetterResult,
  Output<'letters.fill'>
> = {
  writes: false,
  patienceMs: PATIENCE_MS,
  prepare(context, { kind, id, templateUploadId, values, withoutForeign }) {
    const subject = withTyped(subjectOf(context, LETTERS[kind].about, id), values)
    return {
      template: context.files.chosen(templateUploadId).path,
      values: subject.values,
      withoutForeign,
      today: context.today,
      path: context.files.temporaryPath('docx'),
      fileName: letterFileName(kind, subject, context.today),
    }
  },
  async finish(context, { path, fileName, removed }, { templateUploadId }) {
    const sources = [context.files.chosen(templateUploadId).path]
    return { fileName, removed, ...(await deliverReport(context.files, { path, fileName, sources })) }
  },
}
