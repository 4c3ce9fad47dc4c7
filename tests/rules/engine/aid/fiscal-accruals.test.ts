/** The aid by fiscal year: it adds up to the notified amount, and each opening is the former closing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#shared/domain/day.ts'
import { agreementAccruals, employerAccruals } from '#shared/rules/engine/accruals/fiscal-accruals.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

describe('an agreement by fiscal year', () => {
  it('is spread over the school years of an association that closes in August', () => {
    const f = new FactsBuilder()
    const employer = f.employer({ fiscalYearStart: '09-01' })
    const post = f.position(employer)
    f.contract(post, '2024-01-01', null)
    const id = f.agreement(employer, '2024-03-01', '2026-02-28', { accountingMethod: 'months' })
    f.grants(id, post, [12_000, 12_000])
    const tranche = f.instalment(id, 24_000, { positionId: post })
    f.payment(employer, '2025-01-15', 20_000, [[tranche, 20_000]])
    const derived = derive(f.facts(), day('2026-11-23'))
    expect(agreementAccruals(id, derived)).toEqual([
      {
        from: '2023-09-01',
        to: '2024-08-31',
        openingDeferredCents: 0,
        incomeCents: 6_000_00,
        unearnedCents: 0,
        deferredCents: 18_000_00,
        receivedCents: 0,
        receivableCents: 24_000_00,
      },
      {
        from: '2024-09-01',
        to: '2025-08-31',
        openingDeferredCents: 18_000_00,
        incomeCents: 12_000_00,
        unearnedCents: 0,
        deferredCents: 6_000_00,
        receivedCents: 20_000_00,
        receivableCents: 4_000_00,
      },
      {
        from: '2025-09-01',
        to: '2026-08-31',
        openingDeferredCents: 6_000_00,
        incomeCents: 6_000_00,
        unearnedCents: 0,
        deferredCents: 0,
        receivedCents: 0,
        receivableCents: 4_000_00,
      },
    ])
    expect(employerAccruals(employer, derived)).toEqual(agreementAccruals(id, derived))
  })

  it('shows what vacancy left unearned apart from income', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    f.contract(post, '2026-01-01', '2026-06-30', { endedOn: '2026-06-30' })
    const id = f.agreement(employer, '2026-01-01', '2026-12-31', { accountingMethod: 'months' })
    f.grants(id, post, [12_000])
    expect(agreementAccruals(id, derive(f.facts(), day('2027-03-01')))).toMatchObject([
      { incomeCents: 6_000_00, unearnedCents: 6_000_00, deferredCents: 0 },
    ])
  })

  it('always adds up to the notified amount, for every method and any start of the year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('schedule' as const, 'months' as const, 'days' as const),
        fc.constantFrom('01-01', '09-01', '04-06', '07-01'),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 30, max: 1300 }),
        fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -200, max: 900 }),
        fc.integer({ min: 0, max: 900 }),
        (accountingMethod, fiscalYearStart, start, length, yearly, hired, worked) => {
          const f = new FactsBuilder()
          const employer = f.employer({ fiscalYearStart })
          const startsOn = addDays(day('2023-01-01'), start)
          const post = f.position(employer)
          const from = addDays(startsOn, hired)
          f.contract(post, from, addDays(from, worked), { endedOn: addDays(from, worked) })
          const id = f.agreement(employer, startsOn, addDays(startsOn, length), { accountingMethod })
          f.grants(
            id,
            post,
            yearly.map((c) => c / 100),
          )
          const derived = derive(f.facts(), day('2030-01-01'))
          const years = agreementAccruals(id, derived)
          const sum = years.reduce((total, y) => total + y.incomeCents + y.unearnedCents, 0)
          expect(sum).toBe(yearly.reduce((a, b) => a + b, 0))
          expect(years.at(-1)?.deferredCents).toBe(0)
          years.forEach((year, i) => {
            if (i > 0) expect(year.openingDeferredCents).toBe(years[i - 1]?.deferredCents)
          })
        },
      ),
      { numRuns: 300 },
    )
  })
})
