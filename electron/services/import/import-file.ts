/**
 * Bringing a file in: plan it, then write the very operations of the plan in one act, so that one undo removes the whole import
 * and a failure leaves nothing behind. A plan that changes nothing leaves no step to undo.
 */
import type { ImportSummary } from '#shared/api/import.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Facts, ImportMapping, StateDifference } from '#shared/domain/facts.ts'
import { DEFAULT_MAPPING, type ImportMappingDefinition, importMapping } from '#shared/schemas/import.ts'
import type { PlannedImport } from '../../exchange/in/plan/make-plan.ts'
import { Unreadable } from '../../exchange/in/read/source.ts'
import { readAndPlan } from '../../exchange/in/read-and-plan.ts'
import type { Dossier, WritableDb } from '../../store/dossier.ts'
import { insertEntity, readEntities, updateEntity } from '../../store/entities.ts'
import { fileRefusal } from '../../store/errors.ts'
import { importInterchange, isJson } from '../interchange/import.ts'
import { applyOperations } from './apply-operations.ts'
import { asImportRefusal } from './import-refusal.ts'

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

export type Progress = (done: number, total: number) => void

/** The whole journey in this thread: the command line, and tests. */
export function importFile(options: ImportOptions, progress: Progress = () => {}): ImportSummary {
  const { dossier, dryRun } = options
  if (!dryRun && dossier.readOnlyReason !== null)
    throw fileRefusal('file.read-only', { name: dossier.name, detail: dossier.readOnlyReason })
  if (isJson(options.bytes)) return importInterchange(dossier, options.bytes, options.fileName, dryRun)
  const planned = planFile({ ...options, ...readForImport(dossier) }, progress)
  if (!dryRun) writePlanned(dossier, planned, options.mapping ?? null)
  return summaryOf(planned, dryRun)
}

export interface PlanFileOptions {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly facts: Facts
  readonly stateDifferences?: readonly StateDifference[]
  readonly mappings?: readonly ImportMapping[]
  readonly today: Day
  readonly profile?: string | null
  readonly mapping?: string | null
  readonly leaveOut?: readonly number[]
  /** The dossier is a demonstration: the plan says so. */
  readonly demo?: boolean
}

/** Nothing is written. Throws a Refusal in plain words where the file cannot be read. */
export function planFile(options: PlanFileOptions, progress: Progress = () => {}): PlannedImport {
  try {
    return readAndPlan(
      {
        fileName: options.fileName,
        bytes: options.bytes,
        facts: options.facts,
        stateDifferences: options.stateDifferences ?? [],
        mappings: options.mappings ?? [],
        today: options.today,
        profile: options.profile ?? null,
        mapping: readMapping(options.mapping ?? null),
        leaveOut: options.leaveOut ?? [],
        demo: options.demo ?? false,
      },
      progress,
    )
  } catch (error) {
    throw asImportRefusal(error)
  }
}

/** Writes the plan in one act. `mapping`: the text it was read with, remembered for the next file of that shape. */
export function writePlanned(dossier: Dossier, planned: PlannedImport, mapping: string | null): void {
  const { operations, actionLabel, plan } = planned
  if (operations.length === 0) return
  dossier.act({ kind: 'import', label: actionLabel }, (db) => {
    applyOperations(db, operations)
    rememberMapping(db, plan.shape, plan.fileName, mapping)
  })
}

export function summaryOf(planned: PlannedImport, dryRun: boolean): ImportSummary {
  const { plan, rejects, notices, actionLabel } = planned
  return { ...plan.all, rejects, notices, actionLabel, dryRun }
}

function readMapping(text: string | null): ImportMappingDefinition | null {
  if (text === null) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Unreadable('mapping-unreadable', { reason: '' })
  }
  const parsed = importMapping.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.')
  throw new Unreadable('mapping-unreadable', { reason: field ?? '' })
}

/** What a plan needs of the dossier: all of it can be handed to a worker. */
export function readForImport(dossier: Dossier): {
  readonly facts: Facts
  readonly stateDifferences: readonly StateDifference[]
  readonly mappings: readonly ImportMapping[]
  readonly demo: boolean
} {
  const facts = dossier.readFacts()
  return dossier.read((db) => ({
    facts,
    demo: dossier.demo,
    stateDifferences: readEntities(db, 'stateDifference'),
    mappings: readEntities(db, 'importMapping'),
  }))
}

/** Remembers how the columns of such a file are read, in the act of the import that proved it right. */
function rememberMapping(db: WritableDb, shape: string, name: string, mapping: string | null): void {
  const definition = readMapping(mapping)
  if (definition === null || JSON.stringify(definition) === JSON.stringify(DEFAULT_MAPPING)) return
  const { corrections: _, sheet: __, headerLine: ___, others, ...kept } = definition
  // What one file needed (a cell corrected, a line left out) says nothing of the next one.
  const sheets =
    others?.map((other) => ({ ...other, headerLine: null, corrections: [], leaveOut: [] })) ?? null
  const text = JSON.stringify({ ...kept, others: sheets })
  const held = readEntities(db, 'importMapping').find((m) => m.shape === shape)
  if (held === undefined) insertEntity(db, 'importMapping', { shape, name, definition: text })
  else if (held.definition !== text) updateEntity(db, 'importMapping', held.id, { name, definition: text })
}
