/**
 * Dossiers that are ours in their schema and out of all measure in what they hold: refused in words, in seconds, in little memory, and
 * left as they were. Each attack is opened in a process of its own whose memory is watched.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'

const OPENER = fileURLToPath(new URL('./support/measured-opener.ts', import.meta.url))
const MEGABYTE = 1024 * 1024

let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

/** A file with our schema, filled as its author pleases: the log and the guards are not his affair. */
function hostile(fill: (db: Database.Database) => void, name = 'piege.jalon'): string {
  const path = place.path(name)
  createDossier(path, place.options()).close()
  const db = new Database(path)
  db.pragma('synchronous = OFF')
  db.pragma('journal_mode = OFF')
  // As a replay: nothing is logged, nothing is guarded.
  db.exec('BEGIN; UPDATE write_state SET replaying = 1')
  fill(db)
  db.exec('UPDATE write_state SET replaying = 0; COMMIT')
  db.close()
  return path
}

interface Opened {
  readonly code: string
  readonly message: string
  readonly ms: number
  readonly peakMegabytes: number
}

/** Opened as a person would, then salvaged, previewed and compared: each must end in words. */
function opened(path: string, how: 'open' | 'read' | 'preview' | 'salvage' | 'compare' = 'open'): Opened {
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', OPENER, how, path, place.folder],
    { encoding: 'utf8', timeout: 60_000 },
  )
  if (status !== 0) throw new Error(`the opener ended with ${status ?? signal}: ${stderr.slice(0, 400)}`)
  return JSON.parse(stdout) as Opened
}

const person = 'INSERT INTO person (last_name, first_name) VALUES'

describe('A hostile dossier is refused in words, quickly and in little memory', () => {
  it('where a name weighs 500 MB', { timeout: 120_000 }, () => {
    const path = hostile((db) => db.exec(`${person} (CAST(zeroblob(500 * 1024 * 1024) AS TEXT), 'x')`))
    for (const how of ['open', 'read', 'preview', 'compare'] as const) {
      const { code, message, ms, peakMegabytes } = opened(path, how)
      expect([how, code]).toEqual([how, 'file.oversized'])
      expect(message).toMatch(/démesuré.*500 Mo.*pas été modifié/)
      expect(ms).toBeLessThan(10_000)
      expect(peakMegabytes).toBeLessThan(400)
    }
  })

  it('where the label of an act, the author of it or the identity of the file is a book', () => {
    const book = `CAST(zeroblob(${5 * MEGABYTE}) AS TEXT)`
    const fills = [
      `INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES ('u', '', '', ${book}, 'edit', 1, 'done')`,
      `INSERT INTO action (uid, at, who, label, kind, undoable, state) VALUES ('u', '', ${book}, 'x', 'edit', 1, 'done')`,
      `UPDATE dossier SET created_with = ${book}`,
      `UPDATE write_state SET saved_at = ${book}`,
      `INSERT INTO setting (key, value) VALUES ('a', '"' || hex(zeroblob(${3 * MEGABYTE})) || '"')`,
    ]
    for (const [index, sql] of fills.entries()) {
      const path = hostile((db) => db.exec(sql), `livre ${index}.jalon`)
      expect(() => openDossier(path, place.options()), sql).toThrow(/démesuré/)
    }
  })

  it('where an attached file or a step of the log weighs hundreds of megabytes', { timeout: 120_000 }, () => {
    const attached = hostile(
      (db) =>
        db.exec(
          `INSERT INTO document_content (sha256, bytes) VALUES ('${'a'.repeat(64)}', zeroblob(${300 * MEGABYTE}))`,
        ),
      'piece.jalon',
    )
    const logged = hostile(
      (db) =>
        db.exec(`INSERT INTO action (id, uid, at, who, label, kind, undoable, state) VALUES (1, 'u', '', '', 'x', 'edit', 1, 'done');
          INSERT INTO change (action_id, table_name, row_id, op, before) VALUES (1, 'person', 1, 'delete', CAST(zeroblob(${300 * MEGABYTE}) AS TEXT))`),
      'journal.jalon',
    )
    for (const path of [attached, logged]) {
      const { code, ms, peakMegabytes } = opened(path)
      expect(code).toBe('file.oversized')
      expect(ms).toBeLessThan(10_000)
      expect(peakMegabytes).toBeLessThan(400)
    }
  })

  it('where it holds millions of rows', { timeout: 120_000 }, () => {
    const path = hostile((db) =>
      db.exec(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2100000) ${person.replace('VALUES', "SELECT 'x', '' FROM n")}`,
      ),
    )
    const { code, message, ms, peakMegabytes } = opened(path)
    expect(code).toBe('file.oversized')
    expect(message).toMatch(/plus de 2.*lignes/)
    expect(ms).toBeLessThan(10_000)
    expect(peakMegabytes).toBeLessThan(400)
  })

  it('where the file itself weighs a terabyte that is not there', () => {
    const path = hostile(() => {})
    const fd = openSync(path, 'r+')
    ftruncateSync(fd, 2 ** 40)
    closeSync(fd)
    for (const how of ['open', 'preview', 'salvage', 'compare'] as const)
      expect([how, opened(path, how).code]).toEqual([how, 'file.oversized'])
    expect(statSync(path).size).toBe(2 ** 40)
  })
})

describe('A dossier of many years is not taken for one of these', () => {
  it('with hundreds of thousands of steps in its log: opened, undone and compared in little memory', {
    timeout: 240_000,
  }, () => {
    const path = hostile((db) =>
      db.exec(`INSERT INTO person (id, last_name, first_name) VALUES (1, 'b', '');
        INSERT INTO action (uid, at, who, label, kind, undoable, state)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000) SELECT 'u' || i, '2026', 'x', 'x', 'edit', 1, 'done' FROM n;
        INSERT INTO change (action_id, table_name, row_id, op, before, after)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000)
          SELECT 50000, 'person', 1, 'update', json_object('id', 1, 'last_name', 'a', 'first_name', ''),
            json_object('id', 1, 'last_name', 'b', 'first_name', '') FROM n`),
    )
    const { code, ms, peakMegabytes } = opened(path, 'read')
    expect([code, ms < 20_000, peakMegabytes < 400]).toEqual(['opened', true, true])
    expect(opened(path, 'compare')).toMatchObject({ code: 'same' })
    const dossier = openDossier(path, place.options())
    expect(dossier.undo()).toEqual({ label: 'x' })
    expect(dossier.readFacts().persons.map((p) => p.lastName)).toEqual(['a'])
    dossier.close()
  })
})
