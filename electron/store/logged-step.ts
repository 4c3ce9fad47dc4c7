/**
 * One step of the change log, as far as it may be trusted. The log of a file may come from a stranger: what it names is looked up in
 * the objects of our own code, what it holds is held to the kind of each field and to the calendar, and nothing of its text ever
 * becomes SQL. Constraints of the tables judge the rest, when the row is written.
 */
import { centsField, dayField, idField } from '#shared/schemas/values.ts'
import type { StepProblem } from '#shared/text/errors/history-errors.ts'
import type { SqlValue } from './dossier.ts'
import type { FieldKind, StoredName } from './fields.ts'
import { camel, entityOfTable, entityTables } from './tables.ts'

/** As the log holds it. */
export interface LoggedChange {
  readonly table_name: string
  readonly row_id: number
  readonly op: string
  readonly before: string | null
  readonly after: string | null
}

/** Values by column, ids left out. Columns added to the table since are absent. */
export type LoggedRow = Readonly<Record<string, SqlValue>>

export interface LoggedStep {
  readonly table: string
  readonly rowId: number
  /** What the row becomes when the log is followed that way. */
  readonly target: LoggedRow | null
  /** Whether the row is there before. */
  readonly exists: boolean
}

/** Far beyond the row of any object (a form takes 100 000 characters), far below what would fill the memory. */
const MOST_SIDE_BYTES = 1024 * 1024
const OVERSIZED = 'oversized'

/** The column of a reading of the log: a side beyond the bound is not even read. */
export function boundedSide(side: 'before' | 'after'): string {
  return `CASE WHEN octet_length(${side}) > ${MOST_SIDE_BYTES} THEN '${OVERSIZED}' ELSE ${side} END AS ${side}`
}

/** One side of a change as JSON that SQLite may look into; nothing where it is none, or beyond the bound. */
export function jsonOfSide(side: string): string {
  return `CASE WHEN octet_length(${side}) <= ${MOST_SIDE_BYTES} AND json_valid(${side}) THEN ${side} END`
}

const SIDES: Readonly<Record<string, { readonly before: boolean; readonly after: boolean }>> = {
  insert: { before: false, after: true },
  update: { before: true, after: true },
  delete: { before: true, after: false },
}

const FITS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  day: (value) => dayField.safeParse(value).success,
  cents: (value) => centsField.safeParse(value).success,
  integer: (value) => Number.isSafeInteger(value),
  boolean: (value) => value === 0 || value === 1,
  ref: (value) => idField.safeParse(value).success,
}

const kindsOf = new Map<StoredName, ReadonlyMap<string, FieldKind>>()

function columnsOf(name: StoredName): ReadonlyMap<string, FieldKind> {
  const known = kindsOf.get(name)
  if (known !== undefined) return known
  const kinds = new Map(entityTables[name].columns.map(({ column, kind }) => [column, kind]))
  kindsOf.set(name, kinds)
  return kinds
}

/** Why a step is not followed. */
export class InvalidStep extends Error {
  readonly problem: StepProblem

  constructor(problem: StepProblem) {
    super(`not a step of the log: ${problem.kind}`)
    this.problem = problem
  }
}

/** The step followed one way. Throws InvalidStep. */
export function readStep(change: LoggedChange, direction: 'undo' | 'redo'): LoggedStep {
  const name = entityOfTable(change.table_name)
  if (name === undefined) throw new InvalidStep({ kind: 'table', table: change.table_name })
  if (!idField.safeParse(change.row_id).success) throw new InvalidStep({ kind: 'row' })
  const sides = Object.hasOwn(SIDES, change.op) ? SIDES[change.op] : undefined
  if (sides?.before !== (change.before !== null) || sides.after !== (change.after !== null))
    throw new InvalidStep({ kind: 'unreadable' })
  const [to, from] = direction === 'undo' ? [change.before, change.after] : [change.after, change.before]
  return {
    table: entityTables[name].table,
    rowId: change.row_id,
    target: to === null ? null : readRow(to, name, change.row_id),
    exists: from !== null,
  }
}

/** One side of a step. Throws InvalidStep. */
export function readRow(json: string, name: StoredName, rowId: number): LoggedRow {
  if (json === OVERSIZED) throw new InvalidStep({ kind: 'oversized' })
  const kinds = columnsOf(name)
  const row: Record<string, SqlValue> = {}
  for (const [column, value] of Object.entries(parsed(json))) {
    if (column === 'id') {
      if (value !== rowId) throw new InvalidStep({ kind: 'row' })
      continue
    }
    const kind = kinds.get(column)
    if (kind === undefined) throw new InvalidStep({ kind: 'column', object: name, column })
    if (value !== null && !FITS[kind](value))
      throw new InvalidStep({ kind: 'value', object: name, field: camel(column) })
    row[column] = value as SqlValue
  }
  if (Object.keys(row).length === 0) throw new InvalidStep({ kind: 'unreadable' })
  return row
}

function parsed(json: string): object {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    value = null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidStep({ kind: 'unreadable' })
  return value
}
