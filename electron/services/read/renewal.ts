/** read.renewal: the options of the assistant, and the checks of the one being chosen. */
import type { Parsed } from '#shared/api/contract.ts'
import type { Renewal } from '#shared/rules/engine/contracts/renewal.ts'
import { proposeRenewals } from '#shared/rules/engine/contracts/renewals.ts'
import type { ServiceContext } from '../service.ts'
import { snapshotOf } from './snapshot.ts'

export function readRenewal(
  context: ServiceContext,
  { contractId, choice }: Parsed<'read.renewal'>,
): Renewal | null {
  return proposeRenewals(contractId, snapshotOf(context).derived, choice)
}
