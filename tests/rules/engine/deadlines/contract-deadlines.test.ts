/** Deadlines of contracts: papers, trial, signature, term, pay, and what follows the longest one allowed. */
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { endAfterMonths } from '#shared/rules/calendar/contract-end.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

const at = (facts: Facts, today: string): readonly Deadline[] => deadlinesOf(derive(facts, day(today)))
const kinds = (rows: readonly Deadline[]) => rows.map((d) => d.kind)
const find = (rows: readonly Deadline[], kind: string) => rows.find((d) => d.kind === kind)

describe('contracts', () => {
  it('handed over late are recalled for two months only: an old hiring does not flood the list', () => {
    const build = (startsOn: string, signedOn: string | null) => {
      const f = new FactsBuilder()
      f.contract(f.position(f.employer()), startsOn, endAfterMonths(day(startsOn), 12), { signedOn })
      return f.facts()
    }
    expect(find(at(build('2026-10-02', null), '2026-10-01'), 'contract-hand-over')?.dueOn).toBe('2026-10-05')
    expect(find(at(build('2026-10-02', null), '2026-11-20'), 'contract-hand-over')?.status).toBe('late')
    expect(kinds(at(build('2023-10-02', null), '2026-11-20'))).not.toContain('contract-hand-over')
    expect(kinds(at(build('2026-10-02', '2026-10-02'), '2026-10-01'))).not.toContain('contract-hand-over')
  })

  it('past their term and never closed are late for six months', () => {
    const f = new FactsBuilder()
    f.contract(f.position(f.employer()), '2025-01-01', '2026-06-30')
    expect(find(at(f.facts(), '2026-07-15'), 'contract-end')).toMatchObject({ status: 'late' })
    expect(kinds(at(f.facts(), '2027-01-15'))).not.toContain('contract-end')
  })

  it('paid under a wage that rose are late since the day it rose', () => {
    const f = new FactsBuilder()
    f.contract(f.position(f.employer()), '2025-01-01', null, { monthlyGrossCents: 1_830_00 })
    expect(find(at(f.facts(), '2026-03-01'), 'minimum-wage')).toMatchObject({
      dueOn: '2026-06-01',
      status: 'later',
    })
    expect(find(at(f.facts(), '2026-11-23'), 'minimum-wage')).toMatchObject({
      dueOn: '2026-06-01',
      status: 'late',
    })
  })

  it('at 18 months call for a CDI offer; made and not followed, for a word to France Travail', () => {
    const build = (offered: boolean, hired: boolean) => {
      const f = new FactsBuilder()
      const post = f.position(f.employer())
      const personId = f.person()
      const id = f.contract(post, '2025-07-01', '2026-12-31', { personId })
      if (offered)
        f.answer({ key: `permanent-offer:contract:${id}`, forDay: '2026-12-01', answeredOn: '2026-11-20' })
      if (hired) f.contract(post, '2027-01-01', null, { personId })
      return at(f.facts(), '2027-01-10')
    }
    expect(kinds(build(false, false))).not.toContain('permanent-refusal')
    expect(find(build(true, false), 'permanent-refusal')).toMatchObject({
      legalOn: '2027-01-31',
      // A Sunday: the working day before.
      dueOn: '2027-01-29',
      nature: 'legal',
    })
    expect(kinds(build(true, true))).not.toContain('permanent-refusal')
  })

  it('prolonged without a signature are to sign before the term', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    const personId = f.person()
    const first = f.contract(post, '2026-01-01', '2026-12-31', { personId })
    f.contract(post, '2027-01-01', '2027-06-30', { personId, renewsId: first, signedOn: null })
    expect(find(at(f.facts(), '2026-11-23'), 'renewal-signature')).toMatchObject({ dueOn: '2026-12-31' })
    expect(
      at(f.facts(), '2026-11-23')
        .filter((d) => d.contractId === first)
        .map((d) => d.kind),
    ).toEqual(['renewal-signature'])
  })

  it('are tried for three months in public service without a term, and not again on the same post', () => {
    const trial = (before: boolean, sector: 'public' | 'private') => {
      const f = new FactsBuilder()
      const post = f.position(f.employer({ sector }))
      const personId = f.person()
      if (before) f.contract(post, '2025-09-01', '2026-08-31', { personId, endedOn: '2026-08-31' })
      f.contract(post, '2026-09-01', null, { personId, kind: 'CDI' })
      return find(at(f.facts(), '2026-10-01'), 'trial-end')
    }
    expect(trial(false, 'public')).toMatchObject({ legalOn: '2026-11-30', dueOn: '2026-11-30' })
    expect(trial(true, 'public')).toBeUndefined()
    expect(trial(false, 'private')).toBeUndefined()
  })

  it('name the working day before for every legal day, and for any other beside it', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    // Three complete weeks: three days of trial, to Sunday 4 October; handed over by Monday 5, past the weekend.
    const contract = f.contract(post, '2026-10-02', '2026-10-25', { signedOn: null })
    const rows = at(f.facts(), '2026-09-30').filter((d) => d.contractId === contract)
    expect(Object.fromEntries(rows.map((d) => [d.kind, [d.dueOn, d.legalOn, d.prudentOn]]))).toEqual({
      'trial-end': ['2026-10-02', '2026-10-04', '2026-10-02'],
      'contract-hand-over': ['2026-10-05', '2026-10-05', '2026-10-05'],
      'contract-end': ['2026-10-25', null, '2026-10-23'],
    })
  })

  it('that still run on a post given back owe their notice and their term; those that are over, nothing', () => {
    const build = (endsOn: string) => {
      const f = new FactsBuilder()
      const post = f.position(f.employer({ sector: 'public' }), { returnedOn: '2026-06-30' })
      f.contract(post, '2025-01-01', endsOn, { kind: 'L332-8' })
      return kinds(at(f.facts(), '2026-10-01')).filter((kind) => kind === 'notice' || kind === 'contract-end')
    }
    expect(build('2026-12-31').sort()).toEqual(['contract-end', 'notice'])
    expect(build('2026-06-30')).toEqual([])
  })

  it('of twenty-four months of PEC have reached their maximum, one day less has not', () => {
    const last = (endsOn: string) => {
      const f = new FactsBuilder()
      const post = f.position(f.employer())
      const personId = f.person()
      const first = f.contract(post, '2025-01-01', '2025-12-31', { personId, kind: 'PEC' })
      f.contract(post, '2026-01-01', endsOn, { personId, kind: 'PEC', renewsId: first })
      return find(at(f.facts(), '2026-10-01'), 'maximum-duration')
    }
    expect(last('2026-12-31')).toMatchObject({ why: { values: { served: 24, maximum: 24 } } })
    expect(last('2026-12-30')).toBeUndefined()
  })

  it('of private law call for a CDI offer by their months, or by their renewals', () => {
    const last = (...terms: readonly string[]) => {
      const f = new FactsBuilder()
      const post = f.position(f.employer())
      const personId = f.person()
      let [startsOn, renewsId]: [string, number | null] = ['2026-01-01', null]
      for (const endsOn of terms) {
        renewsId = f.contract(post, startsOn, endsOn, { personId, renewsId })
        startsOn = addDays(day(endsOn), 1)
      }
      return find(at(f.facts(), '2026-01-15'), 'permanent-offer')?.why.code
    }
    expect(last('2027-06-30')).toBe('why.permanent-offer.months')
    expect(last('2027-06-29')).toBeUndefined()
    expect(last('2026-03-31', '2026-06-30')).toBeUndefined()
    expect(last('2026-03-31', '2026-06-30', '2026-09-30')).toBe('why.permanent-offer.renewals')
    expect(last('2026-03-31', '2026-06-30', '2027-06-30')).toBe('why.permanent-offer.months')
  })

  it('that end before their term owe no notice', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer({ sector: 'public' }))
    const early = { kind: 'contrat-de-projet', endedOn: '2026-10-15' } as const
    f.contract(post, '2025-01-01', '2026-12-31', early)
    expect(kinds(at(f.facts(), '2026-10-01'))).toContain('contract-end')
    expect(kinds(at(f.facts(), '2026-10-01'))).not.toContain('notice')
  })

  it('are given notice on their own services: a contract to come does not lengthen them', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer({ sector: 'public' }))
    const personId = f.person()
    const now = f.contract(post, '2026-01-01', '2026-12-31', { personId, kind: 'L332-14' })
    f.contract(post, '2027-01-01', '2028-12-31', { personId, kind: 'L332-8' })
    expect(
      at(f.facts(), '2026-09-01').find((d) => d.kind === 'notice' && d.contractId === now),
    ).toMatchObject({ legalOn: '2026-11-30', why: { values: { months: 1, serviceMonths: 12 } } })
  })

  it('of six years of L332-8 call for a permanent one, of six years of projet for nothing more', () => {
    const last = (kind: 'L332-8' | 'contrat-de-projet') => {
      const f = new FactsBuilder()
      const post = f.position(f.employer({ sector: 'public' }))
      const personId = f.person()
      f.contract(post, '2021-01-01', '2023-12-31', { personId, kind, endedOn: '2023-12-31' })
      f.contract(post, '2024-01-01', '2026-12-31', { personId, kind })
      return kinds(at(f.facts(), '2026-06-01'))
    }
    expect(last('L332-8')).toContain('permanent-required')
    expect(last('L332-8')).toContain('interview')
    expect(last('contrat-de-projet')).toContain('maximum-duration')
    expect(last('contrat-de-projet')).not.toContain('permanent-required')
  })
})
