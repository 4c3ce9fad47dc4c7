/**
 * Everything the rules derive from (facts, day), in one linear pass: states, then aid. Deadlines and explanations are
 * derived from this value. Amendments and ends are taken as recorded today; payments and acts only up to the day asked.
 */
import type { Day } from '../../domain/day.ts'
import type { Facts, Id } from '../../domain/facts.ts'
import { type Figures, figuresWith } from '../figures/figures.ts'
import { type AidShare, sharesOf } from './aid/aid-share.ts'
import { type AidAmounts, NO_AID, sumAid } from './aid/amounts.ts'
import { Containment, SharesByPosition, Views } from './containment.ts'
import { type FactsIndex, indexFacts, rowsOf } from './index-facts.ts'
import type { IslandKind } from './island.ts'
import { type AgreementView, agreementView } from './states/agreement-state.ts'
import { type ContractView, contractView } from './states/contract-state.ts'
import { type InstalmentView, instalmentView } from './states/instalment-state.ts'
import { type PositionView, positionView } from './states/position-state.ts'

export interface Derived {
  readonly today: Day
  readonly index: FactsIndex
  readonly figures: Figures
  readonly positions: ReadonlyMap<Id, PositionView>
  readonly contracts: ReadonlyMap<Id, ContractView>
  readonly agreements: ReadonlyMap<Id, AgreementView>
  readonly instalments: ReadonlyMap<Id, InstalmentView>
  readonly shares: readonly AidShare[]
  readonly sharesByPosition: ReadonlyMap<Id, readonly AidShare[]>
  readonly sharesByAgreement: ReadonlyMap<Id, readonly AidShare[]>
  /** Objects some rule failed for: totals do not hold them, and asking for them throws. */
  readonly containment: Containment
}

export function derive(facts: Facts, today: Day): Derived {
  const index = indexFacts(facts)
  const containment = new Containment(index)
  const positions = views('position', facts.positions, containment, (each) =>
    positionView(each, index, today),
  )
  const contracts = views('contract', facts.contracts, containment, (each) =>
    contractView(each, index, today),
  )
  const instalments = views('instalment', facts.instalments, containment, (each) =>
    instalmentView(each, positions, index, today),
  )
  const agreements = views('agreement', facts.agreements, containment, (each) =>
    agreementView(each, index, today),
  )

  const shares: AidShare[] = []
  const byPosition = new Map<Id, AidShare[]>()
  const sharesByAgreement = views('agreement', facts.agreements, containment, (each) => {
    const view = agreements.get(each.id)
    if (view === undefined) return []
    const own: InstalmentView[] = []
    for (const { id } of rowsOf(index.instalmentsByAgreement, each.id)) {
      const instalment = instalments.get(id)
      if (instalment !== undefined) own.push(instalment)
    }
    return sharesOf(view, own, positions, index, today)
  })
  for (const parts of sharesByAgreement.values())
    for (const part of parts) {
      shares.push(part)
      if (part.positionId === null) continue
      const known = byPosition.get(part.positionId)
      if (known === undefined) byPosition.set(part.positionId, [part])
      else known.push(part)
    }
  for (const { id } of facts.agreements)
    if (!sharesByAgreement.has(id)) containment.withhold(postsOf(id, index), { kind: 'agreement', id })
  return {
    today,
    index,
    figures: figuresWith(facts.ruleFigures),
    positions,
    contracts,
    agreements,
    instalments,
    shares,
    sharesByPosition: containment.size === 0 ? byPosition : new SharesByPosition(containment, byPosition),
    sharesByAgreement,
    containment,
  }
}

/** One view an object; where it cannot be made, the object is on the list of those that failed. */
function views<R extends { readonly id: Id }, T>(
  kind: IslandKind,
  rows: readonly R[],
  containment: Containment,
  view: (row: R) => T,
): ReadonlyMap<Id, T> {
  const made = new Map<Id, T>()
  for (const row of rows) {
    const each = containment.attempt(kind, row.id, () => view(row))
    if (each !== undefined) made.set(row.id, each)
  }
  // The guarded map costs a little at each look-up: only where there is something to guard.
  return made.size === rows.length ? made : new Views(kind, containment, made)
}

/** Posts an agreement is about, by its grants and its tranches. */
function postsOf(agreementId: Id, index: FactsIndex): readonly Id[] {
  return [
    ...rowsOf(index.grantsByAgreement, agreementId).map((grant) => grant.positionId),
    ...rowsOf(index.instalmentsByAgreement, agreementId).flatMap((each) => each.positionId ?? []),
  ]
}

/**
 * Whether the cost of a post may stand beside its aid: where one of its agreements failed, what would be left to pay is another
 * amount, and the post is on the list of what cannot be computed.
 */
export function isAidWhole({ containment, sharesByPosition }: Derived, positionId: Id): boolean {
  if (containment.size === 0) return true
  return (
    containment.attempt('position', positionId, () => sharesByPosition.get(positionId) ?? []) !== undefined
  )
}

export function aidOfPosition(derived: Derived, positionId: Id): AidAmounts {
  return totalOf(derived.sharesByPosition.get(positionId))
}

export function aidOfAgreement(derived: Derived, agreementId: Id): AidAmounts {
  return totalOf(derived.sharesByAgreement.get(agreementId))
}

/** Without its agreements that cannot be computed. */
export function aidOfEmployer(derived: Derived, employerId: Id): AidAmounts {
  const agreements = derived.index.agreementsByEmployer.get(employerId) ?? []
  return sumAid(
    agreements.flatMap((a) => (derived.sharesByAgreement.has(a.id) ? aidOfAgreement(derived, a.id) : [])),
  )
}

/** Without the agreements that cannot be computed. */
export function aidOfAll(derived: Derived): AidAmounts {
  return sumAid(derived.shares.map((s) => s.amounts))
}

function totalOf(shares: readonly AidShare[] | undefined): AidAmounts {
  const only = shares?.[0]
  if (shares === undefined || only === undefined) return NO_AID
  return shares.length === 1 ? only.amounts : sumAid(shares.map((s) => s.amounts))
}
