/**
 * The aid of a whole file at a day, as `jalon aid --json` prints it: per post, per agreement, per post of an agreement, and
 * in all. Stable order (ids), so that the same facts give the same bytes.
 */
import { cents, sumCents } from '#shared/domain/money.ts'
import { agreementAccruals, employerAccruals } from '#shared/rules/engine/accruals/fiscal-accruals.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { AGEING_FROM, type AidAmounts } from '#shared/rules/engine/aid/amounts.ts'
import { aidOfAgreement, aidOfAll, aidOfPosition } from '#shared/rules/engine/derive.ts'
import { rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { mainShare } from '#shared/rules/engine/states/agreement-label.ts'
import { aidFigures } from './rows/aid-figures.ts'
import type { Snapshot } from './snapshot.ts'

export function aidSituation(
  { derived, facts, today }: Snapshot,
  options: { readonly fiscalYears: boolean },
) {
  const { index } = derived
  const employer = (id: number | null) => (id === null ? '' : rowById(index.employers, id).name)
  const positions = [...derived.positions.values()].map((view) => ({
    id: view.position.id,
    stateId: view.position.stateId,
    label: view.position.label,
    employer: employer(view.employerId),
    state: view.state,
    agreementId:
      mainShare(derived.sharesByPosition.get(view.position.id) ?? [])?.agreement.agreement.id ?? null,
    ...amounts(aidOfPosition(derived, view.position.id)),
  }))
  const agreements = [...derived.agreements.values()].map(({ agreement, state, endsOn }) => ({
    id: agreement.id,
    reference: agreement.reference,
    funder: agreement.funder,
    scheme: agreement.scheme,
    employer: employer(agreement.employerId),
    positionIds: (derived.sharesByAgreement.get(agreement.id) ?? []).flatMap((s) => s.positionId ?? []),
    state,
    startsOn: agreement.startsOn,
    endsOn,
    ...amounts(aidOfAgreement(derived, agreement.id)),
    ...(options.fiscalYears ? { fiscalYears: agreementAccruals(agreement.id, derived) } : {}),
    byPosition: (derived.sharesByAgreement.get(agreement.id) ?? []).map(shareOf),
  }))
  const unallocated = facts.payments
    .filter((p) => p.receivedOn <= today)
    .map((p) => p.amountCents - sumCents(rowsOf(index.allocationsByPayment, p.id).map((a) => a.amountCents)))
  return {
    at: today,
    positions,
    agreements,
    ...(options.fiscalYears
      ? {
          employers: facts.employers.map(({ id, name }) => ({
            id,
            name,
            fiscalYears: employerAccruals(id, derived),
          })),
        }
      : {}),
    totals: {
      ...amounts(aidOfAll(derived)),
      /** Money received that no tranche accounts for yet. */
      unallocatedCents: cents(unallocated.reduce((sum, left) => sum + left, 0)),
    },
  }
}

function shareOf(share: AidShare) {
  return { positionId: share.positionId, yearlyCents: share.yearlyCents, ...amounts(share.amounts) }
}

function amounts(aid: AidAmounts) {
  return {
    ...aidFigures(aid),
    lateByAge: AGEING_FROM.map((fromDays, i) => ({ fromDays, cents: aid.lateByAge[i] ?? 0 })),
    claimedCents: aid.claimedCents,
    suspendedCents: aid.suspendedCents,
    plannedCents: aid.plannedCents,
    repaidCents: aid.repaidCents,
    /** Received beyond what was notified. */
    excessCents: aid.excessCents,
  }
}
