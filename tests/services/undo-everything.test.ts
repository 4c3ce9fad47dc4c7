/**
 * Random lives of a dossier through the very door people use: edits, pastes, posts, contracts and their renewals, agreements,
 * payments, answers, deletions, files, scenarios, imports, anonymisation, undo, redo, restarts. Undoing all gives back the very
 * same content; redoing all gives the other. `JALON_UNDO_RUNS=200` widens the budget.
 */
import { copyFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Channel } from '#shared/api/contract.ts'
import type { JobState } from '#shared/api/envelope.ts'
import type { Dossier } from '../../electron/store/dossier.ts'
import { type TestApplication, testApplication } from '../support/application.ts'
import { contentOf } from '../support/content.ts'

const LIVES = Math.ceil(Number(process.env.JALON_UNDO_RUNS ?? 25) / 5)
const FILES = ['homonymes.csv', 'suivi-contrats.xlsx', 'conseillers-etat.csv', 'montants.csv']
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url))

interface Turn {
  readonly pick: number
  readonly value: number
}
type Operation = (app: TestApplication, turn: Turn) => Promise<void>

const facts = (app: TestApplication) => app.session.context().dossier.readFacts()
function among<T>(rows: readonly T[], pick: number): T | undefined {
  return rows[pick % Math.max(1, rows.length)]
}
/** Through the door; a refusal is an answer like any other. */
async function ask(app: TestApplication, channel: Channel, input: unknown): Promise<unknown> {
  const answer = await app.dispatcher.call(channel, input)
  return answer.ok ? answer.value : null
}
const idIn = (rows: readonly { readonly id: number }[], pick: number) => among(rows, pick)?.id ?? 0

