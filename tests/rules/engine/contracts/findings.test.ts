/** What the rules say of a contract being typed, or already entered: each sentence in its case, and in no other. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { ContractDraft } from '#shared/rules/engine/contracts/contract-draft.ts'
import { checkDraft, contractFindings } from '#shared/rules/engine/contracts/findings.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

type Typed = { readonly [K in keyof ContractDraft]?: ContractDraft[K] | string | number }

const TODAY = '2026-05-01'

function findings(f: FactsBuilder, positionId: number, typed: Typed, today = TODAY) {
  const draft = {
    ...{ id: 0, positionId, personId: 0, kind: 'CDD', startsOn: '2026-06-01', endsOn: '2026-11-30' },
    ...{ weeklyMinutes: 2100, monthlyGrossCents: 2_500_00, renewsId: null, ground: 'other' },
    ...typed,
  } as ContractDraft
  return checkDraft(draft, derive(f.facts(), day(today)))
}

/** "refused cdd.too-long", and so on. */
function said(f: FactsBuilder, positionId: number, typed: Typed, today = TODAY): string[] {
  return findings(f, positionId, typed, today).map((x) => `${x.severity} ${x.code}`)
}

function post(sector: 'private' | 'public' = 'private') {
  const f = new FactsBuilder()
  const employer = f.employer({ sector })
  return { f, employer, id: f.position(employer) }
}

describe('the term of a contract', () => {
  it('is wanted on a fixed-term contract, refused on a permanent one, and never before its start', () => {
    const { f, id } = post()
    expect(said(f, id, { kind: 'CDI' })).toContain('refused contract.permanent-with-end')
    expect(said(f, id, { kind: 'CDI', endsOn: null as never })).not.toContain(
      'refused contract.fixed-without-end',
    )
    expect(said(f, id, { endsOn: null as never })).toContain('refused contract.fixed-without-end')
    expect(said(f, id, { endsOn: '2026-05-31' })).toContain('refused period.end-before-start')
    expect(said(f, id, { endsOn: '2026-06-01' })).not.toContain('refused period.end-before-start')
  })
})

describe('the ground of a private fixed-term contract', () => {
  it('is asked for where none is recorded; not of a PEC, a CDI or a public contract', () => {
    const none = { ground: null as never }
    const missing = 'warning contract.ground-missing'
    const { f, id } = post()
    expect(said(f, id, none)).toContain(missing)
    expect(said(f, id, {})).not.toContain(missing)
    expect(said(f, id, { ...none, kind: 'PEC' })).not.toContain(missing)
    const town = post('public')
    expect(said(town.f, town.id, none)).not.toContain(missing)
    // A post attached to nobody is read as an association's.
    const alone = new FactsBuilder()
    expect(said(alone, alone.position(null), none)).toContain(missing)
  })
})

describe('the other contracts of the post', () => {
  const held = (given: Parameters<FactsBuilder['contract']>[3] = {}) => {
    const p = post()
    const personId = p.f.person()
    const contract = p.f.contract(p.id, '2026-01-01', '2026-06-01', { personId, ...given })
    return { ...p, personId, contract }
  }

  it('are told twenty at most, those of a file made to hold thousands too', () => {
    const { f, id, personId } = held()
    for (let n = 0; n < 60; n += 1) f.contract(id, '2026-01-01', '2026-06-01', { personId })
    expect(said(f, id, { personId }).filter((each) => each.includes('overlap-same-person'))).toHaveLength(20)
  })

  it('overlap from one common day on: a hand-over is to watch, two contracts of one person are refused', () => {
    const { f, id, personId } = held()
    const overlapping = said(f, id, {})
    expect(overlapping).toContain('warning contract.overlap')
    expect(overlapping).not.toContain('respected contract.no-overlap')
    expect(said(f, id, { personId })).toContain('refused contract.overlap-same-person')
    expect(said(f, id, { startsOn: '2026-06-02' })).toContain('respected contract.no-overlap')
    expect(said(f, id, { startsOn: '2025-10-01', endsOn: '2026-01-01' })).toContain(
      'warning contract.overlap',
    )
    expect(said(f, id, { startsOn: '2025-10-01', endsOn: '2025-12-31' })).toContain(
      'respected contract.no-overlap',
    )
    expect(said(f, id, { kind: 'CDI', startsOn: '2025-10-01', endsOn: null as never })).toContain(
      'warning contract.overlap',
    )
  })

  it('without a term overlap every later day; the contract itself is not one of them', () => {
    const p = post()
    const contract = p.f.contract(p.id, '2026-01-01', null)
    expect(said(p.f, p.id, {})).toContain('warning contract.overlap')
    expect(said(p.f, p.id, { id: contract })).toContain('respected contract.no-overlap')
  })

  it('leave no day between a contract and its renewal: refused in a CDD, to watch elsewhere', () => {
    const { f, id, personId, contract } = held({ endedOn: null })
    const renewal = { personId, renewsId: contract }
    expect(said(f, id, { ...renewal, startsOn: '2026-06-03' })).toContain('refused contract.gap')
    expect(said(f, id, { ...renewal, startsOn: '2026-06-02' })).not.toContain('refused contract.gap')
    const town = post('public')
    const former = town.f.contract(town.id, '2026-01-01', '2026-06-01', { kind: 'L332-8' })
    expect(said(town.f, town.id, { kind: 'L332-8', renewsId: former, startsOn: '2026-06-03' })).toContain(
      'warning contract.gap',
    )
  })
})

