/** What may follow a contract, checked against the renewal assistant of the mock-ups and the law's limits. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { proposeRenewals } from '#shared/rules/engine/contracts/renewals.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'
import { PASSERELLES_TODAY, passerelles } from '../../../support/passerelles.ts'

const { facts, ids } = passerelles()
const derived = derive(facts, day(PASSERELLES_TODAY))
const id = (key: string) => ids[key] ?? Number.NaN

describe('renewing a contrat de projet', () => {
  const renewal = proposeRenewals(id('cCharvin'), derived, {
    endsOn: day('2028-01-31'),
    permanent: false,
    monthlyGrossCents: null,
  })

  it('offers the options of the mock-up, with the months the aid covers', () => {
    expect(
      renewal?.options.map((o) => [
        o.code,
        o.endsOn,
        o.months,
        o.fundedMonths,
        o.totalMonths,
        o.refusals.length,
      ]),
    ).toEqual([
      ['do-not-renew', null, null, 0, null, 0],
      ['until-aid-ends', '2027-06-30', 5, 5, 41, 0],
      ['twelve-months', '2028-01-31', 12, 5, 48, 0],
      ['maximum', '2030-01-31', 36, 5, 72, 0],
      ['beyond-maximum', '2031-01-31', 48, 5, 84, 1],
      ['permanent', null, null, 0, null, 1],
    ])
    expect(renewal?.options[0]?.replaceBefore).toBe('2027-07-31')
  })

  it('gives the notice of the contract in force and of the next one', () => {
    expect(renewal?.notice).toMatchObject({ legalOn: '2026-11-30', months: 2 })
    expect(renewal?.choice?.notice).toMatchObject({
      legalOn: '2027-10-31',
      prudentOn: '2027-10-29',
      months: 3,
    })
  })

  it('shares the cost between the aid and the employer to the cent', () => {
    const { funded, unfunded, total } = renewal?.choice?.coverage ?? {}
    expect(funded).toMatchObject({
      months: 5,
      costCents: 15_042_00,
      aidCents: 5_208_33,
      shareCents: 9_833_67,
    })
    expect(unfunded).toMatchObject({ months: 7, costCents: 21_058_80, aidCents: 0, shareCents: 21_058_80 })
    expect(total).toMatchObject({
      months: 12,
      costCents: 36_100_80,
      aidCents: 5_208_33,
      shareCents: 30_892_47,
    })
    expect(renewal?.choice?.coverage.months.map((m) => m.isFunded).filter(Boolean)).toHaveLength(5)
  })

  it('warns of the notice, the months without aid and the transmission; respects length, pay and the post', () => {
    expect(renewal?.choice?.findings.map((f) => [f.severity, f.code])).toEqual([
      ['warning', 'renewal.notice'],
      ['warning', 'renewal.unfunded-months'],
      ['warning', 'renewal.transmission'],
      ['respected', 'public.length'],
      ['respected', 'contract.no-overlap'],
      ['respected', 'contract.wage'],
    ])
  })

  it('refuses a permanent contract and anything beyond six years', () => {
    const permanent = proposeRenewals(id('cCharvin'), derived, {
      endsOn: null,
      permanent: true,
      monthlyGrossCents: null,
    })
    expect(permanent?.choice?.findings[0]).toMatchObject({
      severity: 'refused',
      code: 'renewal.permanent-not-open',
    })
    const tooLong = proposeRenewals(id('cCharvin'), derived, {
      endsOn: day('2030-02-01'),
      permanent: false,
      monthlyGrossCents: null,
    })
    expect(tooLong?.choice?.findings[0]).toMatchObject({ severity: 'refused', code: 'public.too-long' })
  })
})

describe('renewing a private CDD', () => {
  it('refuses everything but a CDI once 18 months are reached', () => {
    const renewal = proposeRenewals(id('cMaurel'), derived, null)
    expect(renewal?.options.filter((o) => o.refusals.length === 0).map((o) => o.code)).toEqual([
      'do-not-renew',
      'permanent',
    ])
    expect(renewal?.notice).toBeNull()
  })

  it('allows two renewals, amendments that prolong being renewals, and refuses the third', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    const first = f.contract(post, '2026-01-01', '2026-03-31')
    f.contractAmendment({
      contractId: first,
      effectiveOn: '2026-04-01',
      newEndsOn: '2026-06-30',
      signedOn: '2026-03-20',
    })
    const { persons, contracts } = f.facts()
    const personId = contracts[0]?.personId ?? persons[0]?.id
    const second = f.contract(post, '2026-07-01', '2026-09-30', { personId, renewsId: first })
    const renewal = proposeRenewals(second, derive(f.facts(), day('2026-08-15')), {
      endsOn: day('2026-12-31'),
      permanent: false,
      monthlyGrossCents: null,
    })
    expect(renewal?.choice?.findings.filter((x) => x.severity === 'refused').map((x) => x.code)).toEqual([
      'cdd.too-many-renewals',
    ])
  })

  it('tells the pay of the new period from the wage in force, in proportion to the hours', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    const contract = f.contract(post, '2026-02-01', '2026-10-31', {
      weeklyMinutes: 1050,
      monthlyGrossCents: 950_00,
    })
    const renewal = proposeRenewals(contract, derive(f.facts(), day('2026-08-15')), {
      endsOn: day('2027-01-31'),
      permanent: false,
      monthlyGrossCents: null,
    })
    expect(renewal?.choice?.findings).toContainEqual(
      expect.objectContaining({ severity: 'respected', code: 'contract.wage' }),
    )
    const low = proposeRenewals(contract, derive(f.facts(), day('2026-08-15')), {
      endsOn: day('2027-01-31'),
      permanent: false,
      monthlyGrossCents: 900_00 as never,
    })
    expect(low?.choice?.findings).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'contract.wage-below' }),
    )
  })
})

describe('renewing a L332-8 to its sixth year', () => {
  it('counts three months of notice, as the contract itself will: the next one must be permanent', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer({ sector: 'public' }))
    const personId = f.person()
    const first = f.contract(post, '2023-10-01', '2026-09-30', { personId, kind: 'L332-8' })
    const renewal = proposeRenewals(first, derive(f.facts(), day('2026-05-15')), {
      endsOn: day('2029-09-30'),
      permanent: false,
      monthlyGrossCents: null,
    })
    expect(renewal?.choice?.notice).toMatchObject({ legalOn: '2029-06-30', months: 3 })
    const signed = f.contract(post, '2026-10-01', '2029-09-30', { personId, kind: 'L332-8', renewsId: first })
    const after = derive(f.facts(), day('2026-10-15'))
    expect(proposeRenewals(signed, after, null)?.notice).toEqual(renewal?.choice?.notice)
  })
})

describe('what cannot be renewed', () => {
  it('is a permanent contract, one that was broken, one already renewed', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    const permanent = f.contract(post, '2026-01-01', null)
    const broken = f.contract(post, '2025-01-01', '2025-12-31', {
      endedOn: '2025-06-30',
      endMotive: 'resignation',
    })
    const facts = f.facts()
    expect(proposeRenewals(permanent, derive(facts, day('2026-08-15')), null)).toBeNull()
    expect(proposeRenewals(broken, derive(facts, day('2026-08-15')), null)).toBeNull()
    expect(proposeRenewals(9999, derive(facts, day('2026-08-15')), null)).toBeNull()
  })

  it('is on a fixed term after six years of L332-8: only a CDI is left', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer({ sector: 'public' }))
    const personId = f.person()
    f.contract(post, '2020-10-01', '2023-09-30', { personId, kind: 'L332-8', endedOn: '2023-09-30' })
    const last = f.contract(post, '2023-10-01', '2026-09-30', { personId, kind: 'L332-8' })
    const renewal = proposeRenewals(last, derive(f.facts(), day('2026-05-15')), null)
    expect(renewal?.options.filter((o) => o.refusals.length === 0).map((o) => o.code)).toEqual([
      'do-not-renew',
      'permanent',
    ])
  })
})
