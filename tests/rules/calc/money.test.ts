import { describe, expect, it } from 'vitest'
import { answer, period, refusal } from './answer.ts'

describe('the aid of a scheme', () => {
  const scheme = (more: object) =>
    answer('aid-scheme', { scheme: 'v2', sector: 'public', bonus: false, positions: 1, ...more })

  it('multiplies by the posts, bonus once per post', () => {
    expect(scheme({ bonus: true, positions: 3 })).toMatchObject({
      years: [
        { baseCents: 5_250_000, bonusCents: 750_000 },
        { baseCents: 3_750_000, bonusCents: 1_500_000 },
        { baseCents: 3_750_000, bonusCents: 0 },
      ],
      totalCents: 15_000_000,
    })
  })

  it('has no bonus for a private employer', () => {
    expect(scheme({ sector: 'private', bonus: true })).toMatchObject({
      years: [
        { baseCents: 2_000_000, bonusCents: 0 },
        { baseCents: 1_400_000, bonusCents: 0 },
        { baseCents: 1_000_000, bonusCents: 0 },
      ],
      totalCents: 4_400_000,
    })
  })

  it('is one amount in V1, higher overseas', () => {
    expect(scheme({ scheme: 'v1' })).toMatchObject({
      years: [{ baseCents: 5_000_000, bonusCents: 0 }],
      totalCents: 5_000_000,
    })
    for (const territory of ['971', '972', '973', 'guadeloupe'])
      expect(scheme({ scheme: 'v1', territory }).totalCents).toBe(7_000_000)
    for (const territory of ['974', '976', 'mayotte'])
      expect(scheme({ scheme: 'v1', territory }).totalCents).toBe(6_750_000)
    for (const territory of ['59', 'metropole', 'alsace-moselle'])
      expect(scheme({ scheme: 'v1', territory }).totalCents).toBe(5_000_000)
    expect(scheme({ scheme: 'v1', sector: 'private' }).totalCents).toBe(4_000_000)
  })

  it('names its source, and a territory that does not exist', () => {
    expect(String(scheme({}).source)).toContain('V2 public')
    expect(
      refusal('aid-scheme', { scheme: 'v2', sector: 'public', bonus: false, positions: 1, territory: '999' }),
    ).toEqual({
      code: 'territory.unknown',
      field: 'territory',
    })
  })
})

