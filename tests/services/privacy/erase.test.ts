import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { checkCopy } from '../../../electron/backup/check.ts'
import { type TestApplication, testApplication } from '../../support/application.ts'

const WORDS = ['Zéphirine', 'Quatrelivres', 'zephirine@exemple.fr', '06 99 88 77 66', 'aime les orchidées']

/** A person gone for long, edited several times, named in a label and in a note, with a file attached. */
async function withGonePerson(app: TestApplication) {
  await app.value('file.create', { name: 'postes' })
  const save = async (
    entity: string,
    values: Record<string, string | number | null>,
    id: number | null = null,
  ) => (await app.value('write.save', { entity, id, values } as never)).id
  const employerId = await save('employer', { name: 'Les Passerelles', sector: 'private' })
  const { id: positionId } = await app.value('write.newPosition', {
    employerId,
    startsOn: day('2021-02-01'),
    values: { label: 'Itinérance Nord' },
  })
  const personId = await save('person', {
    lastName: 'Quatrelivres',
    firstName: 'Zéphirine',
    email: 'zephirine@exemple.fr',
    phone: '06 99 88 77 66',
    note: 'aime les orchidées',
  })
  await save('person', { phone: '06 11 22 33 44' }, personId)
  await save('position', { note: 'remplacée par Zéphirine Quatrelivres au printemps' }, positionId)
  await save('position', { note: null }, positionId)
  await app.value('write.newContract', {
    positionId,
    personId,
    person: null,
    values: {
      kind: 'CDD',
      weeklyMinutes: 2100,
      startsOn: day('2021-02-01'),
      endsOn: '2021-12-31',
      note: 'aime les orchidées',
    },
  } as never)
  return { personId, positionId }
}

function bytesOf(path: string): string {
  return readFileSync(path).toString('latin1')
}
const latin = (word: string) => Buffer.from(word).toString('latin1')
const fileOf = (app: TestApplication) => join(app.folder, 'dossiers', 'postes.jalon')

describe('Erasing an anonymised person from the history', () => {
  test('leaves no former name, contact or note in the bytes of the file nor in copies made after', async () => {
    await using app = testApplication()
    const { personId } = await withGonePerson(app)
    await app.value('privacy.anonymise', { personIds: [personId] })
    for (const word of WORDS) expect(bytesOf(fileOf(app)), word).toContain(latin(word))
    const erased = await app.value('privacy.erase', { personIds: [personId] })
    expect(erased.changes).toBeGreaterThan(3)
    await app.value('file.backup', {})
    const folder = join(app.folder, 'sauvegardes')
    const copies = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
    expect(copies).toHaveLength(1)
    const paths = [fileOf(app), ...copies.map((copy) => join(copy.parentPath, copy.name))]
    for (const path of paths) {
      for (const word of WORDS) expect(bytesOf(path), word).not.toContain(latin(word))
      expect(checkCopy(path)).toBe(true)
    }
  })

  test('is kept in the journal, and no step brings the name back', async () => {
    await using app = testApplication()
    const { personId } = await withGonePerson(app)
    await app.value('privacy.anonymise', { personIds: [personId] })
    await app.value('privacy.erase', { personIds: [personId] })
    const status = await app.value('file.status', {})
    expect([status.undoLabel, status.redoLabel]).toEqual([null, null])
    expect(await app.value('write.undo', {})).toBeNull()
    const { dossier } = app.session.context()
    const log = dossier.read((db) => db.all('SELECT at, who, label FROM action ORDER BY id'))
    expect(JSON.stringify(log)).toContain('effacement définitif d’une personne')
    expect(JSON.stringify(log)).not.toContain('Quatrelivres')
    await app.value('write.save', { entity: 'employer', id: null, values: { name: 'B', sector: 'public' } })
    expect((await app.value('file.status', {})).undoLabel).toContain('B')
  })

  test('takes attached files out for good', async () => {
    await using app = testApplication()
    const { personId } = await withGonePerson(app)
    const { dossier } = app.session.context()
    const sha256 = 'ab'.repeat(32)
    dossier.act({ label: 'pièce jointe', kind: 'edit' }, (db) => {
      db.insert('document_content', { sha256, bytes: Buffer.from('contenu secret de la pièce') })
      db.insert('document', {
        owner_kind: 'person',
        owner_id: personId,
        name: 'cv-quatrelivres.pdf',
        mime: 'application/pdf',
        size: 26,
        sha256,
        added_on: '2021-02-01',
      })
    })
    expect((await app.value('privacy.anonymise', { personIds: [personId] })).documents).toBe(1)
    expect(bytesOf(fileOf(app))).toContain(latin('contenu secret'))
    expect((await app.value('privacy.erase', { personIds: [personId] })).documents).toBe(1)
    expect(bytesOf(fileOf(app))).not.toContain(latin('contenu secret'))
    expect(bytesOf(fileOf(app))).not.toContain('cv-quatrelivres')
  })

  test('says how many older copies still hold the name, and where a text still does', async () => {
    await using app = testApplication()
    const { personId, positionId } = await withGonePerson(app)
    await app.value('file.backup', {})
    const values = { note: 'poste de Zéphirine Quatrelivres' }
    await app.value('write.save', { entity: 'position', id: positionId, values })
    await app.value('privacy.anonymise', { personIds: [personId] })
    expect(await app.value('privacy.erase', { personIds: [personId] })).toMatchObject({
      copies: 1,
      mentions: 1,
    })
  })

  test('changes no fact', async () => {
    await using app = testApplication()
    const { personId } = await withGonePerson(app)
    await app.value('privacy.anonymise', { personIds: [personId] })
    const { dossier } = app.session.context()
    const before = JSON.stringify(dossier.readFacts())
    await app.value('privacy.erase', { personIds: [personId] })
    expect(JSON.stringify(dossier.readFacts())).toBe(before)
    await app.session.closeDossier()
    await app.session.reopenLast()
    expect(JSON.stringify(app.session.context().dossier.readFacts())).toBe(before)
  })

  test('is refused while the person still has a name', async () => {
    await using app = testApplication()
    const { personId } = await withGonePerson(app)
    expect(await app.call('privacy.erase', { personIds: [personId] })).toMatchObject({
      ok: false,
      error: { code: 'privacy.named' },
    })
  })
})
