/** One line of the grid of agreements. */
import type { AgreementRow } from '#shared/api/views/grid-rows.ts'
import type { Agreement, Id } from '#shared/domain/facts.ts'
import { viewOf } from '#shared/rules/engine/containment.ts'
import { aidOfAgreement } from '#shared/rules/engine/derive.ts'
import { rowById } from '#shared/rules/engine/index-facts.ts'
import { employerLabel, positionName } from '#shared/rules/engine/names.ts'
import type { AgreementView } from '#shared/rules/engine/states/agreement-state.ts'
import type { Snapshot } from '../snapshot.ts'
import { aidFigures } from './aid-figures.ts'
import { bareAgreement } from './bare-rows.ts'
import { rowOf } from './row-memory.ts'

export function agreementRows(snapshot: Snapshot, employerId: Id | null): readonly AgreementRow[] {
  return snapshot.facts.agreements
    .filter((agreement) => employerId === null || agreement.employerId === employerId)
    .map((agreement) => agreementLine(snapshot, agreement))
}

export function agreementLine(snapshot: Snapshot, agreement: Agreement): AgreementRow {
  const { derived } = snapshot
  return rowOf(
    snapshot,
    'agreements',
    agreement.id,
    () => agreementRow(snapshot, viewOf(derived.agreements, agreement.id)),
    () => bareAgreement(agreement, derived.index),
  )
}

/** The agreement is shown with its end as amended: `agreement.endsOn` stays the end as signed. */
function agreementRow({ derived }: Snapshot, view: AgreementView): AgreementRow {
  const { index, sharesByAgreement } = derived
  const { agreement } = view
  const employer = rowById(index.employers, agreement.employerId)
  const positionIds = (sharesByAgreement.get(agreement.id) ?? []).flatMap((s) => s.positionId ?? [])
  return {
    id: agreement.id,
    agreement,
    employerName: employerLabel(employer),
    positionIds,
    positionLabels: positionIds.map((id) => positionName(index.positions.get(id))).join(', '),
    state: view.state,
    endsOn: view.endsOn,
    aid: aidFigures(aidOfAgreement(derived, agreement.id)),
  }
}
