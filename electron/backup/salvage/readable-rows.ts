/**
 * Every row of a table that can still be read: forwards until a damaged page, backwards until one, then one by one in between.
 */
import { isId } from '#shared/domain/ids.ts'
import type { Connection } from '../../store/connection.ts'
import { MOST_LARGE_BYTES } from '../../store/opening/bounds.ts'

type Row = Readonly<Record<string, unknown>>

/** Ids tried one by one between two damaged pages. */
const MOST_PROBES = 200_000

export interface ReadableRows {
  readonly rows: readonly Row[]
  readonly incomplete: boolean
}

export function readableRows(db: Connection, table: string, columns: readonly string[]): ReadableRows {
  if (!isPlainTable(db, table)) return { rows: [], incomplete: true }
  const list = columns.map(withinBounds).join(', ')
  const forwards = walk(db, `SELECT ${list} FROM ${table} ORDER BY id`)
  if (forwards === null) return { rows: [], incomplete: true }
  const known = forwards.rows.filter((row) => isId(row.id))
  if (forwards.complete) return { rows: known, incomplete: known.length < forwards.rows.length }
  const backwards = walk(db, `SELECT ${list} FROM ${table} ORDER BY id DESC`)
  const byId = new Map<number, Row>()
  const fromEnd = (backwards?.rows ?? []).filter((row) => isId(row.id))
  for (const row of [...known, ...fromEnd]) byId.set(idOf(row), row)
  const from = idOf(known.at(-1)) + 1
  const last = fromEnd.at(-1)
  const to = last === undefined ? from + 1000 : idOf(last)
  const probe = db.prepare(`SELECT ${list} FROM ${table} WHERE id = ?`)
  for (let id = from; id < Math.min(to, from + MOST_PROBES); id += 1) {
    const row = attempt(() => probe.get(id) as Row | undefined)
    if (row != null) byId.set(id, row)
  }
  const rows = [...byId.values()].sort((a, b) => idOf(a) - idOf(b))
  return { rows, incomplete: true }
}

/** That row, or none where it cannot be read. */
export function readableRow(
  db: Connection,
  table: string,
  columns: readonly string[],
  id: unknown,
): readonly Row[] {
  const row = attempt(
    () =>
      db.prepare(`SELECT ${columns.map(withinBounds).join(', ')} FROM ${table} WHERE id = ?`).get(id) as
        | Row
        | undefined,
  )
  return row == null ? [] : [row]
}

/** A view in the place of a table, or a table computed by a module, could run without end. */
export function isPlainTable(db: Connection, table: string): boolean {
  const sql = attempt(() =>
    db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table),
  )
  return typeof sql === 'string' && /^CREATE TABLE\b/i.test(sql)
}

/** A text of hundreds of megabytes is no value of a dossier: its row is then told lost. */
function withinBounds(column: string): string {
  return column === 'id'
    ? column
    : `CASE WHEN octet_length(${column}) <= ${MOST_LARGE_BYTES} THEN ${column} END AS ${column}`
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
