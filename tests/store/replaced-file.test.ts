/** A synchronisation puts another file under the name of an open dossier: what the person has is never mistaken for what lies there. */
import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { listAllCopies } from '../../electron/backup/copies.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type TestApplication, testApplication } from '../support/application.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { codeOf, codeOfAsync } from '../support/refusal-code.ts'

let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

function add(dossier: Dossier, name: string): void {
  dossier.act({ label: `ajout de ${name}`, kind: 'edit' }, (db) =>
    db.insert('person', { last_name: name, first_name: '' }),
  )
}
function dossierWith(name: string, person: string): string {
  const dossier = createDossier(place.path(name), place.options())
  add(dossier, person)
  dossier.close()
  return dossier.path
}
const names = (dossier: Dossier) => dossier.readFacts().persons.map((p) => p.lastName)

describe('a file put in the place of an open dossier', () => {
  it('is never written to, and what was open is what is copied', () => {
    const dossier = openDossier(dossierWith('a.jalon', 'Roux'), place.options())
    renameSync(dossierWith('venu.jalon', 'Petit'), dossier.path)
    const before = readFileSync(dossier.path)
    expect(dossier.whereabouts()).toBe('replaced')
    expect(codeOf(() => add(dossier, 'Blanc'))).toBe('file.replaced')
    dossier.writeTo(place.path('gardé.jalon'))
    dossier.close()
    expect(readFileSync(dossier.path).equals(before)).toBe(true)
    expect(names(openDossier(place.path('gardé.jalon'), place.options({ readOnly: true })))).toEqual(['Roux'])
  })

  it('that is the same dossier, further on, is told apart all the same', () => {
    const dossier = openDossier(dossierWith('a.jalon', 'Roux'), place.options())
    copyFileSync(dossier.path, place.path('ailleurs.jalon'))
    const other = openDossier(place.path('ailleurs.jalon'), place.options())
    add(other, 'Petit')
    other.close()
    renameSync(other.path, dossier.path)
    expect(codeOf(() => add(dossier, 'Blanc'))).toBe('file.replaced')
    expect(names(dossier)).toEqual(['Roux'])
    dossier.close()
  })

  it('leaves the lock of the dossier that is open to whoever holds it', () => {
    const dossier = openDossier(dossierWith('a.jalon', 'Roux'), place.options())
    renameSync(dossierWith('venu.jalon', 'Petit'), dossier.path)
    expect(openDossier(dossier.path, place.options()).readOnlyReason).toContain('ouvert par Test')
    dossier.close()
    expect(existsSync(`${dossier.path}.lock`)).toBe(false)
  })
})

describe('a content written over in the same file', () => {
  it('by the same dossier, further on: nothing is added before it was seen', () => {
    const dossier = openDossier(dossierWith('a.jalon', 'Roux'), place.options())
    copyFileSync(dossier.path, place.path('ailleurs.jalon'))
    const other = openDossier(place.path('ailleurs.jalon'), place.options())
    add(other, 'Petit')
    other.close()
    writeFileSync(dossier.path, readFileSync(other.path))
    const before = readFileSync(dossier.path)
    expect(dossier.whereabouts()).toBe('changed')
    // What is read from now on may be the other content: the note of the screens says so.
    expect(names(dossier)).toEqual(['Roux', 'Petit'])
    for (let i = 0; i < 2; i += 1) expect(codeOf(() => add(dossier, 'Blanc'))).toBe('file.changed-elsewhere')
    dossier.close()
    expect(readFileSync(dossier.path).equals(before)).toBe(true)
    expect(names(openDossier(dossier.path, place.options()))).toEqual(['Roux', 'Petit'])
  })

  it('by another dossier: nothing is ever written to it', () => {
    const dossier = openDossier(dossierWith('a.jalon', 'Roux'), place.options())
    const other = readFileSync(dossierWith('venu.jalon', 'Petit'))
    writeFileSync(dossier.path, other)
    // As many changes in both: SQLite itself, which counts them, would see none.
    for (let i = 0; i < 2; i += 1) expect(codeOf(() => add(dossier, 'Blanc'))).toBe('file.changed-elsewhere')
    dossier.close()
    expect(readFileSync(dossier.path).equals(other)).toBe(true)
  })
})

