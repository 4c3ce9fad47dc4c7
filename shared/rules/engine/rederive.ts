/**
 * The same answer as `derive` after a change, for the cost of what the change is linked to: everything else is carried over,
 * as the very same objects.
 */
import type { Facts, Id } from '../../domain/facts.ts'
import { peek, SharesByPosition, Views } from './containment.ts'
import { type Derived, derive } from './derive.ts'
import { indexFacts } from './index-facts.ts'
import { changedIsland, factsOf, type Island, type IslandKind } from './island.ts'

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
  const index = indexFacts(facts)
  const containment = before.containment.carriedTo(index, island)
  containment.absorb(part.containment)
  const isWhole = containment.size === 0
  const views = <T>(kind: IslandKind, rows: Rows, former: ReadonlyMap<Id, T>, fresh: ReadonlyMap<Id, T>) =>
    carried(rows, former, fresh, island[kind], isWhole ? new Map<Id, T>() : new Views<T>(kind, containment))
  const sharesByAgreement = views(
    'agreement',
    facts.agreements,
    before.sharesByAgreement,
    part.sharesByAgreement,
  )
  return {
    island,
    part,
    derived: {
      today: before.today,
      index,
      figures: before.figures,
      positions: views('position', facts.positions, before.positions, part.positions),
      contracts: views('contract', facts.contracts, before.contracts, part.contracts),
      agreements: views('agreement', facts.agreements, before.agreements, part.agreements),
      instalments: views('instalment', facts.instalments, before.instalments, part.instalments),
      shares: [...sharesByAgreement.values()].flat(),
      sharesByAgreement,
      sharesByPosition: carried(
        facts.positions,
        before.sharesByPosition,
        part.sharesByPosition,
        island.position,
        isWhole ? new Map() : new SharesByPosition(containment),
      ),
      containment,
    },
  }
}

type Rows = readonly { readonly id: Id }[]

/** In the order of the rows, as a whole derivation gives them. */
export function carried<T>(
  rows: readonly { readonly id: Id }[],
  before: ReadonlyMap<Id, T>,
  fresh: ReadonlyMap<Id, T>,
  touched: ReadonlySet<Id>,
  into: Map<Id, T>,
): ReadonlyMap<Id, T> {
  for (const { id } of rows) {
    const value = peek(touched.has(id) ? fresh : before, id)
    if (value !== undefined) into.set(id, value)
  }
  return into
}
