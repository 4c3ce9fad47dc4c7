/** Above the rows: filters and their chips, a word to look for, grouping, density, columns, export. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Dialog, DialogTrigger, Input, Popover, SearchField } from 'react-aria-components'
import { preferences, usePreferences } from '../../../data/preferences.ts'
import { GRID } from '../../../text/grid.ts'
import { Button } from '../../button.tsx'
import { Segmented } from '../../fields/choice.tsx'
import { Icon } from '../../glyphs/icon.tsx'
import { Menu } from '../../menu.tsx'
import { columnName, type GridColumn } from '../model/column.ts'
import { describeFilter } from '../model/filter.ts'
import type { GridView } from '../model/view.ts'
import { ColumnsPanel } from './columns-panel.tsx'
import { FilterPanel } from './filter-panel.tsx'

export interface ToolbarProps<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly rows: readonly R[]
  readonly view: GridView
  readonly setView: (next: (now: GridView) => GridView) => void
  readonly hiddenProblems: number
  readonly isHeld: boolean
  readonly onRefresh: () => void
  readonly exporter: ReactNode
  /** Column whose filter was asked for from its title. */
  readonly filterAsked: string | null
  readonly onFilterAsked: (columnId: string | null) => void
  readonly extra?: ReactNode
}

export function GridToolbar<R>(props: ToolbarProps<R>) {
  const { columns, view, setView } = props
  const { density } = usePreferences()
  const groupable = columns.filter((column) => column.groupable)
  const grouped = columns.find((column) => column.id === view.grouping)
  const byId = new Map(columns.map((column) => [column.id, column]))
  const clear = () => setView((now) => ({ ...now, filters: [], quick: '' }))
  return (
    <div className="bar" data-area={GRID.filterTitle}>
      <FilterButton {...props} />
      <QuickFilter value={view.quick} onChange={(quick) => setView((now) => ({ ...now, quick }))} />
      {view.filters.map((filter) => {
        const column = byId.get(filter.id)
        if (column === undefined) return null
        const words = describeFilter(column, filter.value)
        return (
          <span key={filter.id} className="chip">
            <span className="w">{words}</span>
            <Button
              variant="icon"
              label={GRID.removeFilter(words)}
              onPress={() =>
                setView((now) => ({ ...now, filters: now.filters.filter((each) => each.id !== filter.id) }))
              }
            >
              <Icon name="close" small />
            </Button>
          </span>
        )
      })}
      {props.hiddenProblems > 0 && (
        <span className="st late hidden-late" role="status">
          {GRID.hiddenProblems(props.hiddenProblems)}
          <Button variant="link" onPress={clear}>
            {GRID.show}
          </Button>
        </span>
      )}
      {props.isHeld && (
        <Button size="small" tip={GRID.heldRows} onPress={props.onRefresh}>
          {GRID.refreshOrder}
        </Button>
      )}
      <span className="sp" />
      {props.extra}
      {groupable.length > 0 && (
        <>
          <span className="sm mut hide-sm">{GRID.groupBy}</span>
          <Menu
            label={GRID.groupBy}
            groups={[
              {
                items: [
                  { id: '-', label: GRID.noGroup, run: () => setView((now) => ({ ...now, grouping: null })) },
                  ...groupable.map((column) => ({
                    id: column.id,
                    label: columnName(column),
                    run: () => setView((now) => ({ ...now, grouping: column.id })),
                  })),
                ],
              },
            ]}
          >
            <Button variant="default" size="small" className="sel-like">
              <span className="vh">{GRID.groupBy}</span>
              {grouped === undefined ? GRID.noGroup : columnName(grouped)}
              <Icon name="down" small />
            </Button>
          </Menu>
        </>
      )}
      <Segmented
        label={GRID.density}
        options={[
          { value: 'compact', label: GRID.compact },
          { value: 'airy', label: GRID.airy },
        ]}
        value={density}
        onChange={(next) => preferences.set((now) => ({ ...now, density: next }))}
      />
      <DialogTrigger>
        <Button size="small">
          <Icon name="columns" small />
          <span className="cols-word">
            {GRID.columns(columns.length - view.hidden.length, columns.length)}
          </span>
        </Button>
        <Popover className="pop pad" placement="bottom end">
          <Dialog aria-label={GRID.columnsTitle}>
            <ColumnsPanel columns={columns} view={view} setView={setView} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {props.exporter}
    </div>
  )
}

function FilterButton<R>(props: ToolbarProps<R>) {
  const [isOpen, setOpen] = useState(false)
  const asked = props.filterAsked
  const open = isOpen || asked !== null
  const close = () => {
    setOpen(false)
    props.onFilterAsked(null)
  }
  return (
    <DialogTrigger isOpen={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Button size="small" className={props.view.filters.length > 0 ? 'on' : ''}>
        <Icon name="filter" small />
        {GRID.filter}
      </Button>
      <Popover className="pop pad" placement="bottom start">
        <Dialog aria-label={GRID.filterTitle}>
          <FilterPanel
            key={asked ?? ''}
            columns={props.columns}
            rows={props.rows}
            view={props.view}
            initial={asked}
            onApply={(filter) => {
              props.setView((now) => ({
                ...now,
                filters: [...now.filters.filter((each) => each.id !== filter.id), filter],
              }))
              close()
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Letters typed in one burst are one filter; a person never feels the wait. */
const BURST_MS = 40

/** Ctrl+F comes here. Typing filters at once; Escape empties it, then goes back to the rows. */
function QuickFilter(props: { readonly value: string; readonly onChange: (text: string) => void }) {
  const [text, setText] = useState(props.value)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => setText(props.value), [props.value])
  const change = (next: string) => {
    setText(next)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => props.onChange(next), BURST_MS)
  }
  return (
    <SearchField
      className="quick"
      aria-label={GRID.quickLabel}
      value={text}
      onChange={change}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || (event.key === 'Escape' && text === ''))
          document.querySelector<HTMLElement>('[role="grid"]')?.focus()
        else event.continuePropagation()
      }}
    >
      <Icon name="search" small />
      <Input className="inp" placeholder={GRID.quick} data-quick-filter="" />
    </SearchField>
  )
}
