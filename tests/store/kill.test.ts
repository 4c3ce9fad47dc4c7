/**
 * The process is killed (SIGKILL: no handler runs) at random moments of writes, undos, imports and backups. Each time the file opens,
 * is whole, holds everything that was acknowledged, and nothing half-done. `JALON_KILLS=500` widens the budget.
 */
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { listAllCopies } from '../../electron/backup/copies.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { contentOf } from '../support/content.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { KILLS, killedRun } from '../support/killed.ts'

const WRITER = new URL('./support/killed-writer.ts', import.meta.url)

interface Run {
  /** Count last acknowledged (null: nothing was), and the one being tried when the kill fell. */
  readonly done: number | null
  readonly tried: number | null
  readonly copies: readonly string[]
  readonly writable: boolean
}

async function killedWriter(path: string, copies: string, mode: string, delay: number): Promise<Run> {
  const lines = await killedRun(WRITER, [path, copies, mode], delay)
  const last = (word: string) => {
    const found = lines.findLast((l) => l.startsWith(`${word} `))
    return found === undefined ? null : Number(found.split(' ')[1])
  }
  return {
    done: last('done'),
    tried: last('try'),
    copies: lines.flatMap((l) => (l.startsWith('copy ') ? [l.slice(5)] : [])),
    writable: lines[0] === 'open writable',
  }
}

/** A step back and forth: walking through thousands of acts after each kill would be most of the test. */
function walkAgain(path: string, place: DossierFolder): void {
  const dossier = openDossier(path, place.options())
  const before = JSON.stringify(contentOf(dossier))
  const steps = [dossier.undo(), dossier.undo()].filter((step) => step !== null).length
  for (let i = 0; i < steps; i += 1) dossier.redo()
  expect(JSON.stringify(contentOf(dossier)) === before).toBe(true)
  dossier.close()
}

async function surviveKills(
  mode: string,
  kills: number,
  longest: number,
): Promise<{ journals: number; acts: number }> {
  const place = dossierFolder()
  const path = place.path('a.jalon')
  const created = createDossier(path, place.options())
  created.act({ label: 'début', kind: 'edit', undoable: false }, (db) =>
    db.insert('setting', { key: 'count', value: '0' }),
  )
  created.close()
  let known = 0
  let journals = 0
  const checked = new Set<string>()
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      // Short delays catch the first transaction, long ones any other.
      const run = await killedWriter(path, place.copies, mode, Math.random() ** 2 * longest)
      if (existsSync(`${path}-journal`)) journals += 1
      expect(existsSync(`${path}.lock`)).toBe(true)
      expect(run.writable).toBe(true)
      const dossier = openDossier(path, place.options())
      expect(dossier.readOnlyReason).toBeNull()
      const state = dossier.read((db) => ({
        count: Number(db.get<{ value: string }>("SELECT value FROM setting WHERE key = 'count'")?.value),
        persons: db.get<{ n: number }>('SELECT count(*) AS n FROM person')?.n,
        paired: db.get<{ n: number }>(
          'SELECT count(*) AS n FROM free_deadline JOIN person ON person.id = CAST(free_deadline.title AS INTEGER)',
        )?.n,
        loose: db.get<{ n: number }>(
          'SELECT count(*) AS n FROM change WHERE action_id NOT IN (SELECT id FROM action)',
        )?.n,
      }))
      dossier.close()
      // Killed between the commit and its acknowledgement, what was tried stands; it never stands in part.
      expect([run.done ?? known, run.tried ?? known]).toContain(state.count)
      expect([state.persons, state.paired, state.loose]).toEqual([state.count, state.count, 0])
      walkAgain(path, place)
      expect(checkCopy(path)).toBe(true)
      // Whatever bears the name of a copy is whole: a copy cut short never got its name.
      const copies = listAllCopies(place.copies).map((copy) => copy.path)
      for (const copy of run.copies) expect(copies).toContain(copy)
      for (const copy of copies) {
        if (!checked.has(copy)) expect([copy, checkCopy(copy)]).toEqual([copy, true])
        checked.add(copy)
      }
      known = state.count
    }
    expect(readdirSync(place.folder).filter((name) => name !== 'copies')).toEqual(['a.jalon'])
    return { journals, acts: known }
  } finally {
    place.remove()
  }
}

describe(`a process killed at any moment (${KILLS} times)`, () => {
  it('of small writes and undos', { timeout: 60_000 + KILLS * 20_000 }, async () => {
    const { acts } = await surviveKills('write', Math.ceil(KILLS * 0.5), 250)
    expect(acts).toBeGreaterThan(0)
  })

  it('of an import of thousands of rows', { timeout: 60_000 + KILLS * 20_000 }, async () => {
    const { journals } = await surviveKills('import', Math.ceil(KILLS * 0.25), 400)
    // Proof that kills do fall inside transactions: the journal to roll back is there.
    expect(journals).toBeGreaterThan(0)
  })

  it('of a backup made while writing goes on', { timeout: 60_000 + KILLS * 20_000 }, async () => {
    const { acts } = await surviveKills('backup', Math.ceil(KILLS * 0.25), 300)
    expect(acts).toBeGreaterThan(0)
  })
})
