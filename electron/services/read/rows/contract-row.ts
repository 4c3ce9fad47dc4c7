/** One line of the grid of contracts. */
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { Contract, Id } from '#shared/domain/facts.ts'
import { lengthOf } from '#shared/rules/calendar/contract-end.ts'
import { viewOf } from '#shared/rules/engine/containment.ts'
import { noticeStanding } from '#shared/rules/engine/contracts/contract-notice.ts'
import { contractFindings } from '#shared/rules/engine/contracts/findings.ts'
import { employerLabel, personName } from '#shared/rules/engine/names.ts'
import { type ContractView, termAmendment, termsAt } from '#shared/rules/engine/states/contract-state.ts'
import type { Snapshot } from '../snapshot.ts'
import { bareContract } from './bare-rows.ts'
import { employerOfPost } from './position-row.ts'
import { rowOf } from './row-memory.ts'

export function contractRows(snapshot: Snapshot, employerId: Id | null): readonly ContractRow[] {
  const { facts, derived } = snapshot
  return facts.contracts
    .filter(({ positionId }) => employerId === null || employerOfPost(derived, positionId) === employerId)
    .map((contract) => contractLine(snapshot, contract))
}

export function contractLine(snapshot: Snapshot, contract: Contract): ContractRow {
  const { derived } = snapshot
  return rowOf(
    snapshot,
    'contracts',
    contract.id,
    () => contractRow(snapshot, viewOf(derived.contracts, contract.id)),
    () => bareContract(contract, derived.index),
  )
}

function contractRow({ derived, today }: Snapshot, view: ContractView): ContractRow {
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
    employerName: employerLabel(employer),
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
