/**
 * The change log of a dossier may come from a stranger. A file of our own schema whose log was forged is opened by the very door people
 * use, then undone: nothing of its text becomes SQL, nothing out of the objects of the trade is touched, and what cannot be undone is
 * said in words, in the refusal and in the Journal, while everything else works. `JALON_FUZZ` widens the random part.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../support/application.ts'
import { contentOf } from '../support/content.ts'
import { dossierOf, EMPLOYER, type Forged, forge, renamed, unforge } from '../support/forgery.ts'

const FORGERIES = Number(process.env.JALON_FUZZ ?? 40)

const json = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 40 }),
  fc.json(),
  fc
    .record({
      name: fc.oneof(fc.string(), fc.anything()),
      sector: fc.constantFrom('private', 'public', 'x', null, 1),
      charges_rate: fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
      id: fc.constantFrom(1, 2, '1', null),
      in_qpv: fc.constantFrom(0, 1, 2, true, '1'),
    })
    .map((row) => JSON.stringify({ ...EMPLOYER, ...row })),
  fc
    .dictionary(
      fc.constantFrom('id', 'label', 'kind', 'granted_on', 'x', 'rowid', '__proto__'),
      fc.jsonValue(),
    )
    .map((row) => JSON.stringify(row)),
)
const step: fc.Arbitrary<Forged> = fc.record({
  table_name: fc.oneof(
    fc.constantFrom(
      'employer',
      'position',
      'attachment',
      'action',
      'change',
      'dossier',
      'write_state',
      'sqlite_schema',
    ),
    fc.string({ maxLength: 20 }),
  ),
  row_id: fc.constantFrom(1, 2, 0, -1, 2n ** 53n, 2n ** 62n),
  op: fc.constantFrom('insert', 'update', 'delete'),
  before: json,
  after: json,
})

const content = (app: TestApplication) => JSON.stringify(contentOf(app.session.context().dossier))

/** Refused in words, nothing touched, the rest works, said in the Journal. */
async function expectRefused(app: TestApplication, path: string, why: RegExp): Promise<void> {
  await app.session.open(path)
  const before = content(app)
  const answer = await app.call('write.undo', {})
  expect(answer.ok ? answer.value : answer.error.code).toBe('undo.refused')
  if (answer.ok) return
  expect(answer.error.message).toMatch(
    /^L’étape.* du journal ne peut pas être annulée.{14,}\. Rien n’a été modifié/,
  )
  expect(answer.error.message).toMatch(why)
  expect(content(app)).toBe(before)
  await restWorks(app)
}

async function restWorks(app: TestApplication): Promise<void> {
  const before = content(app)
  await app.value('read.home', { employerId: null })
  await app.value('read.journal', { positionId: 1, before: null, limit: 50 })
  const saved = await app.value('write.save', {
    entity: 'person',
    id: null,
    values: { lastName: 'Roux', firstName: 'Ana' },
  })
  expect(saved.id).toBeGreaterThan(0)
  expect(await app.value('write.undo', {})).toMatchObject({ label: 'création : personne Ana Roux' })
  expect(content(app)).toBe(before)
  await app.value('file.backup', {})
}

