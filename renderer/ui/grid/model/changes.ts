/**
 * Typed or pasted cells → what is asked of the door: one change per object, so that a start and an end pasted together are
 * judged together. What cannot even be read is refused here, cell by cell, and the rest goes on.
 */
import type { Day } from '#shared/domain/day.ts'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { GRID } from '../../../text/grid.ts'
import { readTyped } from './cell-text.ts'
import type { CellValue, GridColumn } from './column.ts'

export interface Target<R> {
  readonly rowId: Id
  readonly row: R
  readonly column: GridColumn<R>
}

export interface TypedCell<R> extends Target<R> {
  readonly text: string
}

export interface RefusedCell {
  readonly rowId: Id
  readonly columnId: string
  readonly text: string
  readonly message: string
}

export interface Change {
  readonly entity: EntityName
  readonly id: Id | null
  readonly values: Readonly<Record<string, CellValue>>
}

export interface PlannedChange extends Change {
  /** The cells this change writes, to point at where it is refused. */
  readonly cells: readonly {
    readonly rowId: Id
    readonly columnId: string
    readonly field: string
    readonly text: string
  }[]
}

export interface Plan {
  readonly changes: readonly PlannedChange[]
  readonly refused: readonly RefusedCell[]
}

/** Why this cell cannot be typed in; null where it can. */
export function editRefusal<R>(column: GridColumn<R>, row: R): string | null {
  const { edit } = column
  if (edit === undefined) return column.computed === undefined ? GRID.notEditable : GRID.computedCell
  return edit.refusal?.(row) ?? (edit.id(row) === null ? GRID.nothingToEdit : null)
}

/** Cells with their texts → changes, grouped by object, in the order of the first cell of each. */
export function planChanges<R>(cells: readonly TypedCell<R>[], today: Day): Plan {
  const changes = new Map<string, PlannedChange>()
  const refused: RefusedCell[] = []
  for (const { rowId, row, column, text } of cells) {
    const refuse = (message: string) => refused.push({ rowId, columnId: column.id, text, message })
    const reason = editRefusal(column, row)
    const id = column.edit?.id(row) ?? null
    if (reason !== null || column.edit === undefined || id === null) {
      refuse(reason ?? GRID.notEditable)
      continue
    }
    const typed = readTyped(column, text, today)
    if (!typed.ok) {
      refuse(typed.message)
      continue
    }
    const { entity, field } = column.edit
    const key = `${entity} ${id}`
    const before = changes.get(key)
    changes.set(key, {
      entity,
      id,
      values: { ...before?.values, [field]: typed.value },
      cells: [...(before?.cells ?? []), { rowId, columnId: column.id, field, text }],
    })
  }
  return { changes: [...changes.values()], refused }
}

/** A pasted rectangle over the grid, from its first cell; one cell, or a row or column that fits, fills a larger range. */
export function tiled(
  table: readonly (readonly string[])[],
  height: number,
  width: number,
): readonly (readonly string[])[] {
  const rows = table.length
  const columns = Math.max(0, ...table.map((row) => row.length))
  if (rows === 0 || columns === 0) return []
  const high = height > rows && height % rows === 0 ? height : rows
  const wide = width > columns && width % columns === 0 ? width : columns
  return Array.from({ length: high }, (_, line) =>
    Array.from({ length: wide }, (_, column) => table[line % rows]?.[column % columns] ?? ''),
  )
}

/** Which column each pasted one goes to: by a first row of titles where all of it is known, else in the order shown. */
export function pasteColumns<R>(
  table: readonly (readonly string[])[],
  columns: readonly GridColumn<R>[],
  start: number,
): { readonly columns: readonly (GridColumn<R> | null)[]; readonly hasHeader: boolean } {
  const fold = (text: string) =>
    text
      .replace(/\(€\)/g, '')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
      .toLowerCase()
  const first = table[0] ?? []
  const byTitle = first.map((title) => {
    const wanted = fold(title)
    return wanted === ''
      ? null
      : (columns.find((column) => fold(column.title) === wanted || fold(column.name ?? '') === wanted) ??
          null)
  })
  const known = byTitle.filter((column) => column !== null).length
  if (known > 0 && known === first.filter((title) => title.trim() !== '').length)
    return { columns: byTitle, hasHeader: true }
  const width = Math.max(0, ...table.map((row) => row.length))
  return {
    columns: Array.from({ length: width }, (_, at) => columns[start + at] ?? null),
    hasHeader: false,
  }
}
