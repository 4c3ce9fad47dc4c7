/** After a change, what is derived again and what is carried over must be what deriving the whole file gives. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { deadlinesOf, derivedDeadlines, redeadlines } from '#shared/rules/engine/deadlines/deadlines.ts'
import { type Derived, derive } from '#shared/rules/engine/derive.ts'
import { rederive } from '#shared/rules/engine/rederive.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'

const TODAY = day('2026-11-23')
const options = { lastVisitOn: day('2026-11-02') }
const file = generateDemo({ positions: 60, seed: 3, today: TODAY })

type Rows = { readonly [N in keyof Facts]: Facts[N][number] }

/** The same facts with one row of a table changed, removed or added; every other array and row stays the same object. */
function changed<N extends keyof Facts>(
  facts: Facts,
  name: N,
  at: number,
  to: (row: Rows[N]) => Rows[N] | null,
): Facts {
  const rows = facts[name] as readonly Rows[N][]
  const index = rows.length === 0 ? -1 : at % rows.length
  const next = rows.flatMap((row, i) => {
    if (i !== index) return [row]
    const made = to(row)
    return made === null ? [] : [made]
  })
  return { ...facts, [name]: next }
}

function added<N extends keyof Facts>(facts: Facts, name: N, row: Rows[N]): Facts {
  return { ...facts, [name]: [...facts[name], row] }
}

const idAfter = (rows: readonly { readonly id: number }[]) =>
  1 + rows.reduce((most, r) => Math.max(most, r.id), 0)
const pick = <T>(rows: readonly T[], at: number): T => rows[at % rows.length] as T

type Change = (facts: Facts, at: number, by: number) => Facts

const CHANGES: Readonly<Record<string, Change>> = {
  'a post renamed': (f, at) => changed(f, 'positions', at, (row) => ({ ...row, label: `${row.label} bis` })),
  'a post given back': (f, at, by) =>
    changed(f, 'positions', at, (row) => ({ ...row, returnedOn: addDays(TODAY, (by % 400) - 200) })),
  'a person renamed': (f, at) =>
    changed(f, 'persons', at, (row) => ({ ...row, lastName: `${row.lastName}x` })),
  'a structure of the other sector': (f, at) =>
    changed(f, 'employers', at, (row) => ({
      ...row,
      sector: row.sector === 'public' ? 'private' : 'public',
    })),
  'a contract that ends another day': (f, at, by) =>
    changed(f, 'contracts', at, (row) => ({
      ...row,
      endedOn: row.endedOn === null ? addDays(row.startsOn, by % 500) : null,
    })),
  'a contract on another post': (f, at, by) =>
    changed(f, 'contracts', at, (row) => ({ ...row, positionId: pick(f.positions, by).id, renewsId: null })),
  'a contract removed': (f, at) => {
    const gone = pick(f.contracts, at)
    return {
      ...changed(f, 'contracts', at, () => null),
      contractAmendments: f.contractAmendments.filter((row) => row.contractId !== gone.id),
      monthlyCosts: f.monthlyCosts.filter((row) => row.contractId !== gone.id),
    }
  },
  'a contract of someone else': (f, at, by) =>
    added(f, 'contracts', {
      ...pick(f.contracts, at),
      id: idAfter(f.contracts),
      positionId: pick(f.positions, by).id,
      renewsId: null,
    }),
  'an attachment to another structure': (f, at, by) =>
    changed(f, 'attachments', at, (row) => ({ ...row, employerId: pick(f.employers, by).id })),
  'an agreement of another length': (f, at, by) =>
    changed(f, 'agreements', at, (row) => ({ ...row, endsOn: addDays(row.startsOn, 200 + (by % 900)) })),
  'a grant on another post': (f, at, by) =>
    changed(f, 'grants', at, (row) => ({ ...row, positionId: pick(f.positions, by).id })),
  'a grant removed': (f, at) => changed(f, 'grants', at, () => null),
  'a tranche claimed': (f, at, by) =>
    changed(f, 'instalments', at, (row) => ({ ...row, claimedOn: addDays(TODAY, -(by % 60)) })),
  'a tranche for one post': (f, at, by) =>
    changed(f, 'instalments', at, (row) => ({ ...row, positionId: pick(f.positions, by).id })),
  'a payment of another amount': (f, at) =>
    changed(f, 'payments', at, (row) => ({ ...row, amountCents: cents(row.amountCents + 100) })),
  'a payment allocated elsewhere': (f, at, by) =>
    changed(f, 'allocations', at, (row) => ({ ...row, instalmentId: pick(f.instalments, by).id })),
  'an allocation removed': (f, at) => changed(f, 'allocations', at, () => null),
  'a deadline answered': (f, at, by) => {
    const deadline = pick(deadlinesOf(derive(f, TODAY), options), at)
    const answer = { key: deadline.key, answer: 'done', answeredOn: addDays(TODAY, -(by % 5)) } as const
    return added(f, 'deadlineAnswers', {
      ...answer,
      id: idAfter(f.deadlineAnswers),
      forDay: deadline.dueOn,
      postponedTo: null,
      reason: null,
    })
  },
  'an answer taken back': (f, at) => changed(f, 'deadlineAnswers', at, () => null),
  'a deadline of one’s own': (f, at, by) =>
    added(f, 'freeDeadlines', {
      id: idAfter(f.freeDeadlines),
      title: 'Bilan',
      dueOn: addDays(TODAY, by % 90),
      employerId: by % 3 === 0 ? pick(f.employers, at).id : null,
      positionId: by % 3 === 1 ? pick(f.positions, at).id : null,
      note: null,
    }),
  'a deadline of one’s own removed': (f, at) => changed(f, 'freeDeadlines', at, () => null),
}

