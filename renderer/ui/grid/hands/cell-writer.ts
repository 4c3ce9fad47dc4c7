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

/** Before every revision: nothing was written. */
const NEVER = 0

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
      this.#await(plan)
      const answer = await act(
        'write.cells',
        {
          label: label.slice(0, 120),
          changes: changes.map(({ entity, id, values }) => ({ entity, id, values })),
        },
        { quiet: true },
      )
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
      this.#answered(plan, refused, answer.ok ? answer.value.revision : NEVER)
    }
    this.#settle(plan, refused)
    return { written, refused }
  }

  /**
   * Per cell on its way, the writes not answered yet and the latest revision answered: only rows of that revision or later
   * hold what was typed. Rows merely read afterwards may still be those of before, and a fill or a copy would take them.
   */
  readonly #awaited = new Map<string, { readonly unanswered: number; readonly revision: number }>()
  #rowsRevision = 0

  #await(plan: Plan): void {
    for (const key of sentCells(plan)) {
      const { unanswered, revision } = this.#awaited.get(key) ?? { unanswered: 0, revision: NEVER }
      this.#awaited.set(key, { unanswered: unanswered + 1, revision })
    }
  }

  #answered(plan: Plan, refused: readonly RefusedCell[], revision: number): void {
    const wrong = keysOf(refused)
    for (const key of sentCells(plan)) {
      const before = this.#awaited.get(key)
      if (before === undefined) continue
      const written = wrong.has(key) ? NEVER : revision
      this.#awaited.set(key, {
        unanswered: before.unanswered - 1,
        revision: Math.max(before.revision, written),
      })
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
    this.#dropArrived()
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

  rowsRead(revision: number): void {
    // A copy put back, another dossier (asked for in another window): the revisions awaited of the former one never come.
    if (revision < this.#rowsRevision)
      for (const [key, { unanswered }] of this.#awaited)
        this.#awaited.set(key, { unanswered, revision: NEVER })
    this.#rowsRevision = revision
    this.#dropArrived()
  }

  /** The rows shown hold what was written, or what was done to it since: the cells show the rows again. */
  #dropArrived(): void {
    for (const [key, { unanswered, revision }] of this.#awaited)
      if (unanswered === 0 && revision <= this.#rowsRevision) this.#awaited.delete(key)
    if ([...this.pending.get().keys()].every((key) => this.#awaited.has(key))) return
    this.pending.set((now) => new Map([...now].filter(([key]) => this.#awaited.has(key))))
  }
}

/** A cell over several facts is one cell. */
function writtenCells(plan: Plan, refused: readonly RefusedCell[]): number {
  const wrong = keysOf(refused)
  return [...sentCells(plan)].filter((key) => !wrong.has(key)).length
}

function sentCells(plan: Plan): ReadonlySet<string> {
  return keysOf(plan.changes.flatMap(({ cells }) => cells))
}

function keysOf(cells: readonly { readonly rowId: Id; readonly columnId: string }[]): ReadonlySet<string> {
  return new Set(cells.map(({ rowId, columnId }) => cellKey(rowId, columnId)))
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
