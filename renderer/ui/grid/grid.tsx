/**
 * The grid itself: sticky titles and totals, frozen columns, virtualised lines, one focus. It takes lines and columns already
 * chosen by the view (grid-screen) and gives hands to people: mouse, keyboard, clipboard.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useStore } from '../../data/store.ts'
import { GRID } from '../../text/grid.ts'
import { usePrinting } from '../print.ts'
import { GridHead, type HeadProps } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { onCopy, onPaste, onPasteTable } from './hands/clipboard.ts'
import type { GridController } from './hands/controller.ts'
import { handleKey } from './hands/keys.ts'
import type { Sight } from './hands/sight.ts'
import type { GridColumn } from './model/column.ts'
import type { Line } from './model/lines.ts'
import type { Cell } from './model/selection.ts'
import { cellAt } from './mouse/cell-at.ts'
import { useDrag } from './mouse/use-drag.ts'
import type { RowShape } from './row-shape.ts'
import { SumCells } from './sum-cells.tsx'

const HEAD_HEIGHT = 36
/** Beyond this the paper says how many lines are missing: an export serves better. */
const PRINTED_LINES = 3000

export interface GridProps<R> extends Omit<HeadProps<R>, 'columns' | 'frozen'> {
  readonly label: string
  readonly controller: GridController<R>
  readonly lines: readonly Line<R>[]
  readonly columns: readonly GridColumn<R>[]
  readonly widths: readonly number[]
  readonly frozen: number
  readonly rowHeight: number
  readonly shape: RowShape<R>
  readonly totals: {
    readonly sums: ReadonlyMap<string, number>
    readonly rows: readonly R[]
    readonly note: ReactNode
  } | null
  readonly sight: Omit<Sight<R>, 'gridId' | 'reveal' | 'pageSize' | 'lines' | 'columns'>
  readonly below?: ReactNode
  /** Above the rows: the entry bar. */
  readonly children?: ReactNode
  readonly onMenu: (at: { readonly x: number; readonly y: number } | null) => void
  readonly onColumnMenu: (columnId: string) => void
  readonly onPasteBeyond: (rest: readonly (readonly string[])[]) => void
  /** Ctrl+Maj+V: the paste that follows makes new rows. */
  readonly onPasteAsRows: ((table: readonly (readonly string[])[]) => void) | null
}

function firstRowId<R>(lines: readonly Line<R>[]): number | null {
  const first = lines.find((line) => line.kind === 'row')
  return first?.kind === 'row' ? first.id : null
}

