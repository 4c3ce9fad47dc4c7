/**
 * Rows → the lines of the grid: group headings, rows, their details, subtotals. An edited row stays where it was until the
 * order is refreshed (`hold`): sorting never takes a row away from under the hands that edit it.
 */
import type { Id } from '#shared/domain/facts.ts'
import { cellText } from './cell-text.ts'
import type { DetailLine, GridColumn } from './column.ts'
import { sumsOf } from './totals.ts'

export type Line<R> =
  | {
      readonly kind: 'group'
      readonly key: string
      readonly name: string
      readonly rows: readonly R[]
      readonly isCollapsed: boolean
      readonly sums: ReadonlyMap<string, number>
    }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly id: Id
      readonly row: R
      readonly canExpand: boolean
      readonly isExpanded: boolean
    }
  | { readonly kind: 'detail'; readonly key: string; readonly detail: DetailLine }
  | {
      readonly kind: 'subtotal'
      readonly key: string
      readonly rows: readonly R[]
      readonly sums: ReadonlyMap<string, number>
    }

export type RowLine<R> = Extract<Line<R>, { readonly kind: 'row' }>

export interface LinesInput<R> {
  readonly rows: readonly R[]
  readonly rowId: (row: R) => Id
  readonly columns: readonly GridColumn<R>[]
  readonly grouping: GridColumn<R> | null
  /** Order of the groups, where it is not that of their words. */
  readonly groupRank?: ((row: R) => number) | undefined
  readonly subtotals: boolean
  readonly collapsed: ReadonlySet<string>
  readonly expanded: ReadonlySet<Id>
  readonly details?: ((row: R) => readonly DetailLine[]) | undefined
  readonly hold: Hold | null
}

/** Where each row was when an edit began. */
export interface Hold {
  readonly order: readonly Id[]
  readonly groupOf: ReadonlyMap<Id, string>
}

export function holdOf<R>(lines: readonly Line<R>[], grouping: boolean): Hold {
  const order: Id[] = []
  const groupOf = new Map<Id, string>()
  let group = ''
  for (const line of lines) {
    if (line.kind === 'group') group = line.name
    if (line.kind === 'row') {
      order.push(line.id)
      if (grouping) groupOf.set(line.id, group)
    }
  }
  return { order, groupOf }
}

/** Rows in the held order; new ones come last, deleted ones are gone. `all`: every row of the data, whatever the filters. */
export function heldRows<R>(
  hold: Hold,
  all: ReadonlyMap<Id, R>,
  computed: readonly R[],
  rowId: (row: R) => Id,
  isKnown: (id: Id) => boolean,
): readonly R[] {
  const kept = hold.order.flatMap((id) => {
    const row = all.get(id)
    return row === undefined ? [] : [row]
  })
  const added = computed.filter((row) => !isKnown(rowId(row)))
  return added.length === 0 ? kept : [...kept, ...added]
}

export function buildLines<R>(input: LinesInput<R>): readonly Line<R>[] {
  const { grouping, columns } = input
  const lines: Line<R>[] = []
  const push = (row: R): void => {
    const id = input.rowId(row)
    const details = input.details?.(row) ?? []
    const isExpanded = details.length > 0 && input.expanded.has(id)
    lines.push({ kind: 'row', key: `r${id}`, id, row, canExpand: details.length > 0, isExpanded })
    if (isExpanded)
      for (const detail of details) lines.push({ kind: 'detail', key: `d${id}-${detail.key}`, detail })
  }
  if (grouping === null) {
    for (const row of input.rows) push(row)
    return lines
  }
  for (const [name, rows] of groupRows(input, grouping)) {
    const key = `g${name}`
    const isCollapsed = input.collapsed.has(key)
    const sums = sumsOf(columns, rows)
    lines.push({ kind: 'group', key, name, rows, isCollapsed, sums })
    if (!isCollapsed) for (const row of rows) push(row)
    // Under one row alone a subtotal would say it twice.
    if (input.subtotals && (rows.length > 1 || isCollapsed))
      lines.push({ kind: 'subtotal', key: `s${name}`, rows, sums })
  }
  return lines
}

/** One collator for all: made anew at each comparison, it would cost more than everything else. */
const collator = new Intl.Collator('fr', { numeric: true })

function groupTextOf<R>(grouping: GridColumn<R>, row: R): string {
  return grouping.groupText?.(row) ?? cellText(grouping, row)
}

function groupRows<R>(
  input: LinesInput<R>,
  grouping: GridColumn<R>,
): readonly (readonly [string, readonly R[]])[] {
  const groups = new Map<string, R[]>()
  for (const row of input.rows) {
    const name = input.hold?.groupOf.get(input.rowId(row)) ?? groupTextOf(grouping, row)
    const rows = groups.get(name)
    if (rows === undefined) groups.set(name, [row])
    else rows.push(row)
  }
  const rank = input.groupRank
  return [...groups].sort(([a, rowsA], [b, rowsB]) => {
    const [firstA] = rowsA
    const [firstB] = rowsB
    if (rank !== undefined && firstA !== undefined && firstB !== undefined) {
      const difference = rank(firstA) - rank(firstB)
      if (difference !== 0) return difference
    }
    return collator.compare(a, b)
  })
}
