/** Which deadlines come out of the facts, when, and what an answer does to them. */
import { describe, expect, it } from 'vitest'
import { type Day, day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { placeOfKey } from '#shared/rules/engine/island.ts'
import { generateDemo } from '../../../../electron/services/demo/generate-demo.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'
import { PASSERELLES_TODAY, passerelles } from '../../../support/passerelles.ts'

const at = (facts: Facts, today: string, lastVisitOn: string | null = null): readonly Deadline[] =>
  deadlinesOf(derive(facts, day(today)), { lastVisitOn: lastVisitOn as Day | null })
const kinds = (rows: readonly Deadline[]) => rows.map((d) => d.kind)
const find = (rows: readonly Deadline[], kind: string) => rows.find((d) => d.kind === kind)

describe('the digest of the mock-up on 23/11/2026', () => {
  const { facts, ids } = passerelles()
  const answered: Facts = {
    ...facts,
    deadlineAnswers: [
      {
        id: 1,
        key: `financial-report:employer:${ids.rpn}:2025-12-31`,
        answer: 'done',
        answeredOn: day('2026-06-12'),
        forDay: day('2026-06-30'),
        postponedTo: null,
        reason: null,
      },
    ],
  }
  const rows = at(answered, PASSERELLES_TODAY, '2026-11-16').filter(
    (d) => d.status !== 'answered' && d.daysLeft <= 90,
  )

  it('has six late ones, the missed notice first, for 49 000 €', () => {
    const late = rows.filter((d) => d.status === 'late')
    expect(late.map((d) => [d.dueOn, d.daysLeft, d.kind, d.positionLabel?.slice(0, 4)])).toEqual([
      ['2026-10-31', -23, 'notice', '3312'],
      ['2026-03-31', -237, 'instalment-due', '2101'],
      ['2026-04-30', -207, 'instalment-due', '2102'],
      ['2026-08-31', -84, 'instalment-due', '3310'],
      ['2026-09-30', -54, 'instalment-due', '3311'],
      ['2026-10-31', -23, 'instalment-due', '2103'],
    ])
    expect(late.reduce((sum, d) => sum + (d.amountCents ?? 0), 0)).toBe(49_000_00)
  })

  it('has nine more within 90 days, two of them new since the last visit', () => {
    const coming = rows.filter((d) => d.status !== 'late')
    expect(coming.map((d) => [d.dueOn, d.kind, d.positionLabel?.slice(0, 4), d.isNew])).toEqual([
      ['2026-11-30', 'notice', '3310', true],
      ['2026-12-01', 'permanent-offer', '2102', true],
      ['2026-12-31', 'instalment-claim', '2105', false],
      ['2026-12-31', 'contract-end', '2102', false],
      ['2026-12-31', 'contract-end', '3312', false],
      ['2026-12-31', 'closing-file', '2106', false],
      ['2027-01-31', 'vacancy-limit', '2104', false],
      ['2027-01-31', 'agreement-end', '2101', false],
      ['2027-01-31', 'contract-end', '3310', false],
    ])
  })

  it('recalls the vacancy at 90 and 150 days of the departure', () => {
    const step = (today: string) => find(at(facts, today), 'vacancy-limit')?.step
    expect(step('2026-10-28')).toBeNull()
    expect(step('2026-10-29')).toBe(94)
    expect(step('2026-12-28')).toBe(34)
    expect(step('2027-02-01')).toBe(-1)
  })
})

describe('a legal notice', () => {
  function project(given: { endsOn: string; doubled?: boolean }) {
    const f = new FactsBuilder()
    const post = f.position(f.employer({ sector: 'public' }))
    const personId = f.person({ doubledNotice: given.doubled ?? false })
    const id = f.contract(post, '2025-01-01', given.endsOn, { kind: 'contrat-de-projet', personId })
    return { f, id, post, personId }
  }

  it('is due on the working day before, then late on the legal day', () => {
    const { f } = project({ endsOn: '2026-12-31' })
    const facts = f.facts()
    expect(find(at(facts, '2026-10-01'), 'notice')).toMatchObject({
      dueOn: '2026-10-30',
      legalOn: '2026-10-31',
    })
    expect(find(at(facts, '2026-10-30'), 'notice')).toMatchObject({ dueOn: '2026-10-30', daysLeft: 0 })
    expect(find(at(facts, '2026-10-31'), 'notice')).toMatchObject({
      dueOn: '2026-10-31',
      status: 'due',
      daysLeft: 0,
    })
    expect(find(at(facts, '2026-11-02'), 'notice')).toMatchObject({ daysLeft: -2, status: 'late' })
  })

  it('is not shown once the contract is renewed, or over', () => {
    const { f, id, post, personId } = project({ endsOn: '2026-12-31' })
    expect(kinds(at(f.facts(), '2027-01-05'))).not.toContain('notice')
    f.contract(post, '2027-01-01', '2027-12-31', { kind: 'contrat-de-projet', personId, renewsId: id })
    const notices = at(f.facts(), '2026-11-15').filter((d) => d.kind === 'notice')
    expect(notices.map((d) => d.contractId)).not.toContain(id)
  })

  it('given, starts the eight days of the answer', () => {
    const { f, id } = project({ endsOn: '2026-12-31' })
    f.answer({ key: `notice:contract:${id}`, forDay: '2026-10-30', answeredOn: '2026-10-12' })
    const rows = at(f.facts(), '2026-10-15')
    expect(find(rows, 'notice')?.status).toBe('answered')
    expect(find(rows, 'agent-answer')).toMatchObject({ dueOn: '2026-10-20', nature: 'legal' })
  })

  it('is doubled for a declared disability', () => {
    const { f } = project({ endsOn: '2026-12-31', doubled: true })
    expect(find(at(f.facts(), '2026-07-01'), 'notice')).toMatchObject({ legalOn: '2026-08-31' })
  })

  it('does not exist in private law', () => {
    const f = new FactsBuilder()
    f.contract(f.position(f.employer()), '2026-01-01', '2026-12-31')
    expect(kinds(at(f.facts(), '2026-11-23'))).not.toContain('notice')
  })
})

describe('an answer', () => {
  function free(dueOn = '2026-12-01') {
    const f = new FactsBuilder()
    const id = f.freeDeadline('Bilan annuel', dueOn)
    return { f, key: `free:${id}` }
  }

  it('"fait" puts the deadline away', () => {
    const { f, key } = free()
    f.answer({ key, forDay: '2026-12-01', answeredOn: '2026-11-20' })
    expect(at(f.facts(), '2026-11-23')[0]).toMatchObject({ status: 'answered', moved: false, isNew: false })
  })

  it('given for another day is shown again, and says so', () => {
    const { f, key } = free()
    f.answer({ key, forDay: '2026-11-15', answeredOn: '2026-11-10' })
    expect(at(f.facts(), '2026-11-23')[0]).toMatchObject({
      status: 'due',
      moved: true,
      answer: { answer: 'done' },
    })
  })

  it('"reporté" holds until its day', () => {
    const { f, key } = free('2026-11-01')
    f.answer({
      key,
      forDay: '2026-11-01',
      answeredOn: '2026-11-05',
      answer: 'postponed',
      postponedTo: '2026-11-20',
      reason: 'attente du maire',
    })
    expect(at(f.facts(), '2026-11-19')[0]?.status).toBe('answered')
    expect(at(f.facts(), '2026-11-20')[0]?.status).toBe('late')
  })

  it('"fait" on late money is recalled at 30, 60 and 90 days; "ignoré" is not', () => {
    for (const answer of ['done', 'ignored'] as const) {
      const f = new FactsBuilder()
      const employer = f.employer()
      const agreement = f.agreement(employer, '2025-01-01', '2027-12-31')
      f.grants(agreement, f.position(employer), [10_000])
      const id = f.instalment(agreement, 10_000, { dueOn: '2026-10-01', claimedOn: '2026-08-01' })
      f.answer({
        key: `instalment-due:instalment:${id}`,
        forDay: '2026-10-01',
        answeredOn: '2026-10-20',
        answer,
        reason: 'relance envoyée',
      })
      const status = (today: string) => find(at(f.facts(), today), 'instalment-due')?.status
      expect(status('2026-10-30')).toBe('answered')
      expect(status('2026-10-31')).toBe(answer === 'done' ? 'late' : 'answered')
    }
  })
})

describe('tranches', () => {
  function tranche(given: Parameters<FactsBuilder['instalment']>[2]) {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    f.contract(post, '2025-01-01', null)
    const agreement = f.agreement(employer, '2025-01-01', '2027-12-31')
    f.grants(agreement, post, [20_000, 14_000, 10_000])
    f.instalment(agreement, 10_000, given)
    return f.facts()
  }

  it('with a condition not met ask for it before the money', () => {
    const facts = tranche({ conditions: 'bilan envoyé', claimableOn: '2027-01-01', dueOn: '2027-02-28' })
    expect(find(at(facts, '2026-11-23'), 'instalment-condition')).toMatchObject({ dueOn: '2027-01-01' })
    const late = at(facts, '2027-03-15')
    expect(find(late, 'instalment-condition')?.status).toBe('late')
    expect(kinds(late)).not.toContain('instalment-due')
  })

  it('without an expected day are recalled two months after they can be asked for', () => {
    const facts = tranche({ claimableOn: '2026-11-01' })
    expect(find(at(facts, '2026-11-23'), 'instalment-claim')).toMatchObject({ dueOn: '2026-12-31' })
  })

  it('received or cancelled ask for nothing', () => {
    expect(
      kinds(at(tranche({ dueOn: '2026-01-31', cancelledOn: '2026-02-01' }), '2026-11-23')),
    ).not.toContain('instalment-due')
  })
})

describe('structures', () => {
  it('owe a financial report six months after the year, on its own calendar', () => {
    const f = new FactsBuilder()
    const employer = f.employer({ fiscalYearStart: '09-01' })
    f.agreement(employer, '2025-09-01', '2027-12-31')
    expect(find(at(f.facts(), '2026-11-23'), 'financial-report')).toMatchObject({
      key: `financial-report:employer:${employer}:2026-08-31`,
      legalOn: '2027-02-28',
      dueOn: '2027-02-26',
    })
  })

  it('still owe the report of a year whose successor has closed, for a year after its day', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    f.agreement(employer, '2024-01-01', '2027-12-31')
    const years = (today: string) =>
      at(f.facts(), today)
        .filter((d) => d.kind === 'financial-report')
        .map((d) => d.key.slice(-10))
    expect(years('2026-01-15')).toEqual(['2024-12-31', '2025-12-31'])
    expect(years('2026-07-02')).toEqual(['2025-12-31'])
  })

  it('that are public owe none', () => {
    const f = new FactsBuilder()
    f.agreement(f.employer({ sector: 'public' }), '2025-01-01', '2027-12-31')
    expect(kinds(at(f.facts(), '2026-11-23'))).not.toContain('financial-report')
  })

  it('name an auditor above 153 000 € of public money in the year, and sign an agreement above 23 000 €', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    f.agreement(employer, '2025-01-01', '2027-12-31')
    f.payment(employer, '2026-02-01', 130_000)
    f.payment(employer, '2026-03-01', 23_000.01, [], { funder: 'Département' })
    expect(kinds(at(f.facts(), '2026-11-23'))).toEqual(
      expect.arrayContaining(['auditor', 'agreement-threshold']),
    )
    const g = new FactsBuilder()
    const other = g.employer()
    g.agreement(other, '2025-01-01', '2027-12-31')
    g.payment(other, '2026-02-01', 153_000)
    expect(kinds(at(g.facts(), '2026-11-23'))).not.toContain('auditor')
  })

  it('renew their label a year after the attestation', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    f.setting('label.attestedOn', { [employer]: '2026-09-15' })
    expect(find(at(f.facts(), '2026-11-23'), 'label')).toMatchObject({
      dueOn: '2027-09-14',
      nature: 'scheme',
    })
  })
})

describe('settings', () => {
  it('change the reminder steps of a kind; unreadable ones change nothing', () => {
    const build = (value: unknown) => {
      const f = new FactsBuilder()
      f.freeDeadline('Bilan', '2026-12-20')
      f.setting('deadlines.lead', value)
      return at(f.facts(), '2026-11-23', '2026-11-20')[0]
    }
    expect(build({ free: [28] })).toMatchObject({ step: 28, isNew: true })
    expect(build({ free: 'demain' })).toMatchObject({ step: 30, isNew: false })
    expect(build([1, 2])).toMatchObject({ step: 30 })
  })
})

describe('the key of a deadline', () => {
  it('names the object the deadline comes from, whatever its kind', () => {
    const today = day('2026-11-23')
    const rows = at(generateDemo({ positions: 300, seed: 3, today }), today)
    expect(new Set(kinds(rows)).size).toBeGreaterThan(10)
    for (const { key, ...ids } of rows) {
      const place = placeOfKey(key)
      const named = [ids.contractId, ids.agreementId, ids.instalmentId, ids.positionId, ids.employerId]
      if (place?.kind !== 'free') expect(named, key).toContain(place?.id)
    }
  })
})
