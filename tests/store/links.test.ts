/** One file under several names: one writer, whatever link led there, and one lock, beside the file itself. */
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restoreCopy } from '../../electron/backup/restore.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { ACKNOWLEDGED, addPersons, firstNamesOf, interruptedDossier } from '../support/interrupted.ts'
import { codeOf } from '../support/refusal-code.ts'

let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

function file(): string {
  const dossier = createDossier(place.path('a.jalon'), place.options())
  addPersons(dossier, 3)
  dossier.close()
  return dossier.path
}

describe('a dossier reached through a link', () => {
  it.each(['the file', 'its folder'])('to %s has one writer, and its lock beside the file itself', (what) => {
    const path = file()
    const elsewhere = place.path('raccourcis')
    if (what === 'its folder') symlinkSync(place.folder, elsewhere)
    else {
      mkdirSync(elsewhere)
      symlinkSync(path, join(elsewhere, 'a.jalon'))
    }
    const first = openDossier(join(elsewhere, 'a.jalon'), place.options())
    expect(first.readOnlyReason).toBeNull()
    expect(existsSync(`${path}.lock`)).toBe(true)
    expect(openDossier(path, place.options()).readOnlyReason).toContain('ouvert par Test')
    first.close()
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.lock'))).toEqual([])
  })

  it('is undone there of what a crash interrupted', () => {
    const path = interruptedDossier(place, 'a.jalon')
    symlinkSync(path, place.path('lien.jalon'))
    const dossier = openDossier(place.path('lien.jalon'), place.options())
    dossier.close()
    expect(existsSync(`${path}-journal`)).toBe(false)
    expect(firstNamesOf(path, place)).toEqual([ACKNOWLEDGED])
  })

  it('is restored where it truly lies: the link stays a link', async () => {
    const path = file()
    const copy = place.path('copie.jalon')
    const other = createDossier(copy, place.options())
    addPersons(other, 2, 'copie')
    other.close()
    symlinkSync(path, place.path('lien.jalon'))
    await restoreCopy({
      copy,
      target: place.path('lien.jalon'),
      copiesFolder: place.copies,
      now: '2026-11-23T09:30:00',
      who: 'T',
      machine: 'poste-de-test',
    })
    expect(firstNamesOf(path, place)).toEqual(['copie'])
    expect(firstNamesOf(place.path('lien.jalon'), place)).toEqual(['copie'])
  })

  it('that leads nowhere takes no new dossier', () => {
    symlinkSync(place.path('absent.jalon'), place.path('lien.jalon'))
    expect(codeOf(() => openDossier(place.path('lien.jalon'), place.options()))).toBe('file.not-found')
    expect(codeOf(() => createDossier(place.path('lien.jalon'), place.options()))).toBe('file.exists')
    expect(readdirSync(place.folder)).toEqual(['lien.jalon'])
  })
})

describe('a file with two names of its own', () => {
  it('is read under both and written under none: after a crash SQLite would look for its journal beside the wrong one', () => {
    const path = file()
    linkSync(path, place.path('b.jalon'))
    for (const name of ['a.jalon', 'b.jalon']) {
      const dossier = openDossier(place.path(name), place.options())
      expect(dossier.readOnlyReason).toContain('plusieurs noms')
      expect(dossier.readFacts().persons).toHaveLength(3)
      dossier.close()
    }
    rmSync(place.path('b.jalon'))
    expect(openDossier(path, place.options()).readOnlyReason).toBeNull()
  })
})
