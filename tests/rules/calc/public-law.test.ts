import { describe, expect, it } from 'vitest'
import { answer, period } from './answer.ts'

describe('the trial period of a public contract', () => {
  const trial = (startsOn: string, endsOn: string | null, sameFunctions = false) =>
    answer('trial-period', { regime: 'public', startsOn, endsOn, sameFunctions }).endsOn

  it('is three weeks under six months, then one, two and three months', () => {
    expect(trial('2026-10-01', '2027-03-30')).toBe('2026-10-21')
    expect(trial('2026-10-01', '2027-03-31')).toBe('2026-10-31')
    expect(trial('2026-10-01', '2027-09-29')).toBe('2026-10-31')
    expect(trial('2026-10-01', '2027-09-30')).toBe('2026-11-30')
    expect(trial('2026-10-01', '2028-09-29')).toBe('2026-11-30')
    expect(trial('2026-10-01', '2028-09-30')).toBe('2026-12-31')
    expect(trial('2026-10-01', null)).toBe('2026-12-31')
    expect(trial('2026-11-30', '2029-11-29')).toBe('2027-02-28')
  })

  it('does not exist again in the same functions', () => {
    expect(trial('2026-10-01', null, true)).toBe(null)
  })

  it('never outlasts the contract', () => {
    expect(trial('2026-10-01', '2026-10-10')).toBe('2026-10-10')
  })
})

describe('the notice of a contrat de projet', () => {
  const notice = (periods: readonly unknown[], more = {}) =>
    answer('notice', { kind: 'contrat-de-projet', periods, zone: 'metropole', ...more })

  it('is two months up to three years, three beyond, over the whole run', () => {
    expect(notice([period('2024-01-01', '2026-12-31')])).toMatchObject({ months: 2, legalOn: '2026-10-31' })
    expect(notice([period('2024-01-01', '2027-01-01')])).toMatchObject({ months: 3, legalOn: '2026-10-01' })
    expect(notice([period('2021-11-01', '2023-10-31'), period('2023-11-01', '2026-10-31')])).toMatchObject({
      months: 3,
      legalOn: '2026-07-31',
      interview: false,
    })
  })

  it('is doubled for a declared disability, four months at most', () => {
    expect(notice([period('2025-01-01', '2026-12-31')], { doubled: true })).toMatchObject({
      months: 4,
      legalOn: '2026-08-31',
    })
    expect(notice([period('2022-01-01', '2026-12-31')], { doubled: true })).toMatchObject({
      months: 4,
      legalOn: '2026-08-31',
    })
  })

  it('falls on the last day of a short month', () => {
    expect(notice([period('2026-01-01', '2027-04-30')]).legalOn).toBe('2027-02-28')
    expect(notice([period('2027-01-01', '2028-04-30')]).legalOn).toBe('2028-02-29')
    expect(notice([period('2026-01-01', '2027-04-30')]).prudentOn).toBe('2027-02-26')
  })
})

