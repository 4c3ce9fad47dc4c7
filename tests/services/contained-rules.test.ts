/**
 * A rule that fails never closes the house. Every function of every module of the rules is made to throw, one module at a time,
 * for every object or for one: whatever is asked at the door is answered, by what is left or by a sentence, never "internal".
 */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Channel, Reply } from '#shared/api/contract.ts'
import type { GridName, GridRows } from '#shared/api/views/grid-rows.ts'
import type { TestApplication } from '../support/application.ts'

const RULES = fileURLToPath(new URL('../../shared/rules', import.meta.url))
/** Not rules: what stands under them (look-ups, names, links) and what contains them. */
const NOT_RULES =
  /^engine\/(?:index-facts|island|rederive|derive|containment|uncomputed|strange-days|names|split|deadlines\/deadlines|agenda\/settled)\.ts$|^(?:explanation|texts|fraction)\.ts$|^(?:figures|privacy|calc|checks)\//
const modules = readdirSync(RULES, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !NOT_RULES.test(name))

const fault: { module: string | null; of: unknown; thrown: number } = { module: null, of: null, thrown: 0 }
/** Modules that were seen to throw. */
const met = new Set<string>()
/** What no question below comes to: types alone, the calculators, the forms of a payment, and what this demonstration has none of. */
const NOT_MET = [
  'aid/aid-scheme.ts',
  'aid/scales.ts',
  'calendar/delay.ts',
  'engine/accruals/fiscal-accruals.ts',
  'engine/agenda/settled-matter.ts',
  'engine/contracts/contract-draft.ts',
  'engine/contracts/coverage.ts',
  'engine/contracts/renewal.ts',
  'engine/deadlines/contract-case.ts',
  'engine/deadlines/deadline.ts',
  'forecast/stopped-aid.ts',
  'law/end-allowance.ts',
  'law/hand-over.ts',
  'law/trial-period.ts',
  'payment/allocation.ts',
  'payment/repayment.ts',
  'reconciliation/compare.ts',
]

/** Every function of a module, throwing where the fault is in it: for all, or where an argument is (about) the object. */
function faulty(name: string, exports: Record<string, unknown>): Record<string, unknown> {
  const wrap = (value: unknown) => {
    if (typeof value !== 'function' || /^class\b/.test(Function.prototype.toString.call(value))) return value
    return (...args: unknown[]) => {
      if (fault.module === name && (fault.of === null || args.some(isAbout))) {
        fault.thrown += 1
        met.add(name)
        throw new RangeError('injected')
      }
      return (value as (...all: unknown[]) => unknown)(...args)
    }
  }
  return Object.fromEntries(Object.entries(exports).map(([key, value]) => [key, wrap(value)]))
}
const isAbout = (arg: unknown): boolean =>
  typeof arg === 'object' && arg !== null && (arg === fault.of || Object.values(arg).includes(fault.of))

let app: TestApplication
let open: () => Promise<TestApplication>
beforeAll(async () => {
  for (const name of modules) {
    const path = fileURLToPath(new URL(`../../shared/rules/${name}`, import.meta.url))
    vi.doMock(path, async (original) => faulty(name, await original<Record<string, unknown>>()))
  }
  const { testApplication } = await import('../support/application.ts')
  open = async () => {
    const made = testApplication()
    await made.value('file.demo', {})
    return made
  }
  app = await open()
}, 60_000)
afterEach(() => {
  Object.assign(fault, { module: null, of: null, thrown: 0 })
})
afterAll(() => app.close())

const GRIDS: readonly GridName[] = [
  'positions',
  'contracts',
  'instalments',
  'payments',
  'agreements',
  'employers',
  'persons',
]

/** What never depends on rules. */
const ALWAYS: readonly (readonly [Channel, object])[] = [
  ['file.status', {}],
  ['read.journal', { positionId: null, before: null, limit: 20 }],
  ['read.journal', { positionId: 1, before: null, limit: 20 }],
  ['read.settings', {}],
  ['read.figures', {}],
  ['read.scales', {}],
  ['read.savedViews', { grid: 'positions' }],
  ['read.search', { text: 'a', limit: 20 }],
  ['read.entity', { entity: 'agreement', id: 1 }],
  ['read.check', { entity: 'agreement', id: 1, values: { endsOn: '2027-12-31' } }],
  ['write.save', { entity: 'agreement', id: 1, values: { note: 'corrigée' } }],
  ['write.undo', {}],
  ['write.redo', {}],
  ['write.undo', {}],
  ['copies.list', {}],
  ['file.backup', {}],
  ['forecast.scenarios', {}],
  ['report.kinds', {}],
  ['privacy.anonymised', {}],
]
/** Answered with what is left: every screen. */
const SCREENS: readonly (readonly [Channel, object])[] = [
  ['read.home', { employerId: null }],
  ['read.home', { employerId: 1 }],
  ...GRIDS.map((grid) => ['read.grid', { grid, employerId: null }] as const),
  ['read.grid', { grid: 'positions', employerId: 1 }],
  ...[1, 2, 3].map((positionId) => ['read.position', { positionId }] as const),
  ['read.deadlines', { employerId: null, withinDays: null, answered: true }],
  ['agenda.export', { employerId: null, names: true }],
]
const report = (kind: string, more: object = {}) =>
  [
    'report.preview',
    { kind, employerId: null, fiscalYear: null, at: null, agreementId: null, names: true, ...more },
  ] as const
