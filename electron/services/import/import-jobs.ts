/** The two long jobs of an import, main side: what they hand to the worker, and what they do with its answer. */
import type { Parsed } from '#shared/api/contract.ts'
import type { ImportPlan, ImportSummary } from '#shared/api/import.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Facts, ImportMapping, StateDifference } from '#shared/domain/facts.ts'
import type { PlannedImport } from '../../exchange/in/plan/make-plan.ts'
import type { JobContext, JobDefinition } from '../../jobs/job.ts'
import { readForImport, summaryOf, writePlanned } from './import-file.ts'

export interface ImportPayload {
  readonly fileName: string
  readonly path: string
  readonly facts: Facts
  readonly stateDifferences: readonly StateDifference[]
  readonly mappings: readonly ImportMapping[]
  readonly today: Day
  readonly profile: string | null
  readonly mapping: string | null
  readonly leaveOut: readonly number[]
}

type PlanInput = Parsed<'import.plan'>
type ApplyInput = Parsed<'import.apply'>

function payloadOf(context: JobContext, input: PlanInput, leaveOut: readonly number[]): ImportPayload {
  const file = context.files.chosen(input.uploadId)
  return {
    fileName: file.name,
    path: file.path,
    ...readForImport(context.dossier),
    today: context.today,
    profile: input.profile,
    mapping: input.mapping,
    leaveOut,
  }
}

export const planImportJob: JobDefinition<PlanInput, ImportPayload, PlannedImport, ImportPlan> = {
  writes: false,
  prepare: (context, input) => payloadOf(context, input, []),
  finish: (_context, planned) => planned.plan,
}

export const applyImportJob: JobDefinition<ApplyInput, ImportPayload, PlannedImport, ImportSummary> = {
  writes: true,
  prepare: (context, input) => payloadOf(context, input, input.leaveOut),
  finish(context, planned, input) {
    writePlanned(context.dossier, planned, input.mapping)
    return summaryOf(planned, false)
  },
}
