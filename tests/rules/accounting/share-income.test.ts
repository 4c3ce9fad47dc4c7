/** The sheet "Produits par exercice" of the design mock-ups, found again post by post. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#shared/domain/day.ts'
import { accountsOf } from '#shared/rules/accounting/accounts.ts'
import { fiscalYearNamed, shareIncome } from '#shared/rules/accounting/share-income.ts'
import { fiscalYears } from '#shared/rules/aid/accrual.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { PASSERELLES_TODAY, passerelles } from '../../support/passerelles.ts'

const { facts, ids } = passerelles()
const derived = derive(facts, day(PASSERELLES_TODAY))

function incomeOf(stateId: string, year = 2026) {
  const share = derived.sharesByPosition.get(ids[stateId] ?? 0)?.[0]
  if (share === undefined) throw new Error(`no aid for ${stateId}`)
  return shareIncome(share, fiscalYearNamed(year, '01-01'), '01-01')
}

describe('income of 2026, projected to its close', () => {
  test.each([
    ['2101', 32_833_33, 12, 10_333_33, 0, 833_34],
    ['2102', 27_000_00, 12, 10_666_67, 4_666_67, 1_666_66],
    ['2103', 24_666_67, 9, 9_166_67, 3_500_00, 6_666_66],
    ['2104', 28_166_67, 7, 7_500_00, 4_166_67, 4_166_66],
    ['2105', 22_333_33, 12, 13_333_33, 0, 8_333_34],
    ['2106', 30_500_00, 2, 2_333_33, 1_166_67, 0],
    ['3310', 28_750_00, 12, 15_000_00, 0, 6_250_00],
    ['3311', 23_958_33, 12, 15_416_67, 3_333_33, 7_291_67],
    ['3312', 17_500_00, 12, 12_500_00, 0, 12_500_00],
  ])(
    'post %s: %i before, %i months, %i in the year, %i unearned, %i deferred',
    (post, prior, months, income, unearned, deferred) => {
      const found = incomeOf(post)
      expect(found).toMatchObject({
        priorCents: prior,
        monthsInHundredths: months * 100,
        incomeCents: income,
        unearnedCents: unearned,
        deferredCents: deferred,
      })
      expect(prior + income + unearned + deferred).toBe(found.notifiedCents)
    },
  )

  test('opens with what the former year closed on', () => {
    for (const post of ['2101', '2102', '2106', '3311']) {
      expect(incomeOf(post).openingCents).toBe(incomeOf(post, 2025).deferredCents)
    }
  })

  test('opens empty in the year of the grant, and moves by grant, income and vacancy', () => {
    const first = incomeOf('2104', 2024)
    expect(first.openingCents).toBe(0)
    expect(first.priorCents).toBe(0)
    const year = incomeOf('2102', 2025)
    expect(year.openingCents - year.incomeCents - year.unearnedInYearCents).toBe(year.deferredCents)
  })

  test('a fiscal year from September takes its own months', () => {
    const share = derived.sharesByPosition.get(ids['2103'] ?? 0)?.[0]
    if (share === undefined) throw new Error('no share')
    const year = fiscalYearNamed(2025, '09-01')
    expect(year).toEqual({ from: '2025-09-01', to: '2026-08-31' })
    expect(shareIncome(share, year, '09-01')).toMatchObject({
      priorCents: 20_000_00,
      incomeCents: 10_500_00,
      unearnedCents: 3_500_00,
      deferredCents: 10_000_00,
      monthsInHundredths: 900,
    })
  })
})

test('years that an agreement no longer reaches are unearned once it is over, deferred until then', () => {
  const f = new FactsBuilder()
  const employer = f.employer()
  const post = f.position(employer, {})
  const agreement = f.agreement(employer, '2025-01-01', '2027-12-31', {})
  f.grants(agreement, post, [12_000, 12_000, 12_000], [])
  f.contract(post, '2025-01-01', null, {})
  const cut = {
    ...f.facts(),
    agreementAmendments: [
      {
        id: 900,
        agreementId: agreement,
        signedOn: null,
        effectiveOn: day('2026-06-01'),
        newEndsOn: day('2026-12-31'),
        reason: null,
      },
    ],
  }
  const share = derive(cut, day('2026-06-30')).shares[0]
  if (share === undefined) throw new Error('no share')
  const of = (year: number) => shareIncome(share, fiscalYearNamed(year, '01-01'), '01-01')
  expect(of(2025)).toMatchObject({ incomeCents: 12_000_00, unearnedCents: 0, deferredCents: 24_000_00 })
  expect(of(2026)).toMatchObject({ incomeCents: 12_000_00, unearnedCents: 12_000_00, deferredCents: 0 })
})

describe('whatever the method, a grant that decreases', () => {
  const METHODS = ['schedule', 'months', 'days'] as const
  const START = day('2024-03-15')
  const END = day('2027-03-14')
  const DAYS = 1095

  /** Every fiscal year of the grant, its post held between the days of `held` counted from the first. */
  function yearsOf(
    method: (typeof METHODS)[number],
    earningMethod: 'days' | 'months',
    fiscalYearStart: string,
    held: readonly (readonly [number, number])[],
  ) {
    const f = new FactsBuilder()
    const employer = f.employer({ fiscalYearStart })
    const post = f.position(employer, {})
    const agreement = f.agreement(employer, START, END, { accountingMethod: method, earningMethod })
    f.grants(agreement, post, [20_000, 14_000, 10_000], [])
    for (const [first, last] of held)
      f.contract(post, addDays(START, first), addDays(START, last), { kind: 'CDD' })
    const share = derive(f.facts(), END).shares[0]
    if (share === undefined) throw new Error('no share')
    return fiscalYears(START, END, fiscalYearStart).map((year) => ({
      ...shareIncome(share, year, fiscalYearStart),
      isHeld: share.paidDays.some((p) => p.from <= year.to && (p.to === null || p.to >= year.from)),
    }))
  }

  test.each(METHODS)('%s: a post never held has no income in any year', (method) => {
    for (const year of yearsOf(method, 'days', '01-01', [])) expect(year.incomeCents).toBe(0)
  })

  test('spread evenly, a first year left empty takes only its own part: 44 000 € over 36 months', () => {
    const years = yearsOf('months', 'months', '03-15', [[365, DAYS - 1]])
    expect(years.map((y) => y.incomeCents)).toEqual([0, 14_666_67, 14_666_66])
    expect(years.map((y) => y.unearnedInYearCents)).toEqual([14_666_67, 0, 0])
  })

  test('no occupied day, no income; no vacant day, nothing unearned; the years add up', () => {
    const holding = fc
      .uniqueArray(fc.integer({ min: 0, max: DAYS - 1 }), { minLength: 0, maxLength: 6 })
      .map((days) => days.slice(0, days.length - (days.length % 2)).sort((a, b) => a - b))
      .map((days) =>
        days.flatMap((first, i) => (i % 2 === 0 ? [[first, days[i + 1] ?? first] as const] : [])),
      )
    fc.assert(
      fc.property(
        fc.constantFrom(...METHODS),
        fc.constantFrom('days' as const, 'months' as const),
        fc.constantFrom('01-01', '09-01', '03-15', '02-29'),
        holding,
        (method, earningMethod, start, held) => {
          const years = yearsOf(method, earningMethod, start, held)
          let income = 0
          for (const year of years) {
            expect(year.priorCents).toBe(income)
            expect(year.incomeCents).toBeGreaterThanOrEqual(0)
            expect(year.unearnedInYearCents).toBeGreaterThanOrEqual(0)
            if (!year.isHeld) expect(year.incomeCents).toBe(0)
            income += year.incomeCents
            expect(income + year.unearnedCents + year.deferredCents).toBe(44_000_00)
          }
          expect(years.at(-1)?.deferredCents).toBe(0)
          if (held.length === 1 && held[0]?.[0] === 0 && held[0][1] === DAYS - 1)
            expect(income).toBe(44_000_00)
        },
      ),
      { numRuns: 150, seed: 5 },
    )
  })
})

test('accounts are those of the convention, else those of the chart', () => {
  const none = { incomeAccount: null, receivableAccount: null, deferredAccount: null }
  expect(accountsOf(none, 'association')).toEqual({ income: '741', receivable: '441', deferred: '487' })
  expect(accountsOf({ ...none, incomeAccount: '74788' }, 'm57').income).toBe('74788')
})
