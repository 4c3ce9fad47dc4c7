import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/services/service.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { tamper } from '../support/tampered.ts'

let place: DossierFolder
const opened: Dossier[] = []
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => {
  for (const dossier of opened.splice(0)) dossier.close()
  place.remove()
})

function create(name = 'a.jalon'): Dossier {
  const dossier = createDossier(place.path(name), place.options())
  opened.push(dossier)
  return dossier
}
function open(name = 'a.jalon', more = {}): Dossier {
  const dossier = openDossier(place.path(name), place.options(more))
  opened.push(dossier)
  return dossier
}
function addPerson(dossier: Dossier, name: string): void {
  dossier.act({ label: `ajout de ${name}`, kind: 'edit' }, (db) =>
    db.insert('person', { last_name: name, first_name: '' }),
  )
}
function closedFile(name = 'a.jalon'): string {
  const dossier = create(name)
  addPerson(dossier, 'Roux')
  dossier.close()
  return place.path(name)
}
function refusal(work: () => unknown): { code: string; message: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.error
    throw error
  }
  throw new Error('nothing was refused')
}
/** Refused with this code and a French sentence, and the file stays byte for byte what it was. */
function expectUntouched(path: string, code: string, work: () => unknown): void {
  const before = sha256(path)
  const said = refusal(work)
  expect(said.code).toBe(code)
  expect(said.message).toMatch(/^«?.{40,}\.$/s)
  expect(sha256(path)).toBe(before)
  expect(existsSync(`${path}.lock`)).toBe(false)
}
function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

describe('a dossier file', () => {
  it('is a single file once closed, and holds what was written', () => {
    closedFile()
    expect(readdirSync(place.folder)).toEqual(['a.jalon'])
    expect(open().readFacts().persons).toMatchObject([{ lastName: 'Roux' }])
  })

  it('keeps its steps of undo from one opening to the next', () => {
    const dossier = create()
    addPerson(dossier, 'Roux')
    addPerson(dossier, 'Petit')
    dossier.undo()
    dossier.close()
    const again = open()
    expect([again.undoLabel, again.redoLabel]).toEqual(['ajout de Roux', 'ajout de Petit'])
    again.redo()
    again.undo()
    again.undo()
    expect(again.readFacts().persons).toEqual([])
  })

  it('keeps its identity for its whole life', () => {
    const { fileId } = create()
    opened[0]?.close()
    expect(open().fileId).toBe(fileId)
  })

  it('never replaces a file that exists', () => {
    const path = closedFile()
    expectUntouched(path, 'file.exists', () => createDossier(path, place.options()))
  })
})

