/** Killed while a new dossier is being made: its name leads to all of it or to nothing, and nothing half-made is left in the folder. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { processIo } from '../../electron/cli/process-io.ts'
import { runCli } from '../../electron/cli/run.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { contentOf } from '../support/content.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { addPersons } from '../support/interrupted.ts'
import { KILLS, killedRun, paceOf } from '../support/killed.ts'
import { expectUndoWalk } from '../support/undo-walk.ts'

const MAKER = new URL('./killed-maker.ts', import.meta.url)
const kills = Math.ceil(KILLS * 0.1)
const PERSONS = 1500

function source(place: DossierFolder): { readonly path: string; readonly persons: unknown } {
  const dossier = createDossier(place.path('source.jalon'), place.options())
  addPersons(dossier, PERSONS)
  const { person } = contentOf(dossier)
  dossier.close()
  return { path: dossier.path, persons: person }
}

async function survive(mode: 'import' | 'salvage' | 'save-copy'): Promise<number> {
  const place = dossierFolder()
  const { path, persons } = source(place)
  let from = path
  if (mode === 'import') {
    from = place.path('source.json')
    expect(await runCli(['export', path, '--out', from], { ...processIo, out: async () => {} })).toBe(0)
  }
  const made = place.path('neufs')
  mkdirSync(made)
  const args = [mode, from, made, place.copies]
  const pace = await paceOf(MAKER, (attempt) => [...args, `essai ${attempt}`], 'made')
  const checked = new Set<string>()
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const said = await killedRun(MAKER, [...args, `${kill}`], Math.random() * 3 * pace)
      const acknowledged = said.flatMap((line) => (line.startsWith('made ') ? [line.slice(5)] : []))
      const there = readdirSync(made).filter((name) => name.endsWith('.jalon'))
      expect(there).toEqual(expect.arrayContaining(acknowledged))
      for (const name of there) {
        if (checked.has(name)) continue
        checked.add(name)
        const dossier = openDossier(join(made, name), place.options())
        expect([name, dossier.readOnlyReason]).toEqual([name, null])
        expect(contentOf(dossier).person).toEqual(persons)
        expectUndoWalk(dossier)
        dossier.close()
        expect([name, checkCopy(join(made, name))]).toEqual([name, true])
      }
    }
    // What the kills left half-made went with the next dossier made or opened there.
    createDossier(join(made, 'dernier.jalon'), place.options()).close()
    expect(readdirSync(made).filter((name) => !/^(neuf .+|dernier)\.jalon$/.test(name))).toEqual([])
    return checked.size
  } finally {
    place.remove()
  }
}

describe(`a process killed ${kills} times`, () => {
  it.each([
    ['in the middle of an import into a new dossier', 'import'],
    ['in the middle of a salvage', 'salvage'],
    ['in the middle of « Enregistrer une copie »', 'save-copy'],
  ] as const)('%s leaves all of it or nothing', { timeout: 120_000 + kills * 20_000 }, async (_, mode) => {
    expect(await survive(mode)).toBeGreaterThan(0)
  })
})
