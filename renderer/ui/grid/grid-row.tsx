/** One line of the grid. Drawn again only when its own data, its part of the selection, or what is typed in it changes. */
import { memo, type ReactNode } from 'react'
import type { Cents } from '#shared/domain/money.ts'
import { frAmount, frInteger } from '#shared/text/format.ts'
import { useStore, useStorePart } from '../../data/store.ts'
import { FR } from '../../text/fr.ts'
import { GRID } from '../../text/grid.ts'
import { Glyph } from '../glyph.tsx'
import { frMinutes } from '../show.ts'
import { CellEditor } from './cell-editor.tsx'
import { cellKey, type GridController } from './controller.ts'
import { cellText, shownText } from './model/cell-text.ts'
import { type GridColumn, isNumeric } from './model/column.ts'
import type { Line, RowLine } from './model/lines.ts'
import { rangeOf, type Selection } from './model/selection.ts'

export interface RowShape<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly frozen: number
  /** Sums in the group heading itself, instead of a subtotal line. */
  readonly sumsInHeading: boolean
  readonly groupNote: ((rows: readonly R[]) => ReactNode) | undefined
  readonly summary: ((rows: readonly R[]) => ReactNode) | undefined
  readonly hrefOf: ((row: R) => string) | undefined
  /** Some rows unfold: all of them leave room for the mark. */
  readonly hasDetails: boolean
}

export interface GridRowProps<R> {
  readonly controller: GridController<R>
  readonly shape: RowShape<R>
  readonly line: Line<R>
  readonly index: number
  readonly top: number
}

/** "2-5 3 tb" : columns selected, active column, whether this is the first or last line of the range. '' outside. */
function partOf(selection: Selection, index: number): string {
  const range = rangeOf(selection)
  const active = selection.active.line === index ? selection.active.column : -1
  if (index < range.top || index > range.bottom) return active === -1 ? '' : `0--1 ${active} `
  return `${range.left}-${range.right} ${active} ${index === range.top ? 't' : ''}${index === range.bottom ? 'b' : ''}`
}

interface Part {
  readonly left: number
  readonly right: number
  readonly active: number
  readonly isTop: boolean
  readonly isBottom: boolean
}

function readPart(text: string): Part | null {
  const match = /^(\d+)-(-?\d+) (-?\d+) (t?)(b?)$/.exec(text)
  if (match === null) return null
  return {
    left: Number(match[1]),
    right: Number(match[2]),
    active: Number(match[3]),
    isTop: match[4] === 't',
    isBottom: match[5] === 'b',
  }
}

export function frozenProps(
  at: number,
  frozen: number,
): { readonly className: string; readonly style?: React.CSSProperties } {
  if (at >= frozen) return { className: '' }
  return {
    className: at === frozen - 1 ? ' fz last' : ' fz',
    style: { left: `var(--left-${at})` },
  }
}

export function shownSum<R>(column: GridColumn<R>, sum: number): string {
  if (column.type === 'cents') return frAmount(sum as Cents)
  return column.type === 'hours' ? frMinutes(sum) : frInteger(sum)
}

function GridRowBase<R>({ controller, shape, line, index, top }: GridRowProps<R>) {
  const part = readPart(useStorePart(controller.selection, (selection) => partOf(selection, index)))
  const position = { transform: `translateY(${top}px)` }
  const common = { role: 'row', 'aria-rowindex': index + 2, 'data-line': index, style: position } as const
  if (line.kind === 'row')
    return (
      <div {...common} className="gr">
        <RowCells controller={controller} shape={shape} line={line} part={part} />
      </div>
    )
  const isActive = part !== null && part.active !== -1
  return (
    <div
      {...common}
      className={`gr ${line.kind}${part !== null ? ' within' : ''}${isActive ? ' current' : ''}`}
    >
      <OtherCells controller={controller} shape={shape} line={line} />
    </div>
  )
}

export const GridRow = memo(GridRowBase) as typeof GridRowBase

