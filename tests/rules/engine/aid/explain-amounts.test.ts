/** What an amount is said to be made of: the grants and payments of that post, not those of its neighbours. */
import { expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { explain } from '#shared/rules/engine/explain/explain.ts'
import { FactsBuilder } from '../../../support/facts-builder.ts'

function twoPosts() {
  const f = new FactsBuilder()
  const employer = f.employer()
  const [one, other] = [f.position(employer), f.position(employer)]
  const agreement = f.agreement(employer, '2026-01-01', '2026-12-31')
  f.grants(agreement, one, [12_000])
  f.grants(agreement, other, [8_000])
  return { f, employer, one, agreement }
}

function codesAndCents(f: FactsBuilder, positionId: number, amount: 'notifiedCents' | 'receivedCents') {
  const found = explain({ kind: 'position-amount', positionId, amount }, derive(f.facts(), day('2026-06-30')))
  return found?.steps.map((step) => [step.code, step.values.cents])
}

it('what a post is notified names its own grants only', () => {
  const { f, one } = twoPosts()
  expect(codesAndCents(f, one, 'notifiedCents')).toEqual([
    ['explain.grant-year', 1_200_000],
    ['explain.total', 1_200_000],
  ])
})

it('a credit taken out of a payment is said as such, with the bank line', () => {
  const { f, employer, one, agreement } = twoPosts()
  const [paid, due] = [1, 2].map(() => f.instalment(agreement, 10_000, { positionId: one }))
  if (paid === undefined || due === undefined) throw new Error('two tranches')
  f.payment(employer, '2026-02-01', 2_000, [[paid, 2_000]])
  f.payment(employer, '2026-03-01', 3_000, [
    [due, 4_000],
    [paid, -1_000],
  ])
  expect(codesAndCents(f, one, 'receivedCents')).toEqual([
    ['explain.payment', 200_000],
    ['explain.credit', 100_000],
    ['explain.payment', 400_000],
    ['explain.total', 500_000],
  ])
})

it('a payment common to several posts is followed by the part that comes to this one', () => {
  const { f, employer, one, agreement } = twoPosts()
  f.payment(employer, '2026-03-01', 10_000, [[f.instalment(agreement, 20_000), 10_000]])
  expect(codesAndCents(f, one, 'receivedCents')).toEqual([
    ['explain.payment', 1_000_000],
    ['explain.payment-shared', 600_000],
    ['explain.total', 600_000],
  ])
})