describe('a file that was only touched', () => {
  it('is still the one that is open', () => {
    const dossier = openDossier(dossierWith('a.jalon', 'Roux'), place.options())
    utimesSync(dossier.path, new Date(0), new Date(0))
    add(dossier, 'Petit')
    utimesSync(dossier.path, new Date(0), new Date(0))
    dossier.undo()
    expect(names(dossier)).toEqual(['Roux'])
    dossier.close()
  })
})

describe('the screens, where another file took the place of the dossier', () => {
  const person = { entity: 'person' as const, id: null, values: { lastName: 'Roux', firstName: 'Lou' } }
  const openWithPerson = async (app: TestApplication) => {
    await app.call('file.create', { name: 'essai' })
    await app.call('write.save', person)
    return app.session.context().dossier.path
  }

  const notesOf = (app: TestApplication) =>
    app.session
      .status()
      .notes?.map((note) => note.message)
      .join(' ')

  it.each(['replaced', 'gone'])(
    'copy at once what the person has: closed, it would be nowhere any more (%s)',
    async (how) => {
      await using app = testApplication()
      const path = await openWithPerson(app)
      await app.call('file.backup', {})
      await app.call('write.save', { ...person, values: { lastName: 'Après', firstName: 'la copie' } })
      if (how === 'replaced') renameSync(dossierWith('venu.jalon', 'Petit'), path)
      else rmSync(path)
      await app.call('file.close', {})
      const kept = listAllCopies(join(app.folder, 'sauvegardes')).map(({ path: copy }) =>
        names(openDossier(copy, place.options({ readOnly: true }))),
      )
      expect(kept).toContainEqual(['Roux', 'Après'])
    },
  )

  it('say which is which at once, and their copies are of what the person has', async () => {
    await using app = testApplication()
    const path = await openWithPerson(app)
    renameSync(dossierWith('venu.jalon', 'Petit'), path)
    expect(notesOf(app)).toMatch(/Un autre fichier a pris la place de «.essai.jalon.».*le vôtre/)
    expect(await app.call('write.save', person)).toMatchObject({ error: { code: 'file.replaced' } })
    await app.session.backup()
    await app.session.copyTo(place.path('gardé.jalon'))
    const copies = [
      ...listAllCopies(join(app.folder, 'sauvegardes')).map((copy) => copy.path),
      place.path('gardé.jalon'),
    ]
    expect(copies.length).toBeGreaterThan(1)
    for (const copy of copies)
      expect(names(openDossier(copy, place.options({ readOnly: true })))).toEqual(['Roux'])
  })

  it('make no copy of a content written over in the same file: it would not be theirs', async () => {
    await using app = testApplication()
    const path = await openWithPerson(app)
    const before = listAllCopies(join(app.folder, 'sauvegardes')).length
    writeFileSync(path, readFileSync(dossierWith('venu.jalon', 'Petit')))
    expect(notesOf(app)).toMatch(/a été changé.*maintenant peut venir de l’autre contenu/)
    expect(await codeOfAsync(() => app.session.backup())).toBe('backup.content-changed')
    expect(await codeOfAsync(() => app.session.copyTo(place.path('gardé.jalon')))).toBe(
      'backup.content-changed',
    )
    expect(listAllCopies(join(app.folder, 'sauvegardes'))).toHaveLength(before)
  })

  it('say that it is gone, and that what is seen can be kept', async () => {
    await using app = testApplication()
    const path = await openWithPerson(app)
    rmSync(path)
    expect(notesOf(app)).toContain('n’est plus à sa place')
    await app.session.copyTo(place.path('gardé.jalon'))
    expect(checkCopy(place.path('gardé.jalon'))).toBe(true)
  })
})
