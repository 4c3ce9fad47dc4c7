/** Where the notice of a contract stands in its row: answered, near, or missed. */
import { expect, it } from 'vitest'
import { addDays, type Day, day } from '#shared/domain/day.ts'
import { contractNotice, noticeKey, noticeStanding } from '#shared/rules/engine/contracts/contract-notice.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

function standing(on: string, answer?: { answer: 'done' | 'postponed'; postponedTo?: string }) {
  const f = new FactsBuilder()
  const id = f.contract(f.position(f.employer({ sector: 'public' })), '2024-01-01', '2026-12-31', {
    kind: 'contrat-de-projet',
  })
  const before = derive(f.facts(), day(on))
  const view = before.contracts.get(id)
  const rule = view === undefined ? null : contractNotice(view, before)
  if (view === undefined || rule === null) throw new Error('a contrat de projet has a notice')
  if (answer !== undefined)
    f.answer({ key: noticeKey(id), forDay: rule.rule.legalOn, answeredOn: on, ...answer })
  return noticeStanding(view, derive(f.facts(), day(on))).noticeState
}

it('a notice given is answered, one forgotten is missed', () => {
  expect(standing('2026-12-20', { answer: 'done' })).toBe('answered')
  expect(standing('2026-12-20')).toBe('missed')
})

it('a notice put off is answered until that day, and missed from it', () => {
  const answer = { answer: 'postponed', postponedTo: '2026-12-22' } as const
  expect([standing('2026-12-21', answer), standing('2026-12-22', answer)]).toEqual(['answered', 'missed'])
})

it('a contract renewed has its notice answered, one that another followed asks for none', () => {
  const f = new FactsBuilder()
  const post = f.position(f.employer({ sector: 'public' }))
  const first = f.contract(post, '2022-01-01', '2024-12-31', { kind: 'L332-8' })
  const personId = f.facts().contracts[0]?.personId ?? 0
  const second = f.contract(post, '2025-01-01', '2027-12-31', { kind: 'L332-8', personId, renewsId: first })
  const other = f.position(f.employer({ sector: 'public' }))
  const former = f.contract(other, '2022-01-01', '2024-12-31', { kind: 'L332-8' })
  f.contract(other, '2025-02-01', '2027-01-31', { kind: 'L332-8' })
  const during = derive(f.facts(), day('2024-12-20'))
  expect(noticeStanding(during.contracts.get(first), during).noticeState).toBe('answered')
  const after = derive(f.facts(), day('2026-01-10'))
  expect(noticeStanding(after.contracts.get(former), after)).toEqual({
    noticeOn: null,
    noticeState: 'not-applicable',
  })
  expect(noticeStanding(after.contracts.get(second), after).noticeState).toBe('upcoming')
})

it('an answer holds for the day it was given for: a notice that moved is to be given again', () => {
  const f = new FactsBuilder()
  const id = f.contract(f.position(f.employer({ sector: 'public' })), '2024-01-01', '2026-12-31', {
    kind: 'contrat-de-projet',
  })
  f.answer({ key: noticeKey(id), forDay: '2026-01-15', answeredOn: '2026-01-10', answer: 'done' })
  const derived = derive(f.facts(), day('2026-12-20'))
  expect(noticeStanding(derived.contracts.get(id), derived).noticeState).toBe('missed')
})

it('a notice is near from the thirtieth day before it', () => {
  const f = new FactsBuilder()
  const id = f.contract(f.position(f.employer({ sector: 'public' })), '2024-01-01', '2026-12-31', {
    kind: 'contrat-de-projet',
  })
  const at = (today: Day) => {
    const derived = derive(f.facts(), today)
    return noticeStanding(derived.contracts.get(id), derived)
  }
  const on = at(day('2026-01-01')).noticeOn
  if (on === null) throw new Error('a contrat de projet has a notice')
  expect([at(addDays(on, -31)).noticeState, at(addDays(on, -30)).noticeState]).toEqual(['upcoming', 'soon'])
})

it('a CDI must follow six years under L332-8, and only there', () => {
  const next = (kind: 'L332-8' | 'L332-14', years: number) => {
    const f = new FactsBuilder()
    const post = f.position(f.employer({ sector: 'public' }))
    const first = f.contract(post, '2021-01-01', '2023-12-31', { kind })
    const personId = f.facts().contracts[0]?.personId ?? 0
    const last =
      years === 3 ? first : f.contract(post, '2024-01-01', '2026-12-31', { kind, personId, renewsId: first })
    const derived = derive(f.facts(), day('2023-06-01'))
    const view = derived.contracts.get(last)
    return view === undefined ? null : contractNotice(view, derived)?.input.permanentNext
  }
  expect([next('L332-8', 3), next('L332-8', 6), next('L332-14', 6)]).toEqual([false, true, false])
})