describe('the waiting period between two CDDs on a post', () => {
  // 1 January to 31 March is 90 days: thirty open days to wait, from 1 April to 15 May (Easter Monday, 1, 8 and 14 May off).
  const waitAfter = (given: Parameters<FactsBuilder['contract']>[3] = {}, typed: Typed = {}) => {
    const { f, id } = post()
    f.contract(id, '2026-01-01', '2026-03-31', given)
    return findings(f, id, { startsOn: '2026-05-15', endsOn: '2026-10-31', ...typed }, '2026-03-01').find(
      (x) => x.code === 'contract.waiting-period',
    )
  }

  it('is counted from the last contract in open days, and is over on the day it says', () => {
    expect(waitAfter()).toMatchObject({
      severity: 'warning',
      values: { endsOn: '2026-03-31', waitDays: 30, freeFrom: '2026-05-19' },
    })
    expect(waitAfter({}, { startsOn: '2026-05-18' })).toBeDefined()
    expect(waitAfter({}, { startsOn: '2026-05-19' })).toBeUndefined()
    // On the last day of the other they overlap: there is nothing to wait for.
    expect(waitAfter({}, { startsOn: '2026-03-31' })).toBeUndefined()
  })

  it('counts the holidays of the structure’s own zone', () => {
    const f = new FactsBuilder()
    const id = f.position(f.employer({ zone: 'guadeloupe' }))
    // Ten days: five to wait, from Monday 25 May (Whit Monday, off); Wednesday 27 is off there only.
    f.contract(id, '2026-05-13', '2026-05-22')
    expect(
      findings(f, id, { startsOn: '2026-05-26' }).find((x) => x.code === 'contract.waiting-period')?.values,
    ).toMatchObject({ waitDays: 5, freeFrom: '2026-06-03' })
  })

  it('counts the renewals of the last contract with it', () => {
    const { f, id } = post()
    const personId = f.person()
    const first = f.contract(id, '2025-10-03', '2025-12-31', { personId })
    f.contract(id, '2026-01-01', '2026-03-31', { personId, renewsId: first })
    expect(
      findings(f, id, { startsOn: '2026-05-19', endsOn: '2026-10-31' }).find(
        (x) => x.code === 'contract.waiting-period',
      )?.values,
    ).toMatchObject({ waitDays: 60 })
  })

  it('is none after a resignation, a PEC or a permanent contract, nor before a PEC or a renewal', () => {
    expect(waitAfter({ endedOn: '2026-03-31', endMotive: 'resignation' })).toBeUndefined()
    expect(waitAfter({ kind: 'PEC' })).toBeUndefined()
    expect(waitAfter({ kind: 'CDI', endsOn: null, endedOn: '2026-03-31' })).toBeUndefined()
    expect(waitAfter({}, { kind: 'PEC' })).toBeUndefined()
    const { f, id } = post()
    const former = f.contract(id, '2026-01-01', '2026-03-31')
    expect(said(f, id, { startsOn: '2026-04-01', renewsId: former })).not.toContain(
      'warning contract.waiting-period',
    )
  })
})

