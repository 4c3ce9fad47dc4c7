/**
 * The aid of a whole file at a day, as `jalon aid --json` prints it: per post, per agreement, per post of an agreement, and
 * in all. Stable order (ids), so that the same facts give the same bytes.
 */
import type { Id } from '#shared/domain/facts.ts'
import { cents, sumCents } from '#shared/domain/money.ts'
import { agreementAccruals, employerAccruals } from '#shared/rules/engine/accruals/fiscal-accruals.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { AGEING_FROM, type AidAmounts } from '#shared/rules/engine/aid/amounts.ts'
import { aidOfAgreement, aidOfAll, aidOfPosition } from '#shared/rules/engine/derive.ts'
import { rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import type { IslandKind } from '#shared/rules/engine/island.ts'
import { mainShare } from '#shared/rules/engine/states/agreement-label.ts'
import { uncomputedOf } from '#shared/rules/engine/uncomputed.ts'
import { uncomputedSentence } from '#shared/text/rules/uncomputed.ts'
import { aidFigures } from './rows/aid-figures.ts'
import type { Snapshot } from './snapshot.ts'

export function aidSituation(
  { derived, facts, today }: Snapshot,
  options: { readonly fiscalYears: boolean },
) {
  const { index } = derived
  const each = <V, R>(kind: IslandKind, views: ReadonlyMap<Id, V>, row: (view: V) => R): R[] =>
    [...views].flatMap(([id, view]) => {
      const made = derived.containment.attempt(kind, id, () => row(view))
      return made === undefined ? [] : [made]
    })
  const employer = (id: number | null) => (id === null ? '' : rowById(index.employers, id).name)
  const positions = each('position', derived.positions, (view) => ({
    id: view.position.id,
    stateId: view.position.stateId,
    label: view.position.label,
    employer: employer(view.employerId),
    state: view.state,
    agreementId:
      mainShare(derived.sharesByPosition.get(view.position.id) ?? [])?.agreement.agreement.id ?? null,
    ...amounts(aidOfPosition(derived, view.position.id)),
  }))
  const agreements = each('agreement', derived.agreements, ({ agreement, state, endsOn }) => ({
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
          employers: each('employer', index.employers, ({ id, name }) => ({
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
    /** Objects of which some figure above is missing; the totals are without them. Empty as a rule. */
    uncomputed: uncomputedOf(derived).map((failed) => ({
      kind: failed.kind,
      id: failed.id,
      name: failed.name,
      message: uncomputedSentence(failed),
    })),
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
