/**
 * read.grid: the rows of one grid, for one structure or all. To whom still has a former answer, only what differs: a cell
 * changed in a national file is one row to send and to draw, not seven megabytes.
 */
import { randomUUID } from 'node:crypto'
import type { Parsed } from '#shared/api/contract.ts'
import type { GridAnswer, GridName, GridRows } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { Dossier } from '../../store/dossier.ts'
import type { ServiceContext } from '../service.ts'
import { agreementRows } from './rows/agreement-row.ts'
import { contractRows } from './rows/contract-row.ts'
import { employerRows } from './rows/employer-row.ts'
import { instalmentRows } from './rows/instalment-row.ts'
import { paymentRows } from './rows/payment-row.ts'
import { personRows } from './rows/person-row.ts'
import { positionRows } from './rows/position-row.ts'
import type { GridRow } from './rows/row-memory.ts'
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
  { grid, employerId, known = null }: Parsed<'read.grid'>,
): GridAnswer {
  return answerOf(context, grid, employerId, known)
}

function answerOf<G extends GridName>(
  context: ServiceContext,
  grid: G,
  employerId: Id | null,
  known: string | null,
): GridAnswer {
  const rows: readonly GridRow<G>[] = gridRows(snapshotOf(context), grid, employerId)
  const given = givenOf(context.dossier)
  const former = known === null ? undefined : given.find((each) => each.tag === known && each.grid === grid)
  const tag = randomUUID()
  given.push({ tag, grid, rows })
  if (given.length > MOST_GIVEN) given.shift()
  const { revision } = context.dossier
  if (former === undefined) return { [grid]: rows, revision, tag }
  const had = new Set<unknown>(former.rows)
  const hasSameIds =
    former.rows.length === rows.length && rows.every((row, i) => former.rows[i]?.id === row.id)
  return {
    [grid]: rows.filter((row) => !had.has(row)),
    revision,
    tag,
    changed: { ids: hasSameIds ? null : rows.map((row) => row.id) },
  }
}

interface Given {
  readonly tag: string
  readonly grid: GridName
  readonly rows: readonly { readonly id: Id }[]
}

/** A few answers back: two windows of a browser, a handful of grids each. */
const MOST_GIVEN = 12
const givenBy = new WeakMap<Dossier, Given[]>()

function givenOf(dossier: Dossier): Given[] {
  const known = givenBy.get(dossier)
  if (known !== undefined) return known
  const given: Given[] = []
  givenBy.set(dossier, given)
  return given
}
