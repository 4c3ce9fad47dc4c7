/** Rows by id and by owner, built once per reading of the facts: what the checks of a write look up. */
import type { Allocation, Attachment, Contract, ContractAmendment, Facts, Id } from '../../domain/facts.ts'

export interface Lookup {
  readonly facts: Facts
  readonly byId: <K extends keyof Facts>(table: K, id: Id) => Facts[K][number] | undefined
  readonly contractsOfPosition: (positionId: Id) => readonly Contract[]
  readonly amendmentsOfContract: (contractId: Id) => readonly ContractAmendment[]
  readonly attachmentsOfPosition: (positionId: Id) => readonly Attachment[]
  readonly allocationsOfPayment: (paymentId: Id) => readonly Allocation[]
  readonly allocationsOfInstalment: (instalmentId: Id) => readonly Allocation[]
}

const cache = new WeakMap<Facts, Lookup>()

export function lookupOf(facts: Facts): Lookup {
  const known = cache.get(facts)
  if (known) return known
  const lookup = buildLookup(facts)
  cache.set(facts, lookup)
  return lookup
}

function buildLookup(facts: Facts): Lookup {
  const ids = new Map<keyof Facts, Map<Id, unknown>>()
  const byId = <K extends keyof Facts>(table: K, id: Id): Facts[K][number] | undefined => {
    let rows = ids.get(table)
    if (!rows) {
      rows = new Map()
      for (const row of facts[table]) if ('id' in row) rows.set(row.id, row)
      ids.set(table, rows)
    }
    return rows.get(id) as Facts[K][number] | undefined
  }
  return {
    facts,
    byId,
    contractsOfPosition: lazyGroup(facts.contracts, (c) => c.positionId),
    amendmentsOfContract: lazyGroup(facts.contractAmendments, (a) => a.contractId),
    attachmentsOfPosition: lazyGroup(facts.attachments, (a) => a.positionId),
    allocationsOfPayment: lazyGroup(facts.allocations, (a) => a.paymentId),
    allocationsOfInstalment: lazyGroup(facts.allocations, (a) => a.instalmentId),
  }
}

/** Groups rows by a key the first time one is asked for. */
function lazyGroup<T>(rows: readonly T[], keyOf: (row: T) => Id): (id: Id) => readonly T[] {
  let groups: Map<Id, T[]> | null = null
  return (id) => {
    groups ??= Map.groupBy(rows, keyOf)
    return groups.get(id) ?? []
  }
}
