/** Which cell is active and which range is selected, outside React's state: moving redraws two rows, not the screen. */
import type { Id } from '#shared/domain/facts.ts'
import { createStore, type Store } from '../../../data/store.ts'
import { GRID } from '../../../text/grid.ts'
import { announce } from '../../messages/live.tsx'
import type { GridColumn } from '../model/column.ts'
import type { Line, RowLine } from '../model/lines.ts'
import {
  type Cell,
  extended,
  isSingle,
  type Move,
  moved,
  rangeOf,
  type Selection,
  single,
  stepWithin,
  within,
} from '../model/selection.ts'
import type { Sight } from './sight.ts'

export class SelectionHands<R> {
  readonly selection: Store<Selection> = createStore(single({ line: 0, column: 0 }))
  #sight: Sight<R> | null = null

  look(sight: Sight<R>): void {
    this.#sight = sight
  }

  get sight(): Sight<R> {
    if (this.#sight === null) throw new Error('the grid acts before it is drawn')
    return this.#sight
  }

  get extent() {
    return { lines: this.sight.lines.length, columns: this.sight.columns.length }
  }

  // — Selection —

  /** The column where Tab began to go along a line: Enter comes back under it, as in a spreadsheet. */
  #tabbedFrom: number | null = null

  select(selection: Selection, options: { readonly reveal?: boolean } = {}): void {
    this.#tabbedFrom = null
    this.selection.set(selection)
    if (options.reveal !== false) this.sight.reveal(isSingle(selection) ? selection.active : selection.to)
  }

  selectCell(cell: Cell): void {
    this.select(single(within(cell, this.extent)))
  }

  extendTo(cell: Cell): void {
    const next = extended(this.selection.get(), within(cell, this.extent))
    this.select(next)
    const range = rangeOf(next)
    announce(GRID.selected(range.bottom - range.top + 1, range.right - range.left + 1))
  }

  move(move: Move, extend: boolean): void {
    const now = this.selection.get()
    const filled = (cell: Cell): boolean => {
      const line = this.sight.lines[cell.line]
      const column = this.sight.columns[cell.column]
      if (line === undefined || column === undefined || line.kind !== 'row') return false
      const value = column.value(line.row)
      return value !== null && value !== ''
    }
    if (extend) this.extendTo(moved(now.to, move, this.extent, filled))
    else this.select(single(moved(now.active, move, this.extent, filled)))
  }

  /** Enter and Tab: round the range, else one step. */
  step(lines: number, columns: number): void {
    const now = this.selection.get()
    const began = this.#tabbedFrom
    const next = stepWithin(now, lines, columns, this.extent)
    const returns = lines !== 0 && began !== null && isSingle(now)
    this.select(returns ? single({ line: next.active.line, column: began }) : next)
    if (columns !== 0) this.#tabbedFrom = began ?? now.active.column
    this.sight.reveal(this.selection.get().active)
  }

  selectAll(): void {
    const { lines, columns } = this.extent
    this.select(
      {
        active: { line: 0, column: 0 },
        from: { line: 0, column: 0 },
        to: within({ line: lines - 1, column: columns - 1 }, this.extent),
      },
      { reveal: false },
    )
  }

  /** Shift+Space: whole lines of the range; Ctrl+Space: whole columns. */
  selectWhole(what: 'line' | 'column'): void {
    const range = rangeOf(this.selection.get())
    const { lines, columns } = this.extent
    const from = { line: what === 'line' ? range.top : 0, column: what === 'line' ? 0 : range.left }
    const to = {
      line: what === 'line' ? range.bottom : Math.max(0, lines - 1),
      column: what === 'line' ? Math.max(0, columns - 1) : range.right,
    }
    this.select({ active: from, from, to }, { reveal: false })
    announce(GRID.selected(to.line - from.line + 1, to.column - from.column + 1))
  }

  /** After the lines changed (sort, filter, new data): the active row keeps the selection where it still is. */
  follow(rowId: Id | null, columnId: string | null): void {
    const { lines, columns } = this.sight
    const line = rowId === null ? -1 : lines.findIndex((each) => each.kind === 'row' && each.id === rowId)
    const column = columnId === null ? -1 : columns.findIndex((each) => each.id === columnId)
    const now = this.selection.get()
    const at = within(
      { line: line === -1 ? now.active.line : line, column: column === -1 ? now.active.column : column },
      this.extent,
    )
    const same = at.line === now.active.line && at.column === now.active.column
    const inside = now.to.line < lines.length && now.from.line < lines.length
    if (!same || !inside) this.selection.set(single(at))
  }

  activeLine(): Line<R> | undefined {
    return this.sight.lines[this.selection.get().active.line]
  }

  activeColumn(): GridColumn<R> | undefined {
    return this.sight.columns[this.selection.get().active.column]
  }

  /** Rows of the range, in order; headings and subtotals are not rows. */
  selectedRows(selection: Selection = this.selection.get()): readonly RowLine<R>[] {
    const range = rangeOf(selection)
    return this.sight.lines
      .slice(range.top, range.bottom + 1)
      .filter((line): line is RowLine<R> => line.kind === 'row')
  }

  selectedColumns(selection: Selection = this.selection.get()): readonly GridColumn<R>[] {
    const range = rangeOf(selection)
    return this.sight.columns.slice(range.left, range.right + 1)
  }
}
