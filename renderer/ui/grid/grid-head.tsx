/** Titles of the columns: click to sort (Shift adds), a menu of the column, a width to drag. */
import { memo, useRef } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { GRID } from '../../text/grid.ts'
import { Icon } from '../glyphs/icon.tsx'
import { columnName, type GridColumn, isNumeric } from './model/column.ts'
import type { Sort } from './model/view.ts'
import { frozenProps } from './row-shape.ts'

export interface ColumnAction {
  readonly id: string
  readonly label: string
  readonly separated?: boolean
  readonly run: () => void
}

export interface HeadProps<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly frozen: number
  readonly sorting: readonly Sort[]
  readonly filtered: ReadonlySet<string>
  readonly onSort: (columnId: string, add: boolean) => void
  readonly onWidth: (columnId: string, width: number) => void
  readonly menuOf: (column: GridColumn<R>) => readonly ColumnAction[]
  /** Column whose menu is open (Alt+Down). */
  readonly openMenu: string | null
  readonly onMenuChange: (columnId: string | null) => void
}

function GridHeadBase<R>(props: HeadProps<R>) {
  return (
    <div role="rowgroup" className="grid-head-group">
      <div className="gr titles" role="row" aria-rowindex={1}>
        {props.columns.map((column, at) => (
          <HeadCell key={column.id} {...props} column={column} at={at} />
        ))}
      </div>
    </div>
  )
}

/** Moving the selection does not draw the titles again. */
export const GridHead = memo(GridHeadBase) as typeof GridHeadBase

function HeadCell<R>(props: HeadProps<R> & { readonly column: GridColumn<R>; readonly at: number }) {
  const { column, at } = props
  const rank = props.sorting.findIndex((each) => each.id === column.id)
  const sort = props.sorting[rank]
  const fixed = frozenProps(at, props.frozen)
  const cell = useRef<HTMLDivElement>(null)

  const startResize = (event: React.PointerEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const from = event.clientX
    const width = cell.current?.offsetWidth ?? column.width
    const onMove = (move: PointerEvent) => {
      const next = Math.max(40, Math.round(width + move.clientX - from))
      props.onWidth(column.id, next)
    }
    const onUp = () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
  }
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={at + 1}
      aria-sort={sort === undefined ? 'none' : sort.desc ? 'descending' : 'ascending'}
      className={`gc${fixed.className}${isNumeric(column.type) ? ' num' : ''}${sort === undefined ? '' : ' sorted'}`}
      style={fixed.style}
    >
      <button
        type="button"
        tabIndex={-1}
        className="head-sort"
        onClick={(event) => props.onSort(column.id, event.shiftKey)}
      >
        {column.title}
        {sort !== undefined && (
          <span className="sort-mark">
            <span aria-hidden="true">{sort.desc ? '↓' : '↑'}</span>
            {props.sorting.length > 1 && <small>{rank + 1}</small>}
            <span className="vh">{sort.desc ? GRID.sortedDown : GRID.sortedUp}</span>
          </span>
        )}
        {props.filtered.has(column.id) && (
          <span className="sort-mark">
            <Icon name="filter" small />
          </span>
        )}
      </button>
      <MenuTrigger
        isOpen={props.openMenu === column.id}
        onOpenChange={(open) => props.onMenuChange(open ? column.id : null)}
      >
        <AriaButton
          className="head-menu"
          excludeFromTabOrder
          aria-label={GRID.columnMenu(columnName(column))}
        >
          <Icon name="down" small />
        </AriaButton>
        <Popover className="pop" placement="bottom end">
          <Menu
            aria-label={GRID.columnMenu(columnName(column))}
            onAction={(key) =>
              props
                .menuOf(column)
                .find((action) => action.id === key)
                ?.run()
            }
          >
            {props.menuOf(column).flatMap((action) => [
              ...(action.separated ? [<Separator key={`${action.id}-line`} className="item-sep" />] : []),
              <MenuItem key={action.id} id={action.id} className="item">
                {action.label}
              </MenuItem>,
            ])}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="head-resize" onPointerDown={startResize} aria-hidden="true" />
    </div>
  )
}
