/**
 * A screen made of a grid: title and views, filters, entry bar, rows, status. Screens of the trade give columns, views and
 * acts; everything a spreadsheet has is here, once.
 */
import { useIsFetching } from '@tanstack/react-query'
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { usePreferences } from '../../data/preferences.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { useStore } from '../../data/store.ts'
import { useToday } from '../../data/today.ts'
import { GRID } from '../../text/grid.ts'
import { Button } from '../button.tsx'
import { type Command, useCommands } from '../commands.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Icon } from '../icon.tsx'
import { announce } from '../live.tsx'
import { Menu, type MenuGroup } from '../menu.tsx'
import { StatusSlot } from '../status-slot.tsx'
import { Views } from '../tabs.tsx'
import { showToast } from '../toast.tsx'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { ContextMenu } from './context-menu.tsx'
import { GridController } from './controller.ts'
import { EntryBar } from './entry-bar.tsx'
import { ExportButton, shownTable } from './export-view.tsx'
import { Grid } from './grid.tsx'
import type { ColumnAction } from './grid-head.tsx'
import type { RowShape } from './grid-row.tsx'
import { GridToolbar } from './grid-toolbar.tsx'
import { readTsv } from './model/clipboard.ts'
import { columnName, type DetailLine, type GridColumn, type Problem } from './model/column.ts'
import { buildLines, heldRows, type Line, type RowLine } from './model/lines.ts'
import { isSingle, single } from './model/selection.ts'
import { sumsOf } from './model/totals.ts'
import { toggleSort, writeView } from './model/view.ts'
import { type NewRows, PasteRowsDialog } from './paste-rows-dialog.tsx'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { SelectionTotals } from './selection-status.tsx'
import { copySelection } from './use-clipboard.ts'
import { useGridTable } from './use-table.ts'
import { type GridTab, useTabs } from './view-state.ts'

export interface GridScreenProps<R> {
  /** Name of the grid: its saved views belong to it. */
  readonly name:
    | 'positions'
    | 'contracts'
    | 'instalments'
    | 'payments'
    | 'agreements'
    | 'employers'
    | 'persons'
  readonly title: string
  /** "poste", "postes". */
  readonly one: string
  readonly many: string
  readonly rows: readonly R[]
  readonly columns: readonly GridColumn<R>[]
  readonly rowId: (row: R) => Id
  readonly rowName: (row: R) => string
  readonly views: readonly GridTab<R>[]
  /** Fixed tabs of the screen before the views (Tranches · Versements · Conventions); they replace the views. */
  readonly fixedTabs?: {
    readonly items: readonly { readonly id: string; readonly label: string; readonly count?: number }[]
    readonly value: string
    readonly onChange: (id: string) => void
  }
  readonly groupRank?: (row: R) => number
  readonly sumsInHeading?: boolean
  readonly groupNote?: (rows: readonly R[]) => ReactNode
  readonly groupedWord?: (columnId: string) => string
  readonly summary?: (rows: readonly R[]) => ReactNode
  readonly details?: (row: R) => readonly DetailLine[]
  readonly problem?: (row: R) => Problem | null
  readonly onOpen?: (row: R) => void
  readonly hrefOf?: (row: R) => string
  readonly onExplain?: (row: R, column: GridColumn<R>) => void
  /** Ctrl+Entrée on the selected rows. */
  readonly onPayment?: (rows: readonly R[]) => void
  readonly actions?: ReactNode
  readonly rowActions?: (row: R, rows: readonly R[]) => MenuGroup['items']
  readonly above?: ReactNode
  readonly legend?: ReactNode
  readonly newRows?: NewRows
  /** Rows are objects of this entity and may be deleted. */
  readonly deletes?: EntityName
  readonly empty: ReactNode
  readonly focus?: Id
}

type Opened<R> =
  | { readonly kind: 'bulk'; readonly lines: readonly RowLine<R>[] }
  | { readonly kind: 'save-view' }
  | { readonly kind: 'rename-view' }
  | { readonly kind: 'paste'; readonly table: readonly (readonly string[])[] }
  | { readonly kind: 'delete'; readonly lines: readonly RowLine<R>[] }

const ROW_HEIGHT = { compact: 26, airy: 32 } as const