describe('the aid earned', () => {
  const base = {
    startsOn: '2024-01-01',
    endsOn: '2026-12-31',
    yearlyCents: [1_200_000, 1_200_000, 1_200_000],
    occupied: [{ from: '2024-01-01', to: null }],
    at: '2026-12-31',
    method: 'months',
  }
  const earned = (more: object) => answer('aid-earned', { ...base, ...more })

  it('is everything for a post always occupied, by both methods', () => {
    expect(earned({})).toMatchObject({ earnedCents: 3_600_000, byYear: [1_200_000, 1_200_000, 1_200_000] })
    expect(earned({ method: 'days' }).earnedCents).toBe(3_600_000)
    expect(earned({ at: '2030-06-01', method: 'days' }).earnedCents).toBe(3_600_000)
  })

  it('is nothing before the start, and one day on the first day', () => {
    expect(earned({ at: '2023-12-31' })).toMatchObject({ earnedCents: 0, byYear: [0, 0, 0] })
    expect(earned({ at: '2024-01-01', method: 'days' }).earnedCents).toBe(3279)
    expect(earned({ at: '2024-01-01', method: 'months' }).earnedCents).toBe(3226)
  })

  it('counts the day asked for', () => {
    expect(earned({ at: '2024-01-31' }).earnedCents).toBe(100_000)
    expect(earned({ at: '2024-02-28' }).earnedCents).toBe(196_552)
    expect(earned({ at: '2024-02-29' }).earnedCents).toBe(200_000)
  })

  it('counts a day of hand-over once', () => {
    const overlapping = [
      { from: '2024-01-01', to: '2024-06-30' },
      { from: '2024-06-15', to: '2024-12-31' },
    ]
    expect(earned({ occupied: overlapping, at: '2024-12-31' }).earnedCents).toBe(1_200_000)
    expect(
      earned({ occupied: [...overlapping].reverse(), at: '2024-12-31', method: 'days' }).earnedCents,
    ).toBe(1_200_000)
  })

  it('is nothing for days before, after or between', () => {
    expect(earned({ occupied: [], at: '2026-12-31' }).earnedCents).toBe(0)
    expect(earned({ occupied: [{ from: '2022-01-01', to: '2023-12-31' }] }).earnedCents).toBe(0)
    expect(earned({ occupied: [{ from: '2027-01-01', to: null }] }).earnedCents).toBe(0)
    expect(earned({ occupied: [{ from: '2023-06-01', to: '2024-03-31' }] }).earnedCents).toBe(300_000)
  })

  it('cuts the last year at the end: its amount is earned over the days it has', () => {
    const cut = { endsOn: '2026-06-30', yearlyCents: [1_200_000, 1_200_000, 600_000], at: '2026-03-31' }
    expect(earned(cut).byYear).toEqual([1_200_000, 1_200_000, 300_000])
    expect(earned({ ...cut, method: 'days' }).byYear).toEqual([1_200_000, 1_200_000, 298_343])
    // A short last slice is one share like the others.
    const short = { ...cut, endsOn: '2026-03-15', yearlyCents: [1_200_000, 1_200_000, 300_000] }
    expect(earned({ ...short, at: '2026-02-28' }).byYear).toEqual([1_200_000, 1_200_000, 200_000])
    expect(earned({ ...short, at: '2026-03-05' }).byYear).toEqual([1_200_000, 1_200_000, 233_333])
    expect(earned({ ...short, at: '2026-03-15' }).earnedCents).toBe(2_700_000)
  })

  it('follows years that start on the 31st, or on a leap day', () => {
    const odd = {
      startsOn: '2024-08-31',
      endsOn: '2025-08-30',
      yearlyCents: [1_200_000],
      occupied: [{ from: '2024-08-31', to: null }],
    }
    expect(earned({ ...odd, at: '2024-09-30' }).earnedCents).toBe(100_000)
    expect(earned({ ...odd, at: '2025-02-28' }).earnedCents).toBe(600_000)
    const leap = {
      startsOn: '2024-02-29',
      endsOn: '2025-02-28',
      yearlyCents: [1_200_000],
      occupied: [{ from: '2024-02-29', to: null }],
    }
    expect(earned({ ...leap, at: '2025-02-28', method: 'days' }).earnedCents).toBe(1_200_000)
  })

  it('cuts each year into months from its own first day: after a leap day, the second year begins on 1 March', () => {
    const leap = {
      startsOn: '2024-02-29',
      endsOn: '2026-02-28',
      yearlyCents: [1_200_000, 2_400_000],
      occupied: [{ from: '2024-02-29', to: null }],
    }
    expect(earned({ ...leap, at: '2025-01-28' }).byYear).toEqual([1_100_000, 0])
    // Second year: March whole, then ten days out of the thirty of April.
    expect(earned({ ...leap, at: '2025-03-31' }).byYear).toEqual([1_200_000, 200_000])
    expect(earned({ ...leap, at: '2025-04-10' }).byYear).toEqual([1_200_000, 266_667])
  })

  it('wants one amount per convention year', () => {
    for (const yearlyCents of [[1_200_000], [1, 2, 3, 4]])
      expect(refusal('aid-earned', { ...base, yearlyCents })).toEqual({
        code: 'years.count',
        field: 'yearlyCents',
      })
  })
})

