/** What may follow a contract: the options of a renewal and the checks of the one being chosen; what a departure brings. */
import type { Parsed } from '#shared/api/contract.ts'
import type { Renewal } from '#shared/rules/engine/contracts/renewal.ts'
import { proposeRenewals } from '#shared/rules/engine/contracts/renewals.ts'
import { type Departure, departureOf } from '#shared/rules/engine/departure.ts'
import type { ServiceContext } from '../service.ts'
import { computed } from './computing.ts'
import { snapshotOf } from './snapshot.ts'

export function readRenewal(
  context: ServiceContext,
  { contractId, choice }: Parsed<'read.renewal'>,
): Renewal | null {
  const { derived } = snapshotOf(context)
  return computed(derived, 'contract', contractId, () => proposeRenewals(contractId, derived, choice))
}

export function readDeparture(
  context: ServiceContext,
  { contractId, endedOn }: Parsed<'read.departure'>,
): Departure | null {
  const { derived, facts, today } = snapshotOf(context)
  return computed(derived, 'contract', contractId, () => departureOf(facts, contractId, endedOn, today))
}
