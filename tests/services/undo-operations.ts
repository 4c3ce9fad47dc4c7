/** Every operation a person has, as the page sends it: what the random lives of undo-everything.test.ts are made of. */
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Channel } from '#shared/api/contract.ts'
import type { JobState } from '#shared/api/envelope.ts'
import { day } from '#shared/domain/day.ts'
import { generateDemo } from '../../electron/services/demo/generate-demo.ts'
import { exportDossier, interchangeText } from '../../electron/services/interchange/export.ts'
import type { TestApplication } from '../support/application.ts'
import { dossierWith } from '../support/memory-dossier.ts'

const TODAY = day('2026-11-23')

const FILES = ['homonymes.csv', 'suivi-contrats.xlsx', 'conseillers-etat.csv', 'montants.csv']
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url))

export interface Turn {
  readonly pick: number
  readonly value: number
}
type Operation = (app: TestApplication, turn: Turn) => Promise<void>

const facts = (app: TestApplication) => app.session.context().dossier.readFacts()
function among<T>(rows: readonly T[], pick: number): T | undefined {
  return rows[pick % Math.max(1, rows.length)]
}
/** Every channel the operations went through. */
export const asked = new Set<Channel>()

/** Through the door; a refusal is an answer like any other. */
export async function ask(app: TestApplication, channel: Channel, input: unknown): Promise<unknown> {
  asked.add(channel)
  const answer = await app.dispatcher.call(channel, input)
  return answer.ok ? answer.value : null
}
const idIn = (rows: readonly { readonly id: number }[], pick: number) => among(rows, pick)?.id ?? 0

async function importFile(app: TestApplication, name: string): Promise<void> {
  await importBytes(app, name, readFileSync(fixture(name)))
}

async function importBytes(app: TestApplication, name: string, bytes: Uint8Array): Promise<void> {
  const path = app.session.desk.temporaryPath(name.split('.').at(-1) ?? '')
  writeFileSync(path, bytes)
  const { uploadId } = app.session.desk.receive(name, path)
  const input = { uploadId, profile: null, mapping: null, leaveOut: [] }
  let job = (await ask(app, 'import.apply', input)) as JobState | null
  while (job?.status === 'running') {
    await wait(20)
    job = (await ask(app, 'jobs.get', { id: job.id })) as JobState | null
  }
}

/** The State's list of posts, saying something else of one of ours. */
const STATE_LIST =
  'ID Poste,ID Structure TP,Structure,Département,Statut,Coordinateur,Convention,Fin de convention,Fin de contrat,Bonification,Total conventionné,Total versé\n3310,,Ville de Valombre,,Vacant,Non,Initiale (V1),30/06/2026,31/01/2026,Non,40000,100\n'

/** Somebody else's dossier, as a file they sent. */
function otherDossier(seed: number): Uint8Array {
  const dossier = dossierWith(generateDemo({ seed: seed % 9, positions: 2, today: TODAY }))
  try {
    return new TextEncoder().encode(
      interchangeText({ ...exportDossier({ dossier, today: TODAY }), demo: true }),
    )
  } finally {
    dossier.close()
  }
}

