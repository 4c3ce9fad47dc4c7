/** One line of the grid. Drawn again only when its own data, its part of the selection, or what is typed in it changes. */
import { memo, type ReactNode } from 'react'
import { useStore, useStorePart } from '../../data/store.ts'
import { FR } from '../../text/fr.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { CellEditor } from './hands/cell-editor.tsx'
import type { GridController } from './hands/controller.ts'
import { cellKey } from './hands/sight.ts'
import { cellText, shownText } from './model/cell-text.ts'
import { type GridColumn, isNumeric } from './model/column.ts'
import type { Line, RowLine } from './model/lines.ts'
import { rangeOf, type Selection } from './model/selection.ts'
import { OtherCells } from './other-lines.tsx'
import { frozenProps, type RowShape } from './row-shape.ts'

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