export function Grid<R>(props: GridProps<R>) {
  const { controller, lines, columns, widths, frozen, rowHeight, shape } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const asRows = useRef(false)
  const hasTotals = props.totals !== null

  const offsets = useMemo(() => {
    let left = 0
    return widths.map((width) => {
      const start = left
      left += width
      return start
    })
  }, [widths])

  const reveal = useCallback(
    (cell: Cell) => {
      const box = scroller.current
      if (box === null) return
      const top = cell.line * rowHeight
      const visible = box.clientHeight - HEAD_HEIGHT - (hasTotals ? rowHeight : 0)
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + rowHeight > box.scrollTop + visible) box.scrollTop = top + rowHeight - visible
      if (cell.column < frozen) return
      const start = offsets[cell.column] ?? 0
      const fixed = offsets[frozen] ?? 0
      const width = widths[cell.column] ?? 0
      if (start - fixed < box.scrollLeft) box.scrollLeft = start - fixed
      else if (start + width > box.scrollLeft + box.clientWidth)
        box.scrollLeft = start + width - box.clientWidth
    },
    [rowHeight, hasTotals, offsets, widths, frozen],
  )
  const pageSize = useCallback(() => {
    const box = scroller.current
    return box === null ? 10 : Math.max(1, Math.floor((box.clientHeight - HEAD_HEIGHT) / rowHeight) - 2)
  }, [rowHeight])

  controller.look({ ...props.sight, gridId, lines, columns, reveal, pageSize })

  // The row and column of the active cell, kept across a sort, a filter or new data.
  const followed = useRef<{ row: number | null; column: string | null }>({
    row: firstRowId(lines),
    column: null,
  })
  const selection = useStore(controller.selection)
  const activeLine = lines[selection.active.line]
  const activeColumn = columns[selection.active.column]
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines or columns are what makes it follow
  useLayoutEffect(() => {
    controller.follow(followed.current.row, followed.current.column)
  }, [lines, columns, controller])
  useEffect(() => {
    followed.current = {
      row: activeLine?.kind === 'row' ? activeLine.id : null,
      column: activeColumn?.id ?? null,
    }
  }, [activeLine, activeColumn])

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    getItemKey: (index) => lines[index]?.key ?? index,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density is what makes it measure
  useLayoutEffect(() => {
    virtualizer.measure()
  }, [rowHeight, virtualizer])

  const vars = useMemo(() => {
    const template = widths.map((width, at) =>
      at === widths.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
    )
    const style: Record<string, string> = {
      '--cols': template.join(' '),
      '--row': `${rowHeight}px`,
    }
    for (let at = 0; at < frozen; at += 1) style[`--left-${at}`] = `${offsets[at] ?? 0}px`
    return style as CSSProperties
  }, [widths, offsets, frozen, rowHeight])

  const onMouseDown = useDrag(controller, lines, table, props.sight.toggleLine)

  const openMenu = () => {
    const active = activeId === undefined ? null : document.getElementById(activeId)
    const box = active?.getBoundingClientRect()
    props.onMenu(box === undefined ? null : { x: box.left + 8, y: box.bottom })
  }

  const activeId =
    activeLine === undefined
      ? undefined
      : activeLine.kind === 'row'
        ? `${gridId}-${activeLine.key}-${activeColumn?.id ?? ''}`
        : `${gridId}-${activeLine.key}`
  const isPrinting = usePrinting()
  const items = isPrinting
    ? lines
        .slice(0, PRINTED_LINES)
        .map((line, index) => ({ key: line.key, index, start: HEAD_HEIGHT + index * rowHeight }))
    : virtualizer.getVirtualItems()

  return (
    <>
      {props.children}
      <div className="grid-scroll" ref={scroller}>
        <div
          ref={table}
          className="grid-table"
          style={vars}
          role="grid"
          aria-label={props.label}
          aria-rowcount={lines.length + (hasTotals ? 2 : 1)}
          aria-colcount={columns.length}
          aria-multiselectable
          aria-readonly={props.sight.isReadOnly}
          {...(activeId === undefined ? {} : { 'aria-activedescendant': activeId })}
          tabIndex={0}
          data-area-focus=""
          onKeyDown={(event) => {
            if (event.defaultPrevented || event.target !== event.currentTarget) return
            const handled = handleKey(controller, event, {
              openMenu,
              openColumnMenu: () => activeColumn !== undefined && props.onColumnMenu(activeColumn.id),
              pasteAsRows: () => {
                asRows.current = true
              },
            })
            if (handled) event.preventDefault()
          }}
          onMouseDown={onMouseDown}
          onDoubleClick={(event) => {
            const cell = cellAt(event.target)
            if (
              cell !== null &&
              event.target instanceof Element &&
              event.target.closest('[data-column]') !== null
            )
              controller.editOrExplain()
          }}
          onContextMenu={(event) => {
            event.preventDefault()
            props.onMenu({ x: event.clientX, y: event.clientY })
          }}
          onCopy={(event) => onCopy(controller, event)}
          onPaste={(event) => {
            const { onPasteAsRows } = props
            if (asRows.current && onPasteAsRows !== null) onPasteTable(event, onPasteAsRows)
            else onPaste(controller, event, props.onPasteBeyond)
            asRows.current = false
          }}
        >
          <GridHead
            columns={columns}
            frozen={frozen}
            sorting={props.sorting}
            filtered={props.filtered}
            onSort={props.onSort}
            onWidth={props.onWidth}
            menuOf={props.menuOf}
            openMenu={props.openMenu}
            onMenuChange={props.onMenuChange}
          />
          <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const line = lines[item.index]
              return line === undefined ? null : (
                <GridRow
                  key={item.key}
                  controller={controller}
                  shape={shape}
                  line={line}
                  index={item.index}
                  top={item.start - HEAD_HEIGHT}
                />
              )
            })}
          </div>
          {props.totals !== null && (
            <div className="gr total" role="row" aria-rowindex={lines.length + 2}>
              <SumCells
                id={`${gridId}-total`}
                shape={shape}
                sums={props.totals.sums}
                rows={props.totals.rows}
                kind="total"
                label={GRID.total}
                note={props.totals.note}
              />
            </div>
          )}
        </div>
        {props.below !== undefined && <div className="grid-below">{props.below}</div>}
      </div>
    </>
  )
}
