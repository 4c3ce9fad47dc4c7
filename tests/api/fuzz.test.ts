/**
 * Whatever is said at the door, to the whole application with a dossier open: an envelope comes back, in French where it refuses,
 * never an error nobody expected, never what was typed. 15 000 messages a run.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Channel, contract } from '#shared/api/contract.ts'
import type { Answer } from '#shared/api/envelope.ts'
import { type TestApplication, testApplication } from '../support/application.ts'

const MARK = 'ZqTypedXw'
const channels = Object.keys(contract) as readonly Channel[]
/** These change which dossier is open: the fuzz stays on the one it was given. */
const LEAVES = new Set<Channel>(['file.close', 'file.demo', 'file.create', 'file.open'])
const RUNS = 6000

let app: TestApplication
beforeAll(async () => {
  app = testApplication()
  await app.value('file.create', { name: 'Essai' })
  await app.value('write.save', {
    entity: 'employer',
    id: null,
    values: { name: 'Les Passerelles', sector: 'private' },
  })
})
afterAll(() => app.close())

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    MARK,
    '2026-11-23',
    '2026-02-30',
    '\u202etxt',
    '=1+1',
    '<b>',
    '\u0000',
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, -1, 1e21, Number.MAX_SAFE_INTEGER + 2, 2 ** 53),
  fc.string().map((s) => s + MARK),
)
/** Names the schemas know, so that a good part of the messages gets past the first check. */
const key = fc.constantFrom(
  ...[
    'id',
    'entity',
    'values',
    'employerId',
    'positionId',
    'grid',
    'kind',
    'key',
    'text',
    'limit',
    'withinDays',
  ],
  ...[
    'answered',
    'before',
    'name',
    'input',
    'label',
    'changes',
    'ids',
    'amountCents',
    'receivedOn',
    'funder',
  ],
  ...[
    'uploadId',
    'profile',
    'mapping',
    'leaveOut',
    'fiscalYear',
    'at',
    'names',
    'format',
    'amount',
    'recentId',
  ],
  ...['__proto__', 'constructor', 'toString'],
)
const known = fc.constantFrom(
  ...[
    'employer',
    'position',
    'contract',
    'payment',
    'savedView',
    'positions',
    'instalments',
    'deadline',
    'aid',
  ],
  ...['position-state', 'receivedCents', 'notice:contract:1', 'contract-end', 'public-holidays', 'xlsx'],
)
const message: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    known,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(key, tie('any'), { maxKeys: 6 }),
  ),
})).any

/** Values of the right kind more often than not: the message reaches its service, whose rules then judge it. */
const gentle = fc.oneof(
  fc.constantFrom(null, 'texte', '2026-05-31', '2031-01-01', '', true),
  fc.integer({ min: 0, max: 40 }),
  fc.integer(),
  known,
)
const person = { lastName: 'Diarra', firstName: 'Awa', email: null }
const contractValues = { kind: 'cdd', startsOn: '2026-01-01', endsOn: '2027-06-30', weeklyMinutes: 2100 }
const agreementValues = {
  ...{
    employerId: 1,
    funder: 'CDC',
    scheme: 'v2',
    reference: 'C-1',
    startsOn: '2026-01-01',
    endsOn: '2028-12-31',
  },
}
const GOOD: readonly (readonly [Channel, Record<string, unknown>])[] = [
  ['read.grid', { grid: 'positions', employerId: null }],
  ['read.home', { employerId: 1 }],
  ['read.deadlines', { employerId: null, withinDays: 30, answered: false }],
  ['read.journal', { positionId: null, before: null, limit: 10 }],
  ['read.entity', { entity: 'employer', id: 1 }],
  ['read.search', { text: 'pass', limit: 5 }],
  ['read.explain', { kind: 'position-amount', positionId: 1, amount: 'earnedCents' }],
  [
    'write.save',
    { entity: 'employer', id: 1, values: { name: 'Autre', siret: '00000000000011', note: 'n' } },
  ],
  ['write.save', { entity: 'contract', id: 1, values: { endsOn: '2026-12-31', monthlyGrossCents: 190000 } }],
  ['write.delete', { entity: 'freeDeadline', ids: [1, 2] }],
  [
    'write.newPosition',
    { employerId: 1, startsOn: '2026-01-01', values: { label: 'Poste', kind: 'adviser' } },
  ],
  ['write.newContract', { positionId: 1, personId: null, person, values: contractValues }],
  [
    'write.newAgreement',
    {
      values: agreementValues,
      grants: [{ positionId: 1, year: 1, baseCents: 1750000, bonusCents: 0 }],
      instalments: [{ positionId: 1, rank: 1, label: 'T1', amountCents: 1750000, dueOn: '2026-03-01' }],
    },
  ],
  [
    'write.recordPayment',
    {
      ...{ employerId: 1, funder: 'CDC', receivedOn: '2026-03-02', amountCents: 100, bankReference: 'B' },
      ...{ titleNumber: null, titleIssuedOn: null, bordereau: null, p503: null, note: null },
      allocations: [{ instalmentId: 1, amountCents: 100 }],
    },
  ],
  ['write.cells', { label: 'collage', changes: [{ entity: 'employer', id: 1, values: { note: 'a' } }] }],
  [
    'write.answerDeadline',
    { key: 'x:y:1', forDay: '2026-01-01', answer: 'done', postponedTo: null, reason: null },
  ],
  ['write.setting', { key: 'aid.method', value: 'months' }],
  ['write.undo', {}],
  ['calc.run', { name: 'contract-end', input: { startsOn: '2026-03-01', months: 18 } }],
  ['report.preview', { kind: 'aid', employerId: null, fiscalYear: null, at: null, names: true }],
]

