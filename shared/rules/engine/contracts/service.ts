/** The contracts of one person with one employer: what length of service, renewals and notice are counted on. */
import type { Day } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import type { PublicPeriod } from '../../law/public-limits.ts'
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
 * included) and the kind each counts as. A contract that still runs counts to its term.
 */
export function publicService(
  contract: Contract,
  derived: Derived,
  until: Day | null = null,
): readonly PublicPeriod[] {
  const employerId = derived.positions.get(contract.positionId)?.employerId ?? null
  const periods: PublicPeriod[] = []
  for (const other of rowsOf(derived.index.contractsByPerson, contract.personId)) {
    if (until !== null && other.startsOn > until) continue
    if ((derived.positions.get(other.positionId)?.employerId ?? null) !== employerId) continue
    const regime: Regime = regimeOf(other.kind, 'public')
    const kind = limitedKindOf(other.kind, regime)
    const { from, to } = workedPeriod(other, derived.index)
    if (kind === null || to === null || to < from) continue
    periods.push({ startsOn: from, endsOn: to, kind })
  }
  return periods
}