async function importFile(app: TestApplication, name: string): Promise<void> {
  const path = app.session.desk.temporaryPath(name.split('.').at(-1) ?? '')
  copyFileSync(fixture(name), path)
  const { uploadId } = app.session.desk.receive(name, path)
  const input = { uploadId, profile: null, mapping: null, leaveOut: [] }
  let job = (await ask(app, 'import.apply', input)) as JobState | null
  while (job?.status === 'running') {
    await wait(20)
    job = (await ask(app, 'jobs.get', { id: job.id })) as JobState | null
  }
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  edit: async (app, { pick, value }) => {
    const values = { label: `Poste ${value} « é » \u202e<b>=1+1`, inQpv: value % 2 === 0 }
    await ask(app, 'write.save', { entity: 'position', id: idIn(facts(app).positions, pick), values })
  },
  'edit a date': async (app, { pick, value }) => {
    const values = { endsOn: `2027-0${1 + (value % 9)}-15` }
    await ask(app, 'write.save', { entity: 'agreement', id: idIn(facts(app).agreements, pick), values })
  },
  paste: async (app, { pick, value }) => {
    const { contracts, persons } = facts(app)
    await ask(app, 'write.cells', {
      label: 'collage',
      changes: [
        { entity: 'contract', id: idIn(contracts, pick), values: { weeklyMinutes: 1200 + value } },
        { entity: 'person', id: idIn(persons, pick), values: { phone: `0${value}` } },
        { entity: 'person', id: null, values: { lastName: `Collé ${value}`, firstName: 'A' } },
        { entity: 'employer', id: null, values: { name: '', sector: 'private' } },
      ],
    })
  },
  'new post': async (app, { pick, value }) => {
    const employerId = idIn(facts(app).employers, pick)
    await ask(app, 'write.newPosition', {
      employerId,
      startsOn: '2025-01-01',
      values: { label: `P${value}` },
    })
  },
  'new contract': async (app, { pick, value }) => {
    await ask(app, 'write.newContract', {
      positionId: idIn(facts(app).positions, pick),
      personId: null,
      person: { lastName: `Nom ${value}`, firstName: 'Alix' },
      values: {
        kind: 'CDD',
        startsOn: '2027-03-01',
        endsOn: '2028-02-28',
        monthlyGrossCents: 210_000 + value,
      },
    })
  },
  renew: async (app, { pick }) => {
    const fixed = facts(app).contracts.filter((c) => c.endsOn !== null)
    const former = among(fixed, pick)
    if (former === undefined) return
    const year = Number(former.endsOn?.slice(0, 4)) + 1
    await ask(app, 'write.newContract', {
      positionId: former.positionId,
      personId: former.personId,
      person: null,
      values: { kind: former.kind, startsOn: `${year}-01-01`, endsOn: `${year}-12-31`, renewsId: former.id },
    })
  },
  'new agreement': async (app, { pick, value }) => {
    const { employers, positions } = facts(app)
    const positionId = idIn(positions, pick)
    const label = 'Tranche 1'
    await ask(app, 'write.newAgreement', {
      values: {
        employerId: idIn(employers, pick),
        funder: 'Région',
        scheme: 'other',
        reference: `R-${value}`,
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
      },
      grants: [{ positionId, year: 1, baseCents: 100_000, bonusCents: 0 }],
      instalments: [{ positionId, rank: 1, label, amountCents: 100_000, dueOn: '2026-06-30' }],
    })
  },
  pay: async (app, { pick, value }) => {
    const { instalments, agreements, allocations } = facts(app)
    const paid = new Set(allocations.map((a) => a.instalmentId))
    const instalment = among(
      instalments.filter((i) => !paid.has(i.id) && i.cancelledOn === null),
      pick,
    )
    const agreement = agreements.find((a) => a.id === instalment?.agreementId)
    const amountCents = 100 + value
    await ask(app, 'write.recordPayment', {
      employerId: agreement?.employerId ?? 0,
      funder: agreement?.funder ?? '?',
      receivedOn: '2026-11-20',
      amountCents,
      bankReference: `VIR ${value}`,
      titleNumber: null,
      titleIssuedOn: null,
      bordereau: null,
      p503: null,
      note: null,
      allocations: [{ instalmentId: instalment?.id ?? 0, amountCents }],
    })
  },
  'dedicated funds': async (app, { pick, value }) => {
    await ask(app, 'write.dedicatedFunds', {
      agreementId: idIn(facts(app).agreements, pick),
      years: [{ fiscalYear: 2024 + (value % 3), carriedCents: value, usedCents: 0, note: null }],
    })
  },
  budget: async (app, { pick, value }) => {
    await ask(app, 'write.budget', {
      employerId: idIn(facts(app).employers, pick),
      agreementId: null,
      fiscalYear: 2026,
      lines: [{ account: value % 2 === 0 ? '641' : '645', amountCents: value }],
    })
  },
  'answer a deadline': async (app, { pick, value }) => {
    await ask(app, 'write.answerDeadline', {
      key: `agreement-end:${idIn(facts(app).agreements, pick)}`,
      forDay: '2027-01-31',
      answer: value % 2 === 0 ? 'done' : 'ignored',
      postponedTo: null,
      reason: 'vu',
    })
  },
  'take an answer back': async (app, { pick }) => {
    await ask(app, 'write.clearAnswer', { key: among(facts(app).deadlineAnswers, pick)?.key ?? 'x' })
  },
  setting: async (app, { pick, value }) => {
    await ask(app, 'write.setting', { key: `essai.${pick % 3}`, value: String(value) })
  },
  delete: async (app, { pick, value }) => {
    const known = facts(app)
    const kinds = [
      ['contract', known.contracts],
      ['instalment', known.instalments],
      ['person', known.persons],
      ['position', known.positions],
      ['allocation', known.allocations],
      ['payment', known.payments],
    ] as const
    const [entity, rows] = among(kinds, value) ?? kinds[0]
    await ask(app, 'write.delete', { entity, ids: [idIn(rows, pick), idIn(rows, pick + 1)] })
  },
  attach: async (app, { pick, value }) => {
    const path = app.session.desk.temporaryPath('pdf')
    writeFileSync(path, `%PDF-1.4 ${value % 3}`)
    const { uploadId } = app.session.desk.receive('pièce.pdf', path)
    const ownerId = idIn(facts(app).persons, pick)
    await ask(app, 'documents.attach', { ownerKind: 'person', ownerId, uploadId, checklistItem: null })
  },
  scenario: async (app, { pick }) => {
    const contractId = idIn(
      facts(app).contracts.filter((c) => c.endsOn !== null),
      pick,
    )
    const hypotheses = [
      { kind: 'renew', contractId, months: 6, monthlyGrossCents: null },
      { kind: 'late-aid', months: 3 },
    ]
    const values = { name: 'essai', createdOn: '2026-11-23', definition: JSON.stringify({ hypotheses }) }
    const saved = await ask(app, 'write.save', { entity: 'scenario', id: null, values })
    const scenarioId = (saved as { id: number } | null)?.id ?? 0
    await ask(app, 'forecast.apply', { scenarioId })
  },
  import: async (app, { value }) => importFile(app, among(FILES, value) ?? ''),
  anonymise: async (app, { pick }) => {
    const rows = await app.value('privacy.retention', {})
    await ask(app, 'privacy.anonymise', { personIds: [among(rows, pick)?.personId ?? 0] })
  },
}
const NAMES = Object.keys(OPERATIONS)

