/**
 * The hands of a grid: which cell is active, what is being typed, what is pending, what was refused. One per grid, outside
 * React's state, so that moving the selection redraws two rows and not the screen.
 */
import type { CellOutcome } from '#shared/api/channels/write.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { fieldLabel } from '#shared/text/fields.ts'
import { findingSentence } from '#shared/text/findings.ts'
import { act } from '../../../data/queries.ts'
import { createStore, type Store } from '../../../data/store.ts'
import { GRID } from '../../../text/grid.ts'
import { announce } from '../../live.tsx'
import { showError } from '../../toast.tsx'
import { cellText, rawText } from '../model/cell-text.ts'
import { editRefusal, type Plan, planChanges, type RefusedCell, type TypedCell } from '../model/changes.ts'
import { type CellValue, columnName, type GridColumn, type Problem } from '../model/column.ts'
import { type Hold, holdOf, type Line, type RowLine } from '../model/lines.ts'
import {
  type Cell,
  extended,
  isSingle,
  type Move,
  moved,
  type Range,
  rangeOf,
  type Selection,
  single,
  stepWithin,
  within,
} from '../model/selection.ts'

export interface Draft {
  readonly rowId: Id
  readonly columnId: string
  readonly text: string
  /** Typed over the cell (arrows leave it) or opened by F2 (arrows move in the text). */
  readonly isOver: boolean
  readonly from: 'cell' | 'bar'
  readonly error: string | null
}

export interface Mark {
  readonly tone: 'refused' | 'warning'
  readonly message: string
  readonly text: string | null
}

/** What the grid shows now: handed in at each render, read by the hands when they act. */
export interface Sight<R> {
  readonly gridId: string
  readonly lines: readonly Line<R>[]
  readonly columns: readonly GridColumn<R>[]
  readonly rowId: (row: R) => Id
  readonly rowName: (row: R) => string
  readonly today: Day
  readonly isReadOnly: boolean
  readonly isGrouped: boolean
  readonly problem: ((row: R) => Problem | null) | undefined
  readonly onOpen: ((row: R) => void) | undefined
  readonly onExplain: ((row: R, column: GridColumn<R>) => void) | undefined
  readonly reveal: (cell: Cell) => void
  readonly pageSize: () => number
  readonly toggleLine: (line: Line<R>) => boolean
}

export const cellKey = (rowId: Id, columnId: string): string => `${rowId} ${columnId}`

export class GridController<R> {
  readonly selection: Store<Selection> = createStore(single({ line: 0, column: 0 }))
  readonly draft: Store<Draft | null> = createStore<Draft | null>(null)
  readonly pending: Store<ReadonlyMap<string, CellValue>> = createStore<ReadonlyMap<string, CellValue>>(
    new Map(),
  )
  readonly marks: Store<ReadonlyMap<string, Mark>> = createStore<ReadonlyMap<string, Mark>>(new Map())
  readonly hold: Store<Hold | null> = createStore<Hold | null>(null)
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

