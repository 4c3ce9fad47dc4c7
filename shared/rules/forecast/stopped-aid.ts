/**
 * "What if the aid stopped that day?": agreements end then, tranches expected later are cancelled, and each post keeps what
 * its days up to there are worth. A year cut short does not earn the whole of its amount in less time.
 */
import type { Day } from '../../domain/day.ts'
import type { Agreement, Facts, Grant, Id } from '../../domain/facts.ts'
import { ZERO } from '../../domain/money.ts'
import type { AidShare } from '../engine/aid/aid-share.ts'
import { earnedDetail } from '../engine/aid/earned.ts'
import { peek } from '../engine/containment.ts'
import { type Derived, derive } from '../engine/derive.ts'

export function stopAid(facts: Facts, on: Day): Facts {
  const derived = derive(facts, on)
  const begun = facts.agreements.filter((a) => a.startsOn <= on)
  const kept = new Set(begun.map((a) => a.id))
  const cut = new Set(
    begun.filter((a) => (peek(derived.agreements, a.id)?.endsOn ?? on) > on).map((a) => a.id),
  )
  const rescaled = new Map<Id, readonly Grant[]>()
  for (const id of kept) {
    const grants = grantsUntil(id, on, derived)
    if (grants !== null) rescaled.set(id, grants)
  }
  return {
    ...facts,
    agreements: begun.map((a) => stopped(a, cut.has(a.id), rescaled.has(a.id), on)),
    agreementAmendments: facts.agreementAmendments.map((a) =>
      cut.has(a.agreementId) || rescaled.has(a.agreementId) ? { ...a, newEndsOn: null } : a,
    ),
    grants: [
      ...facts.grants.filter((g) => kept.has(g.agreementId) && !rescaled.has(g.agreementId)),
      ...[...rescaled.values()].flat().map((grant, i) => ({ ...grant, id: SUPPOSED_ID - i })),
    ],
    instalments: facts.instalments
      .filter((i) => kept.has(i.agreementId))
      .map((i) =>
        i.dueOn !== null && i.dueOn > on && i.cancelledOn === null ? { ...i, cancelledOn: on } : i,
      ),
  }
}

/** First id of the grants supposed: never one of the dossier. */
const SUPPOSED_ID = -2_000_000

function stopped(agreement: Agreement, isCut: boolean, isRescaled: boolean, on: Day): Agreement {
  if (!isCut && !isRescaled) return agreement
  return { ...agreement, endsOn: on, financingEndsOn: isRescaled ? null : agreement.financingEndsOn }
}

/** What each post may earn by that day, year by year; null where the aid is over by then, or is of no post. */
function grantsUntil(agreementId: Id, on: Day, derived: Derived): readonly Grant[] | null {
  const shares = peek(derived.sharesByAgreement, agreementId) ?? []
  const view = shares[0]?.agreement
  if (view === undefined || view.fundedTo <= on || shares.some((s) => s.positionId === null)) return null
  return shares.flatMap((share) => grantsOf(share, on))
}

function grantsOf({ agreement, positionId, yearlyCents }: AidShare, on: Day): readonly Grant[] {
  if (positionId === null) return []
  const always = [{ from: agreement.fundedFrom, to: null }]
  const byYear = earnedDetail(agreement, yearlyCents, always, on)?.byYear ?? []
  return byYear.map((baseCents, i) => ({
    id: 0,
    agreementId: agreement.agreement.id,
    positionId,
    year: i + 1,
    baseCents,
    bonusCents: ZERO,
  }))
}
