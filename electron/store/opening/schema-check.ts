/**
 * The schema found in a file against the one Jalon writes. A file may come from a stranger: a trigger, a view, a generated column
 * or a table that Jalon never makes refuses it, before any of them could run.
 */
import type { Migration } from '../../migrations/list.ts'
import { migrate } from '../../migrations/run.ts'
import { type Connection, connect } from '../connection.ts'
import { fileRefusal } from '../errors.ts'

interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

export type SchemaVerdict =
  | { readonly kind: 'expected' }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'unexpected'; readonly names: readonly string[] }

const SELECT = 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name'
const known = new Map<string, readonly SchemaObject[]>()

/** Schema of a file that went through the first `version` migrations of the list. */
export function expectedSchema(list: readonly Migration[], version: number): readonly SchemaObject[] {
  const upTo = list.filter((m) => m.version <= version)
  const key = upTo.map((m) => m.statements.join(';')).join('|')
  const found = known.get(key)
  if (found !== undefined) return found
  const db = connect(':memory:', { readOnly: false, mustExist: false })
  try {
    migrate(db, upTo)
    const objects = db.prepare(SELECT).all() as SchemaObject[]
    known.set(key, objects)
    return objects
  } finally {
    db.close()
  }
}

function checkSchema(db: Connection, expected: readonly SchemaObject[]): SchemaVerdict {
  const found = db.prepare(SELECT).all() as SchemaObject[]
  const wanted = new Map(expected.map((o) => [keyOf(o), o]))
  const unexpected: string[] = []
  for (const object of found) {
    const match = wanted.get(keyOf(object))
    wanted.delete(keyOf(object))
    if (match === undefined || match.sql !== object.sql) unexpected.push(`${object.type} ${object.name}`)
  }
  if (unexpected.length > 0) return { kind: 'unexpected', names: unexpected }
  if (wanted.size > 0) return { kind: 'missing', names: [...wanted.keys()] }
  return { kind: 'expected' }
}

/** In words where the schema is not the one of that version. */
export function refuseForeignSchema(
  db: Connection,
  name: string,
  list: readonly Migration[],
  version: number,
): void {
  const verdict = checkSchema(db, expectedSchema(list, version))
  if (verdict.kind === 'unexpected') {
    throw fileRefusal('file.hostile', { name, detail: verdict.names.slice(0, 3).join(', ') })
  }
  if (verdict.kind === 'missing') throw fileRefusal('file.damaged', { name })
}

/**
 * A file of a newer version may be read where every table and column we read is there as a plain table (no view, no generated
 * column in its place). Its triggers never run: nothing is written.
 */
export function readableAnyway(db: Connection, expected: readonly SchemaObject[]): boolean {
  return expected
    .filter((o) => o.type === 'table' && !o.name.startsWith('sqlite_'))
    .every((table) => {
      const type = db
        .prepare("SELECT type FROM sqlite_schema WHERE name = ? AND type = 'table'")
        .get(table.name)
      if (type === undefined) return false
      const columns = db.prepare('SELECT name, hidden FROM pragma_table_xinfo(?)').all(table.name) as {
        name: string
        hidden: number
      }[]
      const plain = new Set(columns.filter((c) => c.hidden === 0).map((c) => c.name))
      return columns.every((c) => c.hidden === 0) && columnsIn(table.sql ?? '').every((c) => plain.has(c))
    })
}

function columnsIn(createTable: string): readonly string[] {
  return [...createTable.matchAll(/^ {2}([a-z][a-z0-9_]*) (?:TEXT|INTEGER|BLOB|REAL)/gm)].map(
    (m) => m[1] ?? '',
  )
}

function keyOf(object: SchemaObject): string {
  return `${object.type} ${object.name}`
}
