/** read.explain: why this date, why this amount. */
import type { Parsed } from '#shared/api/contract.ts'
import { explain } from '#shared/rules/engine/explain/explain.ts'
import type { Explanation } from '#shared/rules/explanation.ts'
import type { ServiceContext } from '../service.ts'
import { snapshotOf } from './snapshot.ts'

export function readExplain(context: ServiceContext, target: Parsed<'read.explain'>): Explanation | null {
  return explain(target, snapshotOf(context).derived)
}
