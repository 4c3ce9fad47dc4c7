/**
 * Undo and redo, kept in the file. Actions form one line: done ones, then undone ones. Undoing replays the log of the last done
 * action backwards; a new action drops what was undone. Rows keep their ids, so what refers to them still does. The log may be a
 * stranger's: each step is read by logged-step.ts, and none is followed where one does not hold.
 */
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { historyError, type StepProblem } from '#shared/text/errors/history-errors.ts'
import { Refusal } from '../refusal.ts'
import { codeOf } from './causes.ts'
import { type Connection, MissingRow } from './connection.ts'
import type { WritableDb } from './dossier.ts'
import type { TouchedRow } from './facts-reader.ts'
import { checkInvariants } from './invariants.ts'
import { LIGHTENED } from './lighten.ts'
import { boundedSide, InvalidStep, type LoggedChange, readStep } from './logged-step.ts'

const HANDFUL = 250
/** A label is a line: a file may hold a book there. */
const LABEL = 'substr(label, 1, 300) AS label'

interface ActionRow {
  readonly id: number
  readonly label: string
  readonly undoable: number
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
    .prepare(
      `SELECT id, ${LABEL}, undoable FROM action WHERE state = 'done' AND kind <> '${LIGHTENED}' ORDER BY id DESC LIMIT 1`,
    )
    .get() as ActionRow | undefined
  const undone = db
    .prepare(`SELECT id, ${LABEL}, undoable FROM action WHERE state = 'undone' ORDER BY id LIMIT 1`)
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

/**
 * Inside a transaction: puts every row of the action back as it was before (undo) or after (redo). Answers the rows touched. Throws a
 * Refusal in words where the log does not hold: the caller rolls back.
 */
export function replay(
  { db, rows }: { readonly db: Connection; readonly rows: WritableDb },
  step: { readonly actionId: number; readonly label: string },
  direction: 'undo' | 'redo',
  at: string,
): readonly TouchedRow[] {
  try {
    // References are checked at the end: a bulk statement may have removed rows in any order.
    db.pragma('defer_foreign_keys = ON')
    setReplaying(db, 1)
    const touched = followSteps(db, rows, step.actionId, direction)
    setReplaying(db, 0)
    checkInvariants(db, step.actionId)
    db.prepare('UPDATE action SET state = ? WHERE id = ?').run(
      direction === 'undo' ? 'undone' : 'done',
      step.actionId,
    )
    db.prepare('UPDATE write_state SET revision = revision + 1, saved_at = ?').run(at)
    return touched
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    throw new Refusal(historyError(direction, step.label, problem))
  }
}

function followSteps(
  db: Connection,
  rows: WritableDb,
  actionId: number,
  direction: 'undo' | 'redo',
): readonly TouchedRow[] {
  const touched: TouchedRow[] = []
  const before = rowsEverChanged(db)
  for (const change of changesOf(db, actionId, direction)) {
    const { table, rowId, target, exists } = readStep(change, direction)
    if (target === null) rows.remove(table, rowId)
    else if (!exists) rows.insert(table, { id: rowId, ...target })
    else if (Object.keys(target).length > 0) rows.update(table, rowId, target)
    touched.push({ table, rowId })
  }
  // A cascade is logged before the row that caused it, so that following the log never sets one off.
  if (rowsEverChanged(db) - before !== touched.length) throw new InvalidStep({ kind: 'beyond' })
  const held = db.prepare('SELECT count(*) FROM change WHERE action_id = ?').pluck().get(actionId)
  if (touched.length === 0 || held !== touched.length) throw new InvalidStep({ kind: 'no-detail' })
  return touched
}

/** By this connection, cascades included. */
function rowsEverChanged(db: Connection): number {
  return Number(db.prepare('SELECT total_changes()').pluck().get())
}

/** References are judged when the transaction ends. */
export function brokenReference(
  error: unknown,
  step: { readonly label: string },
  direction: 'undo' | 'redo',
): unknown {
  return codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY'
    ? new Refusal(historyError(direction, step.label, { kind: 'refused' }))
    : error
}

/** What a person can be told of: a log that does not hold. Anything else (a full disk, a bug) keeps its own words. */
function problemOf(error: unknown): StepProblem | null {
  if (error instanceof InvalidStep) return error.problem
  if (error instanceof MissingRow) return { kind: 'gone' }
  if (codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY') return { kind: 'gone' }
  if (codeOf(error)?.startsWith('SQLITE_CONSTRAINT')) return { kind: 'refused' }
  return error instanceof Refusal ? { kind: 'refused', why: firstSentence(error.error.message) } : null
}

function firstSentence(message: string): string {
  return /^.*?(?=\.( |$))/.exec(message)?.[0] ?? message
}

/** By handfuls: the rows of a large import, all at once, would take as much memory as the file. */
function* changesOf(
  db: Connection,
  actionId: number,
  direction: 'undo' | 'redo',
): Iterable<LoggedChange & { readonly id: number }> {
  const [order, beyond] = direction === 'undo' ? ['DESC', '<'] : ['ASC', '>']
  const next = db.prepare(
    `SELECT id, table_name, row_id, op, ${boundedSide('before')}, ${boundedSide('after')} FROM change
     WHERE action_id = ? AND id ${beyond} ? ORDER BY id ${order} LIMIT ${HANDFUL}`,
  )
  let last = direction === 'undo' ? Number.MAX_SAFE_INTEGER : 0
  for (;;) {
    const changes = next.all(actionId, last) as (LoggedChange & { id: number })[]
    yield* changes
    if (changes.length < HANDFUL) return
    last = changes.at(-1)?.id ?? last
  }
}

function setReplaying(db: Connection, value: 0 | 1): void {
  db.prepare('UPDATE write_state SET replaying = ?').run(value)
}
