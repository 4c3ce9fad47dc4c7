/**
 * A screen made of a grid: title and views, filters, entry bar, rows, status. Screens of the trade give columns, views and
 * acts (`screen-props.ts`); everything a spreadsheet has is here, once.
 */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Id } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { usePreferences } from '../../data/preferences.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { GRID } from '../../text/grid.ts'
import { Button } from '../button.tsx'
import { useCommands } from '../commands.ts'
import { LeftOut } from '../left-out.tsx'
import { announce } from '../messages/live.tsx'
import { StatusSlot } from '../messages/status-slot.tsx'
import { showToast } from '../messages/toast.tsx'
import { Views } from '../tabs.tsx'
import { ContextMenu } from './acts/context-menu.tsx'
import { gridCommands } from './acts/grid-commands.ts'
import { gridMenu } from './acts/grid-menu.ts'
import { type Opened, OpenedDialog } from './acts/opened-dialog.tsx'
import { Grid } from './grid.tsx'
import { focusGrid } from './hands/cell-editor.tsx'
import { readClipboard } from './hands/clipboard.ts'
import { GridController } from './hands/controller.ts'
import { EntryBar } from './hands/entry-bar.tsx'
import { SelectionTotals } from './hands/selection-status.tsx'
import type { Table } from './model/clipboard.ts'
import { columnName, type GridColumn } from './model/column.ts'
import { containedColumns, isComputed, uncomputedOf } from './model/contained.tsx'
import { single } from './model/selection.ts'
import { roomForSums } from './model/totals.ts'
import { toggleSort, writeView } from './model/view.ts'
import type { RowShape } from './row-shape.ts'
import type { GridScreenProps } from './screen-props.ts'
import { useGridLines } from './use-lines.ts'
import { useGridTable } from './use-table.ts'
import { columnActions } from './view/column-actions.ts'
import { ExportButton, shownTable } from './view/export-view.tsx'
import { GridToolbar } from './view/grid-toolbar.tsx'
import { SavedViewsMenu, ViewActions } from './view/view-actions.tsx'
import { type GridTab, useTabs } from './view/view-state.ts'

const ROW_HEIGHT = { compact: 26, airy: 32 } as const
const NO_VIEWS: readonly never[] = []

