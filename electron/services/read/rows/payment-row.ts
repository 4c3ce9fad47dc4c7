/** One line of the grid of payments, with what of it is given to tranches. */
import type { PaymentRow } from '#shared/api/views/grid-rows.ts'
import type { Id, Payment } from '#shared/domain/facts.ts'
import { cents, sumCents } from '#shared/domain/money.ts'
import { rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerLabel, positionName } from '#shared/rules/engine/names.ts'
import type { Snapshot } from '../snapshot.ts'
import { barePayment } from './bare-rows.ts'
import { rowOf } from './row-memory.ts'

export function paymentRows(snapshot: Snapshot, employerId: Id | null): readonly PaymentRow[] {
  return snapshot.facts.payments
    .filter((p) => employerId === null || p.employerId === employerId)
    .map((p) =>
      rowOf(
        snapshot,
        'payments',
        p.id,
        () => paymentRow(snapshot, p),
        () => barePayment(p, snapshot.derived.index),
      ),
    )
}

function paymentRow({ derived: { index } }: Snapshot, payment: Payment): PaymentRow {
  const allocations = rowsOf(index.allocationsByPayment, payment.id)
  const allocatedCents = sumCents(allocations.map((a) => a.amountCents))
  const employer = rowById(index.employers, payment.employerId)
  return {
    id: payment.id,
    payment,
    employerName: employerLabel(employer),
    allocatedCents,
    unallocatedCents: cents(payment.amountCents - allocatedCents),
    allocations: allocations.map((allocation) => {
      const instalment = rowById(index.instalments, allocation.instalmentId)
      const positionId =
        instalment.positionId ?? rowsOf(index.grantsByAgreement, instalment.agreementId)[0]?.positionId
      return {
        ...allocation,
        instalmentLabel: instalment.label,
        positionLabel: positionId === undefined ? '' : positionName(index.positions.get(positionId)),
      }
    }),
  }
}
