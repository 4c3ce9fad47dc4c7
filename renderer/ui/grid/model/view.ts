/** A view of a grid: order, filters, grouping, columns. Kept in the dossier as JSON; what no longer exists is dropped when read. */
import { z } from 'zod'
import { dayField } from '#shared/schemas/values.ts'
import type { GridColumn } from './column.ts'
import type { ColumnFilter } from './filter.ts'

export interface Sort {
  readonly id: string
  readonly desc: boolean
}

export interface GridView {
  readonly sorting: readonly Sort[]
  readonly filters: readonly ColumnFilter[]
  readonly quick: string
  readonly grouping: string | null
  /** All columns, shown or not. */
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  /** How many columns stay at the left. */
  readonly frozen: number
}

export function defaultView<R>(columns: readonly GridColumn<R>[], base: Partial<GridView> = {}): GridView {
  return {
    sorting: [],
    filters: [],
    quick: '',
    grouping: null,
    order: columns.map((column) => column.id),
    hidden: columns.filter((column) => column.isHidden).map((column) => column.id),
    widths: {},
    frozen: 1,
    ...base,
  }
}

const filter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('values'), values: z.array(z.string()) }),
  z.object({ kind: z.literal('contains'), text: z.string() }),
  z.object({ kind: z.literal('excludes'), text: z.string() }),
  z.object({ kind: z.literal('between'), min: z.number().nullable(), max: z.number().nullable() }),
  z.object({ kind: z.literal('days'), from: dayField.nullable(), to: dayField.nullable() }),
  z.object({ kind: z.literal('within'), days: z.int() }),
  z.object({ kind: z.literal('empty'), isEmpty: z.boolean() }),
])

const viewSchema = z.object({
  sorting: z.array(z.object({ id: z.string(), desc: z.boolean() })),
  filters: z.array(z.object({ id: z.string(), value: filter })),
  quick: z.string(),
  grouping: z.string().nullable(),
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
  frozen: z.int().min(0).max(6),
})

/** Null where the text is no view. Columns added since the view was saved come last, hidden. */
export function readView<R>(definition: string, columns: readonly GridColumn<R>[]): GridView | null {
  const parsed = viewSchema.safeParse(safeJson(definition))
  if (!parsed.success) return null
  const known = new Set(columns.map((column) => column.id))
  const keep = (id: string) => known.has(id)
  const order = parsed.data.order.filter(keep)
  const added = columns.map((column) => column.id).filter((id) => !order.includes(id))
  return {
    ...parsed.data,
    sorting: parsed.data.sorting.filter((each) => keep(each.id)),
    filters: parsed.data.filters.filter((each) => keep(each.id)),
    grouping: parsed.data.grouping !== null && keep(parsed.data.grouping) ? parsed.data.grouping : null,
    order: [...order, ...added],
    hidden: [...parsed.data.hidden.filter(keep), ...added],
  }
}

export function writeView(view: GridView): string {
  return JSON.stringify(view)
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Click: this column alone, then the other way, then none. With Shift: added to, or changed in, the columns already sorted. */
export function toggleSort(sorting: readonly Sort[], id: string, add: boolean): readonly Sort[] {
  const now = sorting.find((each) => each.id === id)
  const next: Sort | null = now === undefined ? { id, desc: false } : now.desc ? null : { id, desc: true }
  if (!add) return next === null ? [] : [next]
  if (now === undefined) return next === null ? sorting : [...sorting, next]
  return sorting.flatMap((each) => (each.id === id ? (next === null ? [] : [next]) : [each]))
}

/** Columns as drawn: ordered, without the hidden ones. */
export function shownColumns<R>(columns: readonly GridColumn<R>[], view: GridView): readonly GridColumn<R>[] {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const hidden = new Set(view.hidden)
  return view.order.flatMap((id) => {
    const column = byId.get(id)
    return column === undefined || hidden.has(id) ? [] : [column]
  })
}

/** Moves a column before another one. */
export function moveColumn(order: readonly string[], id: string, step: -1 | 1): readonly string[] {
  const from = order.indexOf(id)
  const to = from + step
  if (from === -1 || to < 0 || to >= order.length) return order
  const next = [...order]
  next.splice(from, 1)
  next.splice(to, 0, id)
  return next
}
