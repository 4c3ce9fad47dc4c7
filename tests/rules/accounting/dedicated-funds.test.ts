import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { dedicatedYears } from '#shared/rules/accounting/dedicated-funds.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

/** One post at 2 000 € a month without charges, an agreement of 30 000 € a year. */
function association(given: { readonly gross?: number | null; readonly other?: number } = {}) {
  const f = new FactsBuilder()
  const employer = f.employer({ chargesRate: 0 })
  const post = f.position(employer, {})
  const agreement = f.agreement(employer, '2025-01-01', '2026-12-31', {})
  f.grants(agreement, post, [30_000, 20_000])
  if (given.other !== undefined) {
    const second = f.agreement(employer, '2025-01-01', '2025-12-31', { funder: 'Région', reference: 'R' })
    f.grants(second, post, [given.other])
  }
  f.contract(post, '2025-01-01', null, {
    monthlyGrossCents: given.gross === null ? null : cents((given.gross ?? 2_000) * 100),
  })
  return { f, agreement }
}

const years = (f: FactsBuilder, agreement: number) =>
  dedicatedYears(agreement, derive(f.facts(), day('2026-11-23')))

describe('Dedicated funds of an agreement', () => {
  test('the balance of 194 follows what was entered, year after year', () => {
    const { f, agreement } = association()
    f.dedicatedFund({ agreementId: agreement, fiscalYear: 2025, carriedCents: cents(6_000_00) })
    f.dedicatedFund({ agreementId: agreement, fiscalYear: 2026, usedCents: cents(4_000_00), note: 'PV' })
    expect(years(f, agreement)).toMatchObject([
      { fiscalYear: 2025, openingCents: 0, carriedCents: 6_000_00, closingCents: 6_000_00, note: null },
      { fiscalYear: 2026, openingCents: 6_000_00, usedCents: 4_000_00, closingCents: 2_000_00, note: 'PV' },
    ])
  })

  test('what the rules leave unspent is shown with its arithmetic: 30 000 earned, 24 000 paid, 6 000 to carry', () => {
    const { f, agreement } = association()
    const [first, second] = years(f, agreement)
    expect(first?.unspent).toEqual({
      incomeCents: 30_000_00,
      costCents: 24_000_00,
      otherAidCents: 0,
      borneCents: 24_000_00,
      toCarryCents: 6_000_00,
      toUseCents: 0,
      costUnknown: false,
    })
    // 20 000 for 24 000: 4 000 are missing, but nothing was carried to use.
    expect(second?.unspent).toMatchObject({ toCarryCents: 0, toUseCents: 0 })
  })

  test('funds carried serve the year that lacks them, no further than the balance', () => {
    const { f, agreement } = association()
    f.dedicatedFund({ agreementId: agreement, fiscalYear: 2025, carriedCents: cents(3_000_00) })
    expect(years(f, agreement)[1]?.unspent.toUseCents).toBe(3_000_00)
  })

  test('other aid on the same post comes off the cost the agreement bears', () => {
    const { f, agreement } = association({ other: 5_000 })
    expect(years(f, agreement)[0]?.unspent).toMatchObject({
      otherAidCents: 5_000_00,
      borneCents: 19_000_00,
      toCarryCents: 11_000_00,
    })
  })

  test('nothing is proposed from a cost that is not known', () => {
    const { f, agreement } = association({ gross: null })
    expect(years(f, agreement)[0]?.unspent).toMatchObject({ costUnknown: true, toCarryCents: 0 })
  })

  test('a year outside the agreement is kept where funds were entered for it', () => {
    const { f, agreement } = association()
    f.dedicatedFund({ agreementId: agreement, fiscalYear: 2027, usedCents: cents(1_00) })
    expect(years(f, agreement).map((y) => [y.fiscalYear, y.closingCents])).toEqual([
      [2025, 0],
      [2026, 0],
      [2027, -1_00],
    ])
  })
})
