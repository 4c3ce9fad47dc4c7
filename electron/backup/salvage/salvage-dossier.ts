/**
 * What can still be read of a damaged dossier, written into a new one, with the list of what was saved and lost. The damaged file is
 * only read. Only what was acknowledged is kept: the write a crash interrupted is undone, by its journal or else by the change log. Rows
 * that no longer fit their table, or whose references are gone, are lost and said so; the history is not carried over.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { codeOf } from '../../store/causes.ts'
import { type Connection, connect } from '../../store/connection.ts'
import { asRefusal, fileRefusal } from '../../store/errors.ts'
import { fileIdOf } from '../../store/identity.ts'
import { type CreateOptions, identityOf as identityFor } from '../../store/open.ts'
import { refuseHugeFile } from '../../store/opening/bounds.ts'
import {
  finishInterrupted,
  journalsOf,
  plainJournalsOf,
  removeDossier,
  truePath,
} from '../../store/opening/dossier-files.ts'
import { newDossierFile } from '../../store/opening/new-file.ts'
import { partialName, sweepPartials } from '../../store/opening/partials.ts'
import { copyInto } from '../../store/opening/rights.ts'
import { refuseUnsound } from '../../store/opening/soundness.ts'
import { entityTables, storedNames } from '../../store/tables.ts'
import { fillToItsLength, graftSchema } from './graft-schema.ts'
import { isPlainTable, readableRow, readableRows } from './readable-rows.ts'
import { onlyAcknowledged } from './unfinished.ts'

export interface SalvagedTable {
  readonly table: string
  readonly saved: number
  /** Rows known to be lost: seen but refused, or left without what they refer to. */
  readonly lost: number
  /** True where the table could not be read to its end: how many more there were is not known. */
  readonly incomplete: boolean
}

export interface Salvage {
  readonly tables: readonly SalvagedTable[]
  readonly saved: number
  readonly lost: number
  /** What was found at the name of the new file and moved, in words. */
  readonly notices: readonly string[]
}

type Row = Readonly<Record<string, unknown>>

export function salvageDossier(damaged: string, target: string, options: CreateOptions): Salvage {
  const name = basename(damaged)
  const source = truePath(damaged)
  if (!existsSync(source)) throw fileRefusal('file.not-found', { name })
  refuseHugeFile(source, name)
  const folder = dirname(truePath(target))
  if (!existsSync(folder)) throw fileRefusal('file.folder-missing', { name: basename(target) })
  const work = join(folder, partialName())
  try {
    sweepPartials(folder)
    readableWork(source, work, name)
    const db = connect(work, { readOnly: false, mustExist: true })
    try {
      return rebuild(db, name, target, options)
    } finally {
      db.close()
    }
  } catch (error) {
    throw asRefusal(error, basename(target), 'create')
  } finally {
    removeDossier(work)
  }
}

/** Read through a copy, which may change: what a crash interrupted is undone there first, then what is missing is lent. */
function readableWork(damaged: string, work: string, name: string): void {
  copyInto(damaged, work)
  for (const journal of plainJournalsOf(damaged)) copyInto(journal, `${work}${journal.slice(damaged.length)}`)
  undoIfPossible(work)
  writeFileSync(work, fillToItsLength(readFileSync(work)))
  if (!hasTables(work)) graftSchema(work)
  if (!hasTables(work)) throw fileRefusal('salvage.nothing', { name })
}

