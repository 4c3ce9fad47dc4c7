/** read.journal: who did what and when, with the fields before and after; of the whole file or of one post. */
import type { Parsed } from '#shared/api/contract.ts'
import type { JournalEntry } from '#shared/api/views/journal.ts'
import type { Day } from '#shared/domain/day.ts'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { seen, seenOnOneLine } from '#shared/domain/seen-text.ts'
import { type FactsIndex, indexFacts, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { personName, positionName } from '#shared/rules/engine/names.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { objectName } from '#shared/text/actions.ts'
import { stepProblemSaid } from '#shared/text/errors/history-errors.ts'
import { ENTITY_LABELS } from '#shared/text/fields.ts'
import { KEPT_ROWS } from '#shared/text/kept-rows.ts'
import type { Dossier, SqlValue } from '../../store/dossier.ts'
import { LIGHTENED } from '../../store/lighten.ts'
import {
  boundedSide,
  InvalidStep,
  jsonOfSide,
  type LoggedChange,
  type LoggedRow,
  readRow,
  readStep,
} from '../../store/logged-step.ts'
import { camel, entityOfTable, fromRow, type StoredName } from '../../store/tables.ts'
import type { ServiceContext } from '../service.ts'

/** An import changes thousands of rows: its first ones tell enough, the count tells the rest. */
const CHANGES_SHOWN = 200
/** Each is a line or a word: a stranger's file may hold a book there. */
const LINES_SHOWN = ['at', 'who', 'label', 'kind'].map((column) => `substr(${column}, 1, 300) AS ${column}`)

/** Erasing a person from the history, lightening it. */
const OF_THE_LOG: ReadonlySet<string> = new Set(['privacy', LIGHTENED])

interface ActionRow {
  readonly id: number
  readonly at: string
  readonly who: string
  readonly label: string
  readonly kind: string
  readonly state: string
  readonly undoable: number
  readonly changes: number
}

interface ChangeRow extends LoggedChange {
  readonly op: 'insert' | 'update' | 'delete'
}

export function readJournal(
  { dossier }: ServiceContext,
  { positionId, before, limit, kind }: Parsed<'read.journal'>,
): readonly JournalEntry[] {
  const index = indexFacts(dossier.readFacts())
  const rows = positionId === null ? null : JSON.stringify(rowsOfPosition(positionId, index))
  const ofPost = `((c.table_name || ':' || c.row_id) IN (SELECT value FROM json_each(?))
      OR (c.op = 'delete' AND CASE WHEN json_valid(c.before) THEN c.before ->> 'position_id' END = ?))`
  const concerns = `EXISTS (SELECT 1 FROM change c WHERE c.action_id = action.id AND ${ofPost})`
  // An import tells of thousands of posts: on the sheet of one, what it did to that one comes first.
  const order = rows === null ? 'id' : `coalesce(${ofPost}, 0) DESC, id`
  const where = [...(rows === null ? [] : [concerns]), ...(kind === undefined ? [] : ['kind = ?'])]
  const values: SqlValue[] = [
    ...(rows === null ? [] : [rows, positionId]),
    ...(kind === undefined ? [] : [kind]),
  ]
  return dossier.read((db) => {
    const actions = db.all<ActionRow>(
      `SELECT id, ${LINES_SHOWN.join(', ')}, state, undoable,
         (SELECT count(*) FROM change WHERE action_id = action.id) AS changes
       FROM action WHERE id < ?${where.map((each) => ` AND ${each}`).join('')} ORDER BY id DESC LIMIT ?`,
      before ?? Number.MAX_SAFE_INTEGER,
      ...values,
      limit,
    )
    return actions.map((action) => {
      const changes = db.all<ChangeRow>(
        `SELECT table_name, row_id, op, ${boundedSide('before')}, ${boundedSide('after')} FROM change c WHERE action_id = ? ORDER BY ${order} LIMIT ?`,
        action.id,
        ...(rows === null ? [] : [rows, positionId]),
        CHANGES_SHOWN,
      )
      return {
        actionId: action.id,
        at: seenOnOneLine(action.at),
        who: seenOnOneLine(action.who),
        label: seenOnOneLine(action.label),
        kind: seenOnOneLine(action.kind),
        // Undone, whether it may still be redone or something else was done since: a control reads that it was done and taken back.
        undone: action.state !== 'done',
        problem: problemOf(action, changes),
        // An act that changed nothing is never kept; those of the log itself have no detail of their own.
        lightened: action.changes === 0 && action.undoable === 0 && !OF_THE_LOG.has(action.kind),
        changeCount: action.changes,
        changes: changes.map((change) => readChange(change, index)),
      }
    })
  })
}

/** Why its steps cannot be followed back, as far as those shown tell; a log may be a stranger's. */
function problemOf({ state }: ActionRow, changes: readonly ChangeRow[]): string | null {
  if (state === 'dropped') return null
  for (const change of changes) {
    try {
      readStep(change, state === 'done' ? 'undo' : 'redo')
    } catch (error) {
      if (error instanceof InvalidStep) return stepProblemSaid(error.problem)
      throw error
    }
  }
  return null
}

/** What tells which post a row belongs to. */
const OWNERS = ['position_id', 'contract_id', 'instalment_id', 'agreement_id'] as const

/** How many posts were changed after that day: what "1 poste modifié" counts. */
export function changedPositions(dossier: Dossier, since: Day, index: FactsIndex): number {
  const positions = new Set<Id>()
  dossier.read((db) => {
    // Row by row, looked into by SQLite: a large import, all at once, would take as much memory as the file.
    const changed = db.iterate<{ table: string; id: Id; owners: string | null }>(
      `SELECT c.table_name AS "table", c.row_id AS id,
         json_extract(${jsonOfSide('coalesce(c.after, c.before)')}, ${OWNERS.map((column) => `'$.${column}'`)}) AS owners
       FROM change c JOIN action a ON a.id = c.action_id
       WHERE a.state = 'done' AND a.undoable = 1 AND substr(a.at, 1, 10) > ?`,
      since,
    )
    for (const { table, id, owners } of changed)
      for (const position of positionsOfRow(table, id, ownersIn(owners), index)) positions.add(position)
  })
  return positions.size
}

type Owners = readonly [position: Id | null, contract: Id | null, instalment: Id | null, agreement: Id | null]

/** What is not a number, in a log that may be a stranger's, names no row. */
function ownersIn(json: string | null): Owners {
  const values = json === null ? [] : (JSON.parse(json) as readonly unknown[])
  const at = (i: number) => (typeof values[i] === 'number' ? values[i] : null)
  return [at(0), at(1), at(2), at(3)]
}

function positionsOfRow(
  table: string,
  rowId: Id,
  [positionId, contractId, ownInstalment, ownAgreement]: Owners,
  index: FactsIndex,
): readonly Id[] {
  if (table === 'position') return [rowId]
  if (positionId !== null) return [positionId]
  const contract = index.contracts.get(contractId ?? 0)
  if (contract !== undefined) return [contract.positionId]
  const instalment = index.instalments.get(table === 'instalment' ? rowId : (ownInstalment ?? 0))
  if (instalment !== undefined && instalment.positionId !== null) return [instalment.positionId]
  const agreementId = table === 'agreement' ? rowId : (instalment?.agreementId ?? ownAgreement)
  if (agreementId === null) return []
  return [...new Set(rowsOf(index.grantsByAgreement, agreementId).map((g) => g.positionId))]
}

/** "table:id" of every row that tells something of the post. */
function rowsOfPosition(positionId: Id, index: FactsIndex): readonly string[] {
  const rows = [`position:${positionId}`]
  const add = (table: string, items: readonly { readonly id: Id }[]) => {
    for (const { id } of items) rows.push(`${table}:${id}`)
  }
  add('attachment', rowsOf(index.attachmentsByPosition, positionId))
  for (const contract of rowsOf(index.contractsByPosition, positionId)) {
    rows.push(`contract:${contract.id}`, `person:${contract.personId}`)
    add('contract_amendment', rowsOf(index.amendmentsByContract, contract.id))
    add('monthly_cost', rowsOf(index.costsByContract, contract.id))
  }
  add('grant_year', rowsOf(index.grantsByPosition, positionId))
  for (const agreementId of new Set(rowsOf(index.grantsByPosition, positionId).map((g) => g.agreementId))) {
    rows.push(`agreement:${agreementId}`)
    add('dedicated_fund', rowsOf(index.fundsByAgreement, agreementId))
    add('agreement_amendment', rowsOf(index.amendmentsByAgreement, agreementId))
    for (const instalment of rowsOf(index.instalmentsByAgreement, agreementId)) {
      if (instalment.positionId !== null && instalment.positionId !== positionId) continue
      rows.push(`instalment:${instalment.id}`)
      for (const allocation of rowsOf(index.allocationsByInstalment, instalment.id))
        rows.push(`allocation:${allocation.id}`, `payment:${allocation.paymentId}`)
    }
  }
  return rows
}

function readChange(change: ChangeRow, index: FactsIndex): JournalEntry['changes'][number] {
  const before = rowOf(change, change.before)
  const after = rowOf(change, change.after)
  const name = entityOfTable(change.table_name)
  const fields: JournalEntry['changes'][number]['fields'][number][] = []
  for (const column of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (same(before[column], after[column])) continue
    fields.push({ field: camel(column), before: shown(before[column]), after: shown(after[column]) })
  }
  return {
    table: name ?? seenOnOneLine(change.table_name.slice(0, 40)),
    rowId: change.row_id,
    op: change.op,
    subject: subjectOf(name, change.row_id, change.after === null ? before : after, index),
    fields,
  }
}

function subjectOf(name: StoredName | undefined, id: Id, row: LoggedRow, index: FactsIndex): string {
  if (name === undefined) return ''
  const person = typeof row.person_id === 'number' ? personName(index.persons.get(row.person_id)) : ''
  const post = typeof row.position_id === 'number' ? positionName(index.positions.get(row.position_id)) : ''
  return [labelOf(name, { ...row, id }), person, post].filter(Boolean).join(' · ')
}

/** Named by its row where that holds what a name is made of: a log of another author, or of older days, may not. */
function labelOf(name: StoredName, row: LoggedRow): string {
  return isEntityName(name) ? entityLabel(name, row) : KEPT_ROWS[name].name
}

function entityLabel<N extends EntityName>(name: N, row: LoggedRow): string {
  const entity = fromRow(name, row)
  const held = new Map<string, unknown>(Object.entries(entity))
  const isNamed = Object.entries(entitySchemas[name].shape).every(
    ([field, schema]) => held.get(field) !== null || schema.safeParse(null).success,
  )
  return isNamed ? objectName(name, entity) : ENTITY_LABELS[name]
}

function isEntityName(name: StoredName): name is EntityName {
  return name in ENTITY_LABELS
}

/** What one side of a change holds; nothing where it does not hold. */
function rowOf({ table_name, row_id }: LoggedChange, side: string | null): LoggedRow {
  const name = entityOfTable(table_name)
  if (side === null || name === undefined) return {}
  try {
    return shownRow(readRow(side, name, row_id))
  } catch (error) {
    if (error instanceof InvalidStep) return {}
    throw error
  }
}

/** Without the signs nobody can see. */
function shownRow(row: LoggedRow): LoggedRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? seen(value) : value]),
  )
}

function same(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  return (a ?? null) === (b ?? null)
}

function shown(value: SqlValue | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
