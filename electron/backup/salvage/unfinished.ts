/**
 * A write that a crash interrupted, where its journal is lost: half of its rows are in the file, and nobody was ever told it was done.
 * Every row is then what the change log last acknowledged of it, since the log is written with each change; a row the log says nothing
 * of stays as it is.
 */
import type { Connection } from '../../store/connection.ts'
import { readableRows } from './readable-rows.ts'

type Row = Readonly<Record<string, unknown>>
interface Found {
  readonly table: string
  /** Of our own schema: nothing a file says ever names a column. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly incomplete: boolean
}
/** Per row id; null: it was removed. */
type States = Map<unknown, Row | null>

export function onlyAcknowledged(source: Connection, found: readonly Found[]): readonly Found[] {
  const unfinished = unfinishedAction(source)
  if (unfinished === null) return found
  const states = acknowledgedStates(source, unfinished)
  return found.map((table) => {
    const known = states.get(table.table)
    return known === undefined ? table : { ...table, rows: rowsAsKnown(table, known) }
  })
}

/** Null where the file is at rest, or where its state cannot be read. */
function unfinishedAction(source: Connection): number | null {
  const [state] = readableRows(source, 'write_state', ['id', 'action_id']).rows
  return typeof state?.action_id === 'number' ? state.action_id : null
}

/** An action undone since leaves its rows as they stood before it. */
function acknowledgedStates(source: Connection, unfinished: number): ReadonlyMap<string, States> {
  const done = new Set(
    readableRows(source, 'action', ['id', 'state'])
      .rows.filter((action) => action.state === 'done' && action.id !== unfinished)
      .map((action) => action.id),
  )
  const states = new Map<string, States>()
  const log = ['id', 'action_id', 'table_name', 'row_id', 'op', 'before', 'after']
  for (const change of readableRows(source, 'change', log).rows) {
    const table = String(change.table_name)
    const ofTable = states.get(table) ?? new Map<unknown, Row | null>()
    states.set(table, ofTable)
    if (done.has(change.action_id)) keep(ofTable, change.row_id, change.op !== 'delete', change.after)
    else if (!ofTable.has(change.row_id)) keep(ofTable, change.row_id, change.op !== 'insert', change.before)
  }
  return states
}

/** What cannot be read again says nothing of its row. */
function keep(states: States, id: unknown, exists: boolean, json: unknown): void {
  const row = exists ? rowIn(json) : null
  if (!exists || row !== null) states.set(id, row)
}

function rowsAsKnown({ rows, columns }: Found, known: States): readonly Row[] {
  const byId = new Map<unknown, Row | null>(rows.map((row) => [row.id, row]))
  for (const [id, state] of known) {
    byId.set(
      id,
      state === null
        ? null
        : { id, ...Object.fromEntries(columns.map((column) => [column, state[column] ?? null])) },
    )
  }
  return [...byId.values()].filter((row) => row !== null)
}

function rowIn(json: unknown): Row | null {
  try {
    const value: unknown = JSON.parse(String(json))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null
  } catch {
    return null
  }
}