const CASES: Readonly<Record<string, { readonly steps: readonly Forged[]; readonly why: RegExp }>> = {
  'a table of the log itself': {
    steps: [{ table_name: 'action', before: '{"id":1,"label":"autre"}', after: '{"id":1,"label":"x"}' }],
    why: /«\saction\s»/,
  },
  'the identity of the file': {
    steps: [{ table_name: 'dossier', before: '{"id":1,"demo":1}', after: '{"id":1,"demo":0}' }],
    why: /«\sdossier\s»/,
  },
  'the state of writing': {
    steps: [{ table_name: 'write_state', before: '{"id":1,"revision":9}', after: '{"id":1,"revision":1}' }],
    why: /«\swrite_state\s»/,
  },
  'the contents of attached files': {
    steps: [{ table_name: 'document_content', op: 'insert', before: null, after: '{"id":1}' }],
    why: /«\sdocument_content\s»/,
  },
  'the schema': {
    steps: [{ table_name: 'sqlite_schema', op: 'insert', before: null, after: '{"rowid":1}' }],
    why: /«\ssqlite_schema\s»/,
  },
  'a table named by a statement': {
    steps: [{ table_name: 'employer SET name = 1 --', before: '{"id":1}', after: '{"id":1}' }],
    why: /«\semployer SET name = 1 --\s»/,
  },
  'a table of another case': {
    steps: [{ table_name: 'EMPLOYER' }],
    why: /«\sEMPLOYER\s»/,
  },
  'a prototype': {
    steps: [{ table_name: '__proto__' }],
    why: /«\s__proto__\s»/,
  },
  'a column that no structure has': {
    steps: [{ before: renamed({ 'name = 1 --': 1 }) }],
    why: /«\sname = 1 --\s»/,
  },
  'a column of objects of the language': {
    steps: [{ before: `{"id":1,"__proto__":{"name":"x"}}` }],
    why: /«\s__proto__\s»/,
  },
  'another id': { steps: [{ before: renamed({ id: 2 }) }], why: /autre ligne/ },
  'a row beyond any number': { steps: [{ row_id: 2n ** 60n }], why: /autre ligne/ },
  'a row below any number': { steps: [{ row_id: -1 }], why: /autre ligne/ },
  'a row that is not there': {
    steps: [{ row_id: 99, before: renamed({ id: 99 }), after: renamed({ id: 99 }) }],
    why: /n’est plus/,
  },
  'a number for a text': { steps: [{ before: renamed({ name: 12 }) }], why: /Raison sociale/ },
  'a text for a number': { steps: [{ before: renamed({ charges_rate: '12' }) }], why: /Taux de charges/ },
  'a fraction': { steps: [{ before: renamed({ charges_rate: 1.5 }) }], why: /Taux de charges/ },
  'a list for a text': { steps: [{ before: renamed({ note: ['x'] }) }], why: /Note/ },
  'nothing where something is needed': { steps: [{ before: renamed({ name: null }) }], why: /refuse/ },
  'a word of no list': { steps: [{ before: renamed({ sector: 'pirate' }) }], why: /refuse/ },
  'a number beyond what is counted exactly': {
    steps: [{ before: renamed({}).replace('"charges_rate":null', '"charges_rate":9007199254740993') }],
    why: /Taux de charges/,
  },
  'a day beyond any calendar': {
    steps: [
      {
        table_name: 'position',
        before: '{"id":1,"label":"Itinérance Nord","kind":"adviser","granted_on":"9999-12-31"}',
        after: '{"id":1}',
      },
    ],
    why: /Accordé|date/i,
  },
  'a text of megabytes': { steps: [{ before: renamed({ note: 'x'.repeat(3_000_000) }) }], why: /démesuré/ },
  'a bomb of brackets': { steps: [{ before: '['.repeat(500_000) }], why: /illisible/ },
  'no JSON': { steps: [{ before: 'DROP TABLE employer' }], why: /illisible/ },
  'a list': { steps: [{ before: '[1,2]' }], why: /illisible/ },
  'nothing at all': { steps: [{ before: null, after: null }], why: /illisible/ },
  'an update that erases': { steps: [{ before: null }], why: /illisible/ },
  'an insertion that changes': { steps: [{ op: 'insert' }], why: /illisible/ },
  'no step': { steps: [], why: /détail/ },
  'one honest step before a forged one': {
    steps: [{ table_name: 'action' }, { before: renamed({ name: 'Honnête' }) }],
    why: /«\saction\s»/,
  },
  'a removal that would take other rows along, unsaid': {
    steps: [
      {
        table_name: 'position',
        op: 'insert',
        before: null,
        after: '{"id":1,"label":"Itinérance Nord","kind":"adviser"}',
      },
    ],
    why: /d’autres lignes/,
  },
  'a removal that would leave references to nothing': {
    steps: [{ op: 'insert', before: null, after: renamed({}) }],
    why: /refuse/,
  },
  'two structures for a post on the same day': {
    steps: [
      {
        table_name: 'attachment',
        row_id: 50,
        op: 'delete',
        before: '{"id":50,"position_id":1,"employer_id":1,"starts_on":"2022-01-01","ends_on":null}',
        after: null,
      },
    ],
    why: /même jour/,
  },
}

