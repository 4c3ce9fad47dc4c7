/** The two long jobs of an import, main side: what they hand to the worker, and what they do with its answer. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { Parsed } from '#shared/api/contract.ts'
import type { ImportPlan, ImportSummary } from '#shared/api/import.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Facts, ImportMapping, StateDifference } from '#shared/domain/facts.ts'
import type { PlannedImport } from '../../exchange/in/plan/make-plan.ts'
import type { JobContext, JobDefinition } from '../../jobs/job.ts'
import {
  isJson,
  type MergeTarget,
  mergeTarget,
  type PlannedMerge,
  writeInterchange,
} from '../interchange/import.ts'
import { readForImport, summaryOf, writePlanned } from './import-file.ts'

export interface ImportPayload {
  readonly fileName: string
  readonly path: string
  readonly facts: Facts
  readonly stateDifferences: readonly StateDifference[]
  readonly mappings: readonly ImportMapping[]
  readonly demo: boolean
  /** The whole dossier, where the file is an interchange to merge into it. */
  readonly target: MergeTarget | null
  readonly today: Day
  readonly profile: string | null
  readonly mapping: string | null
  readonly leaveOut: readonly number[]
}

export type ImportResult =
  | { readonly kind: 'table'; readonly planned: PlannedImport }
  | { readonly kind: 'interchange'; readonly planned: PlannedMerge }

type PlanInput = Parsed<'import.plan'>
type ApplyInput = Parsed<'import.apply'>

function payloadOf(context: JobContext, input: PlanInput, leaveOut: readonly number[]): ImportPayload {
  const file = context.files.chosen(input.uploadId)
  return {
    fileName: file.name,
    path: file.path,
    ...readForImport(context.dossier),
    target: isJson(headOf(file.path)) ? mergeTarget(context.dossier) : null,
    today: context.today,
    profile: input.profile,
    mapping: input.mapping,
    leaveOut,
  }
}

/** First bytes of a file; none where it cannot be read: the worker says why. */
function headOf(path: string): Uint8Array {
  const head = new Uint8Array(200)
  try {
    const file = openSync(path, 'r')
    try {
      return head.subarray(0, readSync(file, head))
    } finally {
      closeSync(file)
    }
  } catch {
    return new Uint8Array(0)
  }
}

export const planImportJob: JobDefinition<PlanInput, ImportPayload, ImportResult, ImportPlan> = {
  writes: false,
  prepare: (context, input) => payloadOf(context, input, []),
  finish: (_context, { planned }) => planned.plan,
}

export const applyImportJob: JobDefinition<ApplyInput, ImportPayload, ImportResult, ImportSummary> = {
  writes: true,
  prepare: (context, input) => payloadOf(context, input, input.leaveOut),
  finish(context, result, input) {
    if (result.kind === 'interchange') {
      writeInterchange(context.dossier, result.planned)
      return result.planned.summary
    }
    writePlanned(context.dossier, result.planned, input.mapping)
    return summaryOf(result.planned, false)
  },
}