/** A journal that cannot be played back would spoil what can still be read: the change log is the other way back. */
function undoIfPossible(work: string): void {
  try {
    finishInterrupted(work, { alone: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const journal of journalsOf(work)) removeDossier(journal)
  }
}

function hasTables(path: string): boolean {
  try {
    const db = connect(path, { readOnly: false, mustExist: true })
    try {
      return (
        db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'employer'").get() !==
        undefined
      )
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

function rebuild(source: Connection, name: string, target: string, options: CreateOptions): Salvage {
  const found = storedNames.map((n) => {
    const { table } = entityTables[n]
    const columns = entityTables[n].columns.map((c) => c.column)
    return { table, columns, ...readableRows(source, table, ['id', ...columns]) }
  })
  if (found.every((t) => t.rows.length === 0)) throw fileRefusal('salvage.nothing', { name })
  const fileId = identityOf(source)
  const made = newDossierFile(target, identityFor(fileId === null ? options : { ...options, fileId }))
  try {
    const db = connect(made.path, { readOnly: false, mustExist: true })
    let salvaged: Omit<Salvage, 'notices'>
    try {
      salvaged = writeAll(db, onlyAcknowledged(source, found), contentsOf(source), options)
    } finally {
      db.close()
    }
    refuseUnsound(made.path)
    return { ...salvaged, notices: made.name() }
  } finally {
    made.drop()
  }
}

/** Attached files one at a time: together they may be larger than memory. */
function* contentsOf(source: Connection): Iterable<Row> {
  for (const { id } of readableRows(source, 'document_content', ['id']).rows)
    yield* readableRow(source, 'document_content', ['id', 'sha256', 'bytes'], id)
}

/** One transaction under one action that undo does not offer: the new file starts from what was saved. */
function writeAll(
  db: Connection,
  found: readonly { readonly table: string; readonly rows: readonly Row[]; readonly incomplete: boolean }[],
  contents: Iterable<Row>,
  options: CreateOptions,
): Omit<Salvage, 'notices'> {
  db.pragma('foreign_keys = OFF')
  db.exec('BEGIN IMMEDIATE')
  const action = db
    .prepare(
      "INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES (lower(hex(randomblob(16))), ?, ?, 'récupération d’un fichier endommagé', 'restore', 0, 'done')",
    )
    .run(options.now(), options.who)
  db.prepare('UPDATE write_state SET action_id = ?').run(action.lastInsertRowid)
  insertRows(db, 'document_content', contents)
  // Documents come last: their owner is checked as they are written.
  const order = [...found].sort((a, b) => Number(a.table === 'document') - Number(b.table === 'document'))
  const refused = new Map(order.map(({ table, rows }) => [table, insertRows(db, table, rows)]))
  const orphans = dropOrphans(db)
  db.prepare('UPDATE write_state SET action_id = NULL, revision = revision + 1, saved_at = ?').run(
    options.now(),
  )
  db.exec('COMMIT')
  const tables = found.map(({ table, incomplete }) => ({
    table,
    saved: Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
    lost: (refused.get(table) ?? 0) + (orphans.get(table) ?? 0),
    incomplete,
  }))
  const sum = (key: 'saved' | 'lost') => tables.reduce((total, t) => total + t[key], 0)
  return { tables, saved: sum('saved'), lost: sum('lost') }
}

/** Answers how many rows the table refused: values a damaged page made impossible. */
function insertRows(db: Connection, table: string, rows: Iterable<Row>): number {
  let refused = 0
  for (const row of rows) {
    const names = Object.keys(row)
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
    try {
      db.prepare(sql).run(...Object.values(row))
    } catch (error) {
      if (!codeOf(error)?.startsWith('SQLITE_CONSTRAINT')) throw error
      refused += 1
    }
  }
  return refused
}

/** Rows whose reference is gone: the reference is emptied where it may be, else the row is lost; until nothing dangles. */
function dropOrphans(db: Connection): ReadonlyMap<string, number> {
  const lost = new Map<string, number>()
  const count = (table: string, rows: number) => lost.set(table, (lost.get(table) ?? 0) + rows)
  for (;;) {
    const broken = db.pragma('foreign_key_check') as { table: string; rowid: number; fkid: number }[]
    if (broken.length === 0) return lost
    for (const { table, rowid, fkid } of broken) {
      const column = db
        .prepare(
          'SELECT info.name, info."notnull" AS required FROM pragma_foreign_key_list(?) AS fk JOIN pragma_table_info(?) AS info ON info.name = fk."from" WHERE fk.id = ?',
        )
        .get(table, table, fkid) as { name: string; required: number }
      if (column.required === 0) {
        db.prepare(`UPDATE ${table} SET ${column.name} = NULL WHERE id = ?`).run(rowid)
        continue
      }
      const papers = db
        .prepare('DELETE FROM document WHERE owner_kind = ? AND owner_id = ?')
        .run(table, rowid)
      count('document', papers.changes)
      count(table, db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(rowid).changes)
    }
  }
}

function identityOf(source: Connection): string | null {
  if (!isPlainTable(source, 'dossier')) return null
  try {
    return fileIdOf(source)
  } catch {
    return null
  }
}