describe('a second opener', () => {
  it('reads what the first one writes, and cannot write', () => {
    const first = create()
    const second = open('a.jalon', { who: 'Autre' })
    expect(second.readOnlyReason).toMatch(
      /^ouvert par Test sur poste-de-test depuis le 23\/11\/2026 à 09:30$/,
    )
    expect(second.readFacts().persons).toEqual([])
    addPerson(first, 'Roux')
    expect(second.readFacts().persons).toMatchObject([{ lastName: 'Roux' }])
    expect(second.revision).toBe(first.revision)
    expect(refusal(() => addPerson(second, 'Petit')).code).toBe('file.read-only')
    second.close()
    addPerson(first, 'Petit')
    expect(first.readFacts().persons).toHaveLength(2)
  })

  it('may write once the first one has closed', () => {
    closedFile()
    expect(open().readOnlyReason).toBeNull()
  })

  it('replaces a lock left by a process of this machine that no longer runs', () => {
    const path = closedFile()
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(
      `${path}.lock`,
      JSON.stringify({ id: 'x', who: 'Test', machine: 'poste-de-test', pid: gone, since: '' }),
    )
    expect(open().readOnlyReason).toBeNull()
  })

  it.each([
    ['cut short', '{"id":"x","who"'],
    ['empty', ''],
    ['with a process no system has', '{"id":"x","who":"T","machine":"poste-de-test","pid":0.5,"since":""}'],
  ])(
    'takes a lock %s for one that may be held: it reads, and writes where a person takes over',
    (_, text) => {
      const path = closedFile()
      writeFileSync(`${path}.lock`, text)
      const reader = open()
      expect(reader.readOnlyReason).toContain('verrou est illisible')
      reader.close()
      expect(open('a.jalon', { takeOver: true }).readOnlyReason).toBeNull()
    },
  )

  it.each([
    ['pipe', (lock: string) => expect(spawnSync('mkfifo', [lock]).status).toBe(0)],
    ['folder with something in it', (lock: string) => mkdirSync(join(lock, 'à garder'), { recursive: true })],
    ['link without end', (lock: string) => symlinkSync('/dev/zero', lock)],
    ['link to nowhere', (lock: string) => symlinkSync('nulle-part', lock)],
  ])(
    'takes a %s at its name for a lock nobody can read, without waiting, and removes nothing of it',
    (_, make) => {
      const path = closedFile()
      make(`${path}.lock`)
      const before = lstatSync(`${path}.lock`).ino
      const reader = open()
      expect(reader.readOnlyReason).toContain('verrou est illisible')
      reader.close()
      const writer = open('a.jalon', { takeOver: true })
      expect(writer.readOnlyReason).toBeNull()
      writer.close()
      expect(existsSync(`${path}.lock`)).toBe(false)
      expect(lstatSync(`${path}.lock (mis de côté)`).ino).toBe(before)
    },
  )

  it('reads of a lock no more than one of ours takes', () => {
    const path = closedFile()
    writeFileSync(`${path}.lock`, '')
    truncateSync(`${path}.lock`, 3_000_000_000)
    expect(open().readOnlyReason).toContain('verrou est illisible')
  })

  it('respects the lock of another machine, unless asked to take it over', () => {
    const path = closedFile()
    const theirs = { id: 'x', who: 'Léa', machine: 'PC-ACCUEIL', pid: 1, since: '' }
    writeFileSync(`${path}.lock`, JSON.stringify(theirs))
    const reader = open()
    expect(reader.readOnlyReason).toBe('ouvert par Léa sur PC-ACCUEIL')
    reader.close()
    expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toEqual(theirs)
    expect(open('a.jalon', { takeOver: true }).readOnlyReason).toBeNull()
  })

  it('stops writing as soon as its lock was taken over, and says by whom', () => {
    const first = create()
    addPerson(first, 'Roux')
    const second = open('a.jalon', { takeOver: true, who: 'Léa' })
    const said = refusal(() => addPerson(first, 'Petit'))
    expect(said.code).toBe('file.lock-lost')
    expect(said.message).toContain('Léa')
    first.close()
    addPerson(second, 'Petit')
    expect(second.readFacts().persons).toHaveLength(2)
  })
})

