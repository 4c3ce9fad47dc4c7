/** An interchange file back into a dossier, in one act: restored as it was into an empty one, merged into another. */
import { createHash } from 'node:crypto'
import type { ImportPlan, ImportSummary } from '#shared/api/import.ts'
import type { Document, EntityName, Id } from '#shared/domain/facts.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { DEFAULT_MAPPING } from '#shared/schemas/import.ts'
import { PIECES_TEXT } from '#shared/text/dossier/pieces.ts'
import { importLabel } from '#shared/text/exchange/import.ts'
import {
  INTERCHANGE_LABEL,
  INTERCHANGE_REFUSALS,
  interchangeInvalid,
  mergeConflict,
  scenariosLeftOut,
} from '#shared/text/exchange/interchange.ts'
import { ENTITY_LABELS, fieldLabel } from '#shared/text/fields.ts'
import { judgeJson } from '../../exchange/in/read/bounded-json.ts'
import { type MergeOperation, type MergePlan, planMerge } from '../../exchange/interchange/merge.ts'
import { readInterchange } from '../../exchange/interchange/read.ts'
import { subjectOf, withSubject } from '../../exchange/interchange/scope.ts'
import {
  INTERCHANGE_VERSION,
  type Interchange,
  LISTS,
  type Lists,
  upgraded,
} from '../../exchange/interchange/shape.ts'
import type { Dossier, WritableDb } from '../../store/dossier.ts'
import { insertEntity, insertEntityAs, updateEntity } from '../../store/entities.ts'
import type { StoredName } from '../../store/tables.ts'
import { judgePiece } from '../documents/judge.ts'
import { asImportRefusal } from '../import/import-refusal.ts'
import { Refusal } from '../service.ts'
import { readLists } from './export.ts'

/** Text that may be an interchange file: decided by its first character, said in words by `parseInterchange`. */
export function isJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\ufeff/, '')
  return /^\s*\{/.test(head)
}