export const OPERATIONS: Readonly<Record<string, Operation>> = {
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
  /** A row of each kind that has a form of its own: made, then changed. */
  'write each kind': async (app, { pick, value }) => {
    const { contracts, agreements, positions, aidScales } = facts(app)
    const contractId = idIn(contracts, pick)
    const agreementId = idIn(agreements, pick)
    const kinds: readonly (readonly [string, object])[] = [
      ['contractAmendment', { contractId, effectiveOn: '2027-01-01', newWeeklyMinutes: 1200 + value }],
      ['agreementAmendment', { agreementId, effectiveOn: '2027-01-01', newEndsOn: '2028-06-30' }],
      [
        'monthlyCost',
        { contractId, month: `2026-0${1 + (value % 9)}`, grossCents: value, chargesCents: 0, taxesCents: 0 },
      ],
      ['freeDeadline', { title: `Réunion ${value}`, dueOn: '2027-02-01', positionId: idIn(positions, pick) }],
      ['savedView', { grid: 'positions', name: `Vue ${value}`, definition: '{}' }],
      [
        'ruleFigure',
        { code: 'smic.hourly', validFrom: `20${30 + (value % 60)}-01-01`, value: 1300, source: 'essai' },
      ],
      [
        'aidScaleYear',
        { scaleId: idIn(aidScales, pick), year: 1 + (value % 10), baseCents: value, bonusCents: 0 },
      ],
      ['employer', { name: `Structure ${value}`, sector: 'private' }],
    ]
    const [entity, values] = among(kinds, value) ?? kinds[0] ?? ['', {}]
    await ask(app, 'write.save', { entity, id: null, values })
  },
  'change each kind': async (app, { pick, value }) => {
    const known = facts(app)
    const kinds = [
      ['contractAmendment', known.contractAmendments, { reason: `motif ${value}` }],
      ['grant', known.grants, { bonusCents: value }],
      ['attachment', known.attachments, { endsOn: '2031-12-31' }],
      ['monthlyCost', known.monthlyCosts, { taxesCents: value }],
      ['instalment', known.instalments, { conditionsMetOn: '2026-11-01', note: `n ${value}` }],
      ['employer', known.employers, { shortName: `S${value}` }],
      ['payment', known.payments, { note: `reçu ${value}` }],
    ] as const
    const [entity, rows, values] = among(kinds, value) ?? kinds[0]
    await ask(app, 'write.save', { entity, id: idIn(rows, pick), values })
  },
  'paste posts': async (app, { pick, value }) => {
    const employerId = idIn(facts(app).employers, pick)
    const post = (label: string) => ({
      entity: 'position',
      id: null,
      values: { label, employerId, startsOn: '2025-01-01' },
    })
    await ask(app, 'write.cells', {
      label: 'collage',
      changes: [post(`A${value}`), post(`B${value}`), post('')],
    })
  },
  'end a contract': async (app, { pick, value }) => {
    const running = facts(app).contracts.filter((c) => c.endedOn === null)
    const values = { endedOn: '2026-11-30', endMotive: value % 2 === 0 ? 'resignation' : 'other' }
    await ask(app, 'write.save', { entity: 'contract', id: idIn(running, pick), values })
  },
  'give a post back': async (app, { pick }) => {
    const held = facts(app).positions.filter((p) => p.returnedOn === null)
    const values = { returnedOn: '2026-11-30', returnMotive: 'end-of-subsidy' }
    await ask(app, 'write.save', { entity: 'position', id: idIn(held, pick), values })
  },
  'cancel a tranche': async (app, { pick }) => {
    const open = facts(app).instalments.filter((i) => i.cancelledOn === null && i.claimedOn === null)
    const values = { cancelledOn: '2026-11-20', cancelReason: 'poste rendu' }
    await ask(app, 'write.save', { entity: 'instalment', id: idIn(open, pick), values })
  },
  'a scale and its years': async (app, { value }) => {
    await ask(app, 'write.aidScale', {
      id: null,
      values: { name: `Barème ${value}`, scheme: 'other', sector: 'private', source: 'convention' },
      years: [
        { baseCents: 100 * value, bonusCents: 0 },
        { baseCents: 50 * value, bonusCents: value },
      ],
    })
  },
  'give the rest of a payment to a tranche': async (app, { pick, value }) => {
    const { payments, instalments, agreements } = facts(app)
    const agreement = among(agreements, pick)
    const amountCents = 200 + value
    const written = await ask(app, 'write.recordPayment', {
      employerId: agreement?.employerId ?? 0,
      funder: agreement?.funder ?? '?',
      receivedOn: '2026-11-20',
      amountCents,
      bankReference: null,
      titleNumber: null,
      titleIssuedOn: null,
      bordereau: null,
      p503: null,
      note: null,
      allocations: [],
    })
    const paymentId = (written as { id: number } | null)?.id ?? idIn(payments, pick)
    const instalmentId = instalments.find((i) => i.agreementId === agreement?.id)?.id ?? 0
    await ask(app, 'write.allocatePayment', { paymentId, allocations: [{ instalmentId, amountCents: 100 }] })
  },
  'postpone a deadline': async (app, { pick }) => {
    await ask(app, 'write.answerDeadline', {
      key: `agreement-end:${idIn(facts(app).agreements, pick + 1)}`,
      forDay: '2027-01-31',
      answer: 'postponed',
      postponedTo: '2027-02-15',
      reason: 'à revoir',
    })
  },
  'take a file away': async (app, { pick, value }) => {
    await OPERATIONS.attach?.(app, { pick, value })
    const documents = app.session
      .context()
      .dossier.read((db) => db.all<{ id: number }>('SELECT id FROM document ORDER BY id'))
    await ask(app, 'documents.remove', { id: idIn(documents, pick) })
  },
  'decide what differs from the State': async (app, { pick, value }) => {
    const rows = () => app.value('reconciliation.rows', { employerId: null, positionId: null, settled: true })
    if ((await rows()).length === 0) await importBytes(app, 'postes.csv', Buffer.from(STATE_LIST))
    const decision = (['accepted', 'kept', 'contested'] as const)[value % 3]
    await ask(app, 'reconciliation.decide', {
      id: idIn(await rows(), pick),
      decision,
      note: 'vu au téléphone',
    })
  },
  'bring another dossier in': async (app, { value }) => {
    await importBytes(app, 'autre.json', otherDossier(value))
  },
  import: async (app, { value }) => importFile(app, among(FILES, value) ?? ''),
  anonymise: async (app, { pick }) => {
    const rows = await app.value('privacy.retention', {})
    await ask(app, 'privacy.anonymise', { personIds: [among(rows, pick)?.personId ?? 0] })
  },
}