const turn = fc.record({ pick: fc.nat(500), value: fc.nat(500) })
const step = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...NAMES), turn) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('undo', 'redo'), turn) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('restart'), turn) },
)

/** How many steps an operation left; each state of the content after it. An operation of two acts leaves two. */
async function live(
  app: TestApplication,
  life: readonly (readonly [string, Turn])[],
): Promise<ReadonlySet<string>> {
  const written = new Set<string>()
  const dossier = (): Dossier => app.session.context().dossier
  const { path } = dossier()
  const line = [contentOf(dossier())]
  let at = 0
  for (const [name, given] of life) {
    const operation = OPERATIONS[name]
    if (operation !== undefined) {
      const before = await stepsOf(app)
      await operation(app, given)
      const more = (await stepsOf(app)) - before
      const after = contentOf(dossier())
      if (more === 0 && JSON.stringify(after) === JSON.stringify(line[at])) continue
      written.add(name)
      // What lies between two acts of one operation is found by undoing to it and coming back.
      line.length = at + 1
      const states = [after]
      for (let n = 1; n < more; n += 1) {
        dossier().undo()
        states.unshift(contentOf(dossier()))
      }
      for (let n = 1; n < more; n += 1) dossier().redo()
      line.push(...states)
      at = line.length - 1
    } else if (name === 'restart') {
      await app.session.closeDossier()
      await app.session.open(path)
    } else {
      const done = await ask(app, name === 'undo' ? 'write.undo' : 'write.redo', {})
      const to = name === 'undo' ? Math.max(0, at - 1) : Math.min(line.length - 1, at + 1)
      expect(done === null, name).toBe(to === at)
      at = to
    }
    expect(contentOf(dossier()), name).toEqual(line[at])
  }
  while (dossier().redo() !== null) at += 1
  expect(at).toBe(line.length - 1)
  expect(contentOf(dossier())).toEqual(line.at(-1))
  while (dossier().undo() !== null) {
    at -= 1
    expect(contentOf(dossier())).toEqual(line[at])
  }
  expect(at).toBe(0)
  while (dossier().redo() !== null) at += 1
  expect(contentOf(dossier())).toEqual(line.at(-1))
  return written
}

/** Acts that stand. */
async function stepsOf(app: TestApplication): Promise<number> {
  const { dossier } = app.session.context()
  return (
    dossier.read((db) => db.get<{ n: number }>("SELECT count(*) AS n FROM action WHERE state = 'done'"))?.n ??
    0
  )
}

describe('undo over everything a person can do', () => {
  test('each operation is written, undone, redone, across a restart', { timeout: 120_000 }, async () => {
    await using app = testApplication()
    await app.value('file.demo', {})
    const once = NAMES.flatMap((name) => [
      [name, { pick: 3, value: 4 }] as const,
      ['undo', { pick: 0, value: 0 }] as const,
      ['restart', { pick: 0, value: 0 }] as const,
      ['redo', { pick: 0, value: 0 }] as const,
    ])
    // Each did write: an operation that was always refused would prove nothing.
    expect([...(await live(app, once))].sort()).toEqual([...NAMES].sort())
  })

  test(`gives back each state over ${LIVES} random lives`, { timeout: 60_000 + LIVES * 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (life) => {
        await using app = testApplication()
        await app.value('file.demo', {})
        await live(app, life)
      }),
      { numRuns: LIVES },
    )
  })
})
