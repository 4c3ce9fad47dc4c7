/**
 * The raw connection: how SQLite is opened, and the two handles made of it. Statements are prepared once and kept; a readable
 * handle refuses any statement that could write.
 */
import Database from 'better-sqlite3'
import { missingReferenceError, stillUsedError } from '#shared/text/errors/row-errors.ts'
import { Refusal } from '../refusal.ts'
import { codeOf } from './causes.ts'
import type { ReadableDb, SqlValue, WritableDb } from './dossier.ts'
import { reserve } from './opening/rights.ts'

export type Connection = Database.Database
export type Statement = Database.Statement

/** "JALN": a file with another application id is not a dossier. */
export const APPLICATION_ID = 0x4a414c4e

const NAME = /^[a-z][a-z0-9_]*$/
const KEPT_STATEMENTS = 300
const READS = /^\s*(select|with|explain|values)\b/i
const WRITES = /^\s*(insert|update|delete|replace|with)\b/i

export interface ConnectOptions {
  readonly readOnly: boolean
  readonly mustExist: boolean
}

/**
 * Pragmas before anything is read. trusted_schema off: what a hostile schema calls cannot reach beyond SQLite; "defensive" is
 * already set by better-sqlite3 (no writable_schema, no shadow tables). recursive_triggers: rows replaced by a REPLACE are logged
 * as deleted. Rollback journal and synchronous FULL: a single file at rest, and what was acknowledged survives a power cut.
 */
export function connect(path: string | Buffer, options: ConnectOptions): Connection {
  if (!options.mustExist && typeof path === 'string' && path !== ':memory:') reserve(path)
  const db = new Database(path, {
    readonly: options.readOnly,
    fileMustExist: options.mustExist,
    timeout: 5000,
  })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('mmap_size = 0')
    db.pragma('foreign_keys = ON')
    db.pragma('recursive_triggers = ON')
    db.pragma('temp_store = MEMORY')
    db.pragma('synchronous = FULL')
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** Work on a file through a connection of its own, which only reads and is closed whatever happens. */
export function reading<T>(path: string, work: (db: Connection) => T): T {
  const db = connect(path, { readOnly: true, mustExist: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

class Statements {
  readonly #db: Connection
  readonly #kept = new Map<string, Database.Statement>()

  constructor(db: Connection) {
    this.#db = db
  }

  /** The oldest statement goes when too many are kept: SQL built with lists of columns must not grow without end. */
  get(sql: string): Database.Statement {
    const kept = this.#kept.get(sql)
    // A statement being iterated cannot run twice at once: the inner use gets its own.
    if (kept !== undefined) return kept.busy ? this.#db.prepare(sql) : kept
    const statement = this.#db.prepare(sql)
    if (this.#kept.size >= KEPT_STATEMENTS) {
      const oldest = this.#kept.keys().next().value
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    this.#kept.set(sql, statement)
    return statement
  }
}

export interface Handles {
  readonly readable: ReadableDb
  readonly writable: WritableDb
}

export function handlesOf(db: Connection): Handles {
  const statements = new Statements(db)

  function statementToRead(sql: string): Database.Statement {
    const statement = statements.get(sql)
    if (!statement.readonly || !READS.test(sql)) throw new Error(`a read may not write: ${sql.slice(0, 80)}`)
    return statement
  }

  function writing(sql: string): Database.Statement {
    if (!WRITES.test(sql)) throw new Error(`not a statement of data: ${sql.slice(0, 80)}`)
    return statements.get(sql)
  }

  /** Names come from our own code; the shape is checked so that a mistake can never become SQL. */
  function named(name: string): string {
    if (!NAME.test(name)) throw new Error(`not a plain name: ${name.slice(0, 80)}`)
    return name
  }

  const readable: ReadableDb = {
    all: <T>(sql: string, ...values: SqlValue[]) => statementToRead(sql).all(...values) as T[],
    get: <T>(sql: string, ...values: SqlValue[]) => statementToRead(sql).get(...values) as T | undefined,
    iterate: <T>(sql: string, ...values: SqlValue[]) =>
      statementToRead(sql).iterate(...values) as IterableIterator<T>,
  }

  const writable: WritableDb = {
    ...readable,
    insert(table, row) {
      const names = Object.keys(row).map(named)
      const places = names.map(() => '?').join(', ')
      const sql =
        names.length === 0
          ? `INSERT INTO ${named(table)} DEFAULT VALUES`
          : `INSERT INTO ${named(table)} (${names.join(', ')}) VALUES (${places})`
      const { lastInsertRowid } = knowing('reference', () => statements.get(sql).run(...Object.values(row)))
      return Number(lastInsertRowid)
    },
    update(table, id, row) {
      const names = Object.keys(row).map(named)
      if (names.length === 0) throw new Error(`nothing to change in ${table} ${id}`)
      const sql = `UPDATE ${named(table)} SET ${names.map((n) => `${n} = ?`).join(', ')} WHERE id = ?`
      const { changes } = knowing('reference', () => statements.get(sql).run(...Object.values(row), id))
      expectOne(changes, table, id)
    },
    remove(table, id) {
      const sql = `DELETE FROM ${named(table)} WHERE id = ?`
      const { changes } = knowing('use', () => statements.get(sql).run(id))
      expectOne(changes, table, id)
    },
    run: (sql, ...values) => {
      const meant = /^\s*delete\b/i.test(sql) ? 'use' : 'reference'
      return { changes: knowing(meant, () => writing(sql).run(...values)).changes }
    },
  }
  return { readable, writable }
}

/** SQLite says only "foreign key": whether a row is still used or a reference is missing depends on what was asked. */
function knowing<T>(meant: 'use' | 'reference', write: () => T): T {
  try {
    return write()
  } catch (error) {
    if (codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY')
      throw new Refusal(meant === 'use' ? stillUsedError() : missingReferenceError())
    throw error
  }
}

/** A write checks what it changed: the row it names is not there. */
export class MissingRow extends Error {}

function expectOne(changes: number, table: string, id: number): void {
  if (changes !== 1) throw new MissingRow(`no row ${id} in ${table}`)
}
