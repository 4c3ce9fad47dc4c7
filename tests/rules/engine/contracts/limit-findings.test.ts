/** How long a contract may last, as the rules tell it while it is typed: private CDD, PEC, contrat de projet, public articles. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import type { ContractDraft } from '#shared/rules/engine/contracts/contract-draft.ts'
import { checkDraft } from '#shared/rules/engine/contracts/findings.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

function post(sector: 'private' | 'public') {
  const f = new FactsBuilder()
  const positionId = f.position(f.employer({ sector }))
  const personId = f.person()
  /** What is said of the length of a contract typed from one day to another. */
  const lengths = (
    kind: ContractDraft['kind'],
    startsOn: string,
    endsOn: string,
    typed: { readonly id?: number; readonly renewsId?: number } = {},
  ) =>
    checkDraft(
      {
        ...{ id: 0, positionId, personId, kind, renewsId: null, ground: 'other' },
        ...{ weeklyMinutes: 2100, monthlyGrossCents: cents(2_500_00) },
        ...typed,
        startsOn: day(startsOn),
        endsOn: day(endsOn),
      },
      derive(f.facts(), day('2026-05-01')),
    ).filter((x) => /^(cdd|pec|public)\./.test(x.code))
  const said = (...typed: Parameters<typeof lengths>) =>
    lengths(...typed).map((x) => `${x.severity} ${x.code}`)
  return { f, positionId, personId, lengths, said }
}

describe('a private CDD', () => {
  it('lasts eighteen months at most', () => {
    const { said, lengths } = post('private')
    expect(said('CDD', '2026-06-01', '2027-11-30')).toEqual(['respected cdd.length'])
    expect(said('CDD', '2026-06-01', '2027-12-01')).toEqual(['refused cdd.too-long'])
    expect(said('CDD', '2026-06-01', '2026-06-01')).toEqual(['respected cdd.length'])
    expect(lengths('CDD', '2026-06-01', '2027-12-01')[0]?.values).toMatchObject({
      startsOn: '2026-06-01',
      maxEndsOn: '2027-11-30',
      maximum: 18,
      total: 18,
    })
  })

  it('is counted with what it renews, twice at most', () => {
    const { f, positionId, personId, said } = post('private')
    const first = f.contract(positionId, '2025-01-01', '2025-06-30', { personId })
    expect(said('CDD', '2025-07-01', '2026-06-30', { renewsId: first })).toEqual([
      'respected cdd.length',
      'respected cdd.renewals',
    ])
    expect(said('CDD', '2025-07-01', '2026-07-01', { renewsId: first })).toEqual([
      'refused cdd.too-long',
      'respected cdd.renewals',
    ])
    const second = f.contract(positionId, '2025-07-01', '2025-09-30', { personId, renewsId: first })
    const third = f.contract(positionId, '2025-10-01', '2025-12-31', { personId, renewsId: second })
    expect(said('CDD', '2026-01-01', '2026-03-31', { renewsId: third })).toEqual([
      'refused cdd.too-many-renewals',
      'respected cdd.length',
    ])
  })

  it('already entered is judged by the dates being typed, not by those in the file', () => {
    const { f, positionId, personId, said } = post('private')
    const first = f.contract(positionId, '2025-01-01', '2025-06-30', { personId })
    const id = f.contract(positionId, '2025-07-01', '2026-06-30', { personId, renewsId: first })
    expect(said('CDD', '2025-07-01', '2026-06-30', { id, renewsId: first })[0]).toBe('respected cdd.length')
    expect(said('CDD', '2025-07-01', '2026-07-01', { id, renewsId: first })[0]).toBe('refused cdd.too-long')
    // No longer a renewal: its eighteen months are its own.
    expect(said('CDD', '2025-07-01', '2026-12-31', { id })).toEqual(['respected cdd.length'])
  })

  it('prolonged by amendments counts each of them as a renewal, at the term as it stands', () => {
    const { f, positionId, personId, said } = post('private')
    const id = f.contract(positionId, '2025-07-01', '2025-12-31', { personId })
    f.contractAmendment({ contractId: id, effectiveOn: '2026-01-01', newEndsOn: '2026-06-30' })
    expect(said('CDD', '2025-07-01', '2026-06-30', { id })).toEqual([
      'respected cdd.length',
      'respected cdd.renewals',
    ])
  })
})