export function GridScreen<R>(props: GridScreenProps<R>) {
  const { rows, rowId, title, onPayment, newRows, focus } = props
  const columns = useMemo(() => containedColumns(props.columns), [props.columns])
  const views = useMemo(() => props.views.map(ofComputed), [props.views])
  const leftOut = useMemo(() => rows.flatMap((row) => uncomputedOf(row) ?? []), [rows])
  const today = useToday()
  const isReadOnly = useFileStatus()?.readOnly ?? true
  const { density } = usePreferences()
  const controller = useRef<GridController<R>>(null)
  controller.current ??= new GridController<R>()
  const hands = controller.current

  const saved = useRead('read.savedViews', { grid: props.name }).data ?? NO_VIEWS
  const tabs = useTabs(props.name, views, saved, columns)
  const { view, setView } = tabs
  const drawn = useDeferredValue(view)
  const { where } = tabs.tab
  const inTab = useMemo(() => (where === undefined ? rows : rows.filter(where)), [rows, where])
  const table = useGridTable({ rows: inTab, rowId, columns, view: drawn, today })
  const content = useGridLines(hands, props, view, drawn, tabs.tab.id, inTab, table)
  const { lines, grouping } = content
  const widths = useMemo(
    () => roomForSums(table.columns, table.widths, content.totals.sums),
    [table.columns, table.widths, content.totals.sums],
  )

  const sumsInHeading = props.sumsInHeading ?? false
  const hasDetails = props.details !== undefined
  const shape = useMemo<RowShape<R>>(
    () => ({
      columns: table.columns,
      frozen: table.frozen,
      sumsInHeading,
      groupNote: props.groupNote,
      summary: props.summary && ((of) => props.summary?.(of.filter(isComputed))),
      hrefOf: props.hrefOf,
      hasDetails,
    }),
    [table.columns, table.frozen, sumsInHeading, props.groupNote, props.summary, props.hrefOf, hasDetails],
  )

  // — Dialogs, menus, commands —
  const [opened, setOpened] = useState<Opened<R> | null>(null)
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const [columnMenu, setColumnMenu] = useState<string | null>(null)
  const [filterAsked, setFilterAsked] = useState<string | null>(null)
  const close = useCallback(() => {
    setOpened(null)
    requestAnimationFrame(() => focusGrid(null))
  }, [])
  const openPaste = useCallback(
    (pasted: Table) => {
      if (newRows === undefined) showToast(GRID.pasteBeyond(pasted.length))
      else setOpened({ kind: 'paste', table: pasted })
    },
    [newRows],
  )
  const onPasteRows = useMemo(
    () =>
      newRows === undefined
        ? null
        : () =>
            void readClipboard().then((pasted) => {
              if (pasted === null) showToast(GRID.pasteByKeys)
              else if (pasted.length === 0) showToast(GRID.nothingToPaste)
              else openPaste(pasted)
            }),
    [newRows, openPaste],
  )
  const commands = useMemo(
    () =>
      gridCommands({
        title,
        hands,
        isReadOnly,
        open: setOpened,
        onPayment: onPayment ?? null,
        onPasteRows,
      }),
    [title, hands, isReadOnly, onPayment, onPasteRows],
  )
  useCommands(commands)

  const onSort = useCallback(
    (id: string, add: boolean) =>
      setView((now) => {
        const sorting = toggleSort(now.sorting, id, add)
        const names = sorting.flatMap((each) => columns.find((column) => column.id === each.id)?.title ?? [])
        announce(names.length === 0 ? GRID.noSort : GRID.sortedBy(names.join(', ')))
        return { ...now, sorting }
      }),
    [setView, columns],
  )
  const onWidth = useCallback(
    (id: string, width: number) => setView((now) => ({ ...now, widths: { ...now.widths, [id]: width } })),
    [setView],
  )
  const menuOf = useCallback(
    (column: GridColumn<R>) => columnActions(column, table.columns.indexOf(column), setView, setFilterAsked),
    [setView, table.columns],
  )
  const shown = useCallback(() => {
    const scope = GRID.shown(content.rows.length, rows.length, props.one, props.many)
    return shownTable(title, `${scope}, ${frDay(today)}`, table.columns, lines)
  }, [title, props.one, props.many, table.columns, lines, content.rows.length, rows.length, today])

  // A row asked for by the address becomes the active one, once each time it is asked for: later rows must not take the hands back to it.
  const focused = useRef<Id>(undefined)
  useEffect(() => {
    if (focus === focused.current) return
    if (focus === undefined) {
      focused.current = undefined
      return
    }
    const at = lines.findIndex((line) => line.kind === 'row' && line.id === focus)
    if (at === -1) return
    focused.current = focus
    hands.select(single({ line: at, column: 0 }))
  }, [focus, lines, hands])

  const isFiltered = view.filters.length > 0 || view.quick !== ''
  const none = (
    <div className="row">
      {GRID.noRows}{' '}
      <Button onPress={() => setView((now) => ({ ...now, filters: [], quick: '' }))}>
        {GRID.clearFilters}
      </Button>
    </div>
  )
  const counts = useMemo(
    () =>
      new Map(
        tabs.tabs.map((tab) => [
          tab.id,
          tab.where === undefined ? rows.length : rows.filter(tab.where).length,
        ]),
      ),
    [tabs.tabs, rows],
  )
  const items =
    props.fixedTabs?.items ??
    tabs.tabs.map((tab) => {
      const count = tab.id.startsWith('saved-') ? undefined : counts.get(tab.id)
      return { id: tab.id, label: tab.label, ...(count === undefined ? {} : { count }) }
    })
  return (
    <Views
      label={`${GRID.views} : ${title}`}
      items={items}
      value={props.fixedTabs?.value ?? tabs.tab.id}
      onChange={props.fixedTabs?.onChange ?? tabs.choose}
      before={<h1>{title}</h1>}
      after={
        <>
          {props.fixedTabs !== undefined && saved.length > 0 && <SavedViewsMenu tabs={tabs} />}
          {!isReadOnly && (
            <ViewActions
              saved={tabs.saved}
              isChanged={tabs.isChanged}
              onSave={() => setOpened({ kind: 'save-view' })}
              onRename={() => setOpened({ kind: 'rename-view' })}
              onUpdate={(id) =>
                void act('write.save', { entity: 'savedView', id, values: { definition: writeView(view) } })
              }
              onDelete={async (id) => {
                const answer = await act('write.delete', { entity: 'savedView', ids: [id] })
                if (answer.ok) showToast(GRID.viewDeleted)
              }}
            />
          )}
          <span className="sp" />
          {props.actions}
        </>
      }
    >
      {props.above}
      <LeftOut of={leftOut} />
      <GridToolbar
        columns={columns}
        rows={inTab}
        view={view}
        setView={setView}
        hiddenProblems={content.hiddenProblems}
        isHeld={content.isHeld}
        onRefresh={() => hands.releaseHold()}
        exporter={rows.length === 0 ? null : <ExportButton shown={shown} stem={props.name} />}
        filterAsked={filterAsked}
        onFilterAsked={setFilterAsked}
      />
      {rows.length === 0 ? (
        props.empty
      ) : (
        <div className="grid-area" data-area={title}>
          <Grid
            label={`${title}, ${tabs.tab.label}`}
            controller={hands}
            lines={lines}
            columns={table.columns}
            widths={widths}
            frozen={table.frozen}
            rowHeight={ROW_HEIGHT[density]}
            shape={shape}
            totals={{ ...content.totals, note: props.summary?.(content.rows.filter(isComputed)) }}
            sight={{
              rowId,
              rowName: props.rowName,
              today,
              isReadOnly,
              isGrouped: grouping !== null,
              problem: props.problem,
              onOpen: props.onOpen,
              onExplain: props.onExplain,
              toggleLine: content.toggleLine,
            }}
            sorting={view.sorting}
            filtered={filteredIds(view.filters)}
            onSort={onSort}
            onWidth={onWidth}
            menuOf={menuOf}
            openMenu={columnMenu}
            onMenuChange={setColumnMenu}
            onMenu={setMenuAt}
            onColumnMenu={setColumnMenu}
            onPasteBeyond={openPaste}
            onPasteAsRows={newRows === undefined ? null : openPaste}
            below={content.rows.length === 0 && isFiltered ? none : props.legend}
          >
            <EntryBar controller={hands} />
          </Grid>
        </div>
      )}
      <ContextMenu
        at={menuAt}
        label={GRID.menu}
        groups={menuAt === null ? [] : gridMenu({ props, hands, isReadOnly, open: setOpened, onPasteRows })}
        onClose={() => {
          setMenuAt(null)
          focusGrid(null)
        }}
      />
      {opened !== null && (
        <OpenedDialog
          opened={opened}
          hands={hands}
          close={close}
          columns={table.columns}
          grid={props.name}
          view={view}
          saved={tabs.saved}
          rank={saved.length}
          newRows={newRows}
          deletes={props.deletes}
          onSaved={(id) => tabs.choose(`saved-${id}`)}
        />
      )}
      <StatusSlot side="left">
        <span>{GRID.shown(content.rows.length, rows.length, props.one, props.many)}</span>
        {grouping !== null && (
          <span className="hide-sm">
            {props.groupedWord?.(grouping.id) || GRID.groupedBy(props.many, columnName(grouping))}
          </span>
        )}
      </StatusSlot>
      <StatusSlot side="right">
        <SelectionTotals controller={hands} />
      </StatusSlot>
    </Views>
  )
}

/** A view that chooses rows has none of those nothing could be computed of; the one that holds all of them does. */
function ofComputed<R>(view: GridTab<R>): GridTab<R> {
  const { where } = view
  return where === undefined ? view : { ...view, where: (row) => isComputed(row) && where(row) }
}

const filterSets = new WeakMap<object, ReadonlySet<string>>()

/** Same set for the same filters, so that the titles are not drawn again for nothing. */
function filteredIds(filters: readonly { readonly id: string }[]): ReadonlySet<string> {
  const known = filterSets.get(filters)
  if (known !== undefined) return known
  const made = new Set(filters.map((filter) => filter.id))
  filterSets.set(filters, made)
  return made
}
