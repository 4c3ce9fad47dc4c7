/** Places and disks that refuse: nothing is lost, and the answer is in words. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, existsSync, readdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { codeOf } from '../support/refusal-code.ts'

const NOBODY = 65_534
let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => {
  chmodSync(place.folder, 0o755)
  place.remove()
})

/** Runs in a process without special rights; where the tests themselves have none, the same user does. */
function asNobody(what: 'open' | 'create', path: string): Record<string, unknown> {
  const script = new URL('./support/as-nobody.ts', import.meta.url).pathname
  const root = process.getuid?.() === 0
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, what, path, place.copies],
    {
      encoding: 'utf8',
      ...(root ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  )
  if (run.stdout === '') throw new Error(run.stderr)
  return JSON.parse(run.stdout) as Record<string, unknown>
}
function add(dossier: Dossier, name: string, more = ''): void {
  dossier.act({ label: 'ajout', kind: 'edit' }, (db) =>
    db.insert('person', { last_name: name, first_name: more }),
  )
}
function file(): string {
  const dossier = createDossier(place.path('a.jalon'), place.options())
  add(dossier, 'Roux')
  dossier.close()
  return dossier.path
}

describe('a folder that may not be written', () => {
  it('gives the dossier for reading, and says why', () => {
    const path = file()
    chmodSync(path, 0o444)
    chmodSync(place.folder, 0o555)
    expect(asNobody('open', path)).toEqual({
      reason: 'le fichier ou son dossier n’accepte pas l’écriture',
      persons: 1,
      write: 'file.read-only',
    })
  })

  it('gives for reading a file that may be written but not locked', () => {
    const path = file()
    chmodSync(path, 0o666)
    chmodSync(place.folder, 0o555)
    expect(asNobody('open', path)).toMatchObject({ persons: 1, write: 'file.read-only' })
  })

  it('takes no new dossier, and says where to put it', () => {
    chmodSync(place.folder, 0o555)
    expect(asNobody('create', place.path('b.jalon'))).toMatchObject({
      code: 'file.read-only-folder',
      message: expect.stringContaining('Documents'),
    })
    expect(readdirSync(place.folder)).toEqual([])
  })

  it('is no obstacle once it may be written again', () => {
    const path = file()
    if (process.getuid?.() === 0) {
      chownSync(path, NOBODY, NOBODY)
      chownSync(place.folder, NOBODY, NOBODY)
    }
    expect(asNobody('open', path)).toEqual({ reason: null, persons: 1, write: 'written' })
  })
})

describe('a write that a crash interrupted', () => {
  /** The file and its journal as a crash in the middle of a large write leaves them. */
  function interrupted(): string {
    const path = file()
    const dossier = openDossier(path, place.options())
    dossier.act({ label: 'données', kind: 'import' }, (db) => {
      for (let i = 0; i < 2000; i += 1)
        db.insert('person', { last_name: `Nom ${i}`, first_name: 'x'.repeat(100) })
    })
    dossier.close()
    const writer = new Database(path)
    writer.pragma('cache_size = 2')
    writer.exec(
      "BEGIN IMMEDIATE; UPDATE write_state SET replaying = 1; UPDATE person SET first_name = 'perdu'",
    )
    const crashed = place.path('interrompu.jalon')
    copyFileSync(path, crashed)
    copyFileSync(`${path}-journal`, `${crashed}-journal`)
    writer.exec('ROLLBACK')
    writer.close()
    return crashed
  }

  it.each([
    ['to write', {}],
    ['to read', { readOnly: true }],
  ])('is undone by the next opening, %s', (_, how) => {
    const path = interrupted()
    const dossier = openDossier(path, place.options(how))
    const names = new Set(dossier.readFacts().persons.map((p) => p.firstName))
    dossier.close()
    expect([...names]).toEqual(['', 'x'.repeat(100)])
    expect(existsSync(`${path}-journal`)).toBe(false)
  })

  it('is said where nothing may be written, and the file stays as it is', () => {
    const path = interrupted()
    chmodSync(path, 0o444)
    chmodSync(`${path}-journal`, 0o444)
    chmodSync(place.folder, 0o555)
    expect(asNobody('open', path)).toMatchObject({ code: 'file.interrupted' })
    chmodSync(place.folder, 0o755)
    expect(existsSync(`${path}-journal`)).toBe(true)
  })
})

describe('a full disk', () => {
  /** The process may not make a file longer than this: writes beyond it fail as they do on a full disk. */
  function underLimit(path: string, kilobytes: number): { stdout: string; stderr: string } {
    const writer = new URL('./support/filling-writer.ts', import.meta.url).pathname
    const script = `trap '' XFSZ; ulimit -f ${kilobytes * 2}; exec "$0" --disable-warning=ExperimentalWarning "$@"`
    return spawnSync('sh', ['-c', script, process.execPath, writer, path, place.copies], { encoding: 'utf8' })
  }

  it('stops the change in words; all that was acknowledged is there, and writing goes on once there is room', () => {
    const path = file()
    const { stdout, stderr } = underLimit(path, 1024)
    const said = stdout.trim().split('\n')
    const last = said.at(-1) ?? ''
    expect([last.split(' ')[0], stderr]).toEqual(['refused', ''])
    expect(['file.disk-full', 'file.unreadable']).toContain(last.split(' ')[1])
    const acknowledged = said.filter((l) => l.startsWith('done')).length
    expect(acknowledged).toBeGreaterThan(1)
    expect(said.filter((l) => l.startsWith('read')).at(-1)).toBe(`read ${acknowledged + 1}`)
    const dossier = openDossier(path, place.options())
    expect(dossier.readFacts().persons).toHaveLength(acknowledged + 1)
    add(dossier, 'Après')
    dossier.close()
    expect(checkCopy(path)).toBe(true)
    expect(existsSync(`${path}-journal`)).toBe(false)
  })

  it('seen by SQLite itself is said as such', () => {
    const path = file()
    const limit = new Database(path)
    const pages = Number(limit.pragma('page_count', { simple: true }))
    limit.close()
    const dossier = openDossier(path, place.options({ maxPages: pages + 2 }))
    expect(codeOf(() => add(dossier, 'Petit', 'x'.repeat(50_000)))).toBe('file.disk-full')
    expect(dossier.readFacts().persons.map((p) => p.lastName)).toEqual(['Roux'])
    add(dossier, 'Court')
    dossier.close()
    expect(checkCopy(path)).toBe(true)
  })
})

describe('another program on the file', () => {
  it('that holds it a moment is waited for, then said', { timeout: 20_000 }, () => {
    const path = file()
    const dossier = openDossier(path, place.options())
    const other = new Database(path)
    other.exec('BEGIN EXCLUSIVE')
    expect(codeOf(() => add(dossier, 'Petit'))).toBe('file.busy')
    other.exec('ROLLBACK')
    other.close()
    add(dossier, 'Petit')
    expect(dossier.readFacts().persons).toHaveLength(2)
    dossier.close()
  })
})
