/** What a template chosen by the person holds that acts by itself: looked at by the worker, before anything is filled. */
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { JobDefinition } from '../../jobs/job.ts'

const PATIENCE_MS = 30_000

export interface LookPayload {
  readonly template: string
  readonly kind: Parsed<'templates.look'>['kind']
}

export const lookJob: JobDefinition<
  Parsed<'templates.look'>,
  LookPayload,
  Output<'templates.look'>,
  Output<'templates.look'>
> = {
  writes: false,
  patienceMs: PATIENCE_MS,
  prepare: (context, { uploadId, kind }) => ({ template: context.files.chosen(uploadId).path, kind }),
  finish: (_, looked) => looked,
}