describe('A forged log', () => {
  let shared: TestApplication
  let honest: string
  beforeAll(async () => {
    shared = testApplication()
    honest = await dossierOf(shared)
  })
  afterAll(() => shared.close())

  for (const [name, { steps, why }] of Object.entries(CASES)) {
    test(`is not undone where it names ${name}`, async () => {
      const path = join(shared.folder, 'dossiers', 'recu.jalon')
      await shared.value('file.close', {})
      copyFileSync(honest, path)
      forge(path, steps)
      await expectRefused(shared, path, why)
    })
  }

  test('is told in the Journal as what cannot be undone, where its steps say so', async () => {
    await using app = testApplication()
    const path = await dossierOf(app)
    forge(path, [{ table_name: 'write_state', before: '{"id":1,"revision":9}', after: '{"id":1}' }])
    await app.session.open(path)
    const [forged, honest] = await app.value('read.journal', { positionId: null, before: null, limit: 5 })
    expect(forged?.problem).toMatch(/«\swrite_state\s»/)
    expect(honest?.problem).toBeNull()
  })

  test('changes nothing that an honest step says', async () => {
    await using app = testApplication()
    const path = await dossierOf(app)
    forge(path, [{ before: renamed({ name: 'Autrefois' }) }])
    await app.session.open(path)
    expect(await app.value('write.undo', {})).toMatchObject({ label: 'saisie ordinaire' })
    expect(content(app)).toContain('Autrefois')
    expect(await app.value('write.redo', {})).toMatchObject({ label: 'saisie ordinaire' })
    expect(content(app)).not.toContain('Autrefois')
  })

  test('stops neither the Journal of a post, nor the home screen, nor the erasing of a person', async () => {
    await using app = testApplication()
    const path = await dossierOf(app)
    forge(path, [
      ...['position', 'contract', 'person', 'instalment', 'document', 'agreement'].flatMap((table_name) =>
        ['{', '[1]', '"x"', '{"id":1,"label":null,"position_id":1,"person_id":1,"sha256":null}'].flatMap(
          (text) => [
            { table_name, op: 'delete', before: text, after: null },
            { table_name, op: 'insert', before: null, after: text },
            { table_name, before: text, after: text },
          ],
        ),
      ),
    ])
    await app.session.open(path)
    await app.value('file.close', {})
    await app.session.open(path)
    const db = new Database(path)
    db.exec("UPDATE dossier SET last_visit_on = '2020-01-01'")
    db.close()
    await app.value('file.close', {})
    await app.session.open(path)
    await restWorks(app)
    const { id } = await app.value('write.save', {
      entity: 'person',
      id: null,
      values: { lastName: 'Roux', firstName: 'Ana' },
    })
    await app.value('privacy.anonymise', { personIds: [id] })
    await app.value('privacy.erase', { personIds: [id] })
    const journal = await app.value('read.journal', { positionId: null, before: null, limit: 50 })
    expect(journal.map((entry) => entry.label)).toContain('saisie ordinaire')
  })

  test(`ends in words over ${FORGERIES} random steps, and leaves the identity and the guards as they were`, {
    timeout: 120_000,
  }, async () => {
    await using app = testApplication()
    const path = await dossierOf(app)
    await app.session.open(path)
    const guarded = () =>
      JSON.stringify(
        app.session
          .context()
          .dossier.read((db) => [
            db.all('SELECT file_id, created_at, demo, readable_from FROM dossier'),
            db.all('SELECT action_id, replaying FROM write_state'),
            db.all('SELECT name, sql FROM sqlite_schema ORDER BY name'),
          ]),
      )
    const before = [guarded(), content(app)] as const
    await app.value('file.close', {})
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 3 }),
        fc.constantFrom('done', 'undone'),
        async (steps, state) => {
          const action = forge(path, steps, state)
          await app.session.open(path)
          const answer = await app.call(state === 'done' ? 'write.undo' : 'write.redo', {})
          outcomes.add(answer.ok ? 'followed' : answer.error.code)
          expect(answer.ok || /^(undo|redo)\.refused$/.test(answer.error.code), JSON.stringify(answer)).toBe(
            true,
          )
          expect(guarded()).toBe(before[0])
          if (!answer.ok) expect(content(app)).toBe(before[1])
          else await app.value(state === 'done' ? 'write.redo' : 'write.undo', {})
          await app.value('read.journal', { positionId: 1, before: null, limit: 5 })
          await app.value('file.close', {})
          unforge(path, action)
        },
      ),
      { numRuns: FORGERIES },
    )
    expect([...outcomes]).toEqual(expect.arrayContaining(['undo.refused', 'redo.refused']))
  })
})
