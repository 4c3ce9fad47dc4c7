import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { frAmount, frDay, frEuros } from '#shared/text/format.ts'
import {
  impossibleDay,
  parseTypedCents,
  parseTypedDay,
  parseTypedMinutes,
  parseTypedMonth,
  parseTypedRate,
} from '#shared/text/typed.ts'

const TODAY = day('2026-11-23')

describe('typing a day', () => {
  it.each([
    ['301126', '2026-11-30'],
    ['30112026', '2026-11-30'],
    ['3011', '2026-11-30'],
    ['30/11', '2026-11-30'],
    ['30/11/26', '2026-11-30'],
    [' 30/11/2026 ', '2026-11-30'],
    ['1.2.2027', '2027-02-01'],
    ['2026-11-30', '2026-11-30'],
    ['demain', '2026-11-24'],
    ['Aujourd’hui', '2026-11-23'],
    ['hier', '2026-11-22'],
    ['+7', '2026-11-30'],
    ['+2m', '2027-01-23'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (typed, expected) => {
    expect(parseTypedDay(typed, TODAY)).toBe(expected)
  })

  it.each(['', '31/11', '29/02/2027', '32/01/2026', '30/13/2026', 'bientôt', '1', '30/11/202'])(
    '%j is not a day',
    (typed) => {
      expect(parseTypedDay(typed, TODAY)).toBeNull()
    },
  )

  it('tells a day that does not exist from what is no day', () => {
    expect(impossibleDay('31/02/2027', TODAY)).toEqual({ month: '2027-02', days: 28 })
    expect(impossibleDay('31/11', TODAY)).toEqual({ month: '2026-11', days: 30 })
    expect(impossibleDay('290226', TODAY)).toEqual({ month: '2026-02', days: 28 })
    for (const other of ['28/02/2027', '30/13/2026', 'bientôt', 'demain', ''])
      expect(impossibleDay(other, TODAY)).toBeNull()
  })

  it('reads back every day it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (shift) => {
        const d = addDays(TODAY, shift)
        expect(parseTypedDay(frDay(d), TODAY)).toBe(d)
      }),
    )
  })
})

describe('typing an amount', () => {
  it.each([
    ['12500', 1_250_000],
    ['12 500,50 €', 1_250_050],
    ['12\u202f500,50\u00a0€', 1_250_050],
    ['1.234,56', 123_456],
    ['1234.5', 123_450],
    ['−500', -50_000],
    ['0', 0],
    [',5', 50],
    ['=20000+14000+10000', 4_400_000],
    ['=50000*3/4', 3_750_000],
    ['=(20000+2500)*2', 4_500_000],
    ['=100/3', 3_333],
    ['=-2,5+10', 750],
    ['=0,1+0,2', 30],
  ])('%s is %s cents', (typed, expected) => {
    expect(parseTypedCents(typed)).toBe(expected)
  })

  it.each(['', 'abc', '12,345', '=', '=1/0', '=2+', '=(2', '12 500 000 000 000 000', '1..2', '=2..3'])(
    '%j is not an amount',
    (typed) => {
      expect(parseTypedCents(typed)).toBeNull()
    },
  )

  it('reads back every amount it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (n) => {
        expect(parseTypedCents(frEuros(cents(n)))).toBe(n === 0 ? 0 : n)
        expect(parseTypedCents(frAmount(cents(n)))).toBe(n === 0 ? 0 : n)
      }),
    )
  })

  it('adds without losing a cent, however the sum is written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const formula = `=${parts.map((p) => frAmount(cents(p))).join('+')}`
        expect(parseTypedCents(formula)).toBe(parts.reduce((a, b) => a + b, 0))
      }),
    )
  })
})

describe('typing a weekly time, a rate, a month', () => {
  it.each([
    ['35', 2100],
    ['35 h', 2100],
    ['17h30', 1050],
    ['17:30', 1050],
    ['17,5', 1050],
  ])('%s is %s minutes', (typed, expected) => {
    expect(parseTypedMinutes(typed)).toBe(expected)
  })
  it('refuses 61 minutes past the hour', () => {
    expect(parseTypedMinutes('17h61')).toBeNull()
  })
  it.each([
    ['42', 4200],
    ['42,5 %', 4250],
    ['0', 0],
  ])('%s is a rate of %s ten-thousandths', (typed, expected) => {
    expect(parseTypedRate(typed)).toBe(expected)
  })
  it.each([
    ['11/2026', '2026-11'],
    ['112026', '2026-11'],
    ['2026-11', '2026-11'],
  ])('%s is the month %s', (typed, expected) => {
    expect(parseTypedMonth(typed, TODAY)).toBe(expected)
  })
  it('refuses a thirteenth month', () => {
    expect(parseTypedMonth('13/2026', TODAY)).toBeNull()
  })
})