describe('the notice of other public contracts', () => {
  const notice = (periods: readonly unknown[], more = {}) =>
    answer('notice', { kind: 'cdd-public', periods, zone: 'metropole', ...more })

  it('is eight days under six months, one month under two years, two months from two years', () => {
    expect(notice([period('2026-01-01', '2026-06-29')])).toMatchObject({
      days: 8,
      legalOn: '2026-06-21',
      prudentOn: '2026-06-19',
    })
    expect(notice([period('2026-01-01', '2026-06-30')])).toMatchObject({
      months: 1,
      legalOn: '2026-05-30',
      prudentOn: '2026-05-29',
    })
    expect(notice([period('2025-01-01', '2026-12-30')])).toMatchObject({ months: 1, legalOn: '2026-11-30' })
    expect(notice([period('2025-01-01', '2026-12-31')])).toMatchObject({ months: 2, legalOn: '2026-10-31' })
  })

  it('never says both months and days', () => {
    expect(notice([period('2026-01-01', '2026-03-31')])).not.toHaveProperty('months')
    expect(notice([period('2026-01-01', '2026-12-31')])).not.toHaveProperty('days')
  })

  it('counts the last run without a gap of more than four months', () => {
    const first = period('2024-01-01', '2025-06-30')
    // 1 July to 31 October: exactly four months.
    expect(notice([first, period('2025-11-01', '2026-04-30')])).toMatchObject({ months: 2 })
    // One day more.
    expect(notice([first, period('2025-11-02', '2026-04-30')])).toMatchObject({ days: 8 })
  })

  it('does not count the gap itself', () => {
    expect(notice([period('2025-01-01', '2025-12-31'), period('2026-04-01', '2027-02-28')])).toMatchObject({
      months: 1,
    })
    expect(notice([period('2025-01-01', '2025-12-31'), period('2026-04-01', '2027-03-31')])).toMatchObject({
      months: 2,
    })
  })

  it('counts contracts that follow each other as one length, whatever the day they were cut', () => {
    expect(notice([period('2026-01-01', '2026-01-15'), period('2026-01-16', '2026-06-30')])).toMatchObject({
      months: 1,
    })
    expect(notice([period('2026-01-16', '2026-06-30'), period('2026-01-01', '2026-01-15')])).toMatchObject({
      months: 1,
    })
  })

  it('adds days left over, thirty to a month', () => {
    // 2 months 16 days + 3 months 14 days = 6 months.
    expect(notice([period('2026-01-01', '2026-03-16'), period('2026-05-01', '2026-08-14')])).toMatchObject({
      months: 1,
    })
    expect(notice([period('2026-01-01', '2026-03-16'), period('2026-05-01', '2026-08-13')])).toMatchObject({
      days: 8,
    })
  })

  it('is doubled: sixteen days, two months, four months', () => {
    expect(notice([period('2026-08-01', '2026-12-31')], { doubled: true })).toMatchObject({
      days: 16,
      legalOn: '2026-12-15',
    })
    expect(notice([period('2026-01-01', '2026-12-31')], { doubled: true })).toMatchObject({ months: 2 })
    expect(notice([period('2024-01-01', '2026-12-31')], { doubled: true })).toMatchObject({ months: 4 })
    expect(
      notice([period('2024-01-01', '2026-12-31')], { doubled: true, permanentNext: true }),
    ).toMatchObject({ months: 4 })
  })

  it('is three months, with an interview, where the next contract may be permanent', () => {
    expect(notice([period('2026-08-01', '2026-12-31')], { permanentNext: true })).toMatchObject({
      months: 3,
      legalOn: '2026-09-30',
      interview: true,
    })
  })

  it('follows an interview from three years on a permanent job', () => {
    expect(notice([period('2024-01-01', '2026-12-31')]).interview).toBe(true)
    expect(notice([period('2024-01-01', '2026-12-30')]).interview).toBe(false)
    expect(
      answer('notice', {
        kind: 'L332-23-1',
        periods: [period('2023-01-01', '2026-12-31')],
        zone: 'metropole',
      }).interview,
    ).toBe(false)
  })

  it('is prudent in each zone', () => {
    // 27 May 2026 is a Wednesday, a holiday in Guadeloupe only.
    const periods = [period('2026-01-01', '2026-06-27')]
    expect(notice(periods, { permanentNext: true, zone: 'metropole' }).legalOn).toBe('2026-03-27')
    const month = [period('2025-07-01', '2026-06-27')]
    expect(notice(month)).toMatchObject({ legalOn: '2026-05-27', prudentOn: '2026-05-27' })
    expect(notice(month, { zone: 'guadeloupe' })).toMatchObject({
      legalOn: '2026-05-27',
      prudentOn: '2026-05-26',
    })
  })
})

