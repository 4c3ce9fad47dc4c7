/**
 * The one place where a domain entity meets its table: names (camelCase ↔ snake_case) and kinds. Days and cents are stored as
 * they are; only booleans change shape (0 / 1).
 */
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
    entity[field] = kind === 'boolean' ? value === 1 : (value ?? null)
  }
  return entity as unknown as StoredEntities[N]
}

/** `SELECT id, starts_on AS startsOn …`: the row has the shape of the entity, booleans excepted (see `booleans`). */
export function selectEntity(name: StoredName, rest = ''): string {
  const { table, columns } = entityTables[name]
  const list = columns.map((c) => (c.column === c.field ? c.column : `${c.column} AS ${c.field}`))
  return `SELECT id, ${list.join(', ')} FROM ${table} ${rest}`
}

export function booleanFields(name: StoredName): readonly string[] {
  return entityTables[name].columns.filter((c) => c.kind === 'boolean').map((c) => c.field)
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
