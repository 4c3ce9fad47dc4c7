/**
 * An interchange file × a dossier → what to write. Into an empty dossier every row keeps its id: nothing is lost, nothing changes.
 * Into another one, objects are recognised by what names them in the trade (SIRET, ID poste, person and first day…): what is
 * missing is added, blanks are completed, and where both sides say something else the dossier is kept and the line says so.
 */
import type { ImportCounts } from '#shared/api/import.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { StoredName } from '../../store/tables.ts'
import { subjectOf, withSubject } from './scope.ts'
import { type DocumentContent, type Interchange, LISTED, LISTS, type Lists } from './shape.ts'

export type Row = Readonly<Record<string, unknown>> & { readonly id: Id }

export type MergeOperation =
  /** `id` positive: kept as it is in the file. Negative: given by the dossier, named so by the operations that follow. */
  | { readonly op: 'insert'; readonly name: StoredName; readonly id: Id; readonly values: Row }
  | {
      readonly op: 'update'
      readonly name: StoredName
      readonly id: Id
      readonly values: Readonly<Record<string, unknown>>
    }

export interface MergePlan {
  readonly operations: readonly MergeOperation[]
  readonly contents: readonly DocumentContent[]
  readonly objects: Readonly<Partial<Record<StoredName, ImportCounts>>>
  readonly conflicts: readonly MergeConflict[]
  readonly scenariosLeftOut: number
  /** Every row keeps its id. */
  readonly whole: boolean
}

/** Both sides say something: the dossier's is kept. */
export interface MergeConflict {
  readonly name: StoredName
  readonly field: string
  readonly subject: string
  readonly ours: unknown
  readonly theirs: unknown
}

