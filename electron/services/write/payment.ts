/** Journey A of the house: a payment and its allocations, refused or written as one; what was left is given to tranches later. */
import type { Written } from '#shared/api/channels/write.ts'
import type { Parsed } from '#shared/api/contract.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Facts, Id, Payment } from '#shared/domain/facts.ts'
import { cents, sumCents } from '#shared/domain/money.ts'
import { indexFacts, rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import type { Finding } from '#shared/rules/explanation.ts'
import {
  checkPayment,
  type DraftAllocation,
  type OpenInstalment,
  type PaymentDraft,
  repaidOf,
} from '#shared/rules/payment/allocation.ts'
import { ACTION_LABELS } from '#shared/text/actions.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import type { ReadableDb, WritableDb } from '../../store/dossier.ts'
import type { ServiceContext } from '../service.ts'
import { type Change, finding, planChange, refusalOf, writeChange } from './change.ts'

export type PaymentInput = Parsed<'write.recordPayment'>

export interface PaymentPlan {
  readonly payment: Change<'payment'>
  readonly allocations: readonly DraftAllocation[]
  readonly findings: readonly Finding[]
}

export function recordPayment({ dossier, today }: ServiceContext, input: PaymentInput): Written {
  const facts = dossier.readFacts()
  const plan = dossier.read((db) => planPayment(db, facts, input, today))
  const label = ACTION_LABELS.payment(referenceOf(input))
  const id = dossier.act({ label, kind: 'payment' }, (db) => writePayment(db, facts, plan))
  return { id, warnings: plan.findings }
}

/** Judged before anything is written. */
export function planPayment(db: ReadableDb, facts: Facts, input: PaymentInput, today: Day): PaymentPlan {
  const { allocations, ...values } = input
  const findings = judged(input, facts, facts.payments, today)
  return { payment: planChange(db, facts, 'payment', null, values), allocations, findings }
}

export function writePayment(db: WritableDb, facts: Facts, plan: PaymentPlan): Id {
  const id = writeChange(db, 'payment', plan.payment)
  const known: Facts = { ...facts, payments: [...facts.payments, { ...plan.payment.row, id }] }
  for (const allocation of plan.allocations)
    writeChange(db, 'allocation', planChange(db, known, 'allocation', null, { ...allocation, paymentId: id }))
  return id
}

/** The same rule as when the payment was recorded, on what of it no tranche has yet. */
export function allocatePayment(
  { dossier, today }: ServiceContext,
  { paymentId, allocations }: Parsed<'write.allocatePayment'>,
): Written {
  const facts = dossier.readFacts()
  const index = indexFacts(facts)
  const payment = index.payments.get(paymentId)
  if (payment === undefined) throw refusalOf([finding('row.gone')])
  const before = rowsOf(index.allocationsByPayment, paymentId)
  const alreadyCents = sumCents(before.map((each) => each.amountCents))
  const others = facts.payments.filter((each) => each.id !== paymentId)
  const findings = judged({ ...payment, alreadyCents, allocations }, facts, others, today)
  allocations.forEach(({ instalmentId, amountCents }, i) => {
    const known = before.find((each) => each.instalmentId === instalmentId)?.amountCents ?? amountCents
    if (known > 0 !== amountCents > 0)
      throw refusalOf([finding('allocation.paid-and-credited', `allocations.${i}`, { amountCents: known })])
  })
  const label = ACTION_LABELS.allocation(referenceOf(payment))
  dossier.act({ label, kind: 'payment' }, (db) => {
    for (const { instalmentId, amountCents } of allocations) {
      const known = before.find((each) => each.instalmentId === instalmentId)
      const values =
        known === undefined
          ? { paymentId, instalmentId, amountCents }
          : { amountCents: cents(known.amountCents + amountCents) }
      writeChange(db, 'allocation', planChange(db, facts, 'allocation', known?.id ?? null, values))
    }
  })
  return { id: paymentId, warnings: findings }
}

function judged(
  draft: PaymentDraft,
  facts: Facts,
  others: readonly Payment[],
  today: Day,
): readonly Finding[] {
  const named = draft.allocations.map((each) => each.instalmentId)
  const findings = checkPayment(draft, openInstalments(facts, named), others, today)
  const refused = findings.filter((f) => f.severity === 'refused')
  if (refused.length > 0) throw refusalOf(refused)
  return findings
}

function referenceOf(payment: Pick<Payment, 'bankReference' | 'amountCents' | 'receivedOn'>): string {
  return payment.bankReference ?? `${frEuros(payment.amountCents)} du ${frDay(payment.receivedOn)}`
}

/** The tranches named, with what each has received. */
function openInstalments(facts: Facts, named: readonly Id[]): ReadonlyMap<Id, OpenInstalment> {
  const index = indexFacts(facts)
  return new Map(
    named.flatMap((id) => {
      const instalment = index.instalments.get(id)
      if (instalment === undefined) return []
      const agreement = rowById(index.agreements, instalment.agreementId)
      const position = instalment.positionId === null ? null : rowById(index.positions, instalment.positionId)
      const of = position?.stateId ?? position?.label ?? agreement.reference
      const allocations = rowsOf(index.allocationsByInstalment, instalment.id)
      const open: OpenInstalment = {
        id: instalment.id,
        label: `${of} ${instalment.label}`,
        employerId: agreement.employerId,
        funder: agreement.funder,
        amountCents: instalment.amountCents,
        receivedCents: sumCents(allocations.map((a) => a.amountCents)),
        repaidCents: repaidOf(allocations),
        dueOn: instalment.dueOn,
        cancelledOn: instalment.cancelledOn,
      }
      return [[id, open] as const]
    }),
  )
}
