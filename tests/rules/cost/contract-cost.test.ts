import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { contractMonth } from '#shared/rules/cost/contract-cost.ts'
import { indexFacts } from '#shared/rules/engine/index-facts.ts'
import { aContract, aCost, anAmendment, factsOf } from '../../support/facts.ts'

const RATE = 3_800
const rise = anAmendment({ effectiveOn: day('2025-07-01'), newMonthlyGrossCents: cents(230_000) })

function cost(
  month: string,
  contract = aContract({ startsOn: day('2024-02-12') }),
  more: Partial<Facts> = {},
) {
  const facts = factsOf({ contracts: [contract], contractAmendments: [rise], ...more })
  return contractMonth(contract, indexFacts(facts), RATE, month)
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
    const broken = aContract({ endedOn: day('2024-03-10') })
    expect(cost('2024-03', broken)?.grossCents).toBe(Math.round((218_000 * 10) / 31))
  })

  it('follows an amendment of the gross from its effect', () => {
    expect(cost('2025-06')?.grossCents).toBe(218_000)
    expect(cost('2025-07')?.grossCents).toBe(230_000)
  })

  it('is what was entered, where it was entered', () => {
    expect(cost('2024-05', aContract(), { monthlyCosts: [aCost()] })).toMatchObject({
      totalCents: 301_500,
      estimated: false,
    })
  })

  it('is nothing outside the contract, and nothing where no gross is known', () => {
    expect(cost('2024-01')).toBeNull()
    expect(cost('2027-02')).toBeNull()
    const unpaid = aContract({ monthlyGrossCents: null })
    expect(cost('2024-05', unpaid, { contractAmendments: [] })).toBeNull()
  })
})
