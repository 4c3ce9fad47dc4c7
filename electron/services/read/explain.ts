/** read.explain: why this date, why this amount. */
import type { Parsed } from '#shared/api/contract.ts'
import type { Id } from '#shared/domain/facts.ts'
import { explain } from '#shared/rules/engine/explain/explain.ts'
import { type IslandKind, placeOfKey } from '#shared/rules/engine/island.ts'
import type { Explanation } from '#shared/rules/explanation.ts'
import type { ServiceContext } from '../service.ts'
import { computed } from './computing.ts'
import { snapshotOf } from './snapshot.ts'

export function readExplain(context: ServiceContext, target: Parsed<'read.explain'>): Explanation | null {
  const { derived } = snapshotOf(context)
  const [kind, id] = placeOf(target)
  return computed(derived, kind, id, () => explain(target, derived))
}

/** A deadline is looked up by its key, which names its object. */
function placeOf(target: Parsed<'read.explain'>): readonly [IslandKind, Id] {
  switch (target.kind) {
    case 'deadline': {
      const place = placeOfKey(target.key)
      return place === null ? ['employer', 0] : [place.kind, place.id]
    }
    case 'contract-notice':
      return ['contract', target.contractId]
    case 'agreement-amount':
      return ['agreement', target.agreementId]
    case 'position-state':
    case 'position-amount':
    case 'vacancy-limit':
      return ['position', target.positionId]
  }
}
