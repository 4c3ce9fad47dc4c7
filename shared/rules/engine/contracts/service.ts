/** The contracts of one person with one employer: what length of service, renewals and notice are counted on. */
import { addDays, type Day } from '../../../domain/day.ts'
import type { Contract, Id } from '../../../domain/facts.ts'
import { type PublicPeriod, publicLimits } from '../../law/public-limits.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { workedPeriod } from '../states/contract-state.ts'
import { limitedKindOf, type Regime, regimeOf } from './regime.ts'

/** The contract and those it renews, first one first. A loop in the data stops at the first repeated one. */
export function chainOf(contract: Contract, derived: Derived): readonly Contract[] {
  const chain: Contract[] = [contract]
  const seen = new Set([contract.id])
  let former = contract.renewsId === null ? undefined : derived.index.contracts.get(contract.renewsId)
  while (former !== undefined && !seen.has(former.id)) {
    seen.add(former.id)
    chain.unshift(former)
    former = former.renewsId === null ? undefined : derived.index.contracts.get(former.renewsId)
  }
  return chain
}

/**
 * Public fixed-term contracts of the person with the employer of this post, with the days really worked (early ends
 * included) and the kind each counts as. A contract that still runs counts to its term. `until`: those begun by that day;
 * `except`: the contract being typed, whose stored dates no longer hold.
 */
export function publicService(
  { personId, positionId }: Pick<Contract, 'personId' | 'positionId'>,
  derived: Derived,
  { until = null, except = null }: { readonly until?: Day | null; readonly except?: Id | null } = {},
): readonly PublicPeriod[] {
  const employerId = derived.positions.get(positionId)?.employerId ?? null
  const periods: PublicPeriod[] = []
  for (const other of rowsOf(derived.index.contractsByPerson, personId)) {
    if (other.id === except || (until !== null && other.startsOn > until)) continue
    if ((derived.positions.get(other.positionId)?.employerId ?? null) !== employerId) continue
    const regime: Regime = regimeOf(other.kind, 'public')
    const kind = limitedKindOf(other.kind, regime)
    const { from, to } = workedPeriod(other, derived.index)
    if (kind === null || to === null || to < from) continue
    periods.push({ startsOn: from, endsOn: to, kind })
  }
  return periods
}

/** After these services, may the next contract of L332-8, begun the day after, only be a permanent one? */
export function mustBePermanentNext(
  periods: readonly PublicPeriod[],
  endsOn: Day,
  derived: Derived,
): boolean {
  const next = { kind: 'L332-8', periods, proposedStartsOn: addDays(endsOn, 1), proposedMonths: 1 } as const
  return publicLimits(next, derived.figures).mustBePermanent === true
}
