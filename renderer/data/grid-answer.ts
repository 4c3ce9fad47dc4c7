/** The rows of a grid from what was known of it and what differs: a row that did not change stays the very same object. */
import type { GridAnswer, GridName, GridRows } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'

/** Null where the answer speaks of rows nobody has: the whole grid must be asked for. */
export function withChanges(
  grid: GridName,
  known: GridAnswer | undefined,
  answer: GridAnswer,
): GridAnswer | null {
  const { changed, ...given } = answer
  if (changed === undefined) return answer
  const rows = mergedRows(known?.[grid], answer[grid] ?? [], changed.ids)
  return rows === null ? null : { ...given, [grid]: rows }
}

type AnyRow = GridRows[GridName][number]

function mergedRows(
  known: readonly AnyRow[] | undefined,
  fresh: readonly AnyRow[],
  ids: readonly Id[] | null,
): readonly AnyRow[] | null {
  if (known === undefined) return null
  if (fresh.length === 0 && ids === null) return known
  const byId = new Map<Id, AnyRow>(fresh.map((row) => [row.id, row]))
  if (ids === null) return known.map((row) => byId.get(row.id) ?? row)
  const former = new Map<Id, AnyRow>(known.map((row) => [row.id, row]))
  const rows: AnyRow[] = []
  for (const id of ids) {
    const row = byId.get(id) ?? former.get(id)
    if (row === undefined) return null
    rows.push(row)
  }
  return rows
}
