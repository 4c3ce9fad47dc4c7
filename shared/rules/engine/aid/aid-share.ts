/**
 * The aid of one agreement on one post: what both are made of. Sums over the posts give the agreement, sums over the
 * agreements give the post, so the two always agree. An agreement that names no post has one share without a post.
 */
import type { Day } from '../../../domain/day.ts'
import type { Grant, Id } from '../../../domain/facts.ts'
import { type Cents, cents } from '../../../domain/money.ts'
import { type FactsIndex, rowsOf } from '../index-facts.ts'
import type { Period } from '../periods.ts'
import type { AgreementView } from '../states/agreement-state.ts'
import type { InstalmentView } from '../states/instalment-state.ts'
import type { PositionView } from '../states/position-state.ts'
import { type AidAmounts, NO_AID } from './amounts.ts'
import { earnedOf } from './earned.ts'
import { paidDays } from './paid-days.ts'
import { addTotals, NO_TRANCHES, splitTotals, type TrancheTotals, totalsOf } from './tranche-totals.ts'
import { type Notified, yearlyAmounts } from './yearly-amounts.ts'

export interface AidShare {
  readonly agreement: AgreementView
  readonly positionId: Id | null
  /** Amount of each convention year, base and bonus together. */
  readonly yearlyCents: readonly Cents[]
  readonly bonusCents: Cents
  /** Days that earn the aid: held, attached to the agreement's employer, not given back. */
  readonly paidDays: readonly Period[]
  readonly amounts: AidAmounts
}

export function sharesOf(
  agreement: AgreementView,
  instalments: readonly InstalmentView[],
  positions: ReadonlyMap<Id, PositionView>,
  index: FactsIndex,
  at: Day,
): readonly AidShare[] {
  const grants = rowsOf(index.grantsByAgreement, agreement.agreement.id)
  const drafts = draftsOf(grants, instalments)
  const tranches = tranchesByDraft(drafts, instalments)
  return drafts.map((draft, i) => {
    const yearlyCents = yearlyAmounts(draft, agreement)
    const view = draft.positionId === null ? undefined : positions.get(draft.positionId)
    const days = paidDays(view, agreement, index)
    const earnedCents = earnedOf(agreement, yearlyCents, days, at)
    return {
      agreement,
      positionId: draft.positionId,
      yearlyCents,
      bonusCents: cents(draft.bonus),
      paidDays: days,
      amounts: amountsOf(
        draft.notified,
        earnedCents,
        tranches[i] ?? NO_TRANCHES,
        agreement.state === 'settled',
      ),
    }
  })
}

/** A post of an agreement: its grants; where there is none, the tranches stand for them. */
interface ShareDraft extends Notified {
  readonly positionId: Id | null
  readonly bonus: number
}

function draftsOf(grants: readonly Grant[], instalments: readonly InstalmentView[]): readonly ShareDraft[] {
  const byPosition = new Map<Id, Grant[]>()
  for (const grant of grants) {
    const known = byPosition.get(grant.positionId)
    if (known === undefined) byPosition.set(grant.positionId, [grant])
    else known.push(grant)
  }
  const drafts: ShareDraft[] = []
  for (const [positionId, own] of byPosition) {
    let notified = 0
    let bonus = 0
    for (const grant of own) {
      notified += grant.baseCents + grant.bonusCents
      bonus += grant.bonusCents
    }
    drafts.push({ positionId, grants: own, notified, bonus })
  }
  const hasGrants = drafts.length > 0
  const planned = new Map<Id | null, number>()
  for (const { instalment } of instalments) {
    const key = instalment.positionId
    if (key === null ? hasGrants : byPosition.has(key)) continue
    planned.set(key, (planned.get(key) ?? 0) + instalment.amountCents)
  }
  for (const [positionId, amount] of planned)
    drafts.push({ positionId, grants: [], notified: hasGrants ? 0 : amount, bonus: 0 })
  return drafts
}

/** Tranches of one post go to it; the others are shared by what each post is notified beyond its own tranches. */
function tranchesByDraft(
  drafts: readonly ShareDraft[],
  instalments: readonly InstalmentView[],
): readonly TrancheTotals[] {
  const only = drafts[0]
  if (only !== undefined && drafts.length === 1) return [totalsOf(instalments)]
  const byPosition = new Map<Id | null, InstalmentView[]>()
  for (const view of instalments) {
    const known = byPosition.get(view.instalment.positionId)
    if (known === undefined) byPosition.set(view.instalment.positionId, [view])
    else known.push(view)
  }
  const own = drafts.map((d) => totalsOf((d.positionId === null ? [] : byPosition.get(d.positionId)) ?? []))
  const common = totalsOf(byPosition.get(null) ?? [])
  const withoutPost = drafts.findIndex((d) => d.positionId === null)
  const weights = drafts.map((d, i) =>
    withoutPost >= 0 ? Number(i === withoutPost) : Math.max(0, d.notified - (own[i]?.planned ?? 0)),
  )
  const usable = weights.some((w) => w > 0) ? weights : drafts.map((d) => d.notified)
  const shared = splitTotals(common, usable)
  return own.map((totals, i) => addTotals(totals, shared[i] ?? NO_TRANCHES))
}

function amountsOf(notified: number, earnedCents: Cents, t: TrancheTotals, isSettled: boolean): AidAmounts {
  const received = Math.min(t.received, notified)
  // Tranches planned beyond what is notified were already taken out of the grants: they are not cancelled twice.
  const beyond = Math.max(0, t.planned - notified)
  const cancelled = Math.min(Math.max(0, t.cancelled - beyond), notified - received)
  const lateByAge = [cents(t.late0), cents(t.late1), cents(t.late2), cents(t.late3)] as const
  return {
    ...NO_AID,
    notifiedCents: cents(notified),
    earnedCents,
    receivedCents: cents(received),
    cancelledCents: cents(cancelled),
    outstandingCents: cents(notified - received - cancelled),
    claimableCents: cents(t.claimable),
    lateCents: cents(t.late0 + t.late1 + t.late2 + t.late3),
    lateByAge,
    claimedCents: cents(t.claimed),
    suspendedCents: cents(t.suspended),
    plannedCents: cents(t.notDue),
    repaidCents: cents(t.repaid),
    excessCents: cents(t.received - received),
    // The funder accepted the accounts of a settled agreement: nothing is at risk any more.
    overpaidCents: cents(isSettled ? 0 : Math.max(0, t.received - earnedCents)),
  }
}