/** Answered with what is left, or by a sentence that names what cannot be computed. */
const QUESTIONS: readonly (readonly [Channel, object])[] = [
  ['read.planning', { employerId: null, from: '2026-01-01', months: 12 }],
  ['forecast.compare', { employerId: null, months: 12, scenarioIds: [], draft: [] }],
  ['reconciliation.rows', { employerId: null, positionId: null, settled: true }],
  ['read.explain', { kind: 'position-state', positionId: 1 }],
  ['read.explain', { kind: 'position-amount', positionId: 1, amount: 'earnedCents' }],
  ['read.explain', { kind: 'agreement-amount', agreementId: 1, amount: 'lateCents' }],
  ['read.explain', { kind: 'contract-notice', contractId: 1 }],
  ['read.explain', { kind: 'vacancy-limit', positionId: 2 }],
  ['read.renewal', { contractId: 1, choice: null }],
  ['read.departure', { contractId: 1, endedOn: '2026-12-31' }],
  ['read.dedicatedFunds', { agreementId: 1 }],
  ['privacy.retention', {}],
  ['read.budget', { employerId: 1, agreementId: null, fiscalYear: 2026 }],
  report('aid'),
  report('contracts'),
  report('renewals'),
  report('situation'),
  report('forecast'),
  report('fiscal-year', { fiscalYear: 2026 }),
  report('closing', { agreementId: 1 }),
]

async function codes(asked: readonly (readonly [Channel, object])[]): Promise<string[]> {
  const found: string[] = []
  for (const [channel, input] of asked) {
    const answer = await app.dispatcher.call(channel, input)
    if (!answer.ok) found.push(`${channel} ${answer.error.code}`)
  }
  return found
}

/** A fault is met on a dossier just changed: nothing computed before it is shown again. */
async function withFault<T>(module: string | null, of: unknown, work: () => Promise<T>): Promise<T> {
  fault.module = module
  fault.of = of
  await app.value('write.save', { entity: 'employer', id: 1, values: { note: `${module} ${Math.random()}` } })
  await app.value('write.save', { entity: 'employer', id: 2, values: { note: `${module} ${Math.random()}` } })
  return await work()
}

async function rows(): Promise<GridRows> {
  const found: Record<string, unknown> = {}
  for (const grid of GRIDS) {
    const answer: Reply<'read.grid'> = await app.value('read.grid', { grid, employerId: null })
    found[grid] = answer[grid]
  }
  return found as unknown as GridRows
}

describe('a dossier whose rules are whole', () => {
  it('answers everything', async () => {
    expect(await codes([...ALWAYS, ...SCREENS, ...QUESTIONS])).toEqual([])
    expect((await app.value('read.home', { employerId: null })).uncomputed).toEqual([])
    expect(modules.length).toBeGreaterThan(60)
  })
})

describe('a module of the rules that throws for every object', () => {
  it.each(modules)(
    '%s: what does not depend on rules works, the screens answer, no answer is "internal"',
    async (module) => {
      const [always, screens, questions] = await withFault(module, null, async () => [
        await codes(ALWAYS),
        await codes(SCREENS),
        await codes(QUESTIONS),
      ])
      expect(always).toEqual([])
      // Where the addition itself fails there is no total to show; each screen says so by itself.
      const own = module === 'engine/aid/amounts.ts' || module === 'engine/deadlines/kinds.ts'
      expect(own ? screens.filter((code) => !code.endsWith(' rules.unavailable')) : screens).toEqual([])
      expect(questions.filter((code) => !/ (?:rules|letter)\./.test(code))).toEqual([])
    },
  )

  it('was met by what is asked here, but for those named above', () => {
    expect(modules.filter((name) => !met.has(name)).sort()).toEqual(NOT_MET)
  })
})

describe('a module of the rules that throws for one object', () => {
  const OBJECTS = ['positions', 'contracts', 'agreements', 'instalments'] as const
  const STATES = {
    positions: 'engine/states/position-state.ts',
    contracts: 'engine/states/contract-state.ts',
    agreements: 'engine/aid/aid-share.ts',
    instalments: 'engine/states/instalment-state.ts',
  }
  it.each(OBJECTS)(
    'one of the %s: it is named, and every other line is exactly what it was',
    async (list) => {
      const facts = app.session.context().dossier.readFacts()
      const object = facts[list][0] as { readonly id: number }
      const whole = await withFault(null, null, rows)
      const left = await withFault(STATES[list], object, rows)
      expect(fault.thrown).toBeGreaterThan(0)
      const named = (left[list] as readonly { readonly id: number; readonly uncomputed?: unknown }[]).find(
        (row) => row.id === object.id,
      )
      if (list !== 'contracts') expect(named?.uncomputed).toBeDefined()
      for (const grid of GRIDS) {
        expect(left[grid].map((row) => row.id)).toEqual(whole[grid].map((row) => row.id))
        left[grid].forEach((row, at) => {
          if (row.uncomputed === undefined && grid !== 'employers') expect(row).toEqual(whole[grid][at])
        })
      }
      const home = await app.value('read.home', { employerId: null })
      expect(home.uncomputed.length).toBeGreaterThan(0)
      expect(home.uncomputed.length).toBeLessThan(facts.positions.length + facts.contracts.length)
      const report = await app.value('report.preview', {
        ...{ kind: 'aid', employerId: null, fiscalYear: null, at: null, agreementId: null, names: true },
      })
      if (list === 'agreements') {
        expect(report.leftOut?.join(' ')).toContain('ne peut pas être')
        expect(report.checks.passed).toBeLessThan(report.checks.total)
      }
    },
  )
})