describe('the pay', () => {
  it('is held against the minimum wage of the later of the start and today, in proportion to the hours', () => {
    const { f, id } = post()
    const wage = (typed: Typed, today = TODAY) => said(f, id, typed, today).filter((s) => s.includes('wage'))
    const below = ['warning contract.wage-below']
    const respected = ['respected contract.wage']
    // 1 823,03 € until 31 May 2026, 1 867,02 € from 1 June.
    expect(wage({ startsOn: '2026-05-01', monthlyGrossCents: 1_823_03 })).toEqual(respected)
    expect(wage({ startsOn: '2026-05-01', monthlyGrossCents: 1_823_02 })).toEqual(below)
    expect(wage({ startsOn: '2026-06-01', monthlyGrossCents: 1_867_01 })).toEqual(below)
    expect(wage({ startsOn: '2026-05-01', monthlyGrossCents: 1_823_03 }, '2026-06-01')).toEqual(below)
    // Half time: 933,51 €.
    expect(wage({ weeklyMinutes: 1050, monthlyGrossCents: 933_51 })).toEqual(respected)
    expect(wage({ weeklyMinutes: 1050, monthlyGrossCents: 933_50 })).toEqual(below)
    expect(wage({ monthlyGrossCents: null as never })).toEqual([])
    expect(wage({ kind: 'titulaire', endsOn: null as never, monthlyGrossCents: 100_00 })).toEqual([])
    expect(wage({ startsOn: '2020-01-01', endsOn: '2020-06-30' }, '2020-01-01')).toEqual([])
  })
})

describe('the aid of the post', () => {
  const funded = (...years: (readonly [string, string])[]) => {
    const p = post()
    for (const [from, to] of years) p.f.grants(p.f.agreement(p.employer, from, to), p.id, [17_500])
    return (typed: Typed) => said(p.f, p.id, typed).filter((s) => s.includes('fund'))
  }

  it('covers the whole contract, or says on which side it does not', () => {
    const aid = funded(['2026-06-01', '2026-11-30'])
    expect(aid({})).toEqual(['respected contract.funded'])
    expect(aid({ endsOn: '2026-12-01' })).toEqual(['warning contract.beyond-funding'])
    expect(aid({ startsOn: '2026-05-31' })).toEqual(['warning contract.before-funding'])
    expect(aid({ kind: 'CDI', endsOn: null as never })).toEqual(['warning contract.beyond-funding'])
    expect(funded()({})).toEqual([])
  })

  it('may leave days between two agreements, to the cost of the structure', () => {
    expect(funded(['2026-01-01', '2026-08-31'], ['2026-09-01', '2027-08-31'])({})).toEqual([
      'respected contract.funded',
    ])
    expect(funded(['2026-01-01', '2026-08-31'], ['2026-10-01', '2027-08-31'])({})).toEqual([
      'warning contract.between-fundings',
    ])
  })
})

describe('a contract already entered', () => {
  it('is told what is to mend, never what is respected, and nothing once it is over', () => {
    const { f, id } = post()
    const running = f.contract(id, '2026-01-01', '2026-12-31', { ground: null })
    const ended = f.contract(id, '2025-01-01', '2025-12-31', { ground: null, endedOn: '2025-12-31' })
    const broken = f.contract(id, '2024-01-01', '2024-12-31', { ground: null, endedOn: '2024-06-30' })
    const derived = derive(f.facts(), day(TODAY))
    const codes = (contract: number) => {
      const view = derived.contracts.get(contract)
      return view === undefined ? undefined : contractFindings(view, derived).map((x) => x.code)
    }
    expect(codes(running)).toEqual(['contract.ground-missing', 'contract.waiting-period'])
    expect(codes(ended)).toEqual([])
    expect(codes(broken)).toEqual([])
  })

  it('is read with its amendments: the term, the hours and the pay in force', () => {
    const { f, id } = post()
    const contract = f.contract(id, '2026-01-01', '2026-06-30', { monthlyGrossCents: 1_900_00 })
    f.contractAmendment({ contractId: contract, effectiveOn: '2026-04-01', newMonthlyGrossCents: 1_000_00 })
    f.contractAmendment({ contractId: contract, effectiveOn: '2026-07-01', newEndsOn: '2027-07-01' })
    const derived = derive(f.facts(), day(TODAY))
    const view = derived.contracts.get(contract)
    expect(view && contractFindings(view, derived).map((x) => x.code)).toEqual([
      'cdd.too-long',
      'contract.wage-below',
    ])
  })
})
