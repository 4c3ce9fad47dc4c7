/** The options of a renewal and what is said of the one chosen: never twice the same, and each warning in its case only. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { ContractKind } from '#shared/domain/words.ts'
import { proposeRenewals } from '#shared/rules/engine/contracts/renewals.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

type Aid = readonly [from: string, to: string, given?: Parameters<FactsBuilder['agreement']>[3]]

interface Situation {
  readonly kind?: ContractKind
  readonly startsOn?: string
  readonly endsOn?: string
  readonly aids?: readonly Aid[]
  readonly today?: string
}

function propose(situation: Situation, next: string | 'permanent' | null) {
  const { kind = 'CDD', startsOn = '2026-01-01', endsOn = '2026-12-31', aids = [] } = situation
  const f = new FactsBuilder()
  const employer = f.employer({ sector: kind === 'CDD' || kind === 'PEC' ? 'private' : 'public' })
  const post = f.position(employer)
  for (const [from, to, given] of aids) f.grants(f.agreement(employer, from, to, given), post, [12_000])
  const contract = f.contract(post, startsOn, endsOn, { kind })
  const permanent = next === 'permanent'
  return proposeRenewals(
    contract,
    derive(f.facts(), day(situation.today ?? '2026-09-01')),
    next === null ? null : { endsOn: permanent ? null : day(next), permanent, monthlyGrossCents: null },
  )
}

const options = (situation: Situation) =>
  propose(situation, null)?.options.map((o) => `${o.code} ${o.endsOn ?? '—'}`)
const said = (situation: Situation, next: string) =>
  propose(situation, next)?.choice?.findings.map((x) => `${x.severity} ${x.code}`)

describe('the options of a renewal', () => {
  it('end with the aid where one goes on, the last of them, none that was settled', () => {
    const until = (...aids: readonly Aid[]) => options({ aids })?.find((o) => o.startsWith('until-aid-ends'))
    expect(until(['2026-01-01', '2027-01-01'])).toBe('until-aid-ends 2027-01-01')
    expect(until(['2026-01-01', '2026-12-31'])).toBeUndefined()
    expect(until(['2026-01-01', '2027-06-30'], ['2026-01-01', '2027-03-31'])).toBe(
      'until-aid-ends 2027-06-30',
    )
    expect(until(['2026-01-01', '2027-06-30', { settledOn: '2026-08-01' }])).toBeUndefined()
  })

  it('are told once where two of them end on the same day', () => {
    expect(options({ kind: 'L332-14', aids: [['2026-01-01', '2027-12-31']] })).toEqual([
      'do-not-renew —',
      'until-aid-ends 2027-12-31',
      'beyond-maximum 2028-12-31',
      'permanent —',
    ])
  })

  it('go no further than the law where nothing more may be signed', () => {
    expect(options({ startsOn: '2025-07-01' })).toEqual([
      'do-not-renew —',
      'twelve-months 2027-12-31',
      'permanent —',
    ])
  })
})

describe('the renewal chosen', () => {
  const funded: readonly Aid[] = [['2026-01-01', '2027-12-31']]

  it('of a private CDD is to sign before the term, and is sent to nobody', () => {
    expect(said({ aids: funded }, '2027-06-30')).toEqual([
      'warning renewal.sign-before',
      'respected cdd.length',
      'respected cdd.renewals',
      'respected contract.no-overlap',
      'respected contract.wage',
      'respected contract.funded',
    ])
    expect(said({ kind: 'PEC', aids: funded }, '2027-06-30')).not.toContain('warning renewal.sign-before')
  })

  it('of a public contract is to transmit, its notice told until its legal day and missed after it', () => {
    const public_ = { kind: 'L332-14', aids: funded } as const
    expect(said(public_, '2027-06-30')).toContain('warning renewal.transmission')
    expect(said(public_, 'permanent')).toContain('warning renewal.transmission')
    const notice = (today: string) =>
      said({ ...public_, today }, '2027-06-30')?.filter((s) => s.includes('renewal.notice'))
    // Twelve months: a month of notice.
    expect(notice('2026-11-30')).toEqual(['warning renewal.notice'])
    expect(notice('2026-12-01')).toEqual(['warning renewal.notice-passed'])
  })

  it('says its months without aid, to the day, and the whole of a permanent one', () => {
    const unfunded = (next: string, ...aids: readonly Aid[]) =>
      said({ aids }, next)?.filter((s) => s.includes('unfunded'))
    expect(unfunded('2027-06-30', ['2026-01-01', '2027-06-30'])).toEqual([])
    expect(unfunded('2027-06-30', ['2026-01-01', '2027-06-29'])).toEqual(['warning renewal.unfunded-months'])
    expect(unfunded('2027-06-30', ['2026-01-01', '2027-05-31'])).toEqual(['warning renewal.unfunded-months'])
    expect(unfunded('permanent', ['2026-01-01', '2029-12-31'])).toEqual([
      'warning renewal.unfunded-permanent',
    ])
  })

  it('after six years of L332-8 is permanent as the law provides, and refused otherwise', () => {
    const six = { kind: 'L332-8', startsOn: '2021-01-01' } as const
    expect(said(six, 'permanent')).toContain('respected renewal.permanent-required')
    expect(said(six, '2027-06-30')).toEqual(expect.arrayContaining(['refused renewal.permanent-only']))
    expect(said(six, '2027-06-30')).not.toContain('respected renewal.permanent-required')
    const five = { kind: 'L332-8', startsOn: '2022-01-01' } as const
    expect(said(five, 'permanent')).not.toContain('respected renewal.permanent-required')
    expect(said(five, '2027-06-30')).not.toContain('refused renewal.permanent-only')
  })

  it('has a notice of its own in public service only', () => {
    expect(propose({}, '2027-06-30')?.choice?.notice).toBeNull()
    expect(propose({ kind: 'L332-14' }, '2027-06-30')?.choice?.notice).toMatchObject({ months: 1 })
    expect(propose({ kind: 'L332-14' }, 'permanent')?.choice?.notice).toBeNull()
  })
})