function RowCells<R>(props: {
  readonly controller: GridController<R>
  readonly shape: RowShape<R>
  readonly line: RowLine<R>
  readonly part: Part | null
}) {
  const { controller, shape, line, part } = props
  const pending = useStore(controller.pending)
  const marks = useStore(controller.marks)
  const editing = useStorePart(controller.draft, (draft) =>
    draft?.rowId === line.id ? draft.columnId : null,
  )
  const { gridId } = controller.sight
  return shape.columns.map((column, at) => {
    const key = cellKey(line.id, column.id)
    const isIn = part !== null && at >= part.left && at <= part.right
    const isActive = part?.active === at
    const mark = marks.get(key)
    const fixed = frozenProps(at, shape.frozen)
    const classes = ['gc', fixed.className]
    if (isNumeric(column.type)) classes.push('num')
    if (column.isQuiet) classes.push('calc')
    if (isIn) {
      classes.push('in')
      if (part.isTop) classes.push('et')
      if (part.isBottom) classes.push('eb')
      if (at === part.left) classes.push('el')
      if (at === part.right) classes.push('er')
    }
    if (isActive) classes.push('act')
    if (mark !== undefined) classes.push(mark.tone)
    const isEditing = editing === column.id
    if (isEditing) classes.push('edit')
    const isHandle = isIn && part.isBottom && at === part.right && editing === null
    return (
      <div
        key={column.id}
        id={`${gridId}-${line.key}-${column.id}`}
        role={at === 0 ? 'rowheader' : 'gridcell'}
        aria-colindex={at + 1}
        aria-selected={isIn || isActive}
        {...(mark?.tone === 'refused' ? { 'aria-invalid': true } : {})}
        {...(column.edit === undefined ? { 'aria-readonly': true } : {})}
        className={classes.join(' ')}
        style={fixed.style}
        data-column={at}
        {...(column.isPrivate ? { 'data-private': '' } : {})}
        {...(mark === undefined ? {} : { title: mark.message })}
      >
        {isEditing ? (
          <CellEditor controller={controller} column={column} />
        ) : (
          <CellContent
            column={column}
            line={line}
            isFirst={at === 0}
            isIndented={shape.hasDetails}
            pending={pending.get(key)}
            refused={mark?.tone === 'refused' ? mark.text : null}
            href={column.opens ? shape.hrefOf?.(line.row) : undefined}
          />
        )}
        {mark !== undefined && <span className="vh">{mark.message}</span>}
        {isHandle && <span className="handle" data-handle="" aria-hidden="true" />}
      </div>
    )
  })
}

function CellContent<R>(props: {
  readonly column: GridColumn<R>
  readonly line: RowLine<R>
  readonly isFirst: boolean
  readonly isIndented: boolean
  readonly pending: string | number | boolean | null | undefined
  readonly refused: string | null
  readonly href: string | undefined
}): ReactNode {
  const { column, line, pending } = props
  if (props.refused !== null)
    return (
      <span className="st late">
        <Glyph name="refused" />
        {props.refused}
      </span>
    )
  const content =
    pending !== undefined
      ? shownText(column, pending)
      : (column.draw?.(line.row) ?? defaultDraw(column, line.row))
  if (!props.isFirst) return content
  return (
    <>
      {props.isIndented && (
        <span className="twist" {...(line.canExpand ? { 'data-toggle': '' } : {})} aria-hidden="true">
          {line.canExpand ? (line.isExpanded ? '▾' : '▸') : ''}
        </span>
      )}
      {props.href === undefined ? (
        <span className="post">{content}</span>
      ) : (
        <a className="post" href={props.href} tabIndex={-1}>
          {content}
        </a>
      )}
    </>
  )
}

function defaultDraw<R>(column: GridColumn<R>, row: R): ReactNode {
  const value = column.value(row)
  if (value === null || value === '') return <span className="void">{FR.none}</span>
  const text = cellText(column, row)
  // A cut word says so; an amount or a day is never cut with dots.
  return column.type === 'text' ? <span className="cut">{text}</span> : text
}

