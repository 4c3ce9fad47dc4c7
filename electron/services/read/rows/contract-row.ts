/** One line of the grid of contracts. */
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import { lengthOf } from '#shared/rules/calendar/contract-end.ts'
import { noticeStanding } from '#shared/rules/engine/contracts/contract-notice.ts'
import { contractFindings } from '#shared/rules/engine/contracts/findings.ts'
import { personName } from '#shared/rules/engine/names.ts'
import { type ContractView, termAmendment, termsAt } from '#shared/rules/engine/states/contract-state.ts'
import type { Snapshot } from '../snapshot.ts'
import { rowOf } from './row-memory.ts'

export function contractRows(snapshot: Snapshot, employerId: Id | null): readonly ContractRow[] {
  const rows: ContractRow[] = []
  for (const view of snapshot.derived.contracts.values()) {
    const owner = snapshot.derived.positions.get(view.contract.positionId)?.employerId ?? null
    if (employerId === null || owner === employerId)
      rows.push(rowOf(snapshot, 'contracts', view.contract.id, () => contractRow(snapshot, view)))
  }
  return rows
}

export function contractRow({ derived, today }: Snapshot, view: ContractView): ContractRow {
  const { contract, endsOn, lastDay } = view
  const { index } = derived
  const position = derived.positions.get(contract.positionId)
  const employerId = position?.employerId ?? null
  const employer = employerId === null ? undefined : index.employers.get(employerId)
  const { monthlyGrossCents, weeklyMinutes } = termsAt(contract, index, today)
  return {
    id: contract.id,
    contract,
    personName: personName(index.persons.get(contract.personId)),
    positionLabel: position?.position.label ?? '',
    positionStateId: position?.position.stateId ?? null,
    employerId,
    employerName: employer?.shortName ?? employer?.name ?? '',
    state: view.state,
    effectiveEndsOn: endsOn,
    endAmendmentId: termAmendment(contract, index)?.id ?? null,
    currentGrossCents: monthlyGrossCents,
    currentWeeklyMinutes: weeklyMinutes,
    months: lastDay === null ? null : lengthOf(contract.startsOn, lastDay).months,
    ...noticeStanding(view, derived),
    findings: contractFindings(view, derived),
  }
}
