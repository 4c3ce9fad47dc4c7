import { describe, expect, it } from 'vitest'
import { answer, period } from './answer.ts'

describe('a private fixed-term contract', () => {
  const limits = (periods: readonly unknown[], more = {}) =>
    answer('cdd-private-limits', { periods, ...more })

  it('may last eighteen months to the day, alone or renewed', () => {
    expect(limits([period('2026-03-01', '2027-08-31')])).toMatchObject({ valid: true, refusals: [] })
    expect(limits([period('2026-03-01', '2027-09-01')])).toMatchObject({
      valid: false,
      refusals: ['too-long'],
    })
    // 31 August + 18 months: February has no 31.
    expect(limits([period('2026-08-31', '2028-02-29')]).valid).toBe(true)
    expect(limits([period('2026-08-31', '2028-03-01')]).refusals).toEqual(['too-long'])
  })

  it('follows a branch agreement that says otherwise', () => {
    const three = [
      period('2026-01-01', '2026-12-31'),
      period('2027-01-01', '2027-12-31'),
      period('2028-01-01', '2028-12-31'),
    ]
    expect(limits(three).refusals).toEqual(['too-long'])
    expect(limits(three, { maxMonths: 36 }).refusals).toEqual([])
    expect(limits(three, { maxMonths: 36, maxRenewals: 1 }).refusals).toEqual(['too-many-renewals'])
    expect(limits([period('2026-01-01', '2026-06-30')], { maxRenewals: 0 }).valid).toBe(true)
  })

  it('says every reason, in order', () => {
    const periods = [
      period('2026-01-01', '2026-12-31'),
      period('2026-12-31', '2027-06-30'),
      period('2027-07-02', '2027-12-31'),
      period('2028-01-01', '2028-01-31'),
    ]
    expect(limits(periods).refusals).toEqual(['gap', 'overlap', 'too-long', 'too-many-renewals'])
  })

  it('overlaps by a single shared day, and leaves a gap by a single missing one', () => {
    expect(limits([period('2026-01-01', '2026-06-30'), period('2026-06-30', '2026-12-31')]).refusals).toEqual(
      ['overlap'],
    )
    expect(limits([period('2026-01-01', '2026-06-30'), period('2026-07-02', '2026-12-31')]).refusals).toEqual(
      ['gap'],
    )
  })
})

describe('the waiting period', () => {
  const wait = (startsOn: string, endsOn: string, more = {}) =>
    answer('cdd-waiting-period', {
      startsOn,
      endsOn,
      zone: 'metropole',
      openWeekdays: [1, 2, 3, 4, 5],
      kind: 'CDD',
      ...more,
    })

  it('is a half, rounded up, under fourteen days; a third from fourteen', () => {
    expect(wait('2026-06-01', '2026-06-01').waitDays).toBe(1)
    expect(wait('2026-06-01', '2026-06-13').waitDays).toBe(7)
    expect(wait('2026-06-01', '2026-06-14').waitDays).toBe(5)
    expect(wait('2026-06-01', '2026-06-15').waitDays).toBe(5)
    expect(wait('2026-06-01', '2026-06-16').waitDays).toBe(6)
  })

  it('passes over holidays of the zone and days of closing', () => {
    // 22 to 24 December, then 25 is a holiday, then Monday 28: five days.
    expect(wait('2026-12-08', '2026-12-21')).toMatchObject({
      waitDays: 5,
      lastWaitDay: '2026-12-29',
      freeFrom: '2026-12-30',
    })
    expect(wait('2026-12-08', '2026-12-21', { openWeekdays: [1, 2, 3, 4, 5, 6] }).lastWaitDay).toBe(
      '2026-12-28',
    )
    expect(
      wait('2026-12-08', '2026-12-21', { openWeekdays: [1, 2, 3, 4, 5, 6], zone: 'alsace-moselle' })
        .lastWaitDay,
    ).toBe('2026-12-29')
    expect(wait('2026-06-01', '2026-06-01', { openWeekdays: [7] })).toMatchObject({
      lastWaitDay: '2026-06-07',
      freeFrom: '2026-06-08',
    })
  })

  it('does not exist after a PEC', () => {
    expect(wait('2026-01-01', '2026-12-31', { kind: 'PEC' })).toMatchObject({
      waitDays: 0,
      lastWaitDay: null,
      freeFrom: '2027-01-01',
    })
  })
})

