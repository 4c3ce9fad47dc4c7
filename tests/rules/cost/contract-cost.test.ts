import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { Contract, ContractAmendment, MonthlyCost } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { type CostInput, contractMonth, grossOn } from '#shared/rules/cost/contract-cost.ts'

const contract: Contract = {
  id: 1,
  positionId: 1,
  personId: 1,
  kind: 'contrat-de-projet',
  startsOn: day('2024-02-12'),
  endsOn: day('2027-01-31'),
  trialEndsOn: null,
  weeklyMinutes: 2100,
  monthlyGrossCents: cents(218_000),
  renewsId: null,
  signedOn: null,
  endedOn: null,
  endMotive: null,
  ground: null,
  stateId: null,
  note: null,
}

const raise: ContractAmendment = {
  id: 1,
  contractId: 1,
  signedOn: null,
  effectiveOn: day('2025-07-01'),
  newEndsOn: null,
  newWeeklyMinutes: null,
  newMonthlyGrossCents: cents(230_000),
  reason: null,
}

function cost(month: string, over: Partial<CostInput> = {}) {
  const base = {
    contract,
    amendments: [raise],
    lastDay: day('2027-01-31'),
    chargesRate: 3_800,
    entered: new Map(),
  }
  return contractMonth({ ...base, ...over }, month)
}

describe('The cost of a contract in a month', () => {
  it('is the gross plus the employer’s charges where nothing was entered, and says it is an estimate', () => {
    expect(cost('2024-05')).toMatchObject({
      grossCents: 218_000,
      chargesCents: 82_840,
      totalCents: 300_840,
      estimated: true,
    })
  })

  it('counts only the days worked in the first and last months', () => {
    expect(cost('2024-02')?.grossCents).toBe(Math.round((218_000 * 18) / 29))
    expect(cost('2024-03', { lastDay: day('2024-03-10') })?.grossCents).toBe(Math.round((218_000 * 10) / 31))
  })

  it('follows an amendment of the gross from its effect', () => {
    expect(grossOn(contract, [raise], day('2025-06-30'))).toBe(218_000)
    expect(grossOn(contract, [raise], day('2025-07-01'))).toBe(230_000)
    expect(cost('2025-07')?.grossCents).toBe(230_000)
  })

  it('is what was entered, where it was entered', () => {
    const entered: MonthlyCost = {
      id: 1,
      contractId: 1,
      month: '2024-05',
      grossCents: cents(220_000),
      chargesCents: cents(80_000),
      taxesCents: cents(1_500),
    }
    expect(cost('2024-05', { entered: new Map([['2024-05', entered]]) })).toMatchObject({
      totalCents: 301_500,
      estimated: false,
    })
  })

  it('is nothing outside the contract, and nothing where no gross is known', () => {
    expect(cost('2024-01')).toBeNull()
    expect(cost('2027-02')).toBeNull()
    expect(cost('2024-05', { amendments: [], contract: { ...contract, monthlyGrossCents: null } })).toBeNull()
  })
})
