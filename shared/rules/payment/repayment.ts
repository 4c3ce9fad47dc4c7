/**
 * A repayment gives back money that arrived: the structure cannot have given back more than it received by that day. Money
 * received from another payer is enough to be possible, but is said: the payer may be mistyped.
 */
import type { Day } from '../../domain/day.ts'
import type { Id } from '../../domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '../../domain/money.ts'
import type { Finding } from '../explanation.ts'

export interface MoneyMoved {
  readonly employerId: Id
  readonly funder: string
  readonly receivedOn: Day
  readonly amountCents: Cents
}

/** `others`: the payments already recorded, without this one. */
export function checkRepayment(repayment: MoneyMoved, others: readonly MoneyMoved[]): Finding[] {
  if (repayment.amountCents >= 0) return []
  const before = others.filter(
    (each) => each.employerId === repayment.employerId && each.receivedOn <= repayment.receivedOn,
  )
  const wanted = -repayment.amountCents
  const receivedCents = kept(before)
  const { funder, receivedOn, amountCents } = repayment
  if (wanted > receivedCents) return [finding('refused', 'repayment.not-received', { receivedCents })]
  const fromPayerCents = kept(before.filter((each) => each.funder === funder))
  if (wanted > fromPayerCents)
    return [finding('warning', 'repayment.other-payer', { receivedCents: fromPayerCents })]
  return []

  function finding(severity: Finding['severity'], code: string, values: Finding['values']): Finding {
    const said = { ...values, amountCents: cents(-amountCents), funder, receivedOn }
    return { severity, code, field: 'amountCents', values: said, basis: [] }
  }
}

/** What is left of the money received once earlier repayments are taken out. */
function kept(payments: readonly MoneyMoved[]): Cents {
  const left = sumCents(payments.map((each) => each.amountCents))
  return left > 0 ? left : ZERO
}
