import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, dayFromNumber, dayNumber, daysBetween } from '#shared/domain/day.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { ACCOUNTING_METHODS, EARNING_METHODS } from '#shared/domain/words.ts'
import { accrual, fiscalYears } from '#shared/rules/aid/accrual.ts'
import { aidEarned, type Occupation } from '#shared/rules/aid/aid-earned.ts'
import { conventionYears, yearCount } from '#shared/rules/aid/convention-years.ts'

const START = dayNumber(day('2020-01-01'))
const anyDay = fc.integer({ min: START, max: START + 3000 }).map((n) => dayFromNumber(n))
const convention = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 1500 }))
  .map(([startsOn, days]) => ({ startsOn, endsOn: addDays(startsOn, days) }))
const amount = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 10_000_000 })).map(cents)
const occupation = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 900 })))
  .map(([from, days]): Occupation => ({ from, to: days === null ? null : addDays(from, days) }))

const withYears = convention.chain((c) => {
  const count = yearCount(c.startsOn, c.endsOn)
  return fc
    .array(amount, { minLength: count, maxLength: count })
    .map((yearlyCents) => ({ ...c, yearlyCents, amountCents: total(yearlyCents) }))
})

function total(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((sum, c) => sum + c, 0))
}

describe('the years of a convention', () => {
  it('follow each other day after day, and so do their monthly slices', () => {
    fc.assert(
      fc.property(withYears, ({ startsOn, endsOn, yearlyCents }) => {
        const years = conventionYears(startsOn, endsOn, yearlyCents.length)
        expect(years[0]?.from).toBe(startsOn)
        expect(years.at(-1)?.to).toBe(endsOn)
        const slices = years.flatMap((y) => y.slices)
        for (const list of [years, slices])
          for (const [i, { from, to }] of list.entries()) {
            expect(from <= to).toBe(true)
            const next = list[i + 1]
            if (next !== undefined) expect(next.from).toBe(addDays(to, 1))
          }
        for (const slice of slices) {
          expect(slice.fullDays).toBeGreaterThanOrEqual(28)
          expect(slice.fullDays).toBeLessThanOrEqual(31)
        }
        for (const year of years.slice(0, -1)) expect(year.slices).toHaveLength(12)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the aid earned', () => {
  const inputs = fc.tuple(
    withYears,
    fc.array(occupation, { maxLength: 5 }),
    fc.constantFrom(...EARNING_METHODS),
    anyDay,
    fc.integer({ min: 0, max: 400 }),
  )

  it('never passes the amount, never decreases with the day, and is the sum of its years', () => {
    fc.assert(
      fc.property(inputs, ([grant, occupied, method, at, later]) => {
        const now = aidEarned({ ...grant, occupied, method, at })
        const then = aidEarned({ ...grant, occupied, method, at: addDays(at, later) })
        expect(total(now.byYear)).toBe(now.earnedCents)
        expect(now.byYear).toHaveLength(grant.yearlyCents.length)
        for (const [i, earned] of now.byYear.entries()) {
          expect(earned).toBeGreaterThanOrEqual(0)
          expect(earned).toBeLessThanOrEqual(grant.yearlyCents[i] ?? 0)
          expect(then.byYear[i]).toBeGreaterThanOrEqual(earned)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('does not change where an occupation is cut in two, repeated, or listed in another order', () => {
    fc.assert(
      fc.property(inputs, ([grant, occupied, method, at]) => {
        const cut = occupied.flatMap(({ from, to }): Occupation[] => {
          if (to === null || to === from) return [{ from, to }]
          const middle = addDays(from, Math.trunc(daysBetween(from, to) / 2))
          return [
            { from: addDays(middle, 1), to },
            { from, to: middle },
            { from, to },
          ]
        })
        const asked = { ...grant, method, at }
        expect(aidEarned({ ...asked, occupied: cut.reverse() }).byYear).toEqual(
          aidEarned({ ...asked, occupied }).byYear,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('is the whole amount where the post was occupied throughout, whatever the method', () => {
    fc.assert(
      fc.property(withYears, fc.constantFrom(...EARNING_METHODS), (grant, method) => {
        const occupied = [{ from: grant.startsOn, to: null }]
        expect(aidEarned({ ...grant, occupied, method, at: grant.endsOn }).byYear).toEqual(grant.yearlyCents)
        expect(aidEarned({ ...grant, occupied, method, at: addDays(grant.startsOn, -1) }).earnedCents).toBe(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('accruals', () => {
  const monthDay = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(
      ([m, d]) =>
        `${String(m).padStart(2, '0')}-${String(Math.min(d, m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31)).padStart(2, '0')}`,
    )

  it('add up to the amount to the cent, are never negative, and end with nothing deferred', () => {
    fc.assert(
      fc.property(
        withYears,
        fc.constantFrom(...ACCOUNTING_METHODS),
        monthDay,
        (grant, method, fiscalYearStart) => {
          const { years } = accrual({ ...grant, method, fiscalYearStart })
          let left: number = grant.amountCents
          for (const year of years) {
            expect(year.incomeCents).toBeGreaterThanOrEqual(0)
            left -= year.incomeCents
            expect(year.deferredCents).toBe(left)
          }
          expect(left).toBe(0)
        },
      ),
      { numRuns: 4000 },
    )
  })

  it('cover every day of the convention by years that follow each other', () => {
    fc.assert(
      fc.property(convention, monthDay, ({ startsOn, endsOn }, fiscalYearStart) => {
        const years = fiscalYears(startsOn, endsOn, fiscalYearStart)
        expect(holds(years[0], startsOn)).toBe(true)
        expect(holds(years.at(-1), endsOn)).toBe(true)
        for (const [i, year] of years.entries()) {
          expect(daysBetween(year.from, year.to)).toBeGreaterThan(363)
          expect(daysBetween(year.from, year.to)).toBeLessThan(367)
          const next = years[i + 1]
          if (next !== undefined) expect(next.from).toBe(addDays(year.to, 1))
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('agree with each other where the convention is whole months of one amount', () => {
    const grant = {
      amountCents: cents(3_600_000),
      startsOn: day('2025-01-01'),
      endsOn: day('2027-12-31'),
      fiscalYearStart: '01-01',
    }
    const yearlyCents = [1_200_000, 1_200_000, 1_200_000].map(cents)
    const months = accrual({ ...grant, method: 'months' }).years
    expect(accrual({ ...grant, method: 'schedule', yearlyCents }).years).toEqual(months)
    expect(accrual({ ...grant, method: 'days' }).years).toEqual(months)
  })

  it('of one amount over a whole V1 convention follow its months', () => {
    const grant = {
      amountCents: cents(5_000_000),
      startsOn: day('2021-11-01'),
      endsOn: day('2023-10-31'),
      fiscalYearStart: '01-01',
    }
    expect(accrual({ ...grant, method: 'schedule', yearlyCents: [cents(5_000_000)] }).years).toEqual(
      accrual({ ...grant, method: 'months' }).years,
    )
  })
})

function holds(year: { readonly from: Day; readonly to: Day } | undefined, d: Day): boolean {
  return year !== undefined && year.from <= d && d <= year.to
}