describe('a private CDD cut short by an amendment', () => {
  it('is not renewed by it', () => {
    const { f, positionId, personId, said } = post('private')
    const id = f.contract(positionId, '2025-01-01', '2026-12-31', { personId })
    f.contractAmendment({ contractId: id, effectiveOn: '2025-06-01', newEndsOn: '2026-06-30' })
    expect(said('CDD', '2025-01-01', '2026-06-30', { id })).toEqual(['respected cdd.length'])
  })
})

describe('a PEC', () => {
  it('lasts nine to twelve months at first, twenty-four in all', () => {
    const { f, positionId, personId, said } = post('private')
    const respected = 'respected pec.total'
    expect(said('PEC', '2026-06-01', '2027-02-28')).toEqual([respected])
    expect(said('PEC', '2026-06-01', '2027-02-27')).toEqual(['warning pec.too-short', respected])
    expect(said('PEC', '2026-06-01', '2027-05-31')).toEqual([respected])
    expect(said('PEC', '2026-06-01', '2027-06-01')).toEqual(['warning pec.too-long', respected])
    const first = f.contract(positionId, '2025-01-01', '2025-12-31', { personId, kind: 'PEC' })
    // A renewal may be short.
    expect(said('PEC', '2026-01-01', '2026-03-31', { renewsId: first })).toEqual([respected])
    expect(said('PEC', '2026-01-01', '2026-12-31', { renewsId: first })).toEqual([respected])
    expect(said('PEC', '2026-01-01', '2027-01-01', { renewsId: first })).toEqual([
      'refused pec.total',
      'warning pec.too-long',
    ])
  })

  it('already entered is judged by the dates being typed', () => {
    const { f, positionId, personId, said } = post('private')
    const id = f.contract(positionId, '2026-01-01', '2026-12-31', { personId, kind: 'PEC' })
    expect(said('PEC', '2027-06-01', '2028-02-27', { id })).toEqual([
      'warning pec.too-short',
      'respected pec.total',
    ])
  })
})

describe('a contrat de projet', () => {
  it('lasts one to six years in all', () => {
    const { f, positionId, personId, said, lengths } = post('public')
    const kind = 'contrat-de-projet'
    expect(said(kind, '2026-06-01', '2027-05-31')).toEqual(['respected public.length'])
    expect(said(kind, '2026-06-01', '2027-05-30')).toEqual(['refused public.too-short'])
    f.contract(positionId, '2023-06-01', '2026-05-31', { personId, kind })
    expect(said(kind, '2026-06-01', '2029-05-31')).toEqual(['respected public.length'])
    expect(said(kind, '2026-06-01', '2029-06-01')).toEqual(['refused public.too-long'])
    expect(lengths(kind, '2026-06-01', '2029-06-01')[0]?.values).toMatchObject({
      total: 72,
      totalDays: 1,
      maximum: 72,
      maxEndsOn: '2029-05-31',
    })
  })

  it('begun on another day than the file says is counted once', () => {
    const { f, positionId, personId, lengths } = post('public')
    const kind = 'contrat-de-projet'
    const id = f.contract(positionId, '2026-01-01', '2026-12-31', { personId, kind })
    expect(lengths(kind, '2026-07-01', '2027-06-30', { id })[0]).toMatchObject({
      code: 'public.length',
      values: { total: 12, totalDays: 0 },
    })
  })
})