describe('the trial period of a private contract', () => {
  const trial = (startsOn: string, endsOn: string) =>
    answer('trial-period', { regime: 'private-cdd', startsOn, endsOn }).endsOn

  it('is one day per complete week, at most fourteen', () => {
    expect(trial('2026-09-01', '2026-09-07')).toBe('2026-09-01')
    expect(trial('2026-09-01', '2026-09-13')).toBe('2026-09-01')
    expect(trial('2026-09-01', '2026-09-14')).toBe('2026-09-02')
    expect(trial('2026-09-01', '2026-12-07')).toBe('2026-09-14')
    expect(trial('2026-09-01', '2026-12-06')).toBe('2026-09-13')
  })

  it('does not exist under a complete week', () => {
    expect(trial('2026-09-01', '2026-09-06')).toBe(null)
  })

  it('is one month above six months, date to date', () => {
    expect(trial('2026-09-01', '2027-03-01')).toBe('2026-09-30')
    expect(trial('2026-08-31', '2027-02-28')).toBe('2026-09-13')
    expect(trial('2026-08-31', '2027-03-01')).toBe('2026-09-30')
    expect(trial('2027-01-31', '2027-12-31')).toBe('2027-02-28')
  })
})

describe('the contract is handed over', () => {
  const by = (hiredOn: string, zone = 'metropole') => answer('contract-hand-over', { hiredOn, zone }).by
  it('within two working days, Saturday included, the hiring day not counted', () => {
    expect(by('2026-09-01')).toBe('2026-09-03')
    expect(by('2026-10-03')).toBe('2026-10-06')
    expect(by('2026-12-24')).toBe('2026-12-28')
    expect(by('2026-12-24', 'alsace-moselle')).toBe('2026-12-29')
    expect(by('2026-05-26', 'guadeloupe')).toBe('2026-05-29')
  })
})

describe('the end allowance', () => {
  const priv = {
    regime: 'private',
    kind: 'CDD',
    grossTotalCents: 1_000_005,
    endsOn: '2026-12-31',
    outcome: 'ended',
  }
  const pub = {
    regime: 'public',
    kind: 'L332-8',
    grossTotalCents: 2_000_000,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    monthlyGrossCents: 190_000,
    outcome: 'ended',
  }

  it('is a tenth of private pay, half a cent rounded up', () => {
    expect(answer('end-allowance', priv).cents).toBe(100_001)
    expect(answer('end-allowance', { ...priv, grossTotalCents: 1_000_004 }).cents).toBe(100_000)
  })

  it.each(['permanent-contract', 'permanent-contract-refused', 'renewed', 'employee-left', 'misconduct'])(
    'is nothing where the outcome is %s, in both regimes',
    (outcome) => {
      expect(answer('end-allowance', { ...priv, outcome })).toMatchObject({ cents: 0, reason: outcome })
      expect(answer('end-allowance', { ...pub, outcome })).toMatchObject({ cents: 0, reason: outcome })
    },
  )

  it('covers four public contracts, never a contrat de projet', () => {
    for (const kind of ['L332-8', 'L332-13', 'L332-14', 'L332-23-1'])
      expect(answer('end-allowance', { ...pub, kind })).toMatchObject({ cents: 200_000, payBy: '2027-01-31' })
    for (const kind of ['contrat-de-projet', 'cdd-public', 'titulaire', 'CDI', 'PEC'])
      expect(answer('end-allowance', { ...pub, kind }).cents).toBe(0)
  })

  it('stops at one year of total length, date to date', () => {
    expect(answer('end-allowance', { ...pub, startsOn: '2025-12-31' })).toMatchObject({
      cents: 0,
      reason: 'longer-than-maximum',
    })
    expect(answer('end-allowance', { ...pub, startsOn: '2024-02-29', endsOn: '2025-02-28' }).cents).toBe(
      200_000,
    )
    expect(answer('end-allowance', { ...pub, startsOn: '2024-02-29', endsOn: '2025-03-01' }).cents).toBe(0)
  })

  it('compares pay with twice the wage in force at the end, strictly', () => {
    // 1 867,02 since June 2026; 1 823,03 before.
    expect(answer('end-allowance', { ...pub, monthlyGrossCents: 373_403 }).cents).toBe(200_000)
    expect(answer('end-allowance', { ...pub, monthlyGrossCents: 373_404 })).toMatchObject({
      cents: 0,
      reason: 'wage-at-or-above-limit',
    })
    expect(answer('end-allowance', { ...pub, endsOn: '2026-05-31', monthlyGrossCents: 364_606 }).cents).toBe(
      0,
    )
    expect(answer('end-allowance', { ...pub, endsOn: '2026-05-31', monthlyGrossCents: 364_605 }).cents).toBe(
      200_000,
    )
  })

  it('is to be paid within a month, date to date', () => {
    expect(answer('end-allowance', { ...pub, startsOn: '2026-09-01', endsOn: '2027-01-31' }).payBy).toBe(
      '2027-02-28',
    )
    expect(answer('end-allowance', { ...pub, startsOn: '2026-03-01', endsOn: '2026-05-15' }).payBy).toBe(
      '2026-06-15',
    )
  })
})
