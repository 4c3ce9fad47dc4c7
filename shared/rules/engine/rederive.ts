/**
 * The same answer as `derive` after a change, for the cost of what the change is linked to: everything else is carried over,
 * as the very same objects.
 */
import type { Facts, Id } from '../../domain/facts.ts'
import { type Derived, derive } from './derive.ts'
import { indexFacts } from './index-facts.ts'
import { changedIsland, factsOf, type Island } from './island.ts'

export interface Rederived {
  readonly derived: Derived
  readonly island: Island
  /** Derived from the island alone. */
  readonly part: Derived
}

/** Beyond this part of the posts, deriving the file again costs no more. */
const WORTH_IT = 0.3

/** `before` was derived the same day from facts that share what did not change. Null: derive the whole file. */
export function rederive(before: Derived, facts: Facts): Rederived | null {
  const island = changedIsland(before.index.facts, facts)
  if (island === null || island.position.size > facts.positions.length * WORTH_IT + 1) return null
  const part = derive(factsOf(island, facts), before.today)
  const sharesByAgreement = carried(
    facts.agreements,
    before.sharesByAgreement,
    part.sharesByAgreement,
    island.agreement,
  )
  return {
    island,
    part,
    derived: {
      today: before.today,
      index: indexFacts(facts),
      figures: before.figures,
      positions: carried(facts.positions, before.positions, part.positions, island.position),
      contracts: carried(facts.contracts, before.contracts, part.contracts, island.contract),
      agreements: carried(facts.agreements, before.agreements, part.agreements, island.agreement),
      instalments: carried(facts.instalments, before.instalments, part.instalments, island.instalment),
      shares: [...sharesByAgreement.values()].flat(),
      sharesByAgreement,
      sharesByPosition: carried(
        facts.positions,
        before.sharesByPosition,
        part.sharesByPosition,
        island.position,
      ),
    },
  }
}

/** In the order of the rows, as a whole derivation gives them. */
export function carried<T>(
  rows: readonly { readonly id: Id }[],
  before: ReadonlyMap<Id, T>,
  fresh: ReadonlyMap<Id, T>,
  touched: ReadonlySet<Id>,
): ReadonlyMap<Id, T> {
  const map = new Map<Id, T>()
  for (const { id } of rows) {
    const value = touched.has(id) ? fresh.get(id) : before.get(id)
    if (value !== undefined) map.set(id, value)
  }
  return map
}
