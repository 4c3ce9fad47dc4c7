/**
 * Bringing a file in: plan it, then write the very operations of the plan in one act, so that one undo removes the whole import
 * and a failure leaves nothing behind. A plan that changes nothing leaves no step to undo.
 */
import type { ImportPlan, ImportSummary } from '#shared/api/import.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { type ImportMappingDefinition, importMapping } from '#shared/schemas/import.ts'
import { fileSentence } from '#shared/text/import.ts'
import type { PlannedImport } from '../../exchange/in/plan/make-plan.ts'
import { Unreadable } from '../../exchange/in/read/source.ts'
import { readAndPlan } from '../../exchange/in/read-and-plan.ts'
import type { Dossier } from '../../store/dossier.ts'
import { Refusal } from '../service.ts'
import { applyOperations } from './apply-operations.ts'

export interface ImportOptions {
  readonly dossier: Dossier
  readonly bytes: Uint8Array
  /** As the person knows it: under "Annuler" and in the journal. */
  readonly fileName: string
  readonly profile?: string | null
  /** Text of a mapping file (docs/import-mapping.md). */
  readonly mapping?: string | null
  readonly dryRun: boolean
  readonly today: Day
  readonly leaveOut?: readonly number[]
}

export interface ImportOutcome {
  readonly plan: ImportPlan
  readonly summary: ImportSummary
}

export type Progress = (done: number, total: number) => void

/** The whole journey in this thread: the command line, and tests. */
export function importFile(options: ImportOptions, progress: Progress = () => {}): ImportSummary {
  const { dossier, dryRun } = options
  if (!dryRun && dossier.readOnlyReason !== null)
    throw new Refusal({ code: 'file.read-only', message: dossier.readOnlyReason })
  const planned = planFile({ ...options, facts: dossier.readFacts() }, progress)
  if (!dryRun) writePlanned(dossier, planned)
  return summaryOf(planned, dryRun)
}

export interface PlanFileOptions {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly facts: Facts
  readonly today: Day
  readonly profile?: string | null
  readonly mapping?: string | null
  readonly leaveOut?: readonly number[]
}

/** Nothing is written. Throws a Refusal in plain words where the file cannot be read. */
export function planFile(options: PlanFileOptions, progress: Progress = () => {}): PlannedImport {
  try {
    return readAndPlan(
      {
        fileName: options.fileName,
        bytes: options.bytes,
        facts: options.facts,
        today: options.today,
        profile: options.profile ?? null,
        mapping: readMapping(options.mapping ?? null),
        leaveOut: options.leaveOut ?? [],
      },
      progress,
    )
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw new Refusal({ code: `import.${error.code}`, message: fileSentence(error.code, error.values) })
  }
}

export function writePlanned(
  dossier: Dossier,
  planned: Pick<PlannedImport, 'operations' | 'actionLabel'>,
): void {
  if (planned.operations.length === 0) return
  dossier.act({ kind: 'import', label: planned.actionLabel }, (db) => applyOperations(db, planned.operations))
}

export function summaryOf(planned: PlannedImport, dryRun: boolean): ImportSummary {
  const { plan, rejects, notices, actionLabel } = planned
  return { rows: plan.rows, objects: plan.objects, rejects, notices, actionLabel, dryRun }
}

function readMapping(text: string | null): ImportMappingDefinition | null {
  if (text === null) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Unreadable('mapping-unreadable', { reason: error instanceof Error ? error.message : '' })
  }
  const parsed = importMapping.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Unreadable('mapping-unreadable', {
    reason: `${issue?.path.join('.') ?? ''} (${issue?.code ?? ''})`,
  })
}
