/**
 * Everything the rules derive from (facts, day), in one linear pass: states, then aid. Deadlines and explanations are
 * derived from this value. Amendments and ends are taken as recorded today; payments and acts only up to the day asked.
 */
import type { Day } from '../../domain/day.ts'
import type { Facts, Id } from '../../domain/facts.ts'
import { type Figures, figuresWith } from '../figures/figures.ts'
import { type AidShare, sharesOf } from './aid/aid-share.ts'
import { type AidAmounts, NO_AID, sumAid } from './aid/amounts.ts'
import { type FactsIndex, indexFacts, rowsOf } from './index-facts.ts'
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
}

export function derive(facts: Facts, today: Day): Derived {
  const index = indexFacts(facts)
  const positions = new Map<Id, PositionView>()
  for (const position of facts.positions) positions.set(position.id, positionView(position, index, today))
  const contracts = new Map<Id, ContractView>()
  for (const contract of facts.contracts) contracts.set(contract.id, contractView(contract, index, today))
  const instalments = new Map<Id, InstalmentView>()
  for (const instalment of facts.instalments)
    instalments.set(instalment.id, instalmentView(instalment, positions, index, today))

  const agreements = new Map<Id, AgreementView>()
  const shares: AidShare[] = []
  const sharesByPosition = new Map<Id, AidShare[]>()
  const sharesByAgreement = new Map<Id, readonly AidShare[]>()
  for (const agreement of facts.agreements) {
    const view = agreementView(agreement, index, today)
    agreements.set(agreement.id, view)
    const own: InstalmentView[] = []
    for (const { id } of rowsOf(index.instalmentsByAgreement, agreement.id)) {
      const instalment = instalments.get(id)
      if (instalment !== undefined) own.push(instalment)
    }
    const parts = sharesOf(view, own, positions, index, today)
    sharesByAgreement.set(agreement.id, parts)
    for (const part of parts) {
      shares.push(part)
      if (part.positionId === null) continue
      const known = sharesByPosition.get(part.positionId)
      if (known === undefined) sharesByPosition.set(part.positionId, [part])
      else known.push(part)
    }
  }
  return {
    today,
    index,
    figures: figuresWith(facts.ruleFigures),
    positions,
    contracts,
    agreements,
    instalments,
    shares,
    sharesByPosition,
    sharesByAgreement,
  }
}

export function aidOfPosition(derived: Derived, positionId: Id): AidAmounts {
  return totalOf(derived.sharesByPosition.get(positionId))
}

export function aidOfAgreement(derived: Derived, agreementId: Id): AidAmounts {
  return totalOf(derived.sharesByAgreement.get(agreementId))
}

export function aidOfEmployer(derived: Derived, employerId: Id): AidAmounts {
  const agreements = derived.index.agreementsByEmployer.get(employerId) ?? []
  return sumAid(agreements.map((a) => aidOfAgreement(derived, a.id)))
}

export function aidOfAll(derived: Derived): AidAmounts {
  return sumAid(derived.shares.map((s) => s.amounts))
}

function totalOf(shares: readonly AidShare[] | undefined): AidAmounts {
  const only = shares?.[0]
  if (shares === undefined || only === undefined) return NO_AID
  return shares.length === 1 ? only.amounts : sumAid(shares.map((s) => s.amounts))
}
