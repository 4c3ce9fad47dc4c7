/**
 * Pieces of SQL that several migrations repeat. Frozen like the migrations themselves: changing one changes the SQL of a
 * migration already shipped, and the checksum test refuses it. A new need gets a new piece.
 *
 * Constraint names read table__column__rule, so that a refused value can be told in words with its field.
 */

/** A real day of the calendar: 2026-02-30 is not (SQLite would normalise it, hence the comparison). NULL passes. */
export function day(table: string, column: string): string {
  return `CONSTRAINT ${table}__${column}__day CHECK (${column} IS date(${column}) AND ${column} >= '0001-01-01')`
}

/** Not before the other day, where both are known. */
export function notBefore(table: string, column: string, start: string): string {
  return `CONSTRAINT ${table}__${column}__order CHECK (${column} >= ${start})`
}

/** Whole cents (STRICT refuses fractions), within what a JavaScript number holds exactly. */
export function cents(table: string, column: string, sign: 'any' | 'positive' | 'not-zero' = 'any'): string {
  const bound = `${column} BETWEEN -10000000000000 AND 10000000000000`
  const more = sign === 'positive' ? ` AND ${column} >= 0` : sign === 'not-zero' ? ` AND ${column} <> 0` : ''
  return `CONSTRAINT ${table}__${column}__cents CHECK (${bound}${more})`
}

export function oneOf(table: string, column: string, words: readonly string[]): string {
  return `CONSTRAINT ${table}__${column}__word CHECK (${column} IN (${words.map((w) => `'${w}'`).join(', ')}))`
}

export function flag(table: string, column: string): string {
  return `DEFAULT 0 CONSTRAINT ${table}__${column}__flag CHECK (${column} IN (0, 1))`
}

export function filled(table: string, column: string): string {
  return `CONSTRAINT ${table}__${column}__empty CHECK (trim(${column}) <> '')`
}

export function json(table: string, column: string): string {
  return `CONSTRAINT ${table}__${column}__json CHECK (json_valid(${column}))`
}

/** Only digits, between two lengths. */
export function digits(table: string, column: string, min: number, max: number): string {
  return `CONSTRAINT ${table}__${column}__digits CHECK (length(${column}) BETWEEN ${min} AND ${max} AND ${column} NOT GLOB '*[^0-9]*')`
}

/** Column names of a CREATE TABLE written one column a line, as the migrations are. */
export function columnsOf(createTable: string): readonly string[] {
  return [...createTable.matchAll(/^ {2}([a-z][a-z0-9_]*) (?:TEXT|INTEGER)/gm)].map((m) => m[1] ?? '')
}

/**
 * The change log of one table: whatever writes (a service, a cascade, a bulk statement) is logged by the database itself, in
 * the same transaction. A write while no action is open aborts; while an undo replays the log, nothing is logged twice.
 */
function logTriggers(table: string, columns: readonly string[]): readonly string[] {
  const row = (side: 'OLD' | 'NEW') => `json_object(${columns.map((c) => `'${c}', ${side}.${c}`).join(', ')})`
  const log = (op: string, id: string, before: string, after: string) =>
    `INSERT INTO change (action_id, table_name, row_id, op, before, after)
  SELECT coalesce(action_id, RAISE(ABORT, 'write outside an action')), '${table}', ${id}, '${op}', ${before}, ${after}
  FROM write_state WHERE replaying = 0;`
  const differs = columns.map((c) => `OLD.${c} IS NOT NEW.${c}`).join(' OR ')
  return [
    `CREATE TRIGGER log_${table}_insert AFTER INSERT ON ${table} BEGIN
  ${log('insert', 'NEW.id', 'NULL', row('NEW'))}
END`,
    `CREATE TRIGGER log_${table}_update AFTER UPDATE ON ${table} WHEN ${differs} BEGIN
  ${log('update', 'NEW.id', row('OLD'), row('NEW'))}
END`,
    `CREATE TRIGGER log_${table}_delete AFTER DELETE ON ${table} BEGIN
  ${log('delete', 'OLD.id', row('OLD'), 'NULL')}
END`,
    `CREATE TRIGGER keep_${table}_id BEFORE UPDATE OF id ON ${table} WHEN OLD.id IS NOT NEW.id BEGIN
  SELECT RAISE(ABORT, 'an id never changes');
END`,
  ]
}

/** A table of facts with its change log. */
export function factTable(createTable: string): readonly string[] {
  const table = /^CREATE TABLE ([a-z_]+) \(/.exec(createTable)?.[1]
  if (table === undefined) throw new Error('factTable: not a CREATE TABLE')
  return [createTable, ...logTriggers(table, columnsOf(createTable))]
}

export interface Migration {
  readonly version: number
  readonly title: string
  readonly statements: readonly string[]
}
