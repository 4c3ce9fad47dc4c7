/** A legal figure the user corrects, or adds for a later day, is the one every screen, deadline and check then counts with. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { contractFindings } from '#shared/rules/engine/contracts/findings.ts'
import { proposeRenewals } from '#shared/rules/engine/contracts/renewals.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { explain } from '#shared/rules/engine/explain/explain.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

const TODAY = '2026-09-01'

function town() {
  const f = new FactsBuilder()
  const employer = f.employer({ sector: 'public' })
  const post = f.position(employer)
  f.grants(f.agreement(employer, '2026-01-01', '2028-12-31'), post, [17_500, 12_500, 12_500])
  const contract = f.contract(post, '2026-01-01', '2026-12-31', {
    kind: 'contrat-de-projet',
    monthlyGrossCents: 1_900_00,
  })
  return { f, employer, post, contract }
}

const deadline = (f: FactsBuilder, kind: string, today = TODAY) =>
  deadlinesOf(derive(f.facts(), day(today))).find((d) => d.kind === kind)

describe('a legal figure corrected by the user', () => {
  it('moves the notice, its explanation and the one of a renewal', () => {
    const { f, contract } = town()
    expect(deadline(f, 'notice')).toMatchObject({ legalOn: '2026-10-31', dueOn: '2026-10-30' })
    f.figure('notice.project.short-months', '2026-01-01', 4)
    expect(deadline(f, 'notice')).toMatchObject({ legalOn: '2026-08-31', status: 'late' })
    const derived = derive(f.facts(), day(TODAY))
    expect(explain({ kind: 'contract-notice', contractId: contract }, derived)?.result).toEqual({
      kind: 'day',
      day: '2026-08-31',
    })
    const wanted = { endsOn: day('2027-12-31'), permanent: false, monthlyGrossCents: null }
    expect(proposeRenewals(contract, derived, wanted)?.choice?.notice).toMatchObject({
      legalOn: '2027-08-31',
      months: 4,
    })
  })

  it('moves the prudent day where a holiday is added to the zone', () => {
    const { f } = town()
    f.figure('holiday.national.fixed.jour-ajoute', '2026-01-01', 1030)
    expect(deadline(f, 'notice')).toMatchObject({ legalOn: '2026-10-31', dueOn: '2026-10-29' })
  })

  it('is a wage to come: told before its day, and checked on the contract from it', () => {
    const { f, contract } = town()
    expect(deadline(f, 'minimum-wage')).toBeUndefined()
    f.figure('minimum-wage.monthly', '2026-11-01', 1_910_00)
    expect(deadline(f, 'minimum-wage')).toMatchObject({
      dueOn: '2026-11-01',
      why: { values: { floorCents: 1_910_00, since: '2026-11-01' } },
    })
    const codes = (today: string) => {
      const derived = derive(f.facts(), day(today))
      const view = derived.contracts.get(contract)
      return view === undefined ? [] : contractFindings(view, derived).map((x) => x.code)
    }
    expect(codes('2026-10-31')).not.toContain('contract.wage-below')
    expect(codes('2026-11-01')).toContain('contract.wage-below')
  })

  it('shortens the time to fill a vacancy, and its reminders with it', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    f.contract(post, '2025-01-01', '2026-08-15', { endedOn: '2026-08-15' })
    expect(deadline(f, 'vacancy-limit')).toMatchObject({ dueOn: '2027-02-15' })
    f.figure('vacancy.months', '2026-01-01', 4)
    f.figure('vacancy.first-warning-days', '2026-01-01', 60)
    // 122 days from 15 August to 15 December: the 60th is 62 days before, the 150th is past the limit.
    expect(deadline(f, 'vacancy-limit')).toMatchObject({ dueOn: '2026-12-15', leadDays: [62, 7] })
  })

  it('lengthens what the law allows, from its day only', () => {
    const { f, contract } = town()
    const furthest = () =>
      proposeRenewals(contract, derive(f.facts(), day(TODAY)), null)?.options.find(
        (o) => o.code === 'maximum',
      )?.endsOn
    expect(furthest()).toBe('2031-12-31')
    f.figure('project.max-months', '2027-01-01', 84)
    expect(furthest()).toBe('2032-12-31')
  })
})
