/** What must hold of the aid whatever the facts: amounts add up, nothing is earned twice nor taken back by time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { aidOfAgreement, aidOfAll, aidOfPosition, derive } from '#shared/rules/engine/derive.ts'
import { split } from '#shared/rules/engine/split.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

const ORIGIN = day('2022-01-01')
const anyDay = fc.integer({ min: 0, max: 2200 }).map((n) => addDays(ORIGIN, n))
const euros = fc.integer({ min: 0, max: 5_000_000 }).map((c) => c / 100)

const contractSpec = fc.record({
  start: fc.integer({ min: 0, max: 1800 }),
  length: fc.option(fc.integer({ min: 0, max: 900 })),
  broken: fc.option(fc.integer({ min: 0, max: 600 })),
  moved: fc.option(fc.integer({ min: 0, max: 400 })),
})
const positionSpec = fc.record({
  contracts: fc.array(contractSpec, { maxLength: 4 }),
  returned: fc.option(fc.integer({ min: 200, max: 2000 })),
  transferred: fc.option(fc.integer({ min: 100, max: 1500 })),
  yearly: fc.array(euros, { maxLength: 4 }),
  bonus: fc.array(euros, { maxLength: 3 }),
})
const trancheSpec = fc.record({
  amount: euros,
  ofPost: fc.option(fc.nat({ max: 3 })),
  due: fc.option(fc.integer({ min: 0, max: 2000 })),
  claimable: fc.option(fc.integer({ min: 0, max: 2000 })),
  cancelled: fc.option(fc.integer({ min: 0, max: 2000 })),
  condition: fc.boolean(),
  payments: fc.array(
    fc.record({ on: fc.integer({ min: 0, max: 2000 }), part: fc.integer({ min: 1, max: 120 }) }),
    { maxLength: 3 },
  ),
  repaid: fc.option(fc.integer({ min: 1, max: 100 })),
})
const fileSpec = fc.record({
  start: fc.integer({ min: 0, max: 900 }),
  length: fc.integer({ min: 1, max: 1300 }),
  method: fc.constantFrom('months' as const, 'days' as const),
  amendedTo: fc.option(fc.integer({ min: 0, max: 2000 })),
  settled: fc.option(fc.integer({ min: 0, max: 2200 })),
  positions: fc.array(positionSpec, { minLength: 1, maxLength: 4 }),
  tranches: fc.array(trancheSpec, { maxLength: 5 }),
})

function build(
  spec: (typeof fileSpec)['generate'] extends (...args: never[]) => { value: infer T } ? T : never,
): Facts {
  const f = new FactsBuilder()
  const employer = f.employer()
  const other = f.employer()
  const at = (n: number) => addDays(ORIGIN, n)
  const startsOn = at(spec.start)
  const agreement = f.agreement(employer, startsOn, addDays(startsOn, spec.length), {
    earningMethod: spec.method,
    settledOn: spec.settled === null ? null : at(spec.settled),
  })
  if (spec.amendedTo !== null)
    f.agreementAmendment({
      agreementId: agreement,
      effectiveOn: startsOn,
      newEndsOn: addDays(startsOn, spec.amendedTo),
    })
  const posts = spec.positions.map((p) => {
    const id = f.position(null, { returnedOn: p.returned === null ? null : at(p.returned) })
    if (p.transferred === null) f.attachment({ positionId: id, employerId: employer, startsOn: ORIGIN })
    else {
      f.attachment({ positionId: id, employerId: employer, startsOn: ORIGIN, endsOn: at(p.transferred) })
      f.attachment({ positionId: id, employerId: other, startsOn: at(p.transferred + 1) })
    }
    for (const c of p.contracts) {
      const from = at(c.start)
      const contract = f.contract(id, from, c.length === null ? null : addDays(from, c.length), {
        endedOn: c.broken === null ? null : addDays(from, c.broken),
      })
      if (c.moved !== null && c.length !== null)
        f.contractAmendment({ contractId: contract, effectiveOn: from, newEndsOn: addDays(from, c.moved) })
    }
    if (p.yearly.length > 0) f.grants(agreement, id, p.yearly, p.bonus.slice(0, p.yearly.length))
    return id
  })
  let due: number | null = null
  for (const t of spec.tranches) {
    const instalment = f.instalment(agreement, t.amount, {
      positionId: t.ofPost === null ? null : (posts[t.ofPost % posts.length] ?? null),
      dueOn: t.due === null ? null : at(t.due),
      claimableOn: t.claimable === null ? null : at(t.claimable),
      cancelledOn: t.cancelled === null ? null : at(t.cancelled),
      conditions: t.condition ? 'bilan' : null,
    })
    let received = 0
    for (const { on, part } of t.payments) {
      const amount = Math.floor(t.amount * part) / 100
      received += amount
      if (amount > 0) f.payment(employer, at(on), amount, [[instalment, amount]])
    }
    const back = t.repaid === null ? 0 : Math.floor(received * t.repaid) / 100
    // Given back by a payment of its own, or kept by the funder out of what it paid for another tranche.
    const shares: [number, number][] = due === null ? [] : [[due, back + 1]]
    const bank = due === null ? -back : 1
    if (back > 0) f.payment(employer, at(2000), bank, [...shares, [instalment, -back]])
    due = instalment
  }
  return f.facts()
}

describe('the aid of any file, on any day', () => {
  it('always adds up: outstanding + received + cancelled = notified, for every post and every agreement', () => {
    fc.assert(
      fc.property(fileSpec, anyDay, (spec, today) => {
        const facts = build(spec)
        const derived = derive(facts, today)
        for (const { amounts } of derived.shares) {
          expect(amounts.outstandingCents + amounts.receivedCents + amounts.cancelledCents).toBe(
            amounts.notifiedCents,
          )
          expect(amounts.outstandingCents).toBeGreaterThanOrEqual(0)
          expect(amounts.cancelledCents).toBeGreaterThanOrEqual(0)
          expect(amounts.overpaidCents).toBeGreaterThanOrEqual(0)
          expect(amounts.earnedCents).toBeGreaterThanOrEqual(0)
          expect(amounts.earnedCents).toBeLessThanOrEqual(amounts.notifiedCents)
          expect(amounts.lateByAge.reduce((a, b) => a + b, 0)).toBe(amounts.lateCents)
          const { claimableCents, claimedCents, suspendedCents, plannedCents } = amounts
          for (const part of [
            ...amounts.lateByAge,
            claimableCents,
            claimedCents,
            suspendedCents,
            plannedCents,
          ])
            expect(part).toBeGreaterThanOrEqual(0)
        }
        const allocated = facts.allocations
          .filter((a) => (facts.payments.find((p) => p.id === a.paymentId)?.receivedOn ?? '9') <= today)
          .reduce((sum, a) => sum + a.amountCents, 0)
        const all = aidOfAll(derived)
        expect(all.receivedCents + all.excessCents).toBe(allocated)
      }),
      { numRuns: 400 },
    )
  })

  it('is the same counted by post or by agreement', () => {
    fc.assert(
      fc.property(fileSpec, anyDay, (spec, today) => {
        const facts = build(spec)
        const derived = derive(facts, today)
        const byAgreement = facts.agreements.map((a) => aidOfAgreement(derived, a.id))
        const byPosition = facts.positions.map((p) => aidOfPosition(derived, p.id))
        const withoutPost = derived.shares.filter((s) => s.positionId === null).map((s) => s.amounts)
        const fields = [
          'notifiedCents',
          'earnedCents',
          'receivedCents',
          'outstandingCents',
          'lateCents',
        ] as const
        for (const field of fields) {
          const sum = (rows: readonly { readonly [K in typeof field]: number }[]) =>
            rows.reduce((total, row) => total + row[field], 0)
          expect(sum([...byPosition, ...withoutPost])).toBe(sum(byAgreement))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never earns less as days go by', () => {
    fc.assert(
      fc.property(fileSpec, anyDay, fc.integer({ min: 0, max: 700 }), (spec, today, later) => {
        const facts = build(spec)
        const now = derive(facts, today)
        const then = derive(facts, addDays(today, later))
        now.shares.forEach((share, i) => {
          expect(then.shares[i]?.amounts.earnedCents).toBeGreaterThanOrEqual(share.amounts.earnedCents)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('earns nothing for a post nobody held, nor after it was given back, left to another or out of its agreement', () => {
    fc.assert(
      fc.property(fileSpec, anyDay, (spec, today) => {
        const derived = derive(build(spec), today)
        for (const share of derived.shares) {
          const view = share.positionId === null ? undefined : derived.positions.get(share.positionId)
          if (view === undefined) continue
          for (const { from, to } of share.paidDays) {
            const until: Day = to ?? day('2050-01-01')
            const held = view.occupied.some(
              (p) => p.from <= from && (p.to === null || p.to >= until || to === null),
            )
            expect(held || share.paidDays.length === 0).toBe(true)
            if (view.position.returnedOn !== null) expect(until <= view.position.returnedOn).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('derives deadlines with keys of their own, whatever the facts', () => {
    fc.assert(
      fc.property(fileSpec, anyDay, (spec, today) => {
        const keys = deadlinesOf(derive(build(spec), today)).map((d) => d.key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('sharing an amount', () => {
  it('loses no cent and gives nothing to a weight of nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.nat({ max: 1e8 }), { minLength: 1, maxLength: 12 }),
        (amount, weights) => {
          const parts = split(amount as never, weights)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
          if (weights.some((w) => w > 0))
            weights.forEach((weight, i) => {
              if (weight === 0) expect(parts[i]).toBe(0)
            })
        },
      ),
    )
  })
})
