import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, dayFromNumber, dayNumber } from '#shared/domain/day.ts'
import {
  addMonthsKeepingEnd,
  compareToMonths,
  contractEnd,
  endAfter,
  endAfterMonths,
  lengthOf,
  monthsMinus,
  sumLengths,
} from '#shared/rules/calendar/contract-end.ts'
import { isGapLongerThan, lastRun, mergePeriods } from '#shared/rules/calendar/periods.ts'

const START = dayNumber(day('2015-01-01'))
const anyDay = fc.integer({ min: START, max: START + 12_000 }).map((n) => dayFromNumber(n))
const months = fc.integer({ min: 1, max: 120 })
const p = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) })

describe('a length date to date', () => {
  it('of N months measures N months, and one day less measures less', () => {
    fc.assert(
      fc.property(anyDay, months, (start, n) => {
        const end = endAfterMonths(start, n)
        expect(lengthOf(start, end)).toEqual({ months: n, days: 0 })
        expect(compareToMonths(lengthOf(start, addDays(end, -1)), n)).toBeLessThan(0)
        expect(compareToMonths(lengthOf(start, addDays(end, 1)), n)).toBeGreaterThan(0)
      }),
    )
  })

  it('leads back to its end', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3000 }), (start, days) => {
        const end = addDays(start, days)
        expect(endAfter(start, lengthOf(start, end))).toBe(end)
      }),
    )
  })

  it('is followed without a gap by the next months', () => {
    fc.assert(
      fc.property(anyDay, months, (start, n) => {
        expect(endAfterMonths(start, n) < endAfterMonths(start, n + 1)).toBe(true)
        expect(contractEnd(start, n).days).toBeGreaterThanOrEqual(28 * n)
      }),
    )
  })

  it('of a period that ends before it starts is nothing', () => {
    expect(lengthOf(day('2026-02-01'), day('2026-01-31'))).toEqual({ months: 0, days: 0 })
  })

  it('leaves what is missing from a limit', () => {
    expect(monthsMinus(72, { months: 60, days: 0 })).toEqual({ months: 12, days: 0 })
    expect(monthsMinus(72, { months: 60, days: 10 })).toEqual({ months: 11, days: 20 })
    expect(monthsMinus(72, { months: 72, days: 1 })).toEqual({ months: 0, days: 0 })
  })

  it('adds up, thirty days left over to a month, but never the days of one period alone', () => {
    expect(sumLengths([{ months: 5, days: 30 }])).toEqual({ months: 5, days: 30 })
    expect(
      sumLengths([
        { months: 2, days: 16 },
        { months: 3, days: 14 },
      ]),
    ).toEqual({ months: 6, days: 0 })
    expect(
      sumLengths([
        { months: 2, days: 0 },
        { months: 3, days: 30 },
      ]),
    ).toEqual({ months: 5, days: 30 })
  })

  it('keeps the last day of a month on the last day of a month', () => {
    expect(addMonthsKeepingEnd(day('2026-06-30'), 6)).toBe('2026-12-31')
    expect(addMonthsKeepingEnd(day('2026-06-29'), 6)).toBe('2026-12-29')
    expect(addMonthsKeepingEnd(day('2026-02-28'), -6)).toBe('2025-08-31')
  })
})

describe('periods', () => {
  it('that touch or overlap are one span, whatever their order', () => {
    expect(
      mergePeriods([
        p('2026-07-01', '2026-12-31'),
        p('2026-01-01', '2026-06-30'),
        p('2027-01-02', '2027-01-31'),
      ]),
    ).toEqual([p('2026-01-01', '2026-12-31'), p('2027-01-02', '2027-01-31')])
    expect(mergePeriods([p('2026-01-01', '2026-12-31'), p('2026-03-01', '2026-04-30')])).toEqual([
      p('2026-01-01', '2026-12-31'),
    ])
  })

  it('are interrupted by four months and one day, not by four months', () => {
    expect(isGapLongerThan(day('2026-06-30'), day('2026-11-01'), 4)).toBe(false)
    expect(isGapLongerThan(day('2026-06-30'), day('2026-11-02'), 4)).toBe(true)
    // From 1 March: four months end on 30 June.
    expect(isGapLongerThan(day('2026-02-28'), day('2026-07-01'), 4)).toBe(false)
    expect(isGapLongerThan(day('2026-02-28'), day('2026-07-02'), 4)).toBe(true)
    // From 31 October: four months end on the last day of February.
    expect(isGapLongerThan(day('2026-10-30'), day('2027-03-01'), 4)).toBe(false)
    expect(isGapLongerThan(day('2026-10-30'), day('2027-03-02'), 4)).toBe(true)
  })

  it('before the last long interruption are left out', () => {
    const spans = [
      p('2020-01-01', '2020-12-31'),
      p('2022-01-01', '2022-12-31'),
      p('2023-02-01', '2023-12-31'),
    ]
    expect(lastRun(spans, 4)).toEqual(spans.slice(1))
    expect(lastRun([], 4)).toEqual([])
  })
})
