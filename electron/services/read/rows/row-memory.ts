/**
 * Rows of the grids, built once and carried from one change to the next: an unchanged post keeps the very same row, which is
 * also how the page is told only what changed.
 */
import type { GridName, GridRows } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { Derived } from '#shared/rules/engine/derive.ts'
import type { Island, IslandKind } from '#shared/rules/engine/island.ts'
import { uncomputedAt } from '#shared/rules/engine/uncomputed.ts'

export type GridRow<G extends GridName> = GridRows[G][number]
export type RowMemory = { readonly [G in GridName]: Map<Id, GridRow<G>> }

const KIND_OF: Readonly<Record<GridName, IslandKind>> = {
  positions: 'position',
  contracts: 'contract',
  instalments: 'instalment',
  payments: 'payment',
  agreements: 'agreement',
  employers: 'employer',
  persons: 'person',
}

export function emptyRowMemory(): RowMemory {
  return {
    positions: new Map(),
    contracts: new Map(),
    instalments: new Map(),
    payments: new Map(),
    agreements: new Map(),
    employers: new Map(),
    persons: new Map(),
  }
}

/** Without the rows that a change may have made different. */
export function carryRows(before: RowMemory, island: Island): RowMemory {
  const memory = emptyRowMemory()
  for (const grid of Object.keys(KIND_OF) as GridName[]) carryGrid(before, memory, grid, island)
  return memory
}

function carryGrid<G extends GridName>(before: RowMemory, after: RowMemory, grid: G, island: Island): void {
  const touched = island[KIND_OF[grid]]
  const rows: Map<Id, GridRow<G>> = after[grid]
  for (const [id, row] of before[grid]) if (!touched.has(id)) rows.set(id, row)
}

/** `build` may fail: the row is then the bare one, with the reason. */
export function rowOf<G extends GridName>(
  { rows, derived }: { readonly rows: RowMemory; readonly derived: Derived },
  grid: G,
  id: Id,
  build: () => GridRow<G>,
  bare: () => GridRow<G>,
): GridRow<G> {
  const memory: Map<Id, GridRow<G>> = rows[grid]
  const known = memory.get(id)
  if (known !== undefined) return known
  const row = derived.containment.attempt(KIND_OF[grid], id, build) ?? bareRow(derived, grid, id, bare)
  memory.set(id, row)
  return row
}

function bareRow<G extends GridName>(
  { containment, index }: Derived,
  grid: G,
  id: Id,
  bare: () => GridRow<G>,
): GridRow<G> {
  return { ...bare(), uncomputed: uncomputedAt(containment, KIND_OF[grid], id, index) ?? undefined }
}
