/**
 * The hands of a grid: selection, typing, many cells at once, going from one problem to the next. One per grid, outside
 * React's state.
 */
import { fieldLabel } from '#shared/text/fields.ts'
import { createStore, type Store } from '../../../data/store.ts'
import { GRID } from '../../../text/grid.ts'
import { announce } from '../../messages/live.tsx'
import { showError } from '../../messages/toast.tsx'
import { rawText, typedText } from '../model/cell-text.ts'
import { editRefusal, planChanges, type RefusedCell, type TypedCell } from '../model/changes.ts'
import { type CellValue, columnName, fieldValue, type GridColumn } from '../model/column.ts'
import type { Line, RowLine } from '../model/lines.ts'
import { type Range, rangeOf } from '../model/selection.ts'
import { CellWriter } from './cell-writer.ts'
import { SelectionHands } from './selection-hands.ts'
import { cellKey, type Draft } from './sight.ts'

export class GridController<R> extends SelectionHands<R> {
  readonly draft: Store<Draft | null> = createStore<Draft | null>(null)
  readonly #writer = new CellWriter<R>(() => this.sight)
  /** Values on their way, per cell; marks of refusals and warnings; the order held since an edit. */
  readonly pending = this.#writer.pending
  readonly marks = this.#writer.marks
  readonly hold = this.#writer.hold

  /** The rows shown are those of this revision of the dossier. */
  rowsRead(revision: number): void {
    this.#writer.rowsRead(revision)
  }

  releaseHold(): void {
    this.hold.set(null)
  }

  /** What a cell's field holds for the hands: a value typed and on its way to the dossier counts before the row read. */
  heldValue(line: RowLine<R>, column: GridColumn<R>): CellValue {
    const onItsWay = this.pending.get().get(cellKey(line.id, column.id))
    return onItsWay === undefined ? fieldValue(column, line.row) : onItsWay
  }

  /** The same as a person would type it. */
  heldText(line: RowLine<R>, column: GridColumn<R>): string {
    const onItsWay = this.pending.get().get(cellKey(line.id, column.id))
    return onItsWay === undefined ? typedText(column, line.row) : rawText(column, onItsWay)
  }

  /** The same for what the cell shows: what a copy takes. */
  shownValue(line: RowLine<R>, column: GridColumn<R>): CellValue {
    const onItsWay = this.pending.get().get(cellKey(line.id, column.id))
    return onItsWay === undefined ? column.value(line.row) : onItsWay
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
      if (line?.kind === 'row' && column !== undefined) this.#writer.mark(line.id, column.id, refusal)
      return
    }
    const refused = this.marks.get().get(cellKey(line.id, column.id))
    this.draft.set({
      rowId: line.id,
      columnId: column.id,
      text: options.text ?? refused?.text ?? this.heldText(line, column),
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

  /** F2 while typing over: the arrows then move in the text. */
  editInside(): void {
    this.draft.set((now) => (now === null ? null : { ...now, isOver: !now.isOver }))
  }

  cancelEdit(): void {
    this.draft.set(null)
  }

  /** Writes what was typed. False where it was refused: the cell stays open, with the reason. */
  async commit(): Promise<boolean> {
    const refused = this.#finish()
    if (refused !== null) this.#refuse(refused.message)
    return refused === null
  }

  /** The hand went elsewhere: what was typed is written, or stays on its cell with the reason, and F2 takes it up again. */
  leave(): void {
    const refused = this.#finish()
    if (refused === null) return
    this.draft.set(null)
    this.#writer.setAside(refused)
    showError({ code: 'cell.refused', message: refused.message })
  }

  /** What was typed is on its way, or why it cannot be. */
  #finish(): RefusedCell | null {
    const draft = this.draft.get()
    if (draft === null) return null
    const column = this.sight.columns.find((each) => each.id === draft.columnId)
    const line = this.sight.lines.find((each) => each.kind === 'row' && each.id === draft.rowId)
    if (column === undefined || line?.kind !== 'row') {
      this.draft.set(null)
      return null
    }
    if (draft.text.trim() === this.heldText(line, column).trim()) {
      this.#writer.unmark(line.id, column.id)
      this.draft.set(null)
      return null
    }
    const plan = planChanges([{ rowId: line.id, row: line.row, column, text: draft.text }], this.sight.today)
    const [refused] = plan.refused
    if (refused !== undefined) return refused
    const name =
      column.edit === undefined ? columnName(column) : fieldLabel(column.edit.entity, column.edit.field)
    const label = GRID.editLabel(name, this.sight.rowName(line.row))
    // The hands go on at once; a refusal comes back as a mark on the cell, with what was typed and why.
    this.draft.set(null)
    void this.#writer.write(plan, label).then(({ refused: late }) => {
      const [first] = late
      if (first !== undefined) showError({ code: 'cell.refused', message: first.message })
    })
    return null
  }

  #refuse(message: string): void {
    this.draft.set((now) => (now === null ? null : { ...now, error: message }))
    announce(message)
  }

  /** Escape on a refused cell: what it holds in the dossier is shown again. False where nothing was refused. */
  dropRefused(): boolean {
    const line = this.activeLine()
    const column = this.activeColumn()
    if (line?.kind !== 'row' || column === undefined) return false
    if (this.marks.get().get(cellKey(line.id, column.id))?.tone !== 'refused') return false
    this.#writer.unmark(line.id, column.id)
    return true
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

  async clear(): Promise<void> {
    const cells = this.cellsOf(rangeOf(this.selection.get()), () => '')
    await this.writeMany(cells, GRID.clearLabel(cells.length))
  }

  async writeMany(cells: readonly TypedCell<R>[], label: string): Promise<readonly RefusedCell[]> {
    if (cells.length === 0) return []
    const { written, refused } = await this.#writer.write(planChanges(cells, this.sight.today), label)
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
}