/** The same message with the value at one of its places replaced; `at` picks the place, nested ones included. */
function spoiled(value: unknown, at: number, spoil: unknown): unknown {
  if (typeof value !== 'object' || value === null) return spoil
  const keys = Object.keys(value)
  const chosen = keys[at % Math.max(1, keys.length)]
  if (chosen === undefined) return spoil
  const rest = Math.floor(at / keys.length)
  const inner: unknown = Reflect.get(value, chosen)
  const next = rest % 3 === 0 ? spoil : spoiled(inner, Math.floor(rest / 3), spoil)
  return Array.isArray(value) ? value.with(Number(chosen), next) : { ...value, [chosen]: next }
}

function isEnvelope(answer: Answer<unknown>): boolean {
  if (answer.ok) return true
  const { code, message: text } = answer.error
  return /^[a-z][a-z0-9.-]+$/.test(code) && code !== 'internal' && text.length > 10
}

describe('the door, whatever is said', () => {
  test('any channel with any message gets an envelope', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...channels.filter((c) => !LEAVES.has(c))),
        message,
        async (channel, input) => {
          const answer = await app.dispatcher.call(channel, input)
          expect(isEnvelope(answer), `${channel}: ${JSON.stringify(answer)}`).toBe(true)
        },
      ),
      { numRuns: RUNS },
    )
    expect(app.log).toEqual([])
  })

  test('any text as a channel is refused, and so is anything that is no text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything(),
        fc.anything({ withBigInt: true, withMap: true, withDate: true }),
        async (c, i) => {
          const answer = await app.dispatcher.call(c, i)
          expect(answer).toMatchObject({ ok: false })
        },
      ),
      { numRuns: RUNS / 2 },
    )
    expect(app.log).toEqual([])
  })

  test('a good message with one value spoiled, however deep, is refused or answered, never a surprise', async () => {
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...GOOD),
        fc.nat(),
        fc.oneof(gentle, message),
        async ([channel, input], at, spoil) => {
          const answer = await app.dispatcher.call(channel, spoiled(input, at, spoil))
          const outcome = answer.ok ? 'ok' : answer.error.code
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
          expect(isEnvelope(answer), `${channel}: ${JSON.stringify(answer)}`).toBe(true)
        },
      ),
      { numRuns: RUNS },
    )
    expect(app.log).toEqual([])
    // Services were reached, and refused by their own rules: the schemas did not do all the work.
    expect(seen.get('ok')).toBeGreaterThan(RUNS / 20)
    expect(seen.size).toBeGreaterThan(5)
  })

  test('what is refused is not quoted back', async () => {
    const answers = await Promise.all(
      channels
        .filter((c) => !LEAVES.has(c))
        .map((channel) => app.dispatcher.call(channel, { id: MARK, text: { a: MARK }, [MARK]: MARK })),
    )
    expect(JSON.stringify(answers.map((a) => (a.ok ? null : [a.error.code, a.error.message])))).not.toContain(
      MARK,
    )
  })
})
