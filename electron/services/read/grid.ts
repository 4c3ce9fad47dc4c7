/** read.grid: the rows of one grid, for one structure or all. */
import type { Parsed } from '#shared/api/contract.ts'
import type { GridName, GridRows } from '#shared/api/rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { ServiceContext } from '../service.ts'
import { agreementRows } from './rows/agreement-row.ts'
import { contractRows } from './rows/contract-row.ts'
import { employerRows } from './rows/employer-row.ts'
import { instalmentRows } from './rows/instalment-row.ts'
import { paymentRows } from './rows/payment-row.ts'
import { personRows } from './rows/person-row.ts'
import { positionRows } from './rows/position-row.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

const BUILDERS: {
  readonly [G in GridName]: (snapshot: Snapshot, employerId: Id | null) => GridRows[G]
} = {
  positions: positionRows,
  contracts: contractRows,
  instalments: instalmentRows,
  payments: paymentRows,
  agreements: agreementRows,
  employers: employerRows,
  persons: personRows,
}

export function gridRows<G extends GridName>(
  snapshot: Snapshot,
  grid: G,
  employerId: Id | null,
): GridRows[G] {
  return BUILDERS[grid](snapshot, employerId)
}

export function readGrid(
  context: ServiceContext,
  { grid, employerId }: Parsed<'read.grid'>,
): Partial<GridRows> {
  return { [grid]: gridRows(snapshotOf(context), grid, employerId) }
}
