/** What the aids of a post cover of a contract, month by month, and what is left to the employer. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import type { ContractDraft } from '#shared/rules/engine/contracts/contract-draft.ts'
import { coverageOf } from '#shared/rules/engine/contracts/coverage.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

type Given = Parameters<FactsBuilder['agreement']>[3]

/** The coverage of a contract from one day to another (null: permanent), the aids of its post given by their dates. */
function covered(
  startsOn: string,
  endsOn: string | null,
  aids: readonly (readonly [from: string, to: string, given?: Given])[],
  monthlyGrossCents: ContractDraft['monthlyGrossCents'] = cents(2_000_00),
) {
  const f = new FactsBuilder()
  const employer = f.employer({ chargesRate: 4_000 })
  const positionId = f.position(employer)
  for (const [from, to, given] of aids) f.grants(f.agreement(employer, from, to, given), positionId, [12_000])
  const draft: ContractDraft = {
    ...{ id: 0, positionId, personId: 0, kind: endsOn === null ? 'CDI' : 'CDD', renewsId: null },
    ...{ ground: null, weeklyMinutes: 2100, monthlyGrossCents },
    startsOn: day(startsOn),
    endsOn: endsOn === null ? null : day(endsOn),
  }
  return coverageOf(draft, derive(f.facts(), day('2026-01-15')))
}

describe('the aid that covers a contract', () => {
  const last = (...given: Parameters<typeof covered>) => covered(...given).fundedTo

  it('is any that shares a day with it and was not settled, the one that ends last', () => {
    const contract = ['2026-06-01', '2026-12-31'] as const
    expect(last(...contract, [['2025-06-02', '2026-06-01']])).toBe('2026-06-01')
    expect(last(...contract, [['2025-06-01', '2026-05-31']])).toBeNull()
    expect(last(...contract, [['2026-12-31', '2027-12-30']])).toBe('2027-12-30')
    expect(last(...contract, [['2027-01-01', '2027-12-31']])).toBeNull()
    expect(last(...contract, [['2026-01-01', '2026-12-31', { settledOn: '2026-01-10' }]])).toBeNull()
    const two = [
      ['2026-01-01', '2026-12-31'],
      ['2026-03-01', '2026-09-30'],
    ] as const
    expect(last(...contract, two)).toBe('2026-12-31')
    expect(last(...contract, two.toReversed())).toBe('2026-12-31')
  })

  it('pays its months; the employer pays the others, and what a month costs beyond the aid', () => {
    const { funded, unfunded, total } = covered('2026-07-01', '2026-12-31', [['2025-10-01', '2026-09-30']])
    // 2 000 € and 40 % of charges a month; 12 000 € of aid a year.
    const rest = { costCents: 8_400_00, shareCents: 8_400_00 - 3_000_00 }
    expect(funded).toEqual({ ...rest, months: 3, days: 0, aidCents: 3_000_00 })
    expect(unfunded).toEqual({ months: 3, days: 0, costCents: 8_400_00, aidCents: 0, shareCents: 8_400_00 })
    expect(total).toEqual({
      ...{ months: 6, days: 0, costCents: 16_800_00 },
      ...{ aidCents: 3_000_00, shareCents: 13_800_00 },
    })
  })

  it('leaves the employer the days between two agreements, and those before the first', () => {
    const aids = [
      ['2026-02-01', '2026-03-31'],
      ['2026-06-01', '2026-12-31'],
    ] as const
    const { months, funded, unfunded, total } = covered('2026-01-01', '2026-07-31', aids)
    expect(months.map((m) => m.isFunded)).toEqual([false, true, true, false, false, true, true])
    expect([funded.months, unfunded.months, total.months]).toEqual([4, 3, 7])
    expect([funded.costCents, unfunded.costCents]).toEqual([11_200_00, 8_400_00])
  })

  it('is looked at over twelve months for a permanent contract', () => {
    expect(covered('2026-07-01', null, [['2025-10-01', '2026-09-30']]).total).toMatchObject({ months: 12 })
  })

  it('is told without costs where the pay is not known', () => {
    const aids = [['2026-01-01', '2026-12-31']] as const
    expect(covered('2026-01-01', '2026-12-31', aids).isCosted).toBe(true)
    expect(covered('2026-01-01', '2026-12-31', aids, null)).toMatchObject({
      isCosted: false,
      funded: { costCents: 0, aidCents: 12_000_00 },
    })
  })
})

describe('the months of a contract', () => {
  it('run date to date, the last one cut at the term, funded where the aid reaches their last day', () => {
    const { months } = covered('2026-01-31', '2026-04-10', [['2026-01-01', '2026-03-30']])
    expect(months).toEqual([
      { from: '2026-01-31', to: '2026-02-28', isFunded: true },
      { from: '2026-03-01', to: '2026-03-30', isFunded: true },
      { from: '2026-03-31', to: '2026-04-10', isFunded: false },
    ])
    expect(covered('2026-01-31', '2026-01-31', []).months).toHaveLength(1)
  })
})
