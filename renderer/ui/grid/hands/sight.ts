/** What the grid shows now, what is being typed in it, and what is said of a cell. */
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { GridColumn, Problem } from '../model/column.ts'
import type { Line } from '../model/lines.ts'
import type { Cell } from '../model/selection.ts'

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
