import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { departureOf } from '#shared/rules/engine/departure.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

const TODAY = day('2026-11-23')

/** One post financed 12 000 € a year over 2026 and 2027, held until the end of 2027; one tranche received, one to come. */
function post() {
  const facts = new FactsBuilder()
  const employer = facts.employer()
  const position = facts.position(employer)
  const contract = facts.contract(position, '2026-01-01', '2027-12-31')
  const agreement = facts.agreement(employer, '2026-01-01', '2027-12-31')
  facts.grants(agreement, position, [12_000, 12_000])
  const tranche = { label: 'Tranche 2', dueOn: '2026-11-30', claimableOn: '2026-11-01' }
  facts.instalment(agreement, 12_000, tranche)
  return { facts, position, contract }
}

describe('a departure', () => {
  it('empties the post the next day, and says until when it must be filled and what the aid loses by then', () => {
    const { facts, contract } = post()
    const found = departureOf(facts.facts(), contract, day('2026-11-30'), TODAY)
    expect(found).toMatchObject({
      vacantFrom: '2026-12-01',
      limit: { limitOn: '2027-05-30', months: 6 },
      at: '2026-11-30',
      earnedCents: 11_000_00,
    })
    // December to April, and thirty of the thirty-one days of May.
    expect(found?.unearnedCents).toBe(5_000_00 + Math.round((1_000_00 * 30) / 31))
    expect(found?.suspended).toEqual([{ label: 'Tranche 2', amountCents: 12_000_00 }])
  })

  it('empties nothing where another contract follows at once', () => {
    const { facts, position, contract } = post()
    facts.contract(position, '2026-12-01', '2027-12-31')
    const found = departureOf(facts.facts(), contract, day('2026-11-30'), TODAY)
    expect(found).toMatchObject({ vacantFrom: null, limit: null, suspended: [] })
  })

  it('is nothing for a contract that is not there', () => {
    expect(departureOf(new FactsBuilder().facts(), 7, day('2026-11-30'), TODAY)).toBeNull()
  })
})
