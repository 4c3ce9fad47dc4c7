/**
 * Cells on their way to the dossier: shown as typed while the write is under way, marked where it was refused, with what was
 * typed and why. One undoable step per write; right cells are written beside the wrong ones.
 */
import type { CellOutcome } from '#shared/api/channels/write.ts'
import type { Id } from '#shared/domain/facts.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import { act } from '../../../data/queries.ts'
import { createStore, type Store } from '../../../data/store.ts'
import { GRID } from '../../../text/grid.ts'
import { showError } from '../../messages/toast.tsx'
import type { Plan, RefusedCell } from '../model/changes.ts'
import type { CellValue } from '../model/column.ts'
import { type Hold, holdOf } from '../model/lines.ts'
import { cellKey, type Mark, type Sight } from './sight.ts'

export class CellWriter<R> {
  readonly pending: Store<ReadonlyMap<string, CellValue>> = createStore<ReadonlyMap<string, CellValue>>(
    new Map(),
  )
  readonly marks: Store<ReadonlyMap<string, Mark>> = createStore<ReadonlyMap<string, Mark>>(new Map())
  readonly hold: Store<Hold | null> = createStore<Hold | null>(null)
  readonly #sight: () => Sight<R>

  constructor(sight: () => Sight<R>) {
    this.#sight = sight
  }

  mark(rowId: Id, columnId: string, message: string | null): void {
    if (message === null) return
    this.marks.set((now) =>
      now.has(cellKey(rowId, columnId))
        ? now
        : new Map(now).set(cellKey(rowId, columnId), { tone: 'warning', message, text: null }),
    )
    setTimeout(() => {
      const mark = this.marks.get().get(cellKey(rowId, columnId))
      if (mark?.message === message && mark.text === null) this.unmark(rowId, columnId)
    }, 4000)
  }

  /** Typed and refused before anything was written: kept on the cell as a refused paste is. */
  setAside({ rowId, columnId, text, message }: RefusedCell): void {
    this.marks.set((now) => new Map(now).set(cellKey(rowId, columnId), { tone: 'refused', message, text }))
  }

  unmark(rowId: Id, columnId: string): void {
    if (!this.marks.get().has(cellKey(rowId, columnId))) return
    this.marks.set((now) => {
      const rest = new Map(now)
      rest.delete(cellKey(rowId, columnId))
      return rest
    })
  }

  /** One undoable step through the door. Right cells are written, wrong ones are marked and given back. */
  async write(
    plan: Plan,
    label: string,
  ): Promise<{ readonly written: number; readonly refused: readonly RefusedCell[] }> {
    const { changes } = plan
    let refused: RefusedCell[] = [...plan.refused]
    let written = 0
    if (changes.length > 0) {
      this.hold.set((now) => now ?? holdOf(this.#sight().lines, this.#sight().isGrouped))
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
        written = writtenCells(plan, refused)
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
    this.pending.set((now) => {
      const next = new Map(now)
      for (const change of plan.changes)
        for (const cell of change.cells) next.set(cellKey(cell.rowId, cell.columnId), cell.value)
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
}

/** A cell over several facts is one cell. */
function writtenCells(plan: Plan, refused: readonly RefusedCell[]): number {
  const wrong = new Set(refused.map(({ rowId, columnId }) => cellKey(rowId, columnId)))
  const asked = plan.changes.flatMap(({ cells }) =>
    cells.map(({ rowId, columnId }) => cellKey(rowId, columnId)),
  )
  return [...new Set(asked)].filter((key) => !wrong.has(key)).length
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