describe('accruals by fiscal year', () => {
  const base = {
    amountCents: 3_600_000,
    startsOn: '2024-10-01',
    endsOn: '2027-09-30',
    method: 'months',
    fiscalYearStart: '01-01',
  }
  const years = (more: object) =>
    answer('accrual', { ...base, ...more }).years as readonly {
      readonly from: string
      readonly to: string
      readonly incomeCents: number
      readonly deferredCents: number
    }[]

  it('follow a fiscal year that starts in September or in the middle of a month', () => {
    expect(years({ fiscalYearStart: '09-01' }).map((y) => [y.from, y.to, y.incomeCents])).toEqual([
      ['2024-09-01', '2025-08-31', 1_100_000],
      ['2025-09-01', '2026-08-31', 1_200_000],
      ['2026-09-01', '2027-08-31', 1_200_000],
      ['2027-09-01', '2028-08-31', 100_000],
    ])
    // October 2024 has 31 days: 14 of them before the 15th.
    expect(years({ fiscalYearStart: '10-15' })[0]).toEqual({
      from: '2023-10-15',
      to: '2024-10-14',
      incomeCents: 45_161,
      deferredCents: 3_554_839,
    })
  })

  it('start on the last day of February where the fiscal year starts on the 29th', () => {
    const dates = years({ fiscalYearStart: '02-29' }).map((y) => [y.from, y.to])
    expect(dates).toEqual([
      ['2024-02-29', '2025-02-27'],
      ['2025-02-28', '2026-02-27'],
      ['2026-02-28', '2027-02-27'],
      ['2027-02-28', '2028-02-28'],
    ])
  })

  it('give the whole to one year that holds the whole convention', () => {
    expect(years({ startsOn: '2026-01-01', endsOn: '2026-12-31' })).toEqual([
      { from: '2026-01-01', to: '2026-12-31', incomeCents: 3_600_000, deferredCents: 0 },
    ])
    expect(years({ startsOn: '2026-05-05', endsOn: '2026-05-05', method: 'days' })).toHaveLength(1)
  })

  it('weigh a last short slice by its days', () => {
    // 15 January to 31 December is 11 months and 17 days of a slice of 31; two more months and a bit follow.
    const [first, second] = years({ amountCents: 1_000_000, startsOn: '2026-11-01', endsOn: '2027-01-15' })
    // Weights: 1 + 1 + 15/31.
    expect(first?.incomeCents).toBe(Math.round((1_000_000 * 2) / (2 + 15 / 31)))
    expect(second?.incomeCents).toBe(1_000_000 - (first?.incomeCents ?? 0))
  })

  it('spread each year of the schedule over its own slices, the last one cut', () => {
    const schedule = years({
      method: 'schedule',
      amountCents: 3_000_000,
      startsOn: '2025-07-01',
      endsOn: '2026-12-31',
      yearlyCents: [2_400_000, 600_000],
    })
    // 2025: half of the first year. 2026: the other half and the six months of the second.
    expect(schedule.map((y) => y.incomeCents)).toEqual([1_200_000, 1_800_000])
  })

  it('refuse a schedule that does not add up, or has too few or too many years', () => {
    const schedule = { ...base, method: 'schedule' }
    expect(refusal('accrual', schedule)).toEqual({ code: 'field.missing', field: 'yearlyCents' })
    expect(refusal('accrual', { ...schedule, yearlyCents: [1_200_000, 1_200_000, 1_200_001] }).code).toBe(
      'years.sum',
    )
    expect(refusal('accrual', { ...schedule, yearlyCents: [1_800_000, 1_800_000] }).code).toBe('years.count')
  })

  it('never defer less than nothing, even for a few cents over many years', () => {
    const tiny = years({ amountCents: 2, startsOn: '2024-01-01', endsOn: '2027-12-31' })
    expect(tiny.map((y) => y.incomeCents)).toEqual([1, 1, 0, 0])
    expect(years({ amountCents: 0 }).every((y) => y.incomeCents === 0 && y.deferredCents === 0)).toBe(true)
  })
})

