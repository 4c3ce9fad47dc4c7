/** Before many objects change at once a checked copy is made, or nothing is changed; a few changed by hand cost no copy. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Channel, Input } from '#shared/api/contract.ts'
import { contract } from '#shared/api/contract.ts'
import { day } from '#shared/domain/day.ts'
import { deservesCopy } from '../../../electron/backup/bulk.ts'
import { checkCopy } from '../../../electron/backup/check.ts'
import { copyAtOnce } from '../../../electron/backup/copy-at-once.ts'
import { openDossier } from '../../../electron/store/open.ts'
import { type TestApplication, testApplication } from '../../support/application.ts'

const MANY = 12
const persons = (app: TestApplication) => app.session.context().dossier.readFacts().persons
const newPersons = (count: number, firstName = 'Alix') =>
  Array.from({ length: count }, (_, i) => ({
    entity: 'person' as const,
    id: null,
    values: { lastName: `Nom ${i}`, firstName },
  }))
const paste = (app: TestApplication, changes: Input<'write.cells'>['changes']) =>
  app.call('write.cells', { label: 'collage', changes })
const bulkCopies = async (app: TestApplication) =>
  (await app.value('copies.list', {})).copies.filter((copy) => copy.reason === 'avant-lot')

/** A dossier with a few people, none of whom is employed. */
async function withPeople(app: TestApplication): Promise<readonly number[]> {
  await app.value('file.create', { name: 'postes' })
  await app.value('write.save', { entity: 'employer', id: null, values: { name: 'Test', sector: 'private' } })
  for (let i = 0; i < MANY; i += 1)
    await app.value('write.save', {
      entity: 'person',
      id: null,
      values: { lastName: `Nom ${i}`, firstName: 'A' },
    })
  return persons(app).map((person) => person.id)
}

/** What a copy holds, read on its own. */
function peopleIn(app: TestApplication, name: string): number {
  const [folder = ''] = readdirSync(join(app.folder, 'sauvegardes'))
  const path = join(app.folder, 'sauvegardes', folder, name)
  expect(checkCopy(path)).toBe(true)
  const options = { who: 'x', machine: 'x', now: () => '', copiesFolder: app.folder, readOnly: true }
  const dossier = openDossier(path, options)
  try {
    return dossier.readFacts().persons.length
  } finally {
    dossier.close()
  }
}
const copyNames = (app: TestApplication) =>
  readdirSync(join(app.folder, 'sauvegardes'), { recursive: true, encoding: 'utf8' }).filter((n) =>
    n.endsWith('.jalon'),
  )

