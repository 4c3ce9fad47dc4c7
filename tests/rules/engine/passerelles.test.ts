/** The control totals of the design mock-ups, found again by the rules. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { aidOfAll, aidOfEmployer, aidOfPosition, derive } from '#shared/rules/engine/derive.ts'
import { PASSERELLES_TODAY, passerelles } from '../../support/passerelles.ts'

const { facts, ids } = passerelles()
const derived = derive(facts, day(PASSERELLES_TODAY))
const id = (key: string) => ids[key] ?? Number.NaN

describe('the file of the mock-ups on 23/11/2026', () => {
  it('is notified 396 500 €, of which 315 000 received, 49 000 late, 10 000 to claim, 12 500 planned, 10 000 suspended', () => {
    const aid = aidOfAll(derived)
    expect(aid.notifiedCents).toBe(396_500_00)
    expect(aid.receivedCents).toBe(315_000_00)
    expect(aid.outstandingCents).toBe(81_500_00)
    expect(aid.lateCents).toBe(49_000_00)
    expect(aid.claimableCents).toBe(10_000_00)
    expect(aid.plannedCents).toBe(12_500_00)
    expect(aid.suspendedCents).toBe(10_000_00)
    expect(aid.cancelledCents).toBe(0)
    expect(aid.lateByAge).toEqual([10_000_00, 12_500_00, 12_500_00, 14_000_00])
  })

  it('splits between the association and the town', () => {
    expect(aidOfEmployer(derived, id('rpn'))).toMatchObject({
      notifiedCents: 254_000_00,
      receivedCents: 210_000_00,
    })
    expect(aidOfEmployer(derived, id('valombre'))).toMatchObject({
      notifiedCents: 142_500_00,
      receivedCents: 105_000_00,
    })
  })

  it('earned, at the end of October, what the mock-ups show', () => {
    const october = derive(facts, day('2026-10-31'))
    expect(aidOfPosition(october, id('2103')).earnedCents).toBe(32_166_67)
    expect(aidOfPosition(october, id('3310')).earnedCents).toBe(41_666_67)
    expect(aidOfPosition(october, id('2106')).earnedCents).toBe(32_833_33)
    expect(aidOfPosition(october, id('2106')).overpaidCents).toBe(1_166_67)
  })

  it('has seven posts held, one vacant for 115 days, one given back', () => {
    const states = facts.positions.map((p) => derived.positions.get(p.id)?.state)
    expect(states.filter((s) => s === 'occupied')).toHaveLength(7)
    const vacant = derived.positions.get(id('2104'))
    expect(vacant).toMatchObject({
      state: 'vacant',
      vacantSince: '2026-08-01',
      lastDayOccupied: '2026-07-31',
    })
    expect(vacant?.reason.values).toMatchObject({ days: 115, lastPerson: 'Karim Dessaint' })
    expect(derived.positions.get(id('2106'))?.state).toBe('returned')
  })
})
