/** Journey A of the house: a payment and its allocations, refused or written as one. */
import type { Written } from '#shared/api/channels/write.ts'
import type { Parsed } from '#shared/api/contract.ts'
import type { Facts, Id } from '#shared/domain/facts.ts'
import { sumCents } from '#shared/domain/money.ts'
import { indexFacts, rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { checkPayment, type OpenInstalment } from '#shared/rules/payment/allocation.ts'
import { ACTION_LABELS } from '#shared/text/actions.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import type { ServiceContext } from '../service.ts'
import { planChange, refusalOf, writeChange } from './change.ts'

export function recordPayment(
  { dossier, today }: ServiceContext,
  input: Parsed<'write.recordPayment'>,
): Written {
  const facts = dossier.readFacts()
  const { allocations, ...values } = input
  const findings = checkPayment(input, openInstalments(facts), facts.payments, today)
  const refused = findings.filter((f) => f.severity === 'refused')
  if (refused.length > 0) throw refusalOf(refused)
  const payment = dossier.read((db) => planChange(db, facts, 'payment', null, values))
  const reference = input.bankReference ?? `${frEuros(input.amountCents)} du ${frDay(input.receivedOn)}`
  const id = dossier.act({ label: ACTION_LABELS.payment(reference), kind: 'payment' }, (db) => {
    const paymentId = writeChange(db, 'payment', payment)
    const known: Facts = { ...facts, payments: [...facts.payments, { ...payment.row, id: paymentId }] }
    for (const allocation of allocations)
      writeChange(db, 'allocation', planChange(db, known, 'allocation', null, { ...allocation, paymentId }))
    return paymentId
  })
  return { id, warnings: findings }
}

/** Every tranche with what it has received. */
function openInstalments(facts: Facts): ReadonlyMap<Id, OpenInstalment> {
  const index = indexFacts(facts)
  return new Map(
    facts.instalments.map((instalment) => {
      const agreement = rowById(index.agreements, instalment.agreementId)
      const position = instalment.positionId === null ? null : rowById(index.positions, instalment.positionId)
      const of = position?.stateId ?? position?.label ?? agreement.reference
      const allocations = rowsOf(index.allocationsByInstalment, instalment.id)
      return [
        instalment.id,
        {
          id: instalment.id,
          label: `${of} ${instalment.label}`,
          employerId: agreement.employerId,
          funder: agreement.funder,
          amountCents: instalment.amountCents,
          receivedCents: sumCents(allocations.map((a) => a.amountCents)),
          dueOn: instalment.dueOn,
          cancelledOn: instalment.cancelledOn,
        },
      ]
    }),
  )
}