function OtherCells<R>(props: {
  readonly controller: GridController<R>
  readonly shape: RowShape<R>
  readonly line: Exclude<Line<R>, RowLine<R>>
}) {
  const { shape, line } = props
  const id = `${props.controller.sight.gridId}-${line.key}`
  switch (line.kind) {
    case 'group':
      return shape.sumsInHeading ? (
        <SumCells
          id={id}
          shape={shape}
          sums={line.sums}
          rows={line.rows}
          kind="group"
          label={<GroupLabel line={line} count />}
          note={null}
        />
      ) : (
        <>
          <div
            id={id}
            role="rowheader"
            aria-colindex={1}
            aria-colspan={2}
            className="gc fz grp-label"
            style={{ left: 0, gridColumn: '1 / span 2' }}
          >
            <GroupLabel line={line} count={false} />
            {/* After the name in the same cell: a long name pushes it instead of lying over it. */}
            <span className="dim grp-note">{shape.groupNote?.(line.rows)}</span>
          </div>
          <div
            role="gridcell"
            aria-colindex={3}
            aria-colspan={shape.columns.length - 2}
            className="gc"
            style={{ gridColumn: `3 / span ${shape.columns.length - 2}` }}
          />
        </>
      )
    case 'subtotal':
      return (
        <SumCells
          id={id}
          shape={shape}
          sums={line.sums}
          rows={line.rows}
          kind="subtotal"
          label={GRID.subtotal}
          note={shape.summary?.(line.rows)}
        />
      )
    case 'detail':
      return shape.columns.map((column, at) => {
        const fixed = frozenProps(at, shape.frozen)
        return (
          <div
            key={column.id}
            {...(at === 0 ? { id } : {})}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            className={`gc${fixed.className}${isNumeric(column.type) ? ' num' : ''}${at === 0 ? ' detail-label' : ''}`}
            style={fixed.style}
          >
            {at === 0 ? line.detail.label : line.detail.cells[column.id]}
          </div>
        )
      })
  }
}

function GroupLabel<R>({
  line,
  count,
}: {
  readonly line: Extract<Line<R>, { readonly kind: 'group' }>
  readonly count: boolean
}) {
  return (
    <span className="grp-name" data-toggle="">
      <span className="twist" aria-hidden="true">
        {line.isCollapsed ? '▸' : '▾'}
      </span>
      <span className="vh">{line.isCollapsed ? GRID.expand('') : GRID.collapse('')}</span>
      {line.name}
      {(count || line.isCollapsed) && <span className="dim n"> {frInteger(line.rows.length)}</span>}
    </span>
  )
}

/** Label, a sentence up to the first sum, then the sums at their columns: subtotals, totals, headings with sums. */
function SumCellsBase<R>(props: {
  readonly id: string
  readonly shape: RowShape<R>
  readonly sums: ReadonlyMap<string, number>
  readonly rows: readonly R[]
  readonly kind: 'group' | 'subtotal' | 'total'
  readonly label: ReactNode
  readonly note: ReactNode
}) {
  const { shape, sums } = props
  const { columns } = shape
  const labelSpan = Math.max(1, shape.frozen)
  const own = (at: number): boolean => {
    const column = columns[at]
    return (
      column !== undefined &&
      (sums.has(column.id) || (props.kind !== 'group' && column.totalNote !== undefined))
    )
  }
  let firstOwn = labelSpan
  while (firstOwn < columns.length && !own(firstOwn)) firstOwn += 1
  const noteSpan = firstOwn - labelSpan
  return (
    <>
      <div
        id={props.id}
        role="rowheader"
        aria-colindex={1}
        aria-colspan={labelSpan}
        className="gc fz last"
        style={{ left: 0, gridColumn: `1 / span ${labelSpan}` }}
      >
        {props.label}
      </div>
      {noteSpan > 0 && (
        <div
          role="gridcell"
          aria-colindex={labelSpan + 1}
          aria-colspan={noteSpan}
          className="gc sum-note"
          style={{ gridColumn: `${labelSpan + 1} / span ${noteSpan}` }}
        >
          {props.note}
        </div>
      )}
      {columns.slice(firstOwn).map((column, offset) => {
        const sum = sums.get(column.id)
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={firstOwn + offset + 1}
            className={`gc${sum === undefined ? '' : ' num'}`}
          >
            {sum === undefined
              ? props.kind === 'group'
                ? null
                : column.totalNote?.(props.rows, props.kind)
              : shownSum(column, sum)}
          </div>
        )
      })}
    </>
  )
}

/** Notes of a total read every row: not again while the rows are the same. */
export const SumCells = memo(SumCellsBase) as typeof SumCellsBase
