/** Killed in the middle of a restore or of a migration: the dossier is the former one or the new one, whole, never a mixture. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { listAllCopies, makeCopy } from '../../electron/backup/copies.ts'
import { migrations } from '../../electron/migrations/list.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { dossierFolder } from '../support/dossier-folder.ts'
import { KILLS, killedRun, paceOf } from '../support/killed.ts'
import { expectUndoWalk } from '../support/undo-walk.ts'
import { heavyMigration } from './heavy-migration.ts'

const SCRIPT = new URL('./killed-restorer.ts', import.meta.url)
const kills = Math.ceil(KILLS * 0.2)
const timeout = 60_000 + kills * 20_000

function addPersons(dossier: Dossier, count: number): void {
  dossier.act({ label: 'ajout', kind: 'import' }, (db) => {
    for (let i = 0; i < count; i += 1)
      db.insert('person', { last_name: `Nom ${i}`, first_name: 'x'.repeat(100) })
  })
}

describe(`a process killed ${kills} times`, () => {
  it('in the middle of a restore leaves one of the two dossiers, whole, and every way back readable', {
    timeout,
  }, async () => {
    const place = dossierFolder()
    const dossier = createDossier(place.path('a.jalon'), place.options())
    const copies: string[] = []
    for (const persons of [500, 2000]) {
      addPersons(dossier, persons)
      const copy = await makeCopy({
        path: dossier.path,
        fileId: dossier.fileId,
        folder: place.path('ailleurs'),
        reason: 'manuelle',
        now: '2026-11-23T09:30:00',
      })
      copies.push(copy.path)
    }
    dossier.close()
    const args = ['restore', dossier.path, place.copies, ...copies]
    const pace = await paceOf(SCRIPT, () => args, 'restored')
    const seen = new Set<number>()
    const checked = new Set<string>()
    for (let kill = 0; kill < kills; kill += 1) {
      await killedRun(SCRIPT, args, Math.random() * 3 * pace)
      const opened = openDossier(dossier.path, place.options())
      expect(opened.readOnlyReason).toBeNull()
      const persons = opened.readFacts().persons.length
      expect(expectUndoWalk(opened)).toBe(persons === 500 ? 1 : 2)
      opened.close()
      expect([500, 2500]).toContain(persons)
      seen.add(persons)
      expect(checkCopy(dossier.path)).toBe(true)
      for (const copy of listAllCopies(place.copies)) {
        if (!checked.has(copy.path)) expect([copy.name, checkCopy(copy.path)]).toEqual([copy.name, true])
        checked.add(copy.path)
      }
    }
    expect(checked.size).toBeGreaterThan(0)
    place.remove()
  })

  it('in the middle of a migration leaves a whole version, and the next opening finishes', {
    timeout,
  }, async () => {
    const list = [...migrations, heavyMigration]
    let before = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const place = dossierFolder()
      const path = place.path('a.jalon')
      const made = createDossier(path, place.options())
      addPersons(made, 4000)
      made.close()
      const said = await killedRun(SCRIPT, ['migrate', path, place.copies], Math.random() * 220)
      if (!said.includes('migrated')) before += 1
      const opened = openDossier(path, place.options({ migrations: list }))
      const [whole] = opened.read((db) =>
        db.all<{ n: number; done: number }>(
          "SELECT count(*) AS n, sum(note LIKE 'neuf %') AS done FROM person",
        ),
      )
      // The migration of this test writes beside the log: what it wrote is not done again, all else is undone.
      while (opened.undo() !== null);
      expect(opened.readFacts().persons).toEqual([])
      opened.close()
      expect(whole).toEqual({ n: 4000, done: 4000 })
      expect(checkCopy(path)).toBe(true)
      expect(existsSync(`${path}-journal`)).toBe(false)
      const copies = listAllCopies(place.copies)
      expect(copies.length).toBeGreaterThan(0)
      for (const copy of copies) expect(checkCopy(copy.path)).toBe(true)
      place.remove()
    }
    expect(before).toBeGreaterThan(0)
  })
})