/** Undefined where it is no JSON; refused where it is too much of it. */
function parsedJson(bytes: Uint8Array): unknown {
  try {
    judgeJson(bytes)
  } catch (error) {
    throw asImportRefusal(error)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function parseInterchange(bytes: Uint8Array): Interchange {
  const json = parsedJson(bytes)
  const head = json as { readonly format?: unknown; readonly version?: unknown }
  if (typeof json !== 'object' || json === null || head.format !== 'jalon')
    throw refusal('interchange.not-jalon')
  const { version } = head
  if (typeof version === 'number' && version > INTERCHANGE_VERSION) throw refusal('interchange.newer')
  const isOlder = typeof version === 'number' && version >= 1 && version < INTERCHANGE_VERSION
  const read = readInterchange(isOlder ? upgraded({ ...json }, version) : json)
  if (!read.ok) {
    const { issue } = read
    const path = issue?.path.join('.') ?? ''
    const reason = issue?.code === 'custom' ? issue.message : null
    throw new Refusal({
      code: 'interchange.invalid',
      message: interchangeInvalid(path, fieldAt(path), reason),
      field: path,
    })
  }
  const { file } = read
  for (const { sha256, base64 } of file.documentContents)
    if (createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex') !== sha256)
      throw refusal('interchange.content-damaged')
  return file
}

/** "agreements.0.endsOn" → what it is called on the screens; null where it is no field of a form. */
function fieldAt(path: string): string | null {
  const [list, , field] = path.split('.')
  const entity = (Object.keys(LISTS) as StoredName[]).find((name) => LISTS[name] === list)
  const isForm = entity !== undefined && Object.hasOwn(entitySchemas, entity)
  return isForm && field !== undefined
    ? `${ENTITY_LABELS[entity as EntityName]}, ${fieldLabel(entity as EntityName, field)}`
    : null
}

/** Whether the file says it comes from a demonstration; false where it is no JSON: parsing it says why. */
export function isDemoExport(bytes: Uint8Array): boolean {
  if (!isJson(bytes)) return false
  const json = parsedJson(bytes)
  return typeof json === 'object' && json !== null && 'demo' in json && json.demo === true
}

/** Invented people and money never stand beside real ones, whichever way they would come. */
function refuseMixing(file: Interchange, dossierIsDemo: boolean): void {
  if (file.demo && !dossierIsDemo) throw refusal('interchange.demo-into-real')
  if (!file.demo && dossierIsDemo) throw refusal('interchange.real-into-demo')
}

/** The dossier an interchange file is planned against. */
export interface MergeTarget {
  readonly lists: Lists
  readonly demo: boolean
}

export function mergeTarget(dossier: Dossier): MergeTarget {
  return { lists: dossier.read(readLists), demo: dossier.demo }
}

export interface PlannedMerge {
  readonly merge: MergePlan
  readonly plan: ImportPlan
  readonly summary: ImportSummary
}

export function planInterchange(
  bytes: Uint8Array,
  fileName: string,
  target: MergeTarget,
  dryRun: boolean,
): PlannedMerge {
  const file = parseInterchange(bytes)
  refuseMixing(file, target.demo)
  const merge = planMerge(file, target.lists)
  const objects = Object.fromEntries(Object.entries(merge.objects))
  const all = Object.values(merge.objects)
  const total = (field: 'read' | 'created' | 'modified' | 'unchanged') =>
    all.reduce((sum, c) => sum + c[field], 0)
  const rows = {
    read: total('read'),
    created: total('created'),
    modified: total('modified'),
    unchanged: total('unchanged'),
    rejected: 0,
  }
  const notices = [
    ...merge.conflicts.map((c) => ({
      line: null,
      code: 'merge.kept',
      message: mergeConflict(c.name, c.field, c.subject, c.ours, c.theirs),
    })),
    ...(merge.scenariosLeftOut === 0
      ? []
      : [{ line: null, code: 'merge.scenarios', message: scenariosLeftOut(merge.scenariosLeftOut) }]),
    ...doubtfulPieces(merge).map((message) => ({ line: null, code: 'merge.piece', message })),
  ]
  const plan: ImportPlan = {
    fileName,
    profile: 'echange',
    profileLabel: INTERCHANGE_LABEL,
    encoding: 'UTF-8',
    separator: null,
    sheet: null,
    sheets: [],
    found: [],
    headerLine: 0,
    keys: [],
    columns: [],
    rows,
    objects,
    preview: [],
    previewTruncated: false,
    others: [],
    all: { rows, objects },
    shape: '',
    remembered: false,
    mapping: DEFAULT_MAPPING,
    notices,
  }
  const actionLabel = importLabel(fileName)
  return { merge, plan, summary: { rows, objects, rejects: [], notices, actionLabel, dryRun } }
}

/** Pieces that will only be saved, never opened: nothing is lost, and it is said before anything is written. */
function doubtfulPieces({ operations, contents }: MergePlan): readonly string[] {
  const bytesOf = new Map(contents.map(({ sha256, base64 }) => [sha256, base64]))
  return operations.flatMap((operation) => {
    if (operation.op !== 'insert' || operation.name !== 'document') return []
    const piece = operation.values as unknown as Document
    const base64 = bytesOf.get(piece.sha256)
    // Already in the dossier under the same SHA-256, or refused by it: judged when it is listed.
    if (base64 === undefined) return []
    const { name, doubt } = judgePiece(piece, Buffer.from(base64, 'base64'))
    return doubt === null ? [] : [PIECES_TEXT.imported(name, PIECES_TEXT.why[doubt])]
  })
}

export function writeInterchange(dossier: Dossier, { merge, summary }: PlannedMerge): void {
  if (merge.operations.length === 0) return
  dossier.act({ kind: 'import', label: summary.actionLabel }, (db) => {
    for (const { sha256, base64 } of merge.contents) keepContent(db, sha256, base64)
    applyMerge(db, merge.operations)
  })
}

export function importInterchange(
  dossier: Dossier,
  bytes: Uint8Array,
  fileName: string,
  dryRun: boolean,
): ImportSummary {
  const planned = planInterchange(bytes, fileName, mergeTarget(dossier), dryRun)
  if (!dryRun) writeInterchange(dossier, planned)
  return planned.summary
}

function keepContent(db: WritableDb, sha256: string, base64: string): void {
  const held = db.get('SELECT 1 FROM document_content WHERE sha256 = ?', sha256)
  if (held === undefined) db.insert('document_content', { sha256, bytes: Buffer.from(base64, 'base64') })
}

function applyMerge(db: WritableDb, operations: readonly MergeOperation[]): void {
  const written = new Map<StoredName, Map<Id, Id>>()
  for (const operation of operations) {
    const { name } = operation
    // Rows come from a checked file or are those of the dossier: the compiler cannot follow an entity through a list.
    const { id: _, ...values } = resolved(operation, written) as { id?: unknown }
    if (operation.op === 'update') updateEntity(db, name, operation.id, values as never)
    else if (operation.id > 0) insertEntityAs(db, name, operation.id, values as never)
    else {
      const ids = written.get(name) ?? new Map<Id, Id>()
      written.set(name, ids.set(operation.id, insertEntity(db, name, values as never)))
    }
  }
}

const OWNERS: Readonly<Record<string, StoredName>> = {
  employerId: 'employer',
  positionId: 'position',
  personId: 'person',
  contractId: 'contract',
  renewsId: 'contract',
  agreementId: 'agreement',
  instalmentId: 'instalment',
  paymentId: 'payment',
  scaleId: 'aidScale',
}

/** Negative ids become the ones their rows received. */
function resolved(
  { name, values }: MergeOperation,
  written: ReadonlyMap<StoredName, ReadonlyMap<Id, Id>>,
): Readonly<Record<string, unknown>> {
  const real = (entity: StoredName, id: unknown) =>
    typeof id === 'number' && id < 0 ? (written.get(entity)?.get(id) ?? id) : id
  const out: Record<string, unknown> = { ...values }
  for (const [field, entity] of Object.entries(OWNERS))
    if (field in out) out[field] = real(entity, out[field])
  if (name === 'document') out.ownerId = real(out.ownerKind as StoredName, out.ownerId)
  const subject = name === 'deadlineAnswer' ? subjectOf(String(out.key)) : null
  if (subject !== null && subject.id < 0)
    out.key = withSubject(String(out.key), Number(real(subject.entity, subject.id)))
  return out
}

function refusal(code: keyof typeof INTERCHANGE_REFUSALS): Refusal {
  return new Refusal({ code, message: INTERCHANGE_REFUSALS[code] })
}