describe('A checked copy is made first', () => {
  test('before a big paste or a bulk edit: the copy holds what was there before', async () => {
    await using app = testApplication()
    await withPeople(app)
    expect(await paste(app, newPersons(MANY))).toMatchObject({ ok: true })
    expect(persons(app)).toHaveLength(2 * MANY)
    expect(await bulkCopies(app)).toHaveLength(1)
    expect(peopleIn(app, copyNames(app)[0]?.split('/').at(-1) ?? '')).toBe(MANY)
  })

  test('before many are deleted', async () => {
    await using app = testApplication()
    const ids = await withPeople(app)
    await app.value('write.delete', { entity: 'person', ids: [...ids] })
    expect(persons(app)).toEqual([])
    expect(await bulkCopies(app)).toHaveLength(1)
  })

  test('before many are anonymised', async () => {
    await using app = testApplication()
    const ids = await withPeople(app)
    await app.value('privacy.anonymise', { personIds: [...ids] })
    expect(persons(app).every((person) => person.anonymisedOn !== null)).toBe(true)
    expect(await bulkCopies(app)).toHaveLength(1)
  })

  test('before a scenario of many hypotheses is applied', async () => {
    await using app = testApplication()
    const [personId = 0] = await withPeople(app)
    const employerId = app.session.context().dossier.readFacts().employers[0]?.id ?? 0
    const hypotheses: object[] = []
    for (let i = 0; i < MANY; i += 1) {
      const position = await app.value('write.newPosition', {
        employerId,
        startsOn: day('2024-01-01'),
        values: { label: `P${i}` },
      })
      const written = await app.value('write.newContract', {
        positionId: position.id,
        personId,
        person: null,
        values: { kind: 'CDD', startsOn: '2026-01-01', endsOn: '2027-01-31' },
      })
      hypotheses.push({ kind: 'renew', contractId: written.id, months: 6, monthlyGrossCents: null })
    }
    const values = { name: 'essai', createdOn: '2026-11-23', definition: JSON.stringify({ hypotheses }) }
    const { id } = await app.value('write.save', { entity: 'scenario', id: null, values })
    expect(await bulkCopies(app)).toEqual([])
    expect(await app.value('forecast.apply', { scenarioId: id })).toMatchObject({ applied: MANY })
    expect(await bulkCopies(app)).toHaveLength(1)
  })

  test('and none for what a person changes by hand, nor in the demonstration', async () => {
    await using app = testApplication()
    await withPeople(app)
    await paste(app, newPersons(5))
    expect(await bulkCopies(app)).toEqual([])
    await app.value('file.demo', {})
    await paste(app, newPersons(MANY))
    expect(await bulkCopies(app)).toEqual([])
  })

  test('or nothing is changed, and why is said', async () => {
    await using app = testApplication()
    await withPeople(app)
    const revision = app.session.context().dossier.revision
    rmSync(join(app.folder, 'sauvegardes'), { recursive: true, force: true })
    writeFileSync(join(app.folder, 'sauvegardes'), 'un fichier à la place du répertoire')
    const answer = await paste(app, newPersons(MANY))
    expect(answer).toMatchObject({ ok: false, error: { code: 'backup.failed' } })
    expect(answer.ok ? '' : answer.error.message).toMatch(/^Rien n’a été modifié.*copie de sauvegarde/)
    expect(app.session.context().dossier.revision).toBe(revision)
    // By hand it goes on.
    expect(await paste(app, newPersons(1))).toMatchObject({ ok: true })
  })
})

describe('What is a bulk operation', () => {
  test('is fewer objects where the copy costs little, more where the file is large', () => {
    const megabytes = (n: number) => n * 1_000_000
    expect([9, 10].map((n) => deservesCopy(n, megabytes(1)))).toEqual([false, true])
    expect([99, 100].map((n) => deservesCopy(n, megabytes(46)))).toEqual([false, true])
  })

  test('is decided for every channel that takes a list of objects to change', () => {
    const lists = (Object.keys(contract) as Channel[]).filter((name) => {
      if (!/^(write|privacy|forecast|reconciliation|documents|views|settings)\./.test(name)) return false
      const fields = (contract[name].input as unknown as { shape: Record<string, { def: { type: string } }> })
        .shape
      return Object.entries(fields).some(([, field]) => field.def.type === 'array')
    })
    expect(lists.sort()).toEqual([
      'forecast.compare', // reads
      'privacy.anonymise',
      'privacy.erase', // takes names out for good: a copy made for it would keep them
      // One form each: a scale and its years, a payment and its shares, a budget and its lines, an agreement and its parts.
      'write.aidScale',
      'write.allocatePayment',
      'write.budget',
      'write.cells',
      'write.dedicatedFunds',
      'write.delete',
      'write.newAgreement',
      'write.recordPayment',
    ])
  })
})

describe('Copies made at the same moment', () => {
  test('never take each other’s place, nor a name before they are whole', async () => {
    await using app = testApplication()
    await withPeople(app)
    const { dossier } = app.session.context()
    const { path, fileId } = dossier
    const writeTo = (to: string) => dossier.writeTo(to)
    const folder = join(app.folder, 'sauvegardes')
    const under = Array.from({ length: 5 }, () => app.session.backup())
    for (let i = 0; i < 5; i += 1)
      copyAtOnce({ path, fileId, folder, reason: 'avant-lot', now: '2026-11-23T12:00', writeTo })
    const made = await Promise.all(under)
    expect(new Set(made.map((copy) => copy.name)).size).toBe(5)
    expect(copyNames(app)).toHaveLength(10)
    for (const name of copyNames(app)) expect(checkCopy(join(folder, name)), name).toBe(true)
  })
})
