import { describe, expect, it } from 'vitest'
import { answer } from './answer.ts'

describe('the end of a contract', () => {
  it.each([
    ['2026-01-01', 1, '2026-01-31', 31],
    ['2026-01-31', 1, '2026-02-28', 29],
    ['2024-01-31', 1, '2024-02-29', 30],
    ['2026-01-29', 1, '2026-02-28', 31],
    ['2026-01-28', 1, '2026-02-27', 31],
    ['2026-03-31', 1, '2026-04-30', 31],
    ['2026-02-28', 1, '2026-03-27', 28],
    ['2024-02-29', 48, '2028-02-28', 1461],
    ['2023-03-01', 11, '2024-01-31', 337],
    ['2026-10-31', 4, '2027-02-28', 121],
    ['2026-12-31', 2, '2027-02-28', 60],
    ['2026-11-30', 3, '2027-02-28', 91],
    ['2026-05-31', 12, '2027-05-30', 365],
  ])('%s plus %i months is %s', (startsOn, months, endsOn, days) => {
    expect(answer('contract-end', { startsOn, months })).toMatchObject({ endsOn, days })
  })
})

describe('a delay', () => {
  const base = { zone: 'metropole', roll: 'none', direction: 'after' }
  it('counts months first, then days', () => {
    expect(answer('delay', { ...base, from: '2026-01-31', months: 1, days: 1 }).day).toBe('2026-03-01')
    expect(answer('delay', { ...base, from: '2026-01-30', months: 1, days: 3 }).day).toBe('2026-03-03')
  })

  it('goes back the same way', () => {
    const before = { ...base, direction: 'before' }
    expect(answer('delay', { ...before, from: '2026-03-31', months: 1 }).day).toBe('2026-02-28')
    expect(answer('delay', { ...before, from: '2026-03-31', months: 1, days: 1 }).day).toBe('2026-02-27')
    expect(answer('delay', { ...before, from: '2027-01-05', days: 8 }).day).toBe('2026-12-28')
  })

  it('does not count its first day', () => {
    expect(answer('delay', { ...base, from: '2026-06-01', days: 1 }).day).toBe('2026-06-02')
    expect(answer('delay', { ...base, from: '2026-06-01', days: 0 }).day).toBe('2026-06-01')
  })

  it('rolls over a week-end and the holiday that follows it', () => {
    // 4 April 2026 is the Saturday before Easter; Monday 6 is a holiday.
    const input = { ...base, from: '2026-03-04', months: 1 }
    expect(answer('delay', { ...input, roll: 'next' })).toMatchObject({
      day: '2026-04-04',
      rolledDay: '2026-04-07',
    })
    expect(answer('delay', { ...input, roll: 'previous' }).rolledDay).toBe('2026-04-03')
    expect(answer('delay', { ...input, roll: 'previous', zone: 'alsace-moselle' }).rolledDay).toBe(
      '2026-04-02',
    )
    expect(answer('delay', input).rolledDay).toBe('2026-04-04')
  })
})

describe('public holidays', () => {
  const days = (year: number, zone: string) => answer('holidays', { year, zone }).days as string[]

  it('follow Easter, early or late', () => {
    expect(days(2008, 'metropole')).toContain('2008-03-24')
    expect(days(2038, 'metropole')).toContain('2038-04-26')
    expect(days(2025, 'metropole')).toEqual([
      '2025-01-01',
      '2025-04-21',
      '2025-05-01',
      '2025-05-08',
      '2025-05-29',
      '2025-06-09',
      '2025-07-14',
      '2025-08-15',
      '2025-11-01',
      '2025-11-11',
      '2025-12-25',
    ])
  })

  it('are counted once where two fall on one day', () => {
    // Ascension fell on 1 May in 2008.
    expect(days(2008, 'metropole')).toHaveLength(10)
  })

  it.each([
    ['alsace-moselle', ['2026-04-03', '2026-12-26']],
    ['guadeloupe', ['2026-05-27']],
    ['martinique', ['2026-05-22']],
    ['guyane', ['2026-06-10']],
    ['reunion', ['2026-12-20']],
    ['mayotte', ['2026-04-27']],
    ['saint-barthelemy', ['2026-10-09']],
    ['saint-martin', ['2026-05-28']],
  ])('of %s add to the national ones', (zone, added) => {
    const local = days(2026, zone)
    expect(local.filter((d) => !days(2026, 'metropole').includes(d))).toEqual(added)
    expect(local).toEqual([...local].sort())
    expect(local).toHaveLength(11 + added.length)
  })
})

describe('a working day', () => {
  it('crosses the end of the year', () => {
    expect(answer('working-day', { day: '2027-01-01', zone: 'metropole', roll: 'previous' }).day).toBe(
      '2026-12-31',
    )
    expect(answer('working-day', { day: '2027-01-01', zone: 'metropole', roll: 'next' }).day).toBe(
      '2027-01-04',
    )
    expect(answer('working-day', { day: '2026-12-26', zone: 'metropole', roll: 'none' }).day).toBe(
      '2026-12-26',
    )
  })

  it('says so where nobody asked for another day', () => {
    const input = { day: '2026-05-02', zone: 'metropole', roll: 'none' }
    expect(answer('working-day', input)).toMatchObject({
      day: '2026-05-02',
      steps: [{ code: 'working-day.unmoved', values: { day: '2026-05-02' } }],
    })
  })

  it('depends on the zone', () => {
    const of = (zone: string) => answer('working-day', { day: '2026-05-27', zone, roll: 'next' }).day
    expect(of('metropole')).toBe('2026-05-27')
    expect(of('guadeloupe')).toBe('2026-05-28')
  })
})
