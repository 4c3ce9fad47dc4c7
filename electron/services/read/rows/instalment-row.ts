/** One line of the grid of tranches. */
import type { InstalmentRow } from '#shared/api/views/grid-rows.ts'
import type { Id, Instalment } from '#shared/domain/facts.ts'
import { viewOf } from '#shared/rules/engine/containment.ts'
import { rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import type { InstalmentView } from '#shared/rules/engine/states/instalment-state.ts'
import type { Snapshot } from '../snapshot.ts'
import { bareInstalment } from './bare-rows.ts'
import { rowOf } from './row-memory.ts'

export function instalmentRows(snapshot: Snapshot, employerId: Id | null): readonly InstalmentRow[] {
  const { facts, derived } = snapshot
  return facts.instalments
    .filter(
      ({ agreementId }) =>
        employerId === null || rowById(derived.index.agreements, agreementId).employerId === employerId,
    )
    .map((instalment) => instalmentLine(snapshot, instalment))
}

export function instalmentLine(snapshot: Snapshot, instalment: Instalment): InstalmentRow {
  const { derived } = snapshot
  return rowOf(
    snapshot,
    'instalments',
    instalment.id,
    () => instalmentRow(snapshot, viewOf(derived.instalments, instalment.id)),
    () => bareInstalment(instalment, derived.index),
  )
}

function instalmentRow({ derived }: Snapshot, view: InstalmentView): InstalmentRow {
  const { index } = derived
  const { instalment } = view
  const agreement = rowById(index.agreements, instalment.agreementId)
  const employer = rowById(index.employers, agreement.employerId)
  const granted = new Set(rowsOf(index.grantsByAgreement, agreement.id).map((g) => g.positionId))
  const only = granted.size === 1 ? ([...granted][0] ?? null) : null
  const positionId = instalment.positionId ?? only
  const position = positionId === null ? undefined : index.positions.get(positionId)
  return {
    id: instalment.id,
    instalment,
    agreementReference: agreement.reference,
    positionId,
    positionLabel: position?.label ?? (granted.size > 1 ? `${granted.size} postes` : ''),
    positionStateId: position?.stateId ?? null,
    employerId: employer.id,
    employerName: employerLabel(employer),
    funder: agreement.funder,
    state: view.state,
    stateReason: view.reason,
    receivedCents: view.receivedCents,
    outstandingCents: view.outstandingCents,
    lastReceivedOn: view.lastReceivedOn,
    daysLate: view.daysLate,
    payments: view.payments.map(({ payment, amountCents }) => ({
      paymentId: payment.id,
      receivedOn: payment.receivedOn,
      reference: payment.bankReference ?? payment.titleNumber,
      amountCents,
    })),
  }
}