describe('a file that is not what it should be', () => {
  it('is said missing', () => {
    expect(refusal(() => open('nulle-part.jalon')).code).toBe('file.not-found')
  })

  it('is said to be a folder', () => {
    mkdirSync(place.path('dossier.jalon'))
    expect(refusal(() => open('dossier.jalon')).code).toBe('file.is-folder')
  })

  it.each([
    ['empty', ''],
    ['a spreadsheet', 'Nom;Prénom\nRoux;Léa\n'.repeat(40)],
    ['short', 'SQLite format 3\0'],
  ])('is told apart from a dossier: %s', (_, content) => {
    const path = place.path('b.jalon')
    writeFileSync(path, content)
    expectUntouched(path, 'file.not-jalon', () => open('b.jalon'))
  })

  it('is told apart from a dossier: a database of another program', () => {
    const path = place.path('b.jalon')
    tamper(path, (db) => db.exec('CREATE TABLE person (id INTEGER PRIMARY KEY)'))
    expectUntouched(path, 'file.not-jalon', () => open('b.jalon'))
  })

  it('comes from a newer version: refused, or read without being written', () => {
    const path = closedFile()
    tamper(path, (db) => {
      db.exec('ALTER TABLE person ADD COLUMN nickname TEXT')
      db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY)')
      db.pragma('user_version = 999')
    })
    expectUntouched(path, 'file.newer', () => open())
    const reader = open('a.jalon', { acceptNewer: true })
    expect(reader.readFacts().persons).toMatchObject([{ lastName: 'Roux' }])
    expect(reader.readOnlyReason).toContain('plus récente')
    expect(refusal(() => addPerson(reader, 'Petit')).code).toBe('file.read-only')
  })

  it('comes from a newer version that says it cannot be read here', () => {
    const path = closedFile()
    tamper(path, (db) => {
      db.exec('UPDATE dossier SET readable_from = 999')
      db.pragma('user_version = 999')
    })
    expectUntouched(path, 'file.newer-unreadable', () => open('a.jalon', { acceptNewer: true }))
  })

  it('claims to be newer, with a view in place of a table', () => {
    const path = closedFile()
    tamper(path, (db) => {
      db.pragma('foreign_keys = OFF')
      db.exec('DROP TABLE scenario; CREATE VIEW scenario AS SELECT 1 AS id')
      db.pragma('user_version = 999')
    })
    expectUntouched(path, 'file.newer-unreadable', () => open('a.jalon', { acceptNewer: true }))
  })

  it('is cut short', () => {
    const path = closedFile()
    truncateSync(path, readFileSync(path).length - 4096 * 3)
    expectUntouched(path, 'file.damaged', () => open())
  })

  it('has pages overwritten with noise', () => {
    const path = closedFile()
    const bytes = readFileSync(path)
    for (let i = 4096 * 2; i < bytes.length; i += 7) bytes[i] = (i * 131) % 256
    writeFileSync(path, bytes)
    expectUntouched(path, 'file.damaged', () => open())
  })

  it('has its schema overwritten', () => {
    const path = closedFile()
    const bytes = readFileSync(path)
    bytes.fill(0x41, 200, 4096)
    writeFileSync(path, bytes)
    expectUntouched(path, 'file.damaged', () => open())
  })

  it.each([
    ['a trigger', 'CREATE TRIGGER spy AFTER INSERT ON person BEGIN DELETE FROM payment; END'],
    ['a view', 'CREATE VIEW report AS SELECT * FROM person'],
    ['a table', 'CREATE TABLE notes (id INTEGER PRIMARY KEY)'],
    ['an index', 'CREATE INDEX more ON person (email)'],
    ['a generated column', 'ALTER TABLE person ADD COLUMN shout TEXT GENERATED ALWAYS AS (upper(last_name))'],
    ['a virtual table', 'CREATE VIRTUAL TABLE search USING fts5(body)'],
    [
      'a trigger rewritten under its own name',
      'DROP TRIGGER log_person_delete; CREATE TRIGGER log_person_delete AFTER DELETE ON person BEGIN SELECT 1; END',
    ],
  ])('holds %s that Jalon never makes', (_, sql) => {
    const path = closedFile()
    tamper(path, (db) => db.exec(sql))
    expectUntouched(path, 'file.hostile', () => open())
    expect(refusal(() => open('a.jalon', { readOnly: true })).code).toBe('file.hostile')
  })

  it('lost a table of its schema', () => {
    const path = closedFile()
    tamper(path, (db) => db.exec('DROP TABLE scenario'))
    expectUntouched(path, 'file.damaged', () => open())
  })

  it('was left with an action open, which Jalon never commits', () => {
    const path = closedFile()
    tamper(path, (db) => db.exec('UPDATE write_state SET replaying = 1'))
    expectUntouched(path, 'file.damaged', () => open())
  })
})

describe('a place that refuses', () => {
  it('has no folder to create in', () => {
    expect(refusal(() => createDossier(place.path('absent/a.jalon'), place.options())).code).toBe(
      'file.folder-missing',
    )
  })

  it('loses the file under an open dossier: the change is refused in words', () => {
    const dossier = create()
    rmSync(place.path('a.jalon'))
    expect(refusal(() => addPerson(dossier, 'Roux')).code).toBe('file.vanished')
  })
})
