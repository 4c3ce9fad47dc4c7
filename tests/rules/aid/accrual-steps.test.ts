/** How the spreading of an aid over fiscal years is told: each year, the last one taking what is left. */
import { expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { accrual } from '#shared/rules/aid/accrual.ts'

it('names the last year apart: it takes what the others left', () => {
  const { years, steps } = accrual({
    amountCents: cents(1_000_00),
    startsOn: day('2025-07-01'),
    endsOn: day('2027-06-30'),
    method: 'months',
    fiscalYearStart: '01-01',
  })
  expect(steps.map((step) => step.code)).toEqual([
    'accrual.months',
    'accrual.year',
    'accrual.year',
    'accrual.last-year',
  ])
  expect(years.map((year) => [year.incomeCents, year.deferredCents])).toEqual([
    [250_00, 750_00],
    [500_00, 250_00],
    [250_00, 0],
  ])
})
