/**
 * Lightening the change log: the detail of old acts goes (rows before and after), the acts themselves stay: who did what and when, and
 * by which two files of a dossier are told apart. What may still be undone is chosen by the order of the acts, never by the clock.
 */
import { randomUUID } from 'node:crypto'
import { addDays, isDay } from '#shared/domain/day.ts'
import type { Connection } from './connection.ts'
import type { ReadableDb } from './dossier.ts'
import { forgetContents, formerNames, replaceInLabels } from './erase.ts'

/** The last acts keep their detail, however old they are: undo goes back over them. */
export const KEPT_ACTS = 200
/** Of an act of the log itself: it changes no row, and undo passes over it. */
export const LIGHTENED = 'lightened'

export interface Weighed {
  /** Day of the last act whose detail goes; null: none does. */
  readonly until: string | null
  /** Acts that lose their detail, and can then be neither undone nor read in the Journal. */
  readonly acts: number
  readonly steps: number
  /** Attached files removed from the dossier before, that only this detail could bring back. */
  readonly files: number
  /** What it takes in the file, about. */
  readonly bytes: number
}

export interface LogSize {
  /** Acts that have their detail. */
  readonly acts: number
  /** Pages of the log, and all pages of the file. */
  readonly bytes: number
  readonly fileBytes: number
}

/** The last act whose detail goes where that of the last `keepDays` days of work is kept; 0: none. */
export function lastLightened(db: ReadableDb, keepDays: number): number {
  const newest = db.get<{ at: string }>('SELECT at FROM action ORDER BY id DESC LIMIT 1')?.at.slice(0, 10)
  const kept = db.get<{ id: number }>(
    `SELECT id FROM action WHERE state = 'done' AND kind <> '${LIGHTENED}' ORDER BY id DESC LIMIT 1 OFFSET ${KEPT_ACTS - 1}`,
  )?.id
  if (kept === undefined || !isDay(newest)) return 0
  // Days of work, counted back from the last act: a dossier left alone for a year loses nothing by it, nor one whose clock jumped.
  const recent = db.get<{ id: number | null }>(
    'SELECT min(id) AS id FROM action WHERE at >= ? AND substr(at, 1, 10) <= ?',
    addDays(newest, -keepDays),
    newest,
  )?.id
  return Math.max(0, Math.min(kept, recent ?? kept) - 1)
}

export function weigh(db: ReadableDb, last: number): Weighed {
  const steps = db.get<Omit<Weighed, 'until' | 'files'>>(
    `SELECT count(DISTINCT action_id) AS acts, count(*) AS steps,
       total(octet_length(before)) + total(octet_length(after)) AS bytes FROM change WHERE action_id <= ?`,
    last,
  ) ?? { acts: 0, steps: 0, bytes: 0 }
  const files = db.get<{ files: number; bytes: number }>(
    `SELECT count(*) AS files, total(octet_length(bytes)) AS bytes FROM document_content
     WHERE sha256 NOT IN (SELECT sha256 FROM document) AND sha256 NOT IN (
       SELECT coalesce(CASE WHEN json_valid(side) THEN json_extract(side, '$.sha256') END, '')
       FROM (SELECT coalesce(before, after) AS side FROM change WHERE table_name = 'document' AND action_id > ?))`,
    last,
  ) ?? { files: 0, bytes: 0 }
  const until = db.get<{ at: string }>('SELECT at FROM action WHERE id <= ? ORDER BY id DESC LIMIT 1', last)
  return {
    until: steps.acts === 0 ? null : (until?.at.slice(0, 10) ?? null),
    acts: steps.acts,
    steps: steps.steps,
    files: files.files,
    bytes: steps.bytes + files.bytes,
  }
}

export function logSize(db: ReadableDb): LogSize {
  const { bytes } = db.get<{ bytes: number }>(
    "SELECT total(pgsize) AS bytes FROM dbstat WHERE aggregate = TRUE AND name LIKE 'change%'",
  ) ?? { bytes: 0 }
  const { fileBytes } = db.get<{ fileBytes: number }>(
    'SELECT page_count * page_size AS fileBytes FROM pragma_page_count(), pragma_page_size()',
  ) ?? { fileBytes: 0 }
  const acts = db.get<{ n: number }>('SELECT count(DISTINCT action_id) AS n FROM change')?.n ?? 0
  return { acts, bytes, fileBytes }
}

const SAMPLE = 200

/** Bytes the detail of these acts takes, from a sample spread over them: asked at each opening, it reads a few pages only. */
export function roughly(db: ReadableDb, last: number): number {
  const { first, steps, newest } = db.get<{ first: number; newest: number; steps: number }>(
    'SELECT min(id) AS first, max(id) AS newest, count(*) AS steps FROM change WHERE action_id <= ?',
    last,
  ) ?? { first: 0, newest: 0, steps: 0 }
  if (steps === 0) return 0
  const ids = Array.from({ length: SAMPLE }, (_, i) => first + Math.floor((i * (newest - first)) / SAMPLE))
  const { mean } = db.get<{ mean: number | null }>(
    `SELECT avg(coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0)) AS mean FROM change
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  ) ?? { mean: null }
  return Math.round((mean ?? 0) * steps)
}

/**
 * Labels of acts stay, and only the detail that goes knows which former names they hold: they get the name of today, or erasing an
 * anonymised person from the history would miss them later.
 */
function sayNamesOfToday(db: Connection, last: number): void {
  const persons = db
    .prepare(
      `SELECT id, first_name AS firstName, last_name AS lastName FROM person
       WHERE id IN (SELECT row_id FROM change WHERE table_name = 'person' AND op <> 'insert' AND action_id <= ?)`,
    )
    .all(last) as { id: number; firstName: string; lastName: string }[]
  for (const { id, firstName, lastName } of persons) {
    const name = `${firstName} ${lastName}`.trim()
    const former = formerNames(db, { id, name }).filter((each) => each !== `${lastName} ${firstName}`)
    replaceInLabels(db, former, name)
  }
}

/** Inside a transaction. Who lightened it, and when, is an act like another; the caller makes the file smaller after it. */
export function lightenLog(
  db: Connection,
  {
    last,
    label,
    who,
    at,
  }: { readonly last: number; readonly label: string; readonly who: string; readonly at: string },
): void {
  sayNamesOfToday(db, last)
  db.prepare('UPDATE write_state SET replaying = 1').run()
  db.prepare('DELETE FROM change WHERE action_id <= ?').run(last)
  db.prepare('UPDATE action SET undoable = 0 WHERE id <= ?').run(last)
  forgetContents(db)
  db.prepare('UPDATE write_state SET replaying = 0').run()
  db.prepare(
    `INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES (?, ?, ?, ?, '${LIGHTENED}', 0, 'done')`,
  ).run(randomUUID(), at, who, label)
  db.prepare('UPDATE write_state SET revision = revision + 1, saved_at = ?').run(at)
}
