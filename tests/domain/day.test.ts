import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  lastDayOfMonth,
  parseDay,
  weekday,
} from '#shared/domain/day.ts'
import { fiscalYears } from '#shared/rules/aid/accrual.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map((n) => dayFromNumber(n))
const plain = (d: Day) => Temporal.PlainDate.from(d)

describe('a calendar day', () => {
  it('agrees with Temporal on every arithmetic, over nine thousand years', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -40, max: 40 }),
        (a, b, months, days) => {
          expect(addDays(a, days)).toBe(plain(a).add({ days }).toString())
          expect(addMonths(a, months)).toBe(plain(a).add({ months }, { overflow: 'constrain' }).toString())
          expect(daysBetween(a, b)).toBe(plain(a).until(plain(b), { largestUnit: 'days' }).days)
          expect(weekday(a)).toBe(plain(a).dayOfWeek)
          expect(lastDayOfMonth(a)).toBe(
            plain(a)
              .with({ day: plain(a).daysInMonth })
              .toString(),
          )
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('comes back from its day number, day after day across leap years and centuries', () => {
    for (let n = dayNumber(day('1899-01-01')); n < dayNumber(day('2105-01-01')); n++) {
      const d = dayFromNumber(n)
      expect(dayNumber(d)).toBe(n)
      expect(parseDay(d)).toBe(d)
    }
  })

  it('is refused where the calendar has no such day', () => {
    for (const text of [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '0000-01-01',
      '2026-1-1',
      ' 2026-01-01',
      '2026-01-01T00:00',
      '',
    ])
      expect(parseDay(text)).toBe(null)
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
  })

  it('never leaves the calendar silently', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addMonths(day('0001-01-01'), -1)).toThrow(RangeError)
    // Of five digits, it would sort before the days it follows, and a loop up to the last day would never end.
    expect(() => dayOf(10_000, 1, 1)).toThrow(RangeError)
    expect(() => fiscalYears(day('9998-01-01'), day('9999-12-31'), '01-01')).toThrow(RangeError)
  })
})
