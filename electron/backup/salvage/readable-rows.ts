/**
 * Every row of a table that can still be read: forwards until a damaged page, backwards until one, then one by one in between.
 */
import type { Connection } from '../../store/connection.ts'

type Row = Readonly<Record<string, unknown>>

/** Ids tried one by one between two damaged pages. */
const MOST_PROBES = 200_000

export interface ReadableRows {
  readonly rows: readonly Row[]
  readonly incomplete: boolean
}

export function readableRows(db: Connection, table: string, columns: readonly string[]): ReadableRows {
  const list = columns.join(', ')
  const forwards = walk(db, `SELECT ${list} FROM ${table} ORDER BY id`)
  if (forwards === null) return { rows: [], incomplete: true }
  if (forwards.complete) return { rows: forwards.rows, incomplete: false }
  const backwards = walk(db, `SELECT ${list} FROM ${table} ORDER BY id DESC`)
  const byId = new Map<number, Row>()
  for (const row of forwards.rows) byId.set(idOf(row), row)
  for (const row of backwards?.rows ?? []) byId.set(idOf(row), row)
  const from = idOf(forwards.rows.at(-1)) + 1
  const last = backwards?.rows.at(-1)
  const to = last === undefined ? from + 1000 : idOf(last)
  const probe = db.prepare(`SELECT ${list} FROM ${table} WHERE id = ?`)
  for (let id = from; id < Math.min(to, from + MOST_PROBES); id += 1) {
    const row = attempt(() => probe.get(id) as Row | undefined)
    if (row != null) byId.set(id, row)
  }
  const rows = [...byId.values()]
    .filter((row) => Number.isSafeInteger(row.id))
    .sort((a, b) => idOf(a) - idOf(b))
  return { rows, incomplete: true }
}

/** Rows up to the first one that cannot be read. Null: the table itself cannot be. */
function walk(db: Connection, sql: string): { readonly rows: Row[]; readonly complete: boolean } | null {
  const statement = attempt(() => db.prepare(sql))
  if (statement === null) return null
  const rows: Row[] = []
  const complete = attempt(() => {
    for (const row of statement.iterate()) rows.push(row as Row)
    return true
  })
  return { rows, complete: complete === true }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

function idOf(row: Row | undefined): number {
  return typeof row?.id === 'number' ? row.id : 0
}