describe('the other public contracts', () => {
  it('L332-8: three years at once, six in all, then a permanent one, said before it comes', () => {
    const { f, positionId, personId, said } = post('public')
    expect(said('L332-8', '2026-06-01', '2029-05-31')).toEqual(['respected public.length'])
    expect(said('L332-8', '2026-06-01', '2029-06-01')).toEqual(['refused public.too-long'])
    f.contract(positionId, '2023-06-01', '2026-05-31', { personId, kind: 'L332-8' })
    expect(said('L332-8', '2026-06-01', '2029-04-30')).toEqual(['respected public.length'])
    expect(said('L332-8', '2026-06-01', '2029-05-31')).toEqual([
      'warning public.permanent-next',
      'respected public.length',
    ])
    f.contract(positionId, '2026-06-01', '2029-05-31', { personId, kind: 'L332-8' })
    expect(said('L332-8', '2029-06-01', '2030-05-31')).toEqual(['refused public.permanent-contract-required'])
  })

  it('L332-8: the years of other articles count with it, those of a contrat de projet do not', () => {
    const { f, positionId, personId, lengths } = post('public')
    f.contract(positionId, '2023-06-01', '2024-05-31', { personId, kind: 'contrat-de-projet' })
    f.contract(positionId, '2024-06-01', '2025-05-31', { personId, kind: 'L332-14' })
    f.contract(positionId, '2025-06-01', '2026-05-31', { personId, kind: 'L332-8' })
    const total = (kind: ContractDraft['kind']) => lengths(kind, '2026-06-01', '2027-05-31')[0]?.values
    expect(total('L332-8')).toMatchObject({ total: 36, totalDays: 0, maximum: 72 })
    // L332-14 counts its own years only.
    expect(total('L332-14')).toMatchObject({ total: 24, totalDays: 0, maximum: 24 })
  })

  it('each name the text that limits them, and the six years their own', () => {
    const { f, positionId, personId, lengths } = post('public')
    const text = (kind: ContractDraft['kind'], endsOn: string) =>
      lengths(kind, '2026-06-01', endsOn)[0]?.basis.map((b) => b.text)
    expect(text('contrat-de-projet', '2033-01-01')?.[0]).toMatch(/^L332-24/)
    expect(text('L332-14', '2033-01-01')?.[0]).toMatch(/^L332-14/)
    expect(text('L332-8', '2033-01-01')?.[0]).toMatch(/^L332-8/)
    f.contract(positionId, '2020-06-01', '2026-05-31', { personId, kind: 'L332-8' })
    expect(text('L332-8', '2027-05-31')?.[0]).toMatch(/^L332-10/)
  })

  it('of which the article is not told follow L332-8, and are asked for it; a plain CDD too', () => {
    const { said } = post('public')
    expect(said('cdd-public', '2026-06-01', '2029-06-01')).toEqual([
      'refused public.too-long',
      'warning public.article-missing',
    ])
    expect(said('CDD', '2026-06-01', '2029-06-01')).toEqual(['refused public.too-long'])
  })

  it('L332-14 lasts a year, L332-23-1 twelve months, L332-13 as long as the absence', () => {
    const { said } = post('public')
    expect(said('L332-14', '2026-06-01', '2027-05-31')).toEqual(['respected public.length'])
    expect(said('L332-14', '2026-06-01', '2027-06-01')).toEqual(['refused public.too-long'])
    expect(said('L332-23-1', '2026-06-01', '2027-05-31')).toEqual(['respected public.length'])
    expect(said('L332-23-1', '2026-06-01', '2027-06-01')).toEqual(['refused public.too-long'])
    expect(said('L332-13', '2026-06-01', '2031-05-31')).toEqual(['respected public.replacement'])
  })

  it('count the services given to this structure only, whatever the post', () => {
    const f = new FactsBuilder()
    const town = f.employer({ sector: 'public' })
    const [here, elsewhere] = [f.position(town), f.position(f.employer({ sector: 'public' }))]
    const next = (positionId: number, personId: number) =>
      checkDraft(
        {
          ...{ id: 0, positionId, personId, kind: 'L332-8', renewsId: null, ground: null },
          ...{ weeklyMinutes: 2100, monthlyGrossCents: cents(2_500_00) },
          startsOn: day('2026-06-01'),
          endsOn: day('2027-05-31'),
        },
        derive(f.facts(), day('2026-05-01')),
      ).map((x) => x.code)
    const personId = f.person()
    f.contract(f.position(town), '2020-06-01', '2026-05-31', { personId, kind: 'L332-8' })
    expect(next(here, personId)).toContain('public.permanent-contract-required')
    expect(next(elsewhere, personId)).not.toContain('public.permanent-contract-required')
    expect(next(here, f.person())).not.toContain('public.permanent-contract-required')
  })
})
