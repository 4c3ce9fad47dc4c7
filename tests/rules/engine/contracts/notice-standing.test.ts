/** Where the notice of a contract stands in its row: answered, near, or missed. */
import { expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
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
