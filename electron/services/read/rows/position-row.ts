/** One line of the grid of posts: facts, state, holder, notice, aid and what comes next. */
import type { GrantPart, PositionRow } from '#shared/api/views/grid-rows.ts'
import type { Id, Position } from '#shared/domain/facts.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { peek, viewOf } from '#shared/rules/engine/containment.ts'
import { noticeStanding } from '#shared/rules/engine/contracts/contract-notice.ts'
import { aidOfPosition, type Derived } from '#shared/rules/engine/derive.ts'
import { type FactsIndex, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { employerLabel, personName } from '#shared/rules/engine/names.ts'
import { agreementLabelCode, mainShare } from '#shared/rules/engine/states/agreement-label.ts'
import { termAmendment } from '#shared/rules/engine/states/contract-state.ts'
import type { PositionView } from '#shared/rules/engine/states/position-state.ts'
import { vacancyLimitOf } from '#shared/rules/engine/states/vacancy-limit.ts'
import type { Snapshot } from '../snapshot.ts'
import { aidFigures } from './aid-figures.ts'
import { barePosition, lastEmployer } from './bare-rows.ts'
import { rowOf } from './row-memory.ts'

export function positionRows(snapshot: Snapshot, employerId: Id | null): readonly PositionRow[] {
  const { facts, derived } = snapshot
  return facts.positions
    .filter(({ id }) => employerId === null || employerOfPost(derived, id) === employerId)
    .map((position) => positionLine(snapshot, position))
}

export function positionLine(snapshot: Snapshot, position: Position): PositionRow {
  const { derived } = snapshot
  return rowOf(
    snapshot,
    'positions',
    position.id,
    () => positionRow(snapshot, viewOf(derived.positions, position.id)),
    () => barePosition(position, derived.index),
  )
}

/** The structure a post is shown under, computed or not. */
export function employerOfPost(
  { positions, index }: Pick<Derived, 'positions' | 'index'>,
  id: Id,
): Id | null {
  const view = peek(positions, id)
  return view === undefined ? lastEmployer(id, index) : view.employerId
}

function positionRow(snapshot: Snapshot, view: PositionView): PositionRow {
  const { derived, deadlinesByPosition } = snapshot
  const { index } = derived
  const { position, holder } = view
  const contract = holder === null ? undefined : derived.contracts.get(holder.id)
  const shares = derived.sharesByPosition.get(position.id) ?? []
  const main = mainShare(shares)
  const employer = view.employerId === null ? undefined : index.employers.get(view.employerId)
  return {
    id: position.id,
    position,
    employerId: view.employerId,
    employerName: employerLabel(employer),
    state: view.state,
    stateReason: view.reason,
    holderName: holder === null ? null : personName(index.persons.get(holder.personId)),
    holderId: holder?.personId ?? null,
    contractId: holder?.id ?? null,
    contractKind: holder?.kind ?? null,
    contractEndsOn: contract?.lastDay ?? null,
    contractEnd:
      holder === null
        ? null
        : { amendmentId: termAmendment(holder, index)?.id ?? null, endedOn: holder.endedOn },
    ...noticeStanding(contract, derived),
    agreementId: main?.agreement.agreement.id ?? null,
    agreementLabel: agreementLabelCode(shares),
    agreementEndsOn: main?.agreement.endsOn ?? null,
    vacantSince: view.vacantSince,
    vacancyLimitOn: vacancyLimitOf(view, derived)?.limitOn ?? null,
    aid: aidFigures(aidOfPosition(derived, position.id)),
    grants: grantParts(shares, index),
    nextDeadline: nextDeadline(deadlinesByPosition.get(position.id) ?? []),
  }
}

/** Of every agreement of the post, in the order of their starts; null where one of them is known by its tranches only. */
function grantParts(shares: readonly AidShare[], index: FactsIndex): PositionRow['grants'] {
  const parts: GrantPart[] = []
  const byStart = [...shares].sort((a, b) =>
    a.agreement.agreement.startsOn < b.agreement.agreement.startsOn ? -1 : 1,
  )
  for (const { agreement, positionId, amounts } of byStart) {
    const own = rowsOf(index.grantsByAgreement, agreement.agreement.id)
      .filter((grant) => grant.positionId === positionId)
      .sort((a, b) => a.year - b.year)
    if (own.length === 0 && amounts.notifiedCents !== 0) return null
    for (const { id, baseCents, bonusCents } of own) parts.push([id, baseCents, bonusCents])
  }
  return parts
}

/** What comes next, not what is late (late money has its own column); the latest late one where nothing comes. */
function nextDeadline(
  open: NonNullable<ReturnType<Snapshot['deadlinesByPosition']['get']>>,
): PositionRow['nextDeadline'] {
  const next = open.find((d) => d.daysLeft >= 0) ?? open.at(-1)
  return next === undefined ? null : { key: next.key, kind: next.kind, dueOn: next.dueOn, title: next.title }
}
