/**
 * Undo and redo, kept in the file. Actions form one line: done ones, then undone ones. Undoing replays the log of the last done
 * action backwards; a new action drops what was undone. Rows keep their ids, so what refers to them still does.
 */
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import type { Connection, Statement } from './connection.ts'
import type { TouchedRow } from './facts-reader.ts'

const HANDFUL = 1000

interface ActionRow {
  readonly id: number
  readonly label: string
  readonly undoable: number
}

interface ChangeRow {
  readonly id: number
  readonly table_name: string
  readonly row_id: number
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: string | null
  readonly after: string | null
}

export interface Head {
  readonly revision: number
  readonly savedAt: string | null
  readonly undo: { readonly actionId: number; readonly label: string } | null
  readonly redo: { readonly actionId: number; readonly label: string } | null
}

export function readHead(db: Connection): Head {
  const state = db.prepare('SELECT revision, saved_at FROM write_state').get() as {
    revision: number
    saved_at: string | null
  }
  const done = db
    .prepare("SELECT id, label, undoable FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1")
    .get() as ActionRow | undefined
  const undone = db
    .prepare("SELECT id, label, undoable FROM action WHERE state = 'undone' ORDER BY id LIMIT 1")
    .get() as ActionRow | undefined
  return {
    revision: state.revision,
    savedAt: state.saved_at,
    undo: done === undefined || done.undoable === 0 ? null : stepOf(done),
    redo: undone === undefined ? null : stepOf(undone),
  }
}

function stepOf({ id, label }: ActionRow): { readonly actionId: number; readonly label: string } {
  return { actionId: id, label: seenOnOneLine(label) }
}

/** Inside a transaction: puts every row of the action back as it was before (undo) or after (redo). Answers the rows touched. */
export function replay(
  db: Connection,
  actionId: number,
  direction: 'undo' | 'redo',
  at: string,
): readonly TouchedRow[] {
  // References are checked at the end: a bulk statement may have removed rows in any order.
  db.pragma('defer_foreign_keys = ON')
  setReplaying(db, 1)
  const writer = rowWriter(db)
  const touched: TouchedRow[] = []
  for (const change of changesOf(db, actionId, direction)) {
    touched.push({ table: change.table_name, rowId: change.row_id })
    const target = direction === 'undo' ? change.before : change.after
    const from = direction === 'undo' ? change.after : change.before
    if (target === null) writer.remove(change.table_name, change.row_id)
    else if (from === null) writer.insert(change.table_name, target)
    else writer.update(change.table_name, change.row_id, target)
  }
  setReplaying(db, 0)
  db.prepare('UPDATE action SET state = ? WHERE id = ?').run(
    direction === 'undo' ? 'undone' : 'done',
    actionId,
  )
  db.prepare('UPDATE write_state SET revision = revision + 1, saved_at = ?').run(at)
  return touched
}

/** By handfuls: the rows of a large import, all at once, would take as much memory as the file. */
function* changesOf(db: Connection, actionId: number, direction: 'undo' | 'redo'): Iterable<ChangeRow> {
  const [order, beyond] = direction === 'undo' ? ['DESC', '<'] : ['ASC', '>']
  const next = db.prepare(
    `SELECT id, table_name, row_id, op, before, after FROM change
     WHERE action_id = ? AND id ${beyond} ? ORDER BY id ${order} LIMIT ${HANDFUL}`,
  )
  let last = direction === 'undo' ? Number.MAX_SAFE_INTEGER : 0
  for (;;) {
    const changes = next.all(actionId, last) as ChangeRow[]
    yield* changes
    if (changes.length < HANDFUL) return
    last = changes.at(-1)?.id ?? last
  }
}

function setReplaying(db: Connection, value: 0 | 1): void {
  db.prepare('UPDATE write_state SET replaying = ?').run(value)
}

/**
 * Writes rows given as logged JSON; SQLite reads the JSON, so values stay exact. Rows of one action were logged under one schema:
 * the first row of a table says which columns it had then, and columns added since are left to their default.
 */
function rowWriter(db: Connection) {
  const prepared = new Map<string, Statement>()
  const once = (key: string, sql: () => string) => {
    const known = prepared.get(key)
    if (known !== undefined) return known
    const statement = db.prepare(sql())
    prepared.set(key, statement)
    return statement
  }
  const logged = (table: string, row: string) => {
    const keys = new Set(Object.keys(JSON.parse(row) as Record<string, unknown>))
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
    if (columns.length === 0) throw new Error(`the log names an unknown table: ${table}`)
    return columns.filter((c) => keys.has(c))
  }
  const value = (column: string) => `json_extract(@row, '$.${column}')`
  const expectOne = (changes: number, table: string) => {
    if (changes !== 1) throw new Error(`replaying the log touched ${changes} rows of ${table}`)
  }
  return {
    insert(table: string, row: string): void {
      const statement = once(`insert ${table}`, () => {
        const names = logged(table, row)
        return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map(value).join(', ')}`
      })
      expectOne(statement.run({ row }).changes, table)
    },
    update(table: string, id: number, row: string): void {
      const statement = once(`update ${table}`, () => {
        const sets = logged(table, row).flatMap((c) => (c === 'id' ? [] : [`${c} = ${value(c)}`]))
        return `UPDATE ${table} SET ${sets.join(', ')} WHERE id = @id`
      })
      expectOne(statement.run({ row, id }).changes, table)
    },
    remove(table: string, id: number): void {
      expectOne(once(`delete ${table}`, () => `DELETE FROM ${table} WHERE id = ?`).run(id).changes, table)
    },
  }
}
