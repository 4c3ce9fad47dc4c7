import { describe, expect, it } from 'vitest'
import { cents } from '#shared/domain/money.ts'
import { contractMonth } from '#shared/rules/cost/contract-cost.ts'
import { indexFacts } from '#shared/rules/engine/index-facts.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

const RATE = 3_800

/** 2 180 € gross from 12/02/2024 to 31/01/2027, 2 300 € from 01/07/2025. */
function costs(given: { endedOn?: string; paid?: boolean; entered?: string } = {}) {
  const { endedOn = null, paid = true, entered } = given
  const builder = new FactsBuilder()
  const monthlyGrossCents = paid ? 218_000 : null
  const contractId = builder.contract(builder.position(builder.employer()), '2024-02-12', '2027-01-31', {
    kind: 'contrat-de-projet',
    monthlyGrossCents,
    endedOn,
  })
  const rise = { contractId, effectiveOn: '2025-07-01', newMonthlyGrossCents: 230_000 }
  if (paid) builder.contractAmendment(rise)
  const slip = { grossCents: cents(220_000), chargesCents: cents(80_000), taxesCents: cents(1_500) }
  if (entered !== undefined) builder.monthlyCost({ contractId, month: entered, ...slip })
  const index = indexFacts(builder.facts())
  const contract = index.contracts.get(contractId)
  if (contract === undefined) throw new Error('no contract')
  return (month: string) => contractMonth(contract, index, RATE, month)
}

describe('The cost of a contract in a month', () => {
  it('is the gross plus the employer’s charges where nothing was entered, and says it is an estimate', () => {
    expect(costs()('2024-05')).toMatchObject({
      grossCents: 218_000,
      chargesCents: 82_840,
      totalCents: 300_840,
      estimated: true,
    })
  })

  it('counts only the days worked in the first and last months', () => {
    expect(costs()('2024-02')?.grossCents).toBe(Math.round((218_000 * 18) / 29))
    expect(costs({ endedOn: '2024-03-10' })('2024-03')?.grossCents).toBe(Math.round((218_000 * 10) / 31))
  })

  it('follows an amendment of the gross from its effect', () => {
    expect(costs()('2025-06')?.grossCents).toBe(218_000)
    expect(costs()('2025-07')?.grossCents).toBe(230_000)
  })

  it('is what was entered, where it was entered', () => {
    expect(costs({ entered: '2024-05' })('2024-05')).toMatchObject({ totalCents: 301_500, estimated: false })
  })

  it('is nothing outside the contract, and nothing where no gross is known', () => {
    expect(costs()('2024-01')).toBeNull()
    expect(costs()('2027-02')).toBeNull()
    expect(costs({ paid: false })('2024-05')).toBeNull()
  })
})
