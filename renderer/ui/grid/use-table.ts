/** TanStack Table, once: rows filtered and sorted, columns shown, ordered, frozen and sized, from a view. Headless. */
import {
  columnFilteringFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { cellText } from './model/cell-text.ts'
import type { GridColumn } from './model/column.ts'
import { type Filter, fold, matches } from './model/filter.ts'
import type { GridView } from './model/view.ts'

const features = tableFeatures({
  columnFilteringFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})

const QUICK = '~quick'
const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

interface Held<R> {
  readonly row: R
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return collator.compare(String(a), String(b))
}

/** Empty cells come last whichever way the column is sorted: the table is told so by `undefined`. */
function sortable<R>(column: GridColumn<R>, row: R): string | number | boolean | undefined {
  const value = column.sortValue === undefined ? column.value(row) : column.sortValue(row)
  if (value === null || value === '') return undefined
  return column.type === 'choice' && column.sortValue === undefined ? cellText(column, row) : value
}

export interface TableModel<R> {
  readonly rows: readonly R[]
  readonly columns: readonly GridColumn<R>[]
  readonly widths: readonly number[]
  readonly frozen: number
}

export function useGridTable<R>(input: {
  readonly rows: readonly R[]
  readonly rowId: (row: R) => Id
  readonly columns: readonly GridColumn<R>[]
  readonly view: GridView
  readonly today: Day
}): TableModel<R> {
  const { rows, rowId, columns, view, today } = input
  const data = useMemo<Held<R>[]>(() => rows.map((row) => ({ row })), [rows])
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Held<R>>()
    const words = new WeakMap<object, string>()
    const haystack = (held: Held<R>): string => {
      const known = words.get(held)
      if (known !== undefined) return known
      const built = fold(columns.map((column) => cellText(column, held.row)).join(' '))
      words.set(held, built)
      return built
    }
    const shown = columns.map((column) =>
      helper.accessor((held: Held<R>): unknown => sortable(column, held.row), {
        id: column.id,
        size: column.width,
        minSize: 40,
        sortUndefined: 'last',
        sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
        filterFn: (row, _id, filter: Filter) => matches(column, row.original.row, filter, today),
      }),
    )
    const quick = helper.accessor((): unknown => '', {
      id: QUICK,
      enableHiding: true,
      filterFn: (row, _id, wanted: readonly string[]) => {
        const text = haystack(row.original)
        return wanted.every((word) => text.includes(word))
      },
    })
    return [...shown, quick]
  }, [columns, today])

  const state = useMemo(() => {
    const wanted = fold(view.quick).split(' ').filter(Boolean)
    const filters = view.filters.map((each) => ({ id: each.id, value: each.value as unknown }))
    const visible = view.order.filter((id) => byId.has(id) && !view.hidden.includes(id))
    return {
      sorting: view.sorting.map((each) => ({ ...each })),
      columnFilters: wanted.length === 0 ? filters : [...filters, { id: QUICK, value: wanted as unknown }],
      columnVisibility: Object.fromEntries([...view.hidden, QUICK].map((id) => [id, false])),
      columnOrder: [...view.order],
      columnSizing: { ...view.widths },
      columnPinning: { start: visible.slice(0, view.frozen), end: [] },
    }
  }, [view, byId])

  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: (held) => String(rowId(held.row)),
    state,
  })
  const sorted = table.getRowModel().rows
  const result = useMemo(() => sorted.map((row) => row.original.row), [sorted])

  const visible = table.getVisibleLeafColumns()
  const columnsShown = useMemo(
    () =>
      visible.flatMap((each) => {
        const column = byId.get(each.id)
        return column === undefined ? [] : [column]
      }),
    [visible, byId],
  )
  const widths = useMemo(
    () => columnsShown.map((column) => view.widths[column.id] ?? column.width),
    [columnsShown, view.widths],
  )
  return { rows: result, columns: columnsShown, widths, frozen: Math.min(view.frozen, columnsShown.length) }
}