  select(selection: Selection, options: { readonly reveal?: boolean } = {}): void {
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
    this.select(stepWithin(this.selection.get(), lines, columns, this.extent))
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

  // — Typing —

  canEdit(line: Line<R> | undefined, column: GridColumn<R> | undefined): string | null {
    if (line === undefined || column === undefined || line.kind !== 'row') return GRID.notEditable
    if (this.sight.isReadOnly) return GRID.readOnly
    return editRefusal(column, line.row)
  }

  beginEdit(options: { readonly text?: string; readonly from?: 'cell' | 'bar' } = {}): void {
    const line = this.activeLine()
    const column = this.activeColumn()
    const refusal = this.canEdit(line, column)
    if (refusal !== null || line?.kind !== 'row' || column === undefined) {
      announce(refusal ?? GRID.notEditable)
      if (line?.kind === 'row' && column !== undefined) this.#mark(line.id, column.id, refusal)
      return
    }
    const { active } = this.selection.get()
    this.select(single(active))
    const value = column.edit?.value?.(line.row) ?? column.value(line.row)
    const refused = this.marks.get().get(cellKey(line.id, column.id))
    this.draft.set({
      rowId: line.id,
      columnId: column.id,
      text: options.text ?? refused?.text ?? rawText(column, value),
      isOver: options.text !== undefined,
      from: options.from ?? 'cell',
      error: null,
    })
  }

  /** Double-click: edits what is typed, explains what is computed. */
  editOrExplain(): void {
    const line = this.activeLine()
    const column = this.activeColumn()
    const { onExplain } = this.sight
    if (
      line?.kind === 'row' &&
      column !== undefined &&
      onExplain !== undefined &&
      this.canEdit(line, column) !== null &&
      (column.explain?.(line.row) ?? null) !== null
    )
      onExplain(line.row, column)
    else this.beginEdit()
  }

  type(text: string): void {
    this.draft.set((now) => (now === null ? null : { ...now, text, error: null }))
  }

  cancelEdit(): void {
    this.draft.set(null)
  }

  /** Writes what was typed. False where it was refused: the cell stays open, with the reason. */
  async commit(): Promise<boolean> {
    const draft = this.draft.get()
    if (draft === null) return true
    const column = this.sight.columns.find((each) => each.id === draft.columnId)
    const line = this.sight.lines.find((each) => each.kind === 'row' && each.id === draft.rowId)
    if (column === undefined || line?.kind !== 'row') {
      this.draft.set(null)
      return true
    }
    const before = column.edit?.value?.(line.row) ?? column.value(line.row)
    if (draft.text.trim() === rawText(column, before).trim()) {
      this.#unmark(line.id, column.id)
      this.draft.set(null)
      return true
    }
    const plan = planChanges([{ rowId: line.id, row: line.row, column, text: draft.text }], this.sight.today)
    const [refused] = plan.refused
    if (refused !== undefined) {
      this.#refuse(refused.message)
      return false
    }
    const name =
      column.edit === undefined ? columnName(column) : fieldLabel(column.edit.entity, column.edit.field)
    const label = GRID.editLabel(name, this.sight.rowName(line.row))
    // The hands go on at once; a refusal comes back as a mark on the cell, with what was typed and why.
    this.draft.set(null)
    void this.write(plan, label).then(({ refused: late }) => {
      const [first] = late
      if (first !== undefined) showError({ code: 'cell.refused', message: first.message })
    })
    return true
  }

  #refuse(message: string): void {
    this.draft.set((now) => (now === null ? null : { ...now, error: message }))
    announce(message)
  }

