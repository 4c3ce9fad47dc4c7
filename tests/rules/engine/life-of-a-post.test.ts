/**
 * One post with everything a post may meet, its amounts worked out by hand: a hand-over, an advance paid with another tranche,
 * a repayment, a second funder, an agreement prolonged, a tranche late by stages, then nobody.
 */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { aidOfAgreement, aidOfPosition, derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

const f = new FactsBuilder()
const town = f.employer({ sector: 'public' })
const post = f.position(town)
const state = f.agreement(town, '2024-03-01', '2027-02-28', { earningMethod: 'months' })
f.grants(state, post, [17_500, 12_500, 12_500], [2_500, 5_000])
const own = { positionId: post }
const first = f.instalment(state, 20_000, { ...own, dueOn: '2024-06-30' })
const second = f.instalment(state, 17_500, { ...own, dueOn: '2025-04-30' })
const third = f.instalment(state, 12_500, { ...own, dueOn: '2026-05-31' })
const county = f.agreement(town, '2025-01-01', '2025-12-31', {
  ...{ funder: 'Département', funderKind: 'departement', scheme: 'other' },
})
f.grants(county, post, [6_000])
f.instalment(county, 6_000, { dueOn: '2025-07-01' })
// Eight days of hand-over.
f.contract(post, '2024-03-01', '2027-02-28', {
  kind: 'L332-8',
  endedOn: '2025-09-15',
  endMotive: 'resignation',
})
f.contract(post, '2025-09-08', '2026-09-07', { kind: 'L332-8' })
f.payment(town, '2024-07-10', 20_000, [[first, 20_000]])
f.payment(town, '2025-06-01', 20_000, [
  [second, 17_500],
  [third, 2_500],
])
f.payment(town, '2026-02-01', -1_000, [[second, -1_000]])
f.agreementAmendment({ agreementId: state, effectiveOn: '2026-04-01', newEndsOn: '2027-05-31' })

const at = (today: string) => {
  const derived = derive(f.facts(), day(today))
  return { derived, aid: aidOfAgreement(derived, state), all: aidOfPosition(derived, post) }
}

describe('a post, year after year', () => {
  it('earns its bonus once while two advisers hand over, and its months by their days', () => {
    // Year 1 whole, then year 2 from March to 15 September: six months and fifteen days of thirty, at 17 500 / 12.
    expect(at('2025-09-15').aid.earnedCents).toBe(20_000_00 + 9_479_17)
    // Years 1 and 2 whole; March and April whole, fifteen days of May out of 31, at 12 500 / 12.
    expect(at('2026-05-15').aid.earnedCents).toBe(37_500_00 + 2_587_37)
    // The second funder has paid nothing: its year is earned all the same, beside.
    expect(at('2026-05-15').all).toMatchObject({
      notifiedCents: 56_000_00,
      earnedCents: 37_500_00 + 2_587_37 + 6_000_00,
      receivedCents: 39_000_00,
    })
  })

  it('was paid too much on the day a payment runs ahead of the months', () => {
    // 40 000 received on 1 June 2025; earned: year 1, three months and a day of June of year 2.
    expect(at('2025-06-01').aid).toMatchObject({ earnedCents: 24_423_61, overpaidCents: 15_576_39 })
  })

  it('is notified what is received, still to come and given back', () => {
    expect(at('2026-05-15').aid).toMatchObject({
      notifiedCents: 50_000_00,
      receivedCents: 39_000_00,
      outstandingCents: 10_000_00,
      cancelledCents: 1_000_00,
      repaidCents: 1_000_00,
      lateCents: 0,
    })
  })

  it('waits for the rest of a tranche for 1, 31, 61 and 91 days', () => {
    const ages = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01', '2026-07-31', '2026-08-30']
    expect(ages.map((today) => at(today).aid.lateByAge.indexOf(10_000_00 as never))).toEqual([
      -1, 0, 0, 1, 2, 3,
    ])
  })

  it('left empty, earns no more, and what was late before stays late', () => {
    const { aid, derived } = at('2026-12-31')
    expect(aid).toMatchObject({
      // March to August, then seven days of September out of thirty.
      earnedCents: 37_500_00 + 6_493_06,
      lateCents: 10_000_00,
      suspendedCents: 0,
    })
    const rows = deadlinesOf(derived).map((d) => [d.kind, d.dueOn])
    expect(rows).toContainEqual(['instalment-due', '2025-07-01'])
    expect(rows).toContainEqual(['instalment-due', '2026-05-31'])
    expect(rows).toContainEqual(['vacancy-limit', '2027-03-07'])
  })

  it('prolonged without more money, earns nothing in the months added', () => {
    const held = new FactsBuilder()
    const employer = held.employer({ sector: 'public' })
    const seat = held.position(employer)
    const agreement = held.agreement(employer, '2024-03-01', '2027-02-28')
    held.grants(agreement, seat, [17_500, 12_500, 12_500])
    held.contract(seat, '2024-03-01', null)
    held.agreementAmendment({ agreementId: agreement, effectiveOn: '2026-04-01', newEndsOn: '2027-05-31' })
    const earned = (today: string) => aidOfAgreement(derive(held.facts(), day(today)), agreement).earnedCents
    expect([earned('2027-02-28'), earned('2027-05-31')]).toEqual([42_500_00, 42_500_00])
  })
})
