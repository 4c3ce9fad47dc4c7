/**
 * The one place where a domain entity meets its table: names (camelCase ↔ snake_case) and kinds. Days and cents are stored as
 * they are; only booleans change shape (0 / 1).
 */
import { seen } from '#shared/domain/seen-text.ts'
import type { SqlValue } from './dossier.ts'
import {
  type FieldKind,
  fields,
  type NewStored,
  type StoredEntities,
  type StoredName,
  tableNames,
} from './fields.ts'

export type { NewStored, StoredEntities, StoredName } from './fields.ts'

export interface EntityTable {
  readonly table: string
  readonly columns: readonly { readonly field: string; readonly column: string; readonly kind: FieldKind }[]
}

export const storedNames = Object.keys(tableNames) as readonly StoredName[]
export const entityTables = Object.fromEntries(
  storedNames.map((name) => [name, describe(name)]),
) as unknown as Readonly<Record<StoredName, EntityTable>>
export const factTableNames: readonly string[] = storedNames.map((name) => tableNames[name])
const nameByTable: ReadonlyMap<string, StoredName> = new Map(storedNames.map((n) => [tableNames[n], n]))

export function entityOfTable(table: string): StoredName | undefined {
  return nameByTable.get(table)
}

/** Columns of the fields given: what `insert` and `update` take. An unknown field is a bug. */
export function toRow<N extends StoredName>(
  name: N,
  values: Partial<NewStored<N>>,
): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {}
  let found = 0
  for (const { field, column } of entityTables[name].columns) {
    const value = (values as Readonly<Record<string, unknown>>)[field]
    if (value === undefined) continue
    found += 1
    row[column] = typeof value === 'boolean' ? (value ? 1 : 0) : (value as SqlValue)
  }
  const given = Object.entries(values).filter(([field, v]) => field !== 'id' && v !== undefined).length
  if (given !== found) throw new Error(`unknown field for ${name}: ${Object.keys(values).join(', ')}`)
  return row
}

/** The entity of a row read with `selectEntity` column aliases or with its own column names. */
export function fromRow<N extends StoredName>(
  name: N,
  row: Readonly<Record<string, SqlValue>>,
): StoredEntities[N] {
  const entity: Record<string, unknown> = { id: row.id }
  for (const { field, column, kind } of entityTables[name].columns) {
    const value = column in row ? row[column] : row[field]
    entity[field] = readValue(kind, value ?? null)
  }
  return entity as unknown as StoredEntities[N]
}

/**
 * A value as the domain holds it. A file may come from anywhere, and its names go to the screen, to reports, letters and file
 * names: what nobody can see in a text stops here, whatever wrote it.
 */
function readValue(kind: FieldKind, value: SqlValue): SqlValue | boolean {
  if (kind === 'boolean') return value === 1
  return kind === 'text' && typeof value === 'string' ? seen(value) : value
}

/** `SELECT id, starts_on AS startsOn …`: the row has the shape of the entity once `valuesRead` went over it. */
export function selectEntity(name: StoredName, rest = ''): string {
  const { table, columns } = entityTables[name]
  const list = columns.map((c) => (c.column === c.field ? c.column : `${c.column} AS ${c.field}`))
  return `SELECT id, ${list.join(', ')} FROM ${table} ${rest}`
}

/** Rows fresh from the driver, their values read in place: it saves a copy of each. */
export function valuesRead<R extends object>(name: StoredName, rows: R[]): R[] {
  const read = entityTables[name].columns.filter((c) => c.kind === 'boolean' || c.kind === 'text')
  for (const { field, kind } of read)
    for (const row of rows as Record<string, SqlValue | boolean>[]) {
      const found = row[field] as SqlValue
      const value = readValue(kind, found)
      if (value !== found) row[field] = value
    }
  return rows
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export function camel(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function describe(name: StoredName): EntityTable {
  const columns = Object.entries(fields[name] as Readonly<Record<string, FieldKind>>).map(
    ([field, kind]) => ({
      field,
      column: snake(field),
      kind,
    }),
  )
  return { table: tableNames[name], columns }
}
