import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { type PlanningRow, planningOf } from '#shared/rules/engine/planning.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

const today = day('2026-11-23')

/** Two years from January 2026 of one post under a convention from 01/06/2024 to 31/05/2027. */
function plan(fill: (builder: FactsBuilder, post: number, agreement: number) => void): PlanningRow {
  const builder = new FactsBuilder()
  const employer = builder.employer({ name: 'Réseau Passerelles Numériques' })
  const post = builder.position(employer, { stateId: '2104', label: 'Les Forges' })
  const agreement = builder.agreement(employer, '2024-06-01', '2027-05-31')
  builder.grants(agreement, post, [20_000, 14_000, 10_000])
  fill(builder, post, agreement)
  const rows = planningOf(derive(builder.facts(), today), day('2026-01-01'), day('2027-12-31'), null)
  const row = rows[0]
  if (row === undefined) throw new Error('no row')
  return row
}

const bars = (row: PlanningRow) => row.bars.map((b) => `${b.kind} ${b.from} ${b.to}`)

describe('A post on the planning', () => {
  it('a permanent contract is funded until the convention ends, then without aid', () => {
    const row = plan((b, post) => b.contract(post, '2024-06-01', null))
    expect(bars(row)).toEqual(['funded 2026-01-01 2027-05-31', 'unfunded 2027-06-01 2027-12-31'])
    expect(row.bars[1]?.open).toBe(true)
    expect(row.agreements).toEqual([{ from: '2026-01-01', to: '2027-05-31', endsInside: true }])
  })

  it('a vacancy is hatched until the last day to fill it, then only funded and not filled', () => {
    const row = plan((b, post) =>
      b.contract(post, '2024-06-01', null, { endedOn: '2026-07-31', endMotive: 'resignation' }),
    )
    expect(bars(row)).toEqual([
      'funded 2026-01-01 2026-07-31',
      'vacancy 2026-08-01 2027-01-31',
      'unfilled 2027-02-01 2027-05-31',
    ])
    expect(row.vacancyLimitOn).toBe('2027-01-31')
  })

  it('what nobody will hold after a term to come is not yet a vacancy', () => {
    const row = plan((b, post) => b.contract(post, '2025-07-01', '2026-12-31'))
    expect(bars(row)).toEqual(['funded 2026-01-01 2026-12-31', 'unfilled 2027-01-01 2027-05-31'])
  })

  it('a post given back is no longer funded from that day', () => {
    const builder = new FactsBuilder()
    const employer = builder.employer()
    const post = builder.position(employer, { returnedOn: '2026-04-30' })
    const agreement = builder.agreement(employer, '2024-05-01', '2027-04-30')
    builder.grants(agreement, post, [20_000, 14_000])
    builder.contract(post, '2024-05-01', null, { endedOn: '2026-02-28' })
    const [row] = planningOf(derive(builder.facts(), today), day('2026-01-01'), day('2027-12-31'), null)
    expect(row && bars(row)).toEqual(['funded 2026-01-01 2026-02-28', 'vacancy 2026-03-01 2026-04-30'])
  })

  it('a tranche paid in part stands twice: what came, and what is late', () => {
    const row = plan((b, post, agreement) => {
      const tranche = b.instalment(agreement, 10_000, { positionId: post, dueOn: '2026-03-31' })
      b.payment(1, '2026-06-18', 6_000, [[tranche, 6_000]])
    })
    expect(row.marks.map((m) => [m.on, m.amountCents, m.late])).toEqual([
      ['2026-06-18', 600_000, false],
      ['2026-03-31', 400_000, true],
    ])
  })
})