const names = Object.keys(CHANGES)
const step = fc.record({
  name: fc.constantFrom(...names),
  at: fc.nat({ max: 100_000 }),
  by: fc.nat({ max: 100_000 }),
})

const RUNS = Number(process.env.JALON_RUNS ?? 30)

describe('what is derived again after a change', () => {
  it('is what deriving the whole file gives, whatever was changed before', {
    timeout: 30_000 + RUNS * 1000,
  }, () => {
    let carriedOver = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        let facts = file
        let derived = derive(facts, TODAY)
        let deadlines = deadlinesOf(derived, options)
        for (const { name, at, by } of steps) {
          facts = CHANGES[name]?.(facts, at, by) ?? facts
          const again = rederive(derived, facts)
          const whole = derive({ ...facts }, TODAY)
          if (again === null) {
            derived = whole
            deadlines = deadlinesOf(whole, options)
            continue
          }
          carriedOver += 1
          deadlines = redeadlines(deadlines, derived, again, options)
          derived = again.derived
          // Thousands of values: compared at once, and told apart only where they differ.
          expect(isDeepStrictEqual(valuesOf(derived), valuesOf(whole)), name).toBe(true)
          expect(isDeepStrictEqual(deadlines, deadlinesOf(whole, options)), name).toBe(true)
          const keys = (d: Derived) =>
            derivedDeadlines(d)
              .map((each) => each.key)
              .sort()
          expect(keys(derived), name).toEqual(keys(whole))
        }
      }),
      { numRuns: RUNS },
    )
    expect(carriedOver).toBeGreaterThan(50)
  })

  it('leaves alone what is not linked to the change', () => {
    const before = derive(file, TODAY)
    const [first] = file.positions
    const again = rederive(
      before,
      changed(file, 'positions', 0, (row) => ({ ...row, label: 'Ailleurs' })),
    )
    const kept = [...before.positions].filter(([id, view]) => again?.derived.positions.get(id) === view)
    expect(kept.length).toBeGreaterThan(file.positions.length / 2)
    expect(again?.derived.positions.get(first?.id ?? 0)?.position.label).toBe('Ailleurs')
  })

  it('is the whole file where a figure or a setting changed', () => {
    const before = derive(file, TODAY)
    expect(rederive(before, { ...file, settings: [{ key: 'x', value: '1' }] })).toBeNull()
    expect(rederive(before, { ...file, ruleFigures: [] })).toBeNull()
  })
})

function valuesOf({ positions, contracts, agreements, instalments, shares, ...d }: Derived) {
  return {
    positions: [...positions],
    contracts: [...contracts],
    agreements: [...agreements],
    instalments: [...instalments],
    shares,
    sharesByPosition: d.sharesByPosition,
    sharesByAgreement: [...d.sharesByAgreement],
  }
}
