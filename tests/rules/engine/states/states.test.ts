/** States at a day, with their reasons. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

describe('a contract', () => {
  function states(endedOn: string | null, moved: string | null, days: readonly string[]) {
    const f = new FactsBuilder()
    const id = f.contract(f.position(f.employer()), '2026-01-01', '2026-06-30', {
      endedOn,
      endMotive: 'resignation',
    })
    if (moved !== null) f.contractAmendment({ contractId: id, effectiveOn: '2026-05-01', newEndsOn: moved })
    return days.map((d) => derive(f.facts(), day(d)).contracts.get(id)?.state)
  }

  it('is to come, in force to its last day, then past its term and not closed', () => {
    expect(states(null, null, ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'])).toEqual([
      'upcoming',
      'current',
      'current',
      'expired-open',
    ])
  })

  it('closed at its term is over, closed before is broken, each from the day after', () => {
    expect(states('2026-06-30', null, ['2026-06-30', '2026-07-01'])).toEqual(['current', 'ended'])
    expect(states('2026-03-15', null, ['2026-03-15', '2026-03-16'])).toEqual(['current', 'broken'])
  })

  it('whose end was moved by an amendment follows it', () => {
    expect(states(null, '2026-09-30', ['2026-07-01', '2026-10-01'])).toEqual(['current', 'expired-open'])
    expect(states('2026-06-30', '2026-09-30', ['2026-07-01'])).toEqual(['broken'])
  })

  it('is over, not open, once it was renewed or someone else follows on the post', () => {
    for (const renewed of [true, false]) {
      const f = new FactsBuilder()
      const post = f.position(f.employer())
      const personId = f.person()
      const first = f.contract(post, '2026-01-01', '2026-06-30', { personId })
      f.contract(post, '2026-07-01', '2026-12-31', renewed ? { personId, renewsId: first } : {})
      expect(derive(f.facts(), day('2026-08-01')).contracts.get(first)).toMatchObject({
        state: 'ended',
        reason: { code: renewed ? 'contract.renewed' : 'contract.followed' },
      })
    }
  })
})

describe('a post', () => {
  it('counts a hand-over once and is held by the newcomer', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    f.contract(post, '2025-01-01', '2026-06-30')
    const next = f.contract(post, '2026-06-15', null)
    const view = derive(f.facts(), day('2026-06-20')).positions.get(post)
    expect(view?.holder?.id).toBe(next)
    expect(view?.occupied).toEqual([{ from: '2025-01-01', to: null }])
    expect(view?.vacancies).toEqual([])
  })

  it('is still held by the absent one while a replacement works', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer())
    const absent = f.contract(post, '2025-01-01', null)
    f.contract(post, '2026-03-01', '2026-09-30', { ground: 'replacement' })
    expect(derive(f.facts(), day('2026-06-20')).positions.get(post)?.holder?.id).toBe(absent)
  })

  it('nobody ever held is vacant since its agreement, without a limit to replace', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    f.grants(f.agreement(employer, '2026-01-01', '2028-12-31'), post, [20_000])
    expect(derive(f.facts(), day('2026-06-20')).positions.get(post)).toMatchObject({
      state: 'vacant',
      vacantSince: '2026-01-01',
      lastDayOccupied: null,
      reason: { code: 'position.never-filled' },
    })
  })

  it('is returned from its day on, whatever contract still runs', () => {
    const f = new FactsBuilder()
    const post = f.position(f.employer(), { returnedOn: '2026-04-30' })
    f.contract(post, '2025-01-01', null)
    const state = (d: string) => derive(f.facts(), day(d)).positions.get(post)?.state
    expect([state('2026-04-29'), state('2026-04-30')]).toEqual(['occupied', 'returned'])
  })

  it('transferred belongs to each employer in turn', () => {
    const f = new FactsBuilder()
    const [a, b] = [f.employer(), f.employer()]
    const post = f.position(null)
    f.attachment({ positionId: post, employerId: a, startsOn: '2024-01-01', endsOn: '2026-03-31' })
    f.attachment({ positionId: post, employerId: b, startsOn: '2026-04-01' })
    const employer = (d: string) => derive(f.facts(), day(d)).positions.get(post)?.employerId
    expect([employer('2023-06-01'), employer('2026-03-31'), employer('2026-04-01')]).toEqual([a, a, b])
  })
})

describe('an agreement', () => {
  it('runs to the end its amendments moved it to, then expires until settled', () => {
    const f = new FactsBuilder()
    const id = f.agreement(f.employer(), '2024-01-01', '2026-12-31', { settledOn: '2027-09-01' })
    f.agreementAmendment({ agreementId: id, effectiveOn: '2026-06-01', newEndsOn: '2027-03-31' })
    const state = (d: string) => derive(f.facts(), day(d)).agreements.get(id)?.state
    expect(['2023-12-31', '2027-03-31', '2027-04-01', '2027-09-01'].map(state)).toEqual([
      'upcoming',
      'current',
      'expired',
      'settled',
    ])
  })
})

describe('a tranche', () => {
  function tranche(
    given: Parameters<FactsBuilder['instalment']>[2],
    paid: readonly (readonly [string, number])[] = [],
  ) {
    const f = new FactsBuilder()
    const employer = f.employer()
    const post = f.position(employer)
    const contract = f.contract(post, '2025-01-01', null)
    const agreement = f.agreement(employer, '2025-01-01', '2027-12-31')
    f.grants(agreement, post, [10_000])
    const id = f.instalment(agreement, 10_000, { positionId: post, ...given })
    for (const [on, euros] of paid) f.payment(employer, on, euros, [[id, euros]])
    return { f, id, contract, view: (d: string) => derive(f.facts(), day(d)).instalments.get(id) }
  }

  it('goes from planned to to-claim, claimed, late, received', () => {
    const { view } = tranche({ claimableOn: '2026-03-01', claimedOn: '2026-03-20', dueOn: '2026-05-31' }, [
      ['2026-07-10', 10_000],
    ])
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-20', '2026-05-31', '2026-06-01', '2026-07-10'].map(
        (d) => view(d)?.state,
      ),
    ).toEqual(['planned', 'claimable', 'claimed', 'claimed', 'late', 'received'])
    expect(view('2026-06-10')?.daysLate).toBe(10)
  })

  it('received in part is late for the rest', () => {
    const { view } = tranche({ dueOn: '2026-05-31', claimedOn: '2026-04-01' }, [['2026-05-01', 4_000]])
    expect(view('2026-06-30')).toMatchObject({
      state: 'partly-received',
      outstandingAs: 'late',
      receivedCents: 4_000_00,
      outstandingCents: 6_000_00,
      daysLate: 30,
    })
  })

  it('is suspended by a missing condition, until it is met or the money was asked for', () => {
    const given = { claimableOn: '2026-03-01', dueOn: '2026-05-31', conditions: 'bilan' }
    expect(tranche(given).view('2026-02-01')?.state).toBe('planned')
    expect(tranche(given).view('2026-06-15')).toMatchObject({
      state: 'suspended',
      outstandingAs: 'suspended',
      daysLate: 0,
    })
    expect(tranche({ ...given, conditionsMetOn: '2026-06-10' }).view('2026-06-15')?.state).toBe('late')
    expect(tranche({ ...given, claimedOn: '2026-04-01' }).view('2026-06-15')?.state).toBe('late')
  })

  it('is suspended while its post is empty, not where nobody was ever hired', () => {
    const f = new FactsBuilder()
    const employer = f.employer()
    const left = f.position(employer)
    const never = f.position(employer)
    f.contract(left, '2025-01-01', null, { endedOn: '2026-04-30', endMotive: 'resignation' })
    const agreement = f.agreement(employer, '2025-01-01', '2027-12-31')
    f.grants(agreement, left, [10_000])
    f.grants(agreement, never, [10_000])
    const due = { claimableOn: '2026-03-01', dueOn: '2026-05-31' }
    const suspended = f.instalment(agreement, 5_000, { ...due, positionId: left })
    const late = f.instalment(agreement, 5_000, { ...due, positionId: never })
    const common = f.instalment(agreement, 5_000, due)
    const views = derive(f.facts(), day('2026-07-01')).instalments
    expect(views.get(suspended)).toMatchObject({ state: 'suspended', reason: { values: { days: 62 } } })
    expect(views.get(late)?.state).toBe('late')
    expect(views.get(common)?.state).toBe('late')
  })

  it('given back is not expected again', () => {
    const { view } = tranche({ dueOn: '2026-05-31' }, [
      ['2026-05-15', 10_000],
      ['2026-08-01', -2_500],
    ])
    expect(view('2026-09-01')).toMatchObject({
      state: 'received',
      receivedCents: 7_500_00,
      repaidCents: 2_500_00,
      cancelledCents: 2_500_00,
      outstandingCents: 0,
    })
  })

  it('cancelled after a part was received loses only the rest', () => {
    const { view } = tranche({ dueOn: '2026-05-31', cancelledOn: '2026-07-01' }, [['2026-05-15', 4_000]])
    expect(view('2026-09-01')).toMatchObject({
      state: 'cancelled',
      receivedCents: 4_000_00,
      cancelledCents: 6_000_00,
      outstandingCents: 0,
    })
  })
})

describe('a tranche without its day', () => {
  it('waits for its conditions, and can be asked for once they are met', () => {
    const states = (given: { conditionsMetOn?: string; claimableOn?: string }) => {
      const f = new FactsBuilder()
      const employer = f.employer()
      const post = f.position(employer)
      f.contract(post, '2026-01-01', null)
      const agreement = f.agreement(employer, '2026-01-01', '2026-12-31')
      f.grants(agreement, post, [10_000])
      const id = f.instalment(agreement, 10_000, { conditions: 'bilan transmis', ...given })
      return derive(f.facts(), day('2026-06-30')).instalments.get(id)?.state
    }
    expect(states({})).toBe('planned')
    expect(states({ conditionsMetOn: '2026-05-01' })).toBe('claimable')
    expect(states({ conditionsMetOn: '2026-05-01', claimableOn: '2026-09-01' })).toBe('planned')
  })
})