/** Fields that name another object, and which. */
const REFERENCES: Readonly<Record<string, StoredName>> = {
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

export function planMerge(file: Interchange, dossier: Lists): MergePlan {
  const isEmpty = LISTED.every((name) => name === 'setting' || rowsOf(dossier, name).length === 0)
  return isEmpty ? restore(file, dossier) : merge(file, dossier)
}

export function rowsOf(lists: Lists, name: StoredName): readonly Row[] {
  return lists[LISTS[name]] as unknown as readonly Row[]
}

function restore(file: Interchange, dossier: Lists): MergePlan {
  const operations: MergeOperation[] = []
  const objects: Partial<Record<StoredName, ImportCounts>> = {}
  for (const name of LISTED) {
    const rows = ordered(name, rowsOf(file, name))
    for (const row of rows) {
      const held = name === 'setting' ? rowsOf(dossier, name).find((s) => s.key === row.key) : undefined
      if (held === undefined) operations.push({ op: 'insert', name, id: row.id, values: row })
      else if (held.value !== row.value)
        operations.push({ op: 'update', name, id: held.id, values: { value: row.value } })
    }
    if (rows.length > 0) objects[name] = counts(rows.length, rows.length, 0, 0)
  }
  return {
    operations,
    contents: file.documentContents,
    objects,
    conflicts: [],
    scenariosLeftOut: 0,
    whole: true,
  }
}

function merge(file: Interchange, dossier: Lists): MergePlan {
  const operations: MergeOperation[] = []
  const conflicts: MergeConflict[] = []
  const objects: Partial<Record<StoredName, ImportCounts>> = {}
  /** Id in the file → id in the dossier (negative while it is not written). */
  const ids = new Map<StoredName, Map<Id, Id>>()
  let lastNewId = 0

  for (const name of LISTED) {
    // A scenario names objects by id inside its text: it only holds in the dossier it was made in.
    if (name === 'scenario') continue
    const mapped = new Map<Id, Id>()
    ids.set(name, mapped)
    const known = Map.groupBy(rowsOf(dossier, name), (row) => keyOf(name, row, dossier))
    const tally = { created: 0, modified: 0, unchanged: 0 }
    const taken = new Set<Id>()
    for (const row of ordered(name, rowsOf(file, name))) {
      const translated = translate(name, row, ids)
      const held = free(known.get(keyOf(name, translated, file, ids)) ?? [], row.id, taken)
      const against = held === undefined ? refusedBy(name, translated, dossier) : null
      if (against !== null) {
        conflicts.push(against)
        tally.unchanged++
        continue
      }
      if (held === undefined) {
        lastNewId -= 1
        mapped.set(row.id, lastNewId)
        operations.push({ op: 'insert', name, id: lastNewId, values: translated })
        tally.created++
        continue
      }
      taken.add(held.id)
      mapped.set(row.id, held.id)
      const { values, refused } = differences(name, held, translated)
      conflicts.push(...refused)
      if (Object.keys(values).length === 0) tally.unchanged++
      else {
        tally.modified++
        operations.push({ op: 'update', name, id: held.id, values })
      }
    }
    const read = tally.created + tally.modified + tally.unchanged
    if (read > 0) objects[name] = counts(read, tally.created, tally.modified, tally.unchanged)
  }
  return {
    operations,
    contents: file.documentContents,
    objects,
    conflicts,
    scenariosLeftOut: file.scenarios.length,
    whole: false,
  }
}

/** Rows may share what names them (two namesakes hired one day): each is recognised once, the one of the same id first. */
function free(rows: readonly Row[], id: Id, taken: ReadonlySet<Id>): Row | undefined {
  const left = rows.filter((row) => !taken.has(row.id))
  return left.find((row) => row.id === id) ?? left[0]
}

/** A renewal after the contract it renews. */
function ordered(name: StoredName, rows: readonly Row[]): readonly Row[] {
  if (name !== 'contract') return rows
  const byId = new Map(rows.map((r) => [r.id, r]))
  const done = new Set<Id>()
  const out: Row[] = []
  const add = (row: Row): void => {
    if (done.has(row.id)) return
    done.add(row.id)
    const former = typeof row.renewsId === 'number' ? byId.get(row.renewsId) : undefined
    if (former !== undefined) add(former)
    out.push(row)
  }
  for (const row of rows) add(row)
  return out
}

function translate(name: StoredName, row: Row, ids: ReadonlyMap<StoredName, ReadonlyMap<Id, Id>>): Row {
  const translated: Record<string, unknown> = { ...row }
  const lookUp = (entity: StoredName, id: unknown) =>
    typeof id === 'number' ? (ids.get(entity)?.get(id) ?? id) : id
  for (const [field, entity] of Object.entries(REFERENCES))
    if (field in translated) translated[field] = lookUp(entity, translated[field])
  if (name === 'document') translated.ownerId = lookUp(row.ownerKind as StoredName, row.ownerId)
  if (name === 'deadlineAnswer') {
    const subject = subjectOf(String(row.key))
    if (subject !== null)
      translated.key = withSubject(String(row.key), Number(lookUp(subject.entity, subject.id)))
  }
  return translated as Row
}

/** Blanks of the dossier are completed; anything else it holds is kept. */
function differences(
  name: StoredName,
  held: Row,
  theirs: Row,
): { readonly values: Readonly<Record<string, unknown>>; readonly refused: readonly MergeConflict[] } {
  const values: Record<string, unknown> = {}
  const refused: MergeConflict[] = []
  for (const [field, value] of Object.entries(theirs)) {
    if (field === 'id' || value === null || held[field] === value) continue
    if (held[field] === null) values[field] = value
    else refused.push({ name, field, subject: subjectName(held), ours: held[field], theirs: value })
  }
  return { values, refused }
}

/** Rows the dossier cannot hold beside its own: a post at two employers on one day, a payment shared beyond its amount. */
function refusedBy(name: StoredName, row: Row, dossier: Lists): MergeConflict | null {
  if (name === 'attachment') {
    const own = dossier.attachments.find((a) => a.positionId === row.positionId && overlaps(a, row))
    if (own === undefined) return null
    const post = dossier.positions.find((p) => p.id === row.positionId)
    return {
      name,
      field: 'startsOn',
      subject: subjectName(asRow(post ?? own)),
      ours: own.startsOn,
      theirs: row.startsOn,
    }
  }
  if (name === 'allocation') {
    const payment = dossier.payments.find((p) => p.id === row.paymentId)
    if (payment === undefined) return null
    const own = dossier.allocations.filter((a) => a.paymentId === payment.id)
    const shared = own.reduce((sum, a) => sum + a.amountCents, Number(row.amountCents))
    if (Math.abs(shared) <= Math.abs(payment.amountCents)) return null
    return {
      name,
      field: 'amountCents',
      subject: subjectName(asRow(payment)),
      ours: 0,
      theirs: row.amountCents,
    }
  }
  return null
}

function overlaps(a: { readonly startsOn: string; readonly endsOn: string | null }, b: Row): boolean {
  const end = typeof b.endsOn === 'string' ? b.endsOn : '9999-12-31'
  return a.startsOn <= end && String(b.startsOn) <= (a.endsOn ?? '9999-12-31')
}

function asRow(object: { readonly id: Id }): Row {
  return object as unknown as Row
}

function subjectName(row: Row): string {
  const words = [row.stateId, row.name, row.label, row.lastName, row.reference, row.title, row.key]
  return String(
    words.find((w) => typeof w === 'string' && w !== '') ?? row.startsOn ?? row.receivedOn ?? row.id,
  )
}

type Ids = ReadonlyMap<StoredName, ReadonlyMap<Id, Id>>

/** What names an object in the trade, its references already translated. Two rows of one key are one object. */
function keyOf(name: StoredName, row: Row, lists: Lists, ids?: Ids): string {
  const on = (...fields: readonly string[]) => fields.map((f) => keyText(row[f])).join(' ')
  switch (name) {
    case 'employer':
      return row.siret !== null
        ? `siret ${row.siret}`
        : row.ridet !== null
          ? `ridet ${row.ridet}`
          : on('name')
    case 'position':
      return row.stateId !== null
        ? `id ${row.stateId}`
        : `${employerOfPost(row.id, lists, ids)} ${on('label', 'grantedOn')}`
    case 'person':
      return row.stateId !== null ? `id ${row.stateId}` : on('lastName', 'firstName', 'email')
    case 'contract':
      return on('personId', 'positionId', 'startsOn')
    case 'attachment':
      return on('positionId', 'startsOn')
    case 'agreement':
      return on('employerId', 'reference')
    case 'grant':
      return on('agreementId', 'positionId', 'year')
    case 'instalment':
      return on('agreementId', 'positionId', 'rank', 'label')
    case 'payment':
      return on('employerId', 'receivedOn', 'amountCents', 'bankReference', 'titleNumber')
    case 'allocation':
      return on('paymentId', 'instalmentId')
    case 'monthlyCost':
      return on('contractId', 'month')
    case 'dedicatedFund':
      return on('agreementId', 'fiscalYear')
    case 'budgetLine':
      return on('employerId', 'agreementId', 'fiscalYear', 'account')
    case 'setting':
    case 'deadlineAnswer':
      return on('key')
    case 'savedView':
      return on('grid', 'name')
    case 'ruleFigure':
      return on('code', 'validFrom')
    case 'aidScale':
      return on('name', 'scheme', 'sector', 'bonus', 'territory')
    case 'aidScaleYear':
      return on('scaleId', 'year')
    case 'freeDeadline':
      return on('title', 'dueOn', 'employerId', 'positionId')
    case 'stateDifference':
      return on('positionId', 'field')
    case 'importMapping':
      return on('shape')
    case 'document':
      return on('ownerKind', 'ownerId', 'sha256', 'name')
    case 'contractAmendment':
      return on('contractId', 'effectiveOn', 'newEndsOn', 'newWeeklyMinutes', 'newMonthlyGrossCents')
    case 'agreementAmendment':
      return on('agreementId', 'effectiveOn', 'newEndsOn')
    case 'scenario':
      return on('name')
  }
}

/** First employer of a post that has no number of the State, in the dossier's ids. */
function employerOfPost(positionId: Id, lists: Lists, ids: Ids | undefined): string {
  const first = lists.attachments
    .filter((a) => a.positionId === positionId)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0]
  if (first === undefined) return 'none'
  return String(ids?.get('employer')?.get(first.employerId) ?? first.employerId)
}

function keyText(value: unknown): string {
  return typeof value === 'string'
    ? value
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .trim()
    : String(value)
}

function counts(read: number, created: number, modified: number, unchanged: number): ImportCounts {
  return { read, created, modified, unchanged, rejected: 0 }
}
