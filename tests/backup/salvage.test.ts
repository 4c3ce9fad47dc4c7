import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { salvageDossier } from '../../electron/backup/salvage/salvage-dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { contentOf } from '../support/content.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { addHolders } from '../support/holders.ts'
import { codeOf } from '../support/refusal-code.ts'

const PERSONS = 4000
const PAGE = 4096
let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

/** A dossier of several hundred pages: persons on many pages, each with a contract on the same post. */
function bigFile(): string {
  const path = place.path('gros.jalon')
  const dossier = createDossier(path, place.options())
  dossier.act({ label: 'données', kind: 'import' }, (db) => {
    addHolders(
      db,
      Array.from({ length: PERSONS }, () => 'x'.repeat(150)),
    )
    db.run(
      'INSERT INTO document_content (sha256, bytes) VALUES (?, ?)',
      'a'.repeat(64),
      new Uint8Array(9000).fill(1),
    )
    db.insert('document', {
      owner_kind: 'person',
      owner_id: 1,
      name: 'contrat.pdf',
      mime: 'application/pdf',
      size: 9000,
      sha256: 'a'.repeat(64),
      added_on: '2026-11-23',
    })
  })
  dossier.close()
  return path
}
function leafPages(path: string, table: string): readonly number[] {
  const db = new Database(path, { readonly: true })
  try {
    return db
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
      .pluck()
      .all(table) as number[]
  } finally {
    db.close()
  }
}
function damage(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path)
  for (const page of pages) bytes.fill(0xa5, (page - 1) * PAGE, page * PAGE)
  writeFileSync(path, bytes)
}
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('a damaged dossier', () => {
  it('gives back into a new file all that is on its sound pages, and says what it lost', () => {
    const path = bigFile()
    const persons = leafPages(path, 'person')
    expect(persons.length).toBeGreaterThan(100)
    damage(
      path,
      [10, 90].flatMap((at) => persons.slice(at, at + 3)),
    )
    const before = sha256(path)
    expect(codeOf(() => openDossier(path, place.options()))).toBe('file.damaged')

    const target = place.path('récupéré.jalon')
    const salvage = salvageDossier(path, target, place.options())
    expect(sha256(path)).toBe(before)
    expect(checkCopy(target)).toBe(true)
    const person = salvage.tables.find((t) => t.table === 'person')
    const contract = salvage.tables.find((t) => t.table === 'contract')
    expect(person?.incomplete).toBe(true)
    expect(person?.saved).toBeGreaterThan(PERSONS * 0.9)
    expect(person?.saved).toBeLessThan(PERSONS)
    // A contract whose person is gone cannot stand: it is lost with them, and counted.
    expect(contract).toEqual({
      table: 'contract',
      saved: person?.saved,
      lost: PERSONS - (person?.saved ?? 0),
      incomplete: false,
    })

    const dossier = openDossier(target, place.options())
    expect(dossier.readFacts().persons).toHaveLength(person?.saved ?? 0)
    expect(dossier.undoLabel).toBeNull()
    expect(contentOf(dossier).document).toHaveLength(1)
    dossier.close()
  })

  it('gives back everything where only an index or the log is damaged', () => {
    const path = bigFile()
    damage(path, [...leafPages(path, 'person_name').slice(0, 5), ...leafPages(path, 'change').slice(5, 20)])
    expect(codeOf(() => openDossier(path, place.options()))).toBe('file.damaged')
    const target = place.path('récupéré.jalon')
    const salvage = salvageDossier(path, target, place.options())
    expect([salvage.saved, salvage.lost]).toEqual([PERSONS * 2 + 2, 0])
    expect(salvage.tables.every((t) => !t.incomplete)).toBe(true)
  })

  it('that lost its end gives back what came before', () => {
    const path = bigFile()
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 2)))
    const salvage = salvageDossier(path, place.path('récupéré.jalon'), place.options())
    expect(salvage.saved).toBeGreaterThan(0)
    expect(checkCopy(place.path('récupéré.jalon'))).toBe(true)
  })

  it('that lost the description of its tables gives back its rows all the same', () => {
    const path = bigFile()
    const bytes = readFileSync(path)
    bytes.fill(0x41, 100, PAGE * 3)
    writeFileSync(path, bytes)
    expect(codeOf(() => openDossier(path, place.options()))).toBe('file.damaged')
    const salvage = salvageDossier(path, place.path('récupéré.jalon'), place.options())
    expect([salvage.saved, salvage.lost]).toEqual([PERSONS * 2 + 2, 0])
  })

  it('of which nothing can be read is said so, and no empty file is made in its name', () => {
    const path = bigFile()
    const bytes = readFileSync(path)
    bytes.fill(0x41, 100)
    writeFileSync(path, bytes)
    expect(codeOf(() => salvageDossier(path, place.path('récupéré.jalon'), place.options()))).toBe(
      'salvage.nothing',
    )
    expect(codeOf(() => openDossier(place.path('récupéré.jalon'), place.options()))).toBe('file.not-found')
  })

  it('never replaces a file that exists', () => {
    const path = bigFile()
    expect(codeOf(() => salvageDossier(path, path, place.options()))).toBe('file.exists')
  })
})

describe('a damaged file made to harm', () => {
  it('whose tables are views without end is not run: nothing is read of those', { timeout: 60_000 }, () => {
    const path = place.path('piege.jalon')
    createDossier(path, place.options()).close()
    const db = new Database(path)
    db.pragma('foreign_keys = OFF')
    const columns = db
      .prepare("SELECT name FROM pragma_table_info('aid_scale_year')")
      .pluck()
      .all() as string[]
    const endless = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ${columns.map((c) => `i AS ${c}`).join(', ')} FROM n`
    db.exec(`DROP TABLE aid_scale_year; CREATE VIEW aid_scale_year AS ${endless}`)
    db.close()
    // In a process of its own: what runs without end can only be stopped from outside.
    const opener = fileURLToPath(new URL('../store/support/measured-opener.ts', import.meta.url))
    const run = spawnSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--max-old-space-size=300',
        opener,
        'salvage',
        path,
        place.folder,
      ],
      { encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' },
    )
    expect(JSON.parse(run.stdout || '{}')).toMatchObject({ code: 'salvage.nothing' })
  })

  it('loses a text of hundreds of megabytes, keeps the rest', { timeout: 60_000 }, () => {
    const path = bigFile()
    const db = new Database(path)
    db.exec('UPDATE write_state SET replaying = 1')
    db.exec('UPDATE person SET note = CAST(zeroblob(200 * 1024 * 1024) AS TEXT) WHERE id = 7')
    db.exec('UPDATE write_state SET replaying = 0')
    db.close()
    const { saved } = salvageDossier(path, place.path('sauvé.jalon'), place.options())
    const salvaged = openDossier(place.path('sauvé.jalon'), place.options())
    expect(salvaged.readFacts().persons).toHaveLength(PERSONS)
    expect(salvaged.readFacts().persons[6]?.note).toBeNull()
    expect(saved).toBe(2 * PERSONS + 2)
    salvaged.close()
  })
})