export function GridScreen<R>(props: GridScreenProps<R>) {
  const { rows, columns, rowId } = props
  const today = useToday()
  const status = useFileStatus()
  const isReadOnly = status?.readOnly ?? true
  const { density } = usePreferences()
  const controller = useRef<GridController<R>>(null)
  controller.current ??= new GridController<R>()
  const hands = controller.current

  const saved = useRead('read.savedViews', { grid: props.name }).data ?? NO_VIEWS
  const tabs = useTabs(props.name, props.views, saved, columns)
  const { view, setView } = tabs
  const deferred = useDeferredValue(view)

  const { where } = tabs.tab
  const inTab = useMemo(() => (where === undefined ? rows : rows.filter(where)), [rows, where])
  const table = useGridTable({ rows: inTab, rowId, columns, view: deferred, today })

  // — Lines —
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [expanded, setExpanded] = useState<ReadonlySet<Id>>(new Set())
  const hold = useStore(hands.hold)
  const known = useRef<ReadonlySet<Id>>(new Set())
  const grouping = columns.find((column) => column.id === deferred.grouping) ?? null
  const shownRows = useMemo(() => {
    if (hold === null) {
      known.current = new Set(rows.map(rowId))
      return table.rows
    }
    const all = new Map(rows.map((row) => [rowId(row), row]))
    return heldRows(hold, all, table.rows, rowId, (id) => known.current.has(id))
  }, [hold, rows, rowId, table.rows])
  const { details, groupRank } = props
  const sumsInHeading = props.sumsInHeading ?? false
  const lines = useMemo(
    () =>
      buildLines({
        rows: shownRows,
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
    [shownRows, rowId, table.columns, grouping, groupRank, sumsInHeading, collapsed, expanded, details, hold],
  )
  // Choosing another order or filter is asking for it: nothing is held any more.
  const { sorting, filters, quick, grouping: groupingId } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: these choices are what releases the held order
  useEffect(() => hands.releaseHold(), [hands, sorting, filters, quick, groupingId, tabs.tab.id])
  const isReading = useIsFetching({ queryKey: ['read.grid'] }) > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows, or the end of a reading, settle what was expected
  useEffect(() => {
    if (!isReading) hands.settled()
  }, [hands, rows, isReading])
  const isHeld = hold !== null && differs(shownRows, table.rows)

  const totals = useMemo(
    () => ({ sums: sumsOf(table.columns, shownRows), rows: shownRows }),
    [table.columns, shownRows],
  )
  const { problem } = props
  const hiddenProblems = useMemo(() => {
    if (problem === undefined || (deferred.filters.length === 0 && deferred.quick === '')) return 0
    const shown = new Set(shownRows)
    return inTab.filter((row) => !shown.has(row) && problem(row) !== null).length
  }, [problem, deferred.filters, deferred.quick, inTab, shownRows])
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

  const hasDetails = details !== undefined
  const shape = useMemo<RowShape<R>>(
    () => ({
      columns: table.columns,
      frozen: table.frozen,
      sumsInHeading,
      groupNote: props.groupNote,
      summary: props.summary,
      hrefOf: props.hrefOf,
      hasDetails,
    }),
    [table.columns, table.frozen, sumsInHeading, props.groupNote, props.summary, props.hrefOf, hasDetails],
  )
  const toggleLine = useCallback((line: Line<R>): boolean => {
    if (line.kind === 'group') {
      setCollapsed((now) => toggled(now, line.key))
      return true
    }
    if (line.kind === 'row' && line.canExpand) {
      setExpanded((now) => toggled(now, line.id))
      return true
    }
    return false
  }, [])

  // — Dialogs, menus, commands —
  const [opened, setOpened] = useState<Opened<R> | null>(null)
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const [columnMenu, setColumnMenu] = useState<string | null>(null)
  const [filterAsked, setFilterAsked] = useState<string | null>(null)
  const close = useCallback(() => {
    setOpened(null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="grid"]')?.focus())
  }, [])

  const pasteRows = useCallback(async () => {
    const text = await navigator.clipboard.readText().catch(() => '')
    const clipboard = readTsv(text)
    if (clipboard.length === 0) return showToast(GRID.nothingToPaste)
    setOpened({ kind: 'paste', table: clipboard })
  }, [])
  const { newRows } = props
  const onPasteBeyond = useCallback(
    (rest: readonly (readonly string[])[]) => {
      if (newRows === undefined) showToast(GRID.pasteBeyond(rest.length))
      else setOpened({ kind: 'paste', table: rest })
    },
    [newRows],
  )
  const shown = useCallback(() => {
    const scope = GRID.shown(shownRows.length, rows.length, props.one, props.many)
    return shownTable(props.title, `${scope}, ${frDay(today)}`, table.columns, lines)
  }, [props.title, props.one, props.many, table.columns, lines, shownRows.length, rows.length, today])

  const onSort = useCallback(
    (id: string, add: boolean) => {
      setView((now) => {
        const next = toggleSort(now.sorting, id, add)
        announce(GRID.sortedBy(next.map((each) => each.id).join(', ')))
        return { ...now, sorting: next }
      })
    },
    [setView],
  )
  const onWidth = useCallback(
    (id: string, width: number) => setView((now) => ({ ...now, widths: { ...now.widths, [id]: width } })),
    [setView],
  )
  const menuOf = useCallback(
    (column: GridColumn<R>): readonly ColumnAction[] => {
      const sort = (desc: boolean) => setView((now) => ({ ...now, sorting: [{ id: column.id, desc }] }))
      const at = table.columns.indexOf(column)
      return [
        { id: 'up', label: GRID.sortUp, run: () => sort(false) },
        { id: 'down', label: GRID.sortDown, run: () => sort(true) },
        {
          id: 'none',
          label: GRID.noSort,
          run: () =>
            setView((now) => ({ ...now, sorting: now.sorting.filter((each) => each.id !== column.id) })),
        },
        { id: 'filter', label: GRID.filterBy, separated: true, run: () => setFilterAsked(column.id) },
        ...(column.groupable
          ? [
              {
                id: 'group',
                label: GRID.groupByThis,
                run: () => setView((now) => ({ ...now, grouping: column.id })),
              },
            ]
          : []),
        {
          id: 'freeze',
          label: GRID.freezeHere,
          separated: true,
          run: () => setView((now) => ({ ...now, frozen: Math.min(4, at + 1) })),
        },
        ...(at === 0
          ? []
          : [
              {
                id: 'hide',
                label: GRID.hide,
                run: () => setView((now) => ({ ...now, hidden: [...now.hidden, column.id] })),
              },
            ]),
      ]
    },
    [setView, table.columns],
  )

  const { onPayment } = props
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'grid.filter',
        label: GRID.quickLabel,
        group: props.title,
        keys: 'Ctrl+F',
        inFields: true,
        run: () => document.querySelector<HTMLInputElement>('[data-quick-filter]')?.focus(),
      },
      {
        id: 'grid.problem',
        label: 'Point à vérifier suivant',
        group: props.title,
        keys: 'F8',
        run: () => {
          document.querySelector<HTMLElement>('[role="grid"]')?.focus()
          hands.nextProblem(false)
        },
      },
      {
        id: 'grid.bulk',
        label: GRID.bulk,
        group: props.title,
        isDisabled: isReadOnly,
        run: () => setOpened({ kind: 'bulk', lines: hands.selectedRows() }),
      },
      {
        id: 'grid.save-view',
        label: GRID.saveView,
        group: props.title,
        isDisabled: isReadOnly,
        run: () => setOpened({ kind: 'save-view' }),
      },
      ...(onPayment === undefined
        ? []
        : [
            {
              id: 'payment',
              label: GRID.payment,
              group: props.title,
              keys: 'Ctrl+Enter',
              isDisabled: isReadOnly,
              run: () => onPayment(hands.selectedRows().map((line) => line.row)),
            },
          ]),
      ...(newRows === undefined
        ? []
        : [
            {
              id: 'grid.paste-rows',
              label: GRID.pasteNew,
              group: props.title,
              isDisabled: isReadOnly,
              run: () => void pasteRows(),
            },
          ]),
    ],
    [props.title, onPayment, isReadOnly, hands, newRows, pasteRows],
  )
  useCommands(commands)

  const menuGroups = (): readonly MenuGroup[] => {
    const selected = hands.selectedRows()
    const line = hands.activeLine()
    const column = hands.activeColumn()
    const row = line?.kind === 'row' ? line.row : null
    const editable = !isReadOnly && selected.length > 0
    const { onOpen, onExplain } = props
    return [
      {
        items: [
          ...(row !== null && onOpen !== undefined
            ? [{ id: 'open', label: `${GRID.open} ${props.rowName(row)}`, run: () => onOpen(row) }]
            : []),
          ...(row !== null &&
          column?.explain !== undefined &&
          onExplain !== undefined &&
          column.explain(row) !== null
            ? [{ id: 'why', label: GRID.explain, run: () => onExplain(row, column) }]
            : []),
          ...(row === null
            ? []
            : (props.rowActions?.(
                row,
                selected.map((each) => each.row),
              ) ?? [])),
        ],
      },
      {
        items: [
          { id: 'copy', label: GRID.copy, shortcut: 'Ctrl+C', run: () => void copySelection(hands, false) },
          { id: 'copy-titles', label: GRID.copyHeaders, run: () => void copySelection(hands, true) },
          ...(newRows === undefined
            ? []
            : [
                {
                  id: 'paste-new',
                  label: GRID.pasteNew,
                  shortcut: 'Ctrl+Maj+V',
                  isDisabled: isReadOnly,
                  run: () => void pasteRows(),
                },
              ]),
          {
            id: 'fill',
            label: GRID.fillDown,
            shortcut: 'Ctrl+D',
            isDisabled: !editable || isSingle(hands.selection.get()),
            run: () => {
              const { from, to } = hands.selection.get()
              void hands.fillDown({
                top: Math.min(from.line, to.line),
                bottom: Math.max(from.line, to.line),
                left: Math.min(from.column, to.column),
                right: Math.max(from.column, to.column),
              })
            },
          },
          {
            id: 'clear',
            label: GRID.clear,
            shortcut: 'Suppr',
            isDisabled: !editable,
            run: () => void hands.clear(),
          },
          {
            id: 'bulk',
            label: GRID.bulk,
            isDisabled: !editable,
            run: () => setOpened({ kind: 'bulk', lines: selected }),
          },
        ],
      },
      {
        items:
          props.deletes === undefined
            ? []
            : [
                {
                  id: 'delete',
                  label: GRID.deleteRows(selected.length),
                  isDisabled: !editable,
                  run: () => setOpened({ kind: 'delete', lines: selected }),
                },
              ],
      },
    ]
  }

  // A row asked for by the address becomes the active one.
  const { focus } = props
  useEffect(() => {
    if (focus === undefined) return
    const at = lines.findIndex((line) => line.kind === 'row' && line.id === focus)
    if (at !== -1) hands.select(single({ line: at, column: 0 }))
  }, [focus, lines, hands])

  const removeFilters = () => setView((now) => ({ ...now, filters: [], quick: '' }))
  const isFiltered = view.filters.length > 0 || view.quick !== ''
  const savedTab = tabs.saved
  const shownCount = shownRows.length

  const body = (
    <>
      {props.above}
      <GridToolbar
        columns={columns}
        rows={inTab}
        view={view}
        setView={setView}
        hiddenProblems={hiddenProblems}
        isHeld={isHeld}
        onRefresh={() => hands.releaseHold()}
        exporter={rows.length === 0 ? null : <ExportButton shown={shown} stem={props.name} />}
        filterAsked={filterAsked}
        onFilterAsked={setFilterAsked}
      />
      {rows.length === 0 ? (
        props.empty
      ) : (
        <div className="grid-area" data-area={props.title}>
          <Grid
            label={`${props.title}, ${tabs.tab.label}`}
            controller={hands}
            lines={lines}
            columns={table.columns}
            widths={table.widths}
            frozen={table.frozen}
            rowHeight={ROW_HEIGHT[density]}
            shape={shape}
            totals={{ ...totals, note: props.summary?.(shownRows) }}
            sight={{
              rowId,
              rowName: props.rowName,
              today,
              isReadOnly,
              isGrouped: grouping !== null,
              problem,
              onOpen: props.onOpen,
              onExplain: props.onExplain,
              toggleLine,
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
            onPasteBeyond={onPasteBeyond}
            onPasteRows={() => void (newRows === undefined ? undefined : pasteRows())}
            below={
              shownCount === 0 && isFiltered ? (
                <div className="row">
                  {GRID.noRows} <Button onPress={removeFilters}>{GRID.clearFilters}</Button>
                </div>
              ) : (
                props.legend
              )
            }
          >
            <EntryBar controller={hands} />
          </Grid>
        </div>
      )}
      <ContextMenu
        at={menuAt}
        label={GRID.menu}
        groups={menuAt === null ? [] : menuGroups()}
        onClose={() => {
          setMenuAt(null)
          document.querySelector<HTMLElement>('[role="grid"]')?.focus()
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
          saved={savedTab}
          rank={saved.length}
          newRows={newRows}
          deletes={props.deletes}
          onSaved={(id) => tabs.choose(`saved-${id}`)}
        />
      )}
      <StatusSlot side="left">
        <span>{GRID.shown(shownCount, rows.length, props.one, props.many)}</span>
        {grouping !== null && (
          <span className="hide-sm">
            {props.groupedWord?.(grouping.id) || GRID.groupedBy(columnName(grouping))}
          </span>
        )}
      </StatusSlot>
      <StatusSlot side="right">
        <SelectionTotals controller={hands} />
      </StatusSlot>
    </>
  )

  const items =
    props.fixedTabs?.items ??
    tabs.tabs.map((tab) => {
      const count = tab.id.startsWith('saved-') ? undefined : counts.get(tab.id)
      return { id: tab.id, label: tab.label, ...(count === undefined ? {} : { count }) }
    })
  return (
    <Views
      label={`${GRID.views} : ${props.title}`}
      items={items}
      value={props.fixedTabs?.value ?? tabs.tab.id}
      onChange={props.fixedTabs?.onChange ?? tabs.choose}
      before={<h1>{props.title}</h1>}
      after={
        <>
          {props.fixedTabs !== undefined && saved.length > 0 && (
            <Menu
              label={GRID.viewsMenu}
              groups={[
                {
                  items: tabs.tabs.map((tab) => ({
                    id: tab.id,
                    label: tab.id.startsWith('saved-') ? tab.label : GRID.originalView,
                    run: () => tabs.choose(tab.id),
                  })),
                },
              ]}
            >
              <Button variant="link">
                {savedTab?.name ?? GRID.views}
                <Icon name="down" small />
              </Button>
            </Menu>
          )}
          {!isReadOnly && (
            <ViewActions
              saved={savedTab}
              isChanged={tabs.isChanged}
              onSave={() => setOpened({ kind: 'save-view' })}
              onRename={() => setOpened({ kind: 'rename-view' })}
              onUpdate={() =>
                savedTab !== null &&
                void act('write.save', {
                  entity: 'savedView',
                  id: savedTab.id,
                  values: { definition: writeView(view) },
                })
              }
              onDelete={async () => {
                if (savedTab === null) return
                const answer = await act('write.delete', { entity: 'savedView', ids: [savedTab.id] })
                if (answer.ok) showToast(GRID.viewDeleted)
              }}
            />
          )}
          <span className="sp" />
          {props.actions}
        </>
      }
    >
      {body}
    </Views>
  )
}

const NO_VIEWS: readonly never[] = []

function differs<R>(a: readonly R[], b: readonly R[]): boolean {
  return a.length !== b.length || a.some((row, at) => row !== b[at])
}

function toggled<K>(set: ReadonlySet<K>, key: K): ReadonlySet<K> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
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

function ViewActions(props: {
  readonly saved: { readonly name: string } | null
  readonly isChanged: boolean
  readonly onSave: () => void
  readonly onRename: () => void
  readonly onUpdate: () => void
  readonly onDelete: () => void
}) {
  const { saved } = props
  return (
    <>
      <Button variant="link" className="hide-sm" onPress={props.onSave}>
        <Icon name="plus" />
        {GRID.saveView}
      </Button>
      {saved !== null && (
        <Menu
          label={GRID.view}
          groups={[
            {
              items: [
                {
                  id: 'update',
                  label: GRID.updateView(saved.name),
                  isDisabled: !props.isChanged,
                  run: props.onUpdate,
                },
                { id: 'rename', label: GRID.renameView, run: props.onRename },
                { id: 'delete', label: GRID.deleteView(saved.name), run: props.onDelete },
              ],
            },
          ]}
        >
          <Button variant="icon" label={GRID.view}>
            <Icon name="more" />
          </Button>
        </Menu>
      )}
    </>
  )
}

function OpenedDialog<R>(props: {
  readonly opened: Opened<R>
  readonly hands: GridController<R>
  readonly close: () => void
  readonly columns: readonly GridColumn<R>[]
  readonly grid: string
  readonly view: Parameters<typeof writeView>[0]
  readonly saved: { readonly id: Id; readonly name: string } | null
  readonly rank: number
  readonly newRows: NewRows | undefined
  readonly deletes: EntityName | undefined
  readonly onSaved: (id: Id) => void
}) {
  const { opened, close } = props
  switch (opened.kind) {
    case 'bulk':
      return (
        <BulkEditDialog controller={props.hands} lines={opened.lines} columns={props.columns} close={close} />
      )
    case 'save-view':
    case 'rename-view':
      return (
        <SaveViewDialog
          grid={props.grid}
          view={props.view}
          rank={props.rank}
          existing={opened.kind === 'rename-view' ? props.saved : null}
          onSaved={props.onSaved}
          close={close}
        />
      )
    case 'paste':
      return props.newRows === undefined ? null : (
        <PasteRowsDialog table={opened.table} rows={props.newRows} close={close} />
      )
    case 'delete': {
      const { deletes } = props
      if (deletes === undefined) return null
      return (
        <ConfirmDialog
          title={GRID.deleteTitle(opened.lines.length)}
          message={`${opened.lines
            .slice(0, 8)
            .map((line) => props.hands.sight.rowName(line.row))
            .join(', ')}${opened.lines.length > 8 ? '…' : ''}. ${GRID.deleteHint}`}
          action={GRID.delete}
          onConfirm={async () => {
            await act('write.delete', { entity: deletes, ids: opened.lines.map((line) => line.id) })
          }}
          close={close}
        />
      )
    }
  }
}
