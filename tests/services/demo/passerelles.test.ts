import { describe, expect, it } from 'vitest'
import { addMonths, day } from '#shared/domain/day.ts'
import { checkEntity } from '#shared/rules/checks/entity-checks.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { aidOfAll, aidOfPosition, derive } from '#shared/rules/engine/derive.ts'
import { checkIdentifier } from '#shared/rules/identifiers.ts'
import { DEMO_TODAY, generateDemo } from '../../../electron/services/demo/generate-demo.ts'

const facts = generateDemo()
const derived = derive(facts, DEMO_TODAY)
const positionOf = (stateId: string) => facts.positions.find((p) => p.stateId === stateId)?.id ?? Number.NaN

describe('the demonstration file', () => {
  it('holds two employers, nine posts, nine agreements, 26 tranches and 20 payments, always the same', () => {
    expect(facts.employers.map((e) => e.name)).toEqual(['Réseau Passerelles Numériques', 'Ville de Valombre'])
    expect(facts.positions.map((p) => p.stateId)).toEqual([
      '2101',
      '2102',
      '2103',
      '2104',
      '2105',
      '2106',
      '3310',
      '3311',
      '3312',
    ])
    expect([facts.agreements.length, facts.instalments.length, facts.payments.length]).toEqual([9, 26, 20])
    expect(generateDemo({ seed: 42, today: day('2030-01-01') })).toEqual(facts)
  })

  it('adds up to the control totals of the mock-ups', () => {
    const aid = aidOfAll(derived)
    expect(aid.notifiedCents).toBe(396_500_00)
    expect(aid.receivedCents).toBe(315_000_00)
    expect(aid.lateCents).toBe(49_000_00)
    expect(aid.claimableCents).toBe(10_000_00)
    expect(aid.plannedCents).toBe(12_500_00)
    expect(aid.suspendedCents).toBe(10_000_00)
    expect(aid.outstandingCents).toBe(81_500_00)
    expect(aid.cancelledCents).toBe(0)
  })

  it.each([
    ['2101', 41_500_00],
    ['2102', 36_000_00],
    ['2103', 32_166_67],
    ['2104', 35_666_67],
    ['2105', 34_000_00],
    ['2106', 32_833_33],
    ['3310', 41_666_67],
    ['3311', 37_291_67],
    ['3312', 27_916_67],
  ])('has earned on post %s, at the end of October, what the mock-ups show', (stateId, earned) => {
    const october = derive(facts, day('2026-10-31'))
    expect(aidOfPosition(october, positionOf(stateId)).earnedCents).toBe(earned)
  })

  it('has seven posts occupied, one vacant, one returned', () => {
    const states = [...derived.positions.values()].map((p) => p.state)
    expect(states.filter((s) => s === 'occupied')).toHaveLength(7)
    expect(derived.positions.get(positionOf('2104'))).toMatchObject({
      state: 'vacant',
      vacantSince: '2026-08-01',
    })
    expect(derived.positions.get(positionOf('2106'))?.state).toBe('returned')
  })

  it('shows six late deadlines, then two, four and three by thirty days, as on the home screen', () => {
    const shown = deadlinesOf(derived).filter((d) => d.status !== 'answered' && d.daysLeft <= 90)
    const between = (from: number, to: number) =>
      shown.filter((d) => d.daysLeft >= from && d.daysLeft <= to).length
    expect(shown.filter((d) => d.daysLeft < 0)).toHaveLength(6)
    expect([between(0, 30), between(31, 60), between(61, 90)]).toEqual([2, 4, 3])
  })

  it('would be accepted by every check of a write, without a warning that a reader would take for a mistake', () => {
    const said = [
      ...facts.employers.flatMap((e) => checkEntity('employer', e, facts)),
      ...facts.positions.flatMap((p) => checkEntity('position', p, facts)),
      ...facts.attachments.flatMap((a) => checkEntity('attachment', a, facts)),
      ...facts.persons.flatMap((p) => checkEntity('person', p, facts)),
      ...facts.contracts.flatMap((c) => checkEntity('contract', c, facts)),
      ...facts.agreements.flatMap((a) => checkEntity('agreement', a, facts)),
      ...facts.grants.flatMap((g) => checkEntity('grant', g, facts)),
      ...facts.instalments.flatMap((i) => checkEntity('instalment', i, facts)),
    ]
    expect(said.filter((f) => f.severity === 'refused')).toEqual([])
  })

  it('is plainly invented: SIRETs of nobody, addresses that cannot exist', () => {
    for (const { siret, email } of facts.employers) {
      expect(siret).toMatch(/^000000/)
      expect(checkIdentifier('siret', siret ?? '').valid).toBe(true)
      expect(email).toMatch(/\.example$/)
    }
    for (const { email } of facts.persons) expect(email).toMatch(/^[a-z]+\.[a-z]+@[a-z]+\.example$/)
  })

  it('knows what each contract cost until the last closed month', () => {
    const lucie = facts.contracts.find((c) => c.monthlyGrossCents === 218_000)
    const costs = facts.monthlyCosts.filter((c) => c.contractId === lucie?.id)
    expect(costs[0]?.month).toBe('2024-02')
    expect(costs.at(-1)).toMatchObject({ month: '2026-10', grossCents: 218_000, chargesCents: 82_840 })
    // Nothing before the conventions: Yanis had left.
    expect(facts.monthlyCosts.every((c) => c.month >= '2024-01' && c.month <= '2026-10')).toBe(true)
    expect(new Set(facts.monthlyCosts.map((c) => `${c.contractId} ${c.month}`)).size).toBe(
      facts.monthlyCosts.length,
    )
  })

  it('covers each post by one agreement of three years, the returned one cut short', () => {
    for (const agreement of facts.agreements)
      expect(addMonths(agreement.startsOn, 36) > agreement.endsOn).toBe(true)
    expect(facts.agreementAmendments).toMatchObject([{ newEndsOn: '2026-04-30' }])
  })
})