describe('limits of public contracts', () => {
  const limits = (kind: string, periods: readonly unknown[], proposedMonths: number, more = {}) =>
    answer('public-limits', { kind, periods, proposedMonths, ...more })

  it('a contrat de projet lasts one to six years in all', () => {
    const from = { proposedStartsOn: '2027-01-01' }
    expect(limits('contrat-de-projet', [], 11, from).refusals).toEqual(['too-short'])
    expect(limits('contrat-de-projet', [], 12, from)).toMatchObject({ valid: true, maxEndsOn: '2032-12-31' })
    expect(limits('contrat-de-projet', [], 72, from).valid).toBe(true)
    expect(limits('contrat-de-projet', [], 73, from).refusals).toEqual(['too-long'])
    expect(limits('contrat-de-projet', [period('2026-01-01', '2026-12-31')], 6).valid).toBe(true)
  })

  it('years before a gap count in the six years of a contrat de projet, other contracts do not', () => {
    const three = period('2020-01-01', '2022-12-31')
    expect(limits('contrat-de-projet', [three, period('2024-01-01', '2026-12-31')], 1).refusals).toEqual([
      'too-long',
    ])
    expect(
      limits('contrat-de-projet', [{ ...three, kind: 'L332-8' }], 72, { proposedStartsOn: '2027-01-01' })
        .valid,
    ).toBe(true)
    expect(limits('contrat-de-projet', [three], 36, { proposedStartsOn: '2024-01-01' })).toMatchObject({
      valid: true,
      maxEndsOn: '2026-12-31',
    })
  })

  it('L332-14 is one year, then one year', () => {
    const from = { proposedStartsOn: '2026-01-01' }
    expect(limits('L332-14', [], 12, from)).toMatchObject({ valid: true, maxEndsOn: '2026-12-31' })
    expect(limits('L332-14', [], 13, from).refusals).toEqual(['too-long'])
    expect(limits('L332-14', [period('2026-01-01', '2026-12-31')], 13).refusals).toEqual(['too-long'])
    expect(
      limits('L332-14', [period('2026-01-01', '2026-12-31'), period('2027-01-01', '2027-12-31')], 1).refusals,
    ).toEqual(['too-long'])
    expect(limits('L332-14', [period('2026-01-01', '2026-06-30')], 12)).toMatchObject({
      valid: true,
      maxEndsOn: '2027-06-30',
    })
    expect(limits('L332-14', [period('2026-01-01', '2026-12-31', 'contrat-de-projet')], 12).valid).toBe(true)
  })

  it('L332-23-1 is twelve months within any eighteen in a row', () => {
    const from = { proposedStartsOn: '2026-01-01' }
    expect(limits('L332-23-1', [], 12, from)).toMatchObject({ valid: true, maxEndsOn: '2026-12-31' })
    expect(limits('L332-23-1', [], 13, from).refusals).toEqual(['too-long'])
    const year = period('2025-01-01', '2025-12-31')
    expect(limits('L332-23-1', [year], 1).refusals).toEqual(['too-long'])
    // Six months later, the eighteen months hold six of the old year and six new ones, and so on.
    expect(limits('L332-23-1', [year], 12, { proposedStartsOn: '2026-07-01' })).toMatchObject({
      valid: true,
      maxEndsOn: '2027-06-30',
    })
    expect(limits('L332-23-1', [period('2026-01-01', '2026-06-30')], 6)).toMatchObject({
      valid: true,
      maxEndsOn: '2026-12-31',
    })
    expect(limits('L332-23-1', [period('2026-01-01', '2026-06-30')], 7).refusals).toEqual(['too-long'])
    // Eight months, two off, then four more: eighteen months from January 2026 end in June 2027.
    expect(
      limits('L332-23-1', [period('2026-01-01', '2026-08-31')], 4, { proposedStartsOn: '2026-11-01' }),
    ).toMatchObject({
      valid: true,
      maxEndsOn: '2027-02-28',
    })
  })

  it('L332-23-1 months served beyond the limit long ago do not forbid a contract today', () => {
    const passed = [period('2020-01-01', '2020-08-31'), period('2020-11-01', '2021-06-30')]
    // Just after them, no month is left; once eighteen months have gone by, all twelve are.
    expect(limits('L332-23-1', passed, 1).refusals).toEqual(['too-long'])
    expect(limits('L332-23-1', passed, 12, { proposedStartsOn: '2023-01-01' })).toMatchObject({
      valid: true,
      maxEndsOn: '2023-12-31',
    })
  })

  it('L332-8 is three years at a time', () => {
    const from = { proposedStartsOn: '2026-01-01' }
    expect(limits('L332-8', [], 36, from)).toMatchObject({ valid: true, maxEndsOn: '2028-12-31' })
    expect(limits('L332-8', [], 37, from).refusals).toEqual(['too-long'])
  })

  it('six years of L332-8, L332-13, L332-14 and L332-23 call for a permanent contract', () => {
    const mixed = [
      period('2020-01-01', '2020-12-31', 'L332-14'),
      period('2021-01-01', '2021-12-31', 'L332-23'),
      period('2022-01-01', '2022-12-31', 'L332-13'),
      period('2023-01-01', '2025-12-31', 'L332-8'),
    ]
    expect(limits('L332-8', mixed, 12)).toMatchObject({
      valid: false,
      refusals: ['permanent-contract-required'],
      mustBePermanent: true,
    })
    expect(limits('L332-8', mixed, 12)).not.toHaveProperty('maxEndsOn')
    expect(limits('L332-8', mixed, 37).refusals).toEqual(['permanent-contract-required', 'too-long'])
  })

  it('years of contrat de projet do not count, and are no interruption either', () => {
    const project = period('2022-01-01', '2024-12-31', 'contrat-de-projet')
    expect(limits('L332-8', [period('2020-01-01', '2021-12-31'), project], 36).valid).toBe(true)
    expect(limits('L332-8', [period('2016-01-01', '2021-12-31'), project], 12).mustBePermanent).toBe(true)
  })

  it('a gap of more than four months starts the count again', () => {
    const six = period('2019-01-01', '2024-12-31')
    expect(limits('L332-8', [six], 12, { proposedStartsOn: '2025-05-01' }).mustBePermanent).toBe(true)
    expect(limits('L332-8', [six], 12, { proposedStartsOn: '2025-05-02' })).toMatchObject({
      valid: true,
      maxEndsOn: '2028-05-01',
    })
    expect(limits('L332-8', [six, period('2025-06-01', '2025-12-31')], 12).valid).toBe(true)
  })

  it('a contract that would pass six years is too long, and may still be shortened', () => {
    const five = [period('2021-01-01', '2023-12-31'), period('2024-01-01', '2025-12-31')]
    expect(limits('L332-8', five, 12)).toMatchObject({ valid: true, maxEndsOn: '2026-12-31' })
    expect(limits('L332-8', five, 13)).toMatchObject({
      valid: false,
      refusals: ['too-long'],
      maxEndsOn: '2026-12-31',
    })
  })

  it('the replacement of an absent agent has no length of its own', () => {
    expect(limits('L332-13', [], 40, { proposedStartsOn: '2026-01-01' })).toMatchObject({
      valid: true,
      refusals: [],
    })
  })
})
