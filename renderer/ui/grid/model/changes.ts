/**
 * Typed or pasted cells → what is asked of the door: one change per object, so that a start and an end pasted together are
 * judged together. What cannot even be read is refused here, cell by cell, and the rest goes on.
 */
import type { Day } from '#shared/domain/day.ts'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { parseTypedTerms } from '#shared/text/typed.ts'
import { FR } from '../../../text/fr.ts'
import { GRID } from '../../../text/grid.ts'
import { readTyped, typedText } from './cell-text.ts'
import { type CellFact, type CellValue, type EditSpec, factsBehind, type GridColumn } from './column.ts'

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
    /** What the cell shows until the rows are read again. */
    readonly value: CellValue
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
  return edit.refusal?.(row) ?? (factsBehind(edit, row).length === 0 ? GRID.nothingToEdit : null)
}

/** Cells with their texts → changes, grouped by object, in the order of the first cell of each. */
export function planChanges<R>(cells: readonly TypedCell<R>[], today: Day): Plan {
  const changes = new Map<string, PlannedChange>()
  const refused: RefusedCell[] = []
  for (const cell of cells) {
    const { rowId, column, text } = cell
    const planned = planCell(cell, today)
    if (!planned.ok) {
      refused.push({ rowId, columnId: column.id, text, message: planned.message })
      continue
    }
    for (const { entity, id, field, value } of planned.facts) {
      const key = `${entity} ${id}`
      const before = changes.get(key)
      const written = { rowId, columnId: column.id, field, text, value: planned.value }
      changes.set(key, {
        entity,
        id,
        values: { ...before?.values, [field]: value },
        cells: [...(before?.cells ?? []), written],
      })
    }
  }
  return { changes: [...changes.values()], refused }
}

type PlannedCell =
  | { readonly ok: true; readonly value: CellValue; readonly facts: readonly CellFact[] }
  | { readonly ok: false; readonly message: string }

/** One cell: what it writes in which facts, or why not. */
function planCell<R>({ row, column, text }: TypedCell<R>, today: Day): PlannedCell {
  const reason = editRefusal(column, row)
  if (reason !== null || column.edit === undefined) return { ok: false, message: reason ?? GRID.notEditable }
  const typed = readTyped(column, text, today)
  if (!typed.ok) return typed
  const { value } = typed
  const facts = factsBehind(column.edit, row)
  if (facts.length > 1) return planSeveral(column, column.edit, row, text, value)
  if (value === null && facts[0]?.isRequired) return { ok: false, message: FR.requiredField }
  return { ok: true, value, facts: facts.map((fact) => ({ ...fact, value })) }
}

/** Several facts: one term each, in their order. The amount already there changes nothing. */
function planSeveral<R>(
  column: GridColumn<R>,
  edit: EditSpec<R>,
  row: R,
  text: string,
  value: CellValue,
): PlannedCell {
  const facts = edit.facts?.(row) ?? []
  const terms = parseTypedTerms(text)
  if (terms !== null && terms.length === facts.length)
    return { ok: true, value, facts: facts.map((fact, at) => ({ ...fact, value: terms[at] ?? null })) }
  if (value === column.value(row)) return { ok: true, value, facts: [] }
  return { ok: false, message: GRID.severalFacts(facts.length, typedText(column, row)) }
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

/**
 * Which column each pasted one goes to: by a first row of titles, else in the order shown. Two known titles, and at least half
 * of them, make a row of titles: a copy of the grid carries computed columns that nobody types.
 */
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
  const titles = first.filter((title) => title.trim() !== '').length
  if (known > 0 && (known === titles || (known > 1 && known * 2 >= titles)))
    return { columns: byTitle, hasHeader: true }
  const width = Math.max(0, ...table.map((row) => row.length))
  return {
    columns: Array.from({ length: width }, (_, at) => columns[start + at] ?? null),
    hasHeader: false,
  }
}
