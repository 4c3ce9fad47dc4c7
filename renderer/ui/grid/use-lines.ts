/** Rows of a view → lines, totals, and what the view keeps from sight: late rows a filter hides, an order held by an edit. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Id } from '#shared/domain/facts.ts'
import { useStore } from '../../data/store.ts'
import type { GridController } from './hands/controller.ts'
import type { GridColumn } from './model/column.ts'
import { buildLines, heldRows, type Line } from './model/lines.ts'
import { sumsOf } from './model/totals.ts'
import type { GridView } from './model/view.ts'
import type { GridScreenProps } from './screen-props.ts'
import type { TableModel } from './use-table.ts'

export interface GridLines<R> {
  readonly lines: readonly Line<R>[]
  readonly rows: readonly R[]
  readonly grouping: GridColumn<R> | null
  readonly totals: { readonly sums: ReadonlyMap<string, number>; readonly rows: readonly R[] }
  /** Late or doubtful rows of the view that its filters hide. */
  readonly hiddenProblems: number
  /** An edited row stands where the chosen order would not put it. */
  readonly isHeld: boolean
  readonly toggleLine: (line: Line<R>) => boolean
}

type Needed<R> = Pick<
  GridScreenProps<R>,
  'rows' | 'revision' | 'rowId' | 'columns' | 'details' | 'groupRank' | 'sumsInHeading' | 'problem'
>

export function useGridLines<R>(
  hands: GridController<R>,
  props: Needed<R>,
  /** The view as chosen, and as drawn (a moment later while typing). */
  chosen: GridView,
  drawn: GridView,
  tabId: string,
  inTab: readonly R[],
  table: TableModel<R>,
): GridLines<R> {
  const { rows, rowId, columns, details, groupRank, problem } = props
  const sumsInHeading = props.sumsInHeading ?? false
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [expanded, setExpanded] = useState<ReadonlySet<Id>>(new Set())
  const hold = useStore(hands.hold)
  const known = useRef<ReadonlySet<Id>>(new Set())
  const grouping = columns.find((column) => column.id === drawn.grouping) ?? null

  const shown = useMemo(() => {
    if (hold === null) {
      known.current = new Set(rows.map(rowId))
      return table.rows
    }
    const all = new Map(rows.map((row) => [rowId(row), row]))
    return heldRows(hold, all, table.rows, rowId, (id) => known.current.has(id))
  }, [hold, rows, rowId, table.rows])

  const lines = useMemo(
    () =>
      buildLines({
        rows: shown,
        rowId,
        columns: table.columns,
        grouping,
        groupRank,
        subtotals: !sumsInHeading,
        collapsed,
        expanded,
        details,
        hold,
      }),
    [shown, rowId, table.columns, grouping, groupRank, sumsInHeading, collapsed, expanded, details, hold],
  )
  // Choosing another order or filter is asking for it: nothing is held any more.
  const { sorting, filters, quick, grouping: groupingId } = chosen
  // biome-ignore lint/correctness/useExhaustiveDependencies: these choices are what releases the held order
  useEffect(() => hands.releaseHold(), [hands, sorting, filters, quick, groupingId, tabId])

  useEffect(() => hands.rowsRead(props.revision), [hands, props.revision])

  const totals = useMemo(() => ({ sums: sumsOf(table.columns, shown), rows: shown }), [table.columns, shown])
  const isFiltered = drawn.filters.length > 0 || drawn.quick !== ''
  const hiddenProblems = useMemo(() => {
    if (problem === undefined || !isFiltered) return 0
    const seen = new Set(shown)
    return inTab.filter((row) => !seen.has(row) && problem(row) !== null).length
  }, [problem, isFiltered, inTab, shown])

  const toggleLine = useCallback((line: Line<R>): boolean => {
    if (line.kind === 'group') setCollapsed((now) => toggled(now, line.key))
    else if (line.kind === 'row' && line.canExpand) setExpanded((now) => toggled(now, line.id))
    else return false
    return true
  }, [])
  const isHeld = hold !== null && differs(shown, table.rows)
  return { lines, rows: shown, grouping, totals, hiddenProblems, isHeld, toggleLine }
}

function differs<R>(a: readonly R[], b: readonly R[]): boolean {
  return a.length !== b.length || a.some((row, at) => row !== b[at])
}

function toggled<K>(set: ReadonlySet<K>, key: K): ReadonlySet<K> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