describe('deadlines and thresholds of money', () => {
  it('a vacancy lasts three months before 14 May 2025, six from that day', () => {
    expect(answer('vacancy-limit', { lastDayOccupied: '2025-05-13' })).toMatchObject({
      limitOn: '2025-08-13',
      months: 3,
    })
    expect(answer('vacancy-limit', { lastDayOccupied: '2025-05-14' })).toMatchObject({
      limitOn: '2025-11-14',
      months: 6,
    })
    expect(answer('vacancy-limit', { lastDayOccupied: '2024-11-30' }).limitOn).toBe('2025-02-28')
    expect(answer('vacancy-limit', { lastDayOccupied: '2026-02-28' }).limitOn).toBe('2026-08-28')
  })

  it.each([
    ['2021-01-01', 155_458, 1025, '2021-01-01'],
    ['2021-09-30', 155_458, 1025, '2021-01-01'],
    ['2021-10-01', 158_947, 1048, '2021-10-01'],
    ['2022-04-30', 160_312, 1057, '2022-01-01'],
    ['2022-07-31', 164_558, 1085, '2022-05-01'],
    ['2022-12-31', 167_895, 1107, '2022-08-01'],
    ['2023-04-30', 170_928, 1127, '2023-01-01'],
    ['2023-12-31', 174_720, 1152, '2023-05-01'],
    ['2024-10-31', 176_692, 1165, '2024-01-01'],
    ['2025-12-31', 180_180, 1188, '2024-11-01'],
    ['2030-01-01', 186_702, 1231, '2026-06-01'],
  ])('the minimum wage on %s', (on, monthlyCents, hourlyCents, since) => {
    expect(answer('minimum-wage', { on })).toMatchObject({ monthlyCents, hourlyCents, since })
  })

  it('the minimum wage before 2021 is not known, and not guessed', () => {
    expect(refusal('minimum-wage', { on: '2020-12-31' })).toEqual({
      code: 'minimum-wage.unknown',
      field: 'on',
    })
  })

  it.each([
    ['2025-12-31', '2026-06-30', '2026-06-30'],
    ['2026-06-30', '2026-12-31', '2026-12-31'],
    ['2026-08-31', '2027-02-28', '2027-02-26'],
    ['2027-08-31', '2028-02-29', '2028-02-29'],
    ['2026-02-28', '2026-08-31', '2026-08-31'],
    ['2028-02-28', '2028-08-28', '2028-08-28'],
    ['2026-03-15', '2026-09-15', '2026-09-15'],
    ['2026-11-01', '2027-05-01', '2027-04-30'],
  ])('the financial report of a year closed on %s is due on %s', (fiscalYearEnd, dueOn, prudentOn) => {
    expect(answer('financial-report-deadline', { fiscalYearEnd })).toMatchObject({ dueOn, prudentOn })
  })

  it('thresholds are passed by one cent, not reached', () => {
    expect(answer('threshold', { kind: 'agreement', cents: 2_300_000 }).required).toBe(false)
    expect(answer('threshold', { kind: 'agreement', cents: 2_300_001 }).required).toBe(true)
    expect(answer('threshold', { kind: 'auditor', cents: 0 }).required).toBe(false)
  })
})

describe('an input that the calculator does not know', () => {
  it('changes nothing, and is said', () => {
    const plain = answer('vacancy-limit', { lastDayOccupied: '2026-08-31' })
    const more = answer('vacancy-limit', { lastDayOccupied: '2026-08-31', lastDay: '2020-01-01' })
    expect(more.limitOn).toBe(plain.limitOn)
    expect(more.steps).toContainEqual({ code: 'input.ignored', values: { fields: ['lastDay'] } })
    expect(
      answer('public-limits', {
        kind: 'L332-8',
        periods: [period('2024-01-01', '2024-12-31')],
        proposedMonths: 12,
        proposedStartsOn: null,
      }).valid,
    ).toBe(true)
  })
})
