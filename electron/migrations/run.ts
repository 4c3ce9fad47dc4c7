/**
 * Brings an open database to the last version: one transaction per migration, so that a file is always at a whole version.
 * Foreign keys are suspended (rebuilding a table would fire cascades) and checked again before each commit.
 */
import type BetterSqlite3 from 'better-sqlite3'
import type { Migration } from './pieces.ts'

export function versionOf(db: BetterSqlite3.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

export function migrate(db: BetterSqlite3.Database, list: readonly Migration[]): void {
  const from = versionOf(db)
  const pending = list.filter((m) => m.version > from)
  if (pending.length === 0) return
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) runOne(db, migration)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function runOne(db: BetterSqlite3.Database, migration: Migration): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const statement of migration.statements) db.exec(statement)
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`migration ${migration.version} leaves ${broken.length} broken references`)
    }
    db.pragma(`user_version = ${migration.version}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}