  #mark(rowId: Id, columnId: string, message: string | null): void {
    if (message === null) return
    this.marks.set((now) =>
      now.has(cellKey(rowId, columnId))
        ? now
        : new Map(now).set(cellKey(rowId, columnId), { tone: 'warning', message, text: null }),
    )
    setTimeout(() => {
      const mark = this.marks.get().get(cellKey(rowId, columnId))
      if (mark?.message === message && mark.text === null) this.#unmark(rowId, columnId)
    }, 4000)
  }

  #unmark(rowId: Id, columnId: string): void {
    if (!this.marks.get().has(cellKey(rowId, columnId))) return
    this.marks.set((now) => {
      const rest = new Map(now)
      rest.delete(cellKey(rowId, columnId))
      return rest
    })
  }

  // — Writing —

  /** One undoable step through the door. Right cells are written, wrong ones are marked and given back. */
  async write(
    plan: Plan,
    label: string,
  ): Promise<{ readonly written: number; readonly refused: readonly RefusedCell[] }> {
    const { changes } = plan
    let refused: RefusedCell[] = [...plan.refused]
    let written = 0
    if (changes.length > 0) {
      this.hold.set((now) => now ?? holdOf(this.sight.lines, this.sight.isGrouped))
      this.#expect(plan)
      this.#count(plan, 1)
      const answer = await act(
        'write.cells',
        {
          label: label.slice(0, 120),
          changes: changes.map(({ entity, id, values }) => ({ entity, id, values })),
        },
        { quiet: true },
      )
      this.#count(plan, -1)
      if (!answer.ok) {
        if (changes.length > 1) showError(answer.error)
        refused = refused.concat(
          changes.flatMap((change) =>
            change.cells.map(({ rowId, columnId, text }) => ({
              rowId,
              columnId,
              text,
              message: answer.error.message,
            })),
          ),
        )
      } else {
        const outcomes = answer.value.outcomes
        refused = refused.concat(refusedCells(plan, outcomes))
        this.#warn(plan, outcomes)
        written =
          changes.reduce((sum, change) => sum + change.cells.length, 0) -
          (refused.length - plan.refused.length)
      }
    }
    this.#settle(plan, refused)
    return { written, refused }
  }

  /** Writes not answered yet, per cell: rows read in the meantime do not know of them. */
  readonly #unanswered = new Map<string, number>()

  #count(plan: Plan, step: 1 | -1): void {
    for (const change of plan.changes)
      for (const cell of change.cells) {
        const key = cellKey(cell.rowId, cell.columnId)
        const next = (this.#unanswered.get(key) ?? 0) + step
        if (next > 0) this.#unanswered.set(key, next)
        else this.#unanswered.delete(key)
      }
  }

  /** Until the rows are read again, the cells show what was typed. */
  #expect(plan: Plan): void {
    const { columns } = this.sight
    this.pending.set((now) => {
      const next = new Map(now)
      for (const change of plan.changes)
        for (const cell of change.cells) {
          const column = columns.find((each) => each.id === cell.columnId)
          const value = change.values[cell.field]
          if (column !== undefined && value !== undefined) next.set(cellKey(cell.rowId, cell.columnId), value)
        }
      return next
    })
  }

  #settle(plan: Plan, refused: readonly RefusedCell[]): void {
    this.pending.set((now) => {
      const next = new Map(now)
      for (const { rowId, columnId } of refused) next.delete(cellKey(rowId, columnId))
      return next
    })
    this.marks.set((now) => {
      const next = new Map(now)
      for (const change of plan.changes)
        for (const cell of change.cells) {
          const mark = next.get(cellKey(cell.rowId, cell.columnId))
          if (mark?.tone === 'refused') next.delete(cellKey(cell.rowId, cell.columnId))
        }
      for (const { rowId, columnId, text, message } of refused)
        next.set(cellKey(rowId, columnId), { tone: 'refused', message, text })
      return next
    })
  }

  /** Accepted, but unusual: the reason stays on the cell until its object changes again. */
  #warn(plan: Plan, outcomes: readonly CellOutcome[]): void {
    this.marks.set((now) => {
      const next = new Map(now)
      for (const outcome of outcomes) {
        const change = plan.changes[outcome.index]
        if (change === undefined || !outcome.ok) continue
        for (const cell of change.cells) next.delete(cellKey(cell.rowId, cell.columnId))
        for (const warning of outcome.warnings ?? []) {
          const cell = change.cells.find((each) => each.field === warning.field) ?? change.cells[0]
          if (cell !== undefined)
            next.set(cellKey(cell.rowId, cell.columnId), {
              tone: 'warning',
              message: findingSentence(warning),
              text: null,
            })
        }
      }
      return next
    })
  }

  /** New rows were read: what was expected is there, or is not. */
  settled(): void {
    if (this.pending.get().size === 0) return
    this.pending.set((now) => new Map([...now].filter(([key]) => this.#unanswered.has(key))))
  }

  releaseHold(): void {
    this.hold.set(null)
  }

  // — Many cells —

  cellsOf(range: Range, textAt: (line: number, column: number) => string | null): readonly TypedCell<R>[] {
    const { lines, columns } = this.sight
    const cells: TypedCell<R>[] = []
    for (let at = range.top; at <= range.bottom; at += 1) {
      const line = lines[at]
      if (line?.kind !== 'row') continue
      for (let c = range.left; c <= range.right; c += 1) {
        const column = columns[c]
        const text = textAt(at, c)
        if (column !== undefined && text !== null) cells.push({ rowId: line.id, row: line.row, column, text })
      }
    }
    return cells
  }

  /** The first row of the range, copied over the others. */
  async fillDown(range: Range): Promise<void> {
    const source = this.sight.lines.slice(range.top, range.bottom + 1).find((line) => line.kind === 'row')
    if (source?.kind !== 'row') return
    const texts = this.sight.columns.map((column) =>
      rawText(column, column.edit?.value?.(source.row) ?? column.value(source.row)),
    )
    const cells = this.cellsOf(range, (line, column) =>
      this.sight.lines[line] === source ? null : (texts[column] ?? null),
    )
    await this.writeMany(cells, GRID.fillLabel(cells.length))
  }

  async clear(): Promise<void> {
    const cells = this.cellsOf(rangeOf(this.selection.get()), () => '')
    await this.writeMany(cells, GRID.clearLabel(cells.length))
  }

  async writeMany(cells: readonly TypedCell<R>[], label: string): Promise<readonly RefusedCell[]> {
    if (cells.length === 0) return []
    const { written, refused } = await this.write(planChanges(cells, this.sight.today), label)
    announce(
      refused.length === 0
        ? GRID.written(written)
        : `${GRID.written(written)}, ${GRID.refusedCells(refused.length)}`,
    )
    return refused
  }

  // — Problems —

  /** F8: while cells are refused, from one to the next; else from one late or doubtful row to the next, round. */
  nextProblem(backwards: boolean): boolean {
    const { lines, columns, problem } = this.sight
    const from = this.selection.get().active
    const step = backwards ? -1 : 1
    const marks = this.marks.get()
    const isPaste = [...marks.values()].some((mark) => mark.tone === 'refused')
    for (let turn = 1; turn <= lines.length; turn += 1) {
      const at = (from.line + step * turn + lines.length * 2) % lines.length
      const line = lines[at]
      if (line?.kind !== 'row') continue
      const marked = columns.findIndex((column) => {
        const mark = marks.get(cellKey(line.id, column.id))
        return mark !== undefined && (!isPaste || mark.tone === 'refused')
      })
      if (marked !== -1) {
        this.selectCell({ line: at, column: marked })
        announce(marks.get(cellKey(line.id, columns[marked]?.id ?? ''))?.message ?? '')
        return true
      }
      const found = isPaste ? null : (problem?.(line.row) ?? null)
      if (found === null) continue
      const column = columns.findIndex((each) => each.id === found.columnId)
      this.selectCell({ line: at, column: Math.max(0, column) })
      announce(found.text)
      return true
    }
    announce(GRID.noProblem)
    return false
  }

  /** For screen readers and the entry bar: "Notifié · 2101". */
  cellName(): string {
    const line = this.activeLine()
    const column = this.activeColumn()
    if (line === undefined || column === undefined) return ''
    const name = columnName(column).replace(/ \(€\)$/, '')
    if (line.kind === 'row') return `${name} · ${this.sight.rowName(line.row)}`
    if (line.kind === 'group') return line.name
    return line.kind === 'detail' ? line.detail.label : GRID.subtotal
  }

  textOf(line: RowLine<R>, column: GridColumn<R>): string {
    return cellText(column, line.row)
  }
}

function refusedCells(plan: Plan, outcomes: readonly CellOutcome[]): readonly RefusedCell[] {
  return outcomes.flatMap((outcome) => {
    const change = plan.changes[outcome.index]
    if (change === undefined) return []
    if (!outcome.ok)
      return change.cells.map(({ rowId, columnId, text }) => ({
        rowId,
        columnId,
        text,
        message: outcome.message ?? GRID.nothingWritten,
      }))
    return (outcome.refused ?? []).flatMap(({ field, message }) =>
      change.cells
        .filter((cell) => cell.field === field)
        .map(({ rowId, columnId, text }) => ({ rowId, columnId, text, message })),
    )
  })
}
