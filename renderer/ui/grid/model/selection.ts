/** Which cell is active and which range is selected, as positions among the lines and the columns shown. Pure. */
export interface Cell {
  readonly line: number
  readonly column: number
}

export interface Selection {
  /** The cell that is edited; inside the range, at `from` until Enter or Tab go round the range. */
  readonly active: Cell
  /** The corner where the range began, and the one that moves. */
  readonly from: Cell
  readonly to: Cell
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Extent {
  readonly lines: number
  readonly columns: number
}

export function single(cell: Cell): Selection {
  return { active: cell, from: cell, to: cell }
}

export function rangeOf({ from, to }: Selection): Range {
  return {
    top: Math.min(from.line, to.line),
    bottom: Math.max(from.line, to.line),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  }
}

export function isSingle({ from, to }: Selection): boolean {
  return from.line === to.line && from.column === to.column
}

/** Shift with an arrow or a click: the far corner moves, the active cell stays. */
export function extended(selection: Selection, to: Cell): Selection {
  return { active: selection.from, from: selection.from, to }
}

export type Move =
  | { readonly by: 'step'; readonly lines: number; readonly columns: number }
  /** Ctrl+arrow: to the edge of the filled cells, then to the edge of the grid. */
  | { readonly by: 'edge'; readonly lines: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | { readonly by: 'start-of-line' | 'end-of-line' | 'start' | 'end' }

/** `isFilled(line, column)` is asked only by jumps to an edge. */
export function moved(
  cell: Cell,
  move: Move,
  extent: Extent,
  isFilled: (cell: Cell) => boolean = () => true,
): Cell {
  switch (move.by) {
    case 'step':
      return within({ line: cell.line + move.lines, column: cell.column + move.columns }, extent)
    case 'edge':
      return edge(cell, move.lines, move.columns, extent, isFilled)
    case 'start-of-line':
      return { line: cell.line, column: 0 }
    case 'end-of-line':
      return { line: cell.line, column: Math.max(0, extent.columns - 1) }
    case 'start':
      return { line: 0, column: 0 }
    case 'end':
      return within({ line: extent.lines - 1, column: extent.columns - 1 }, extent)
  }
}

function edge(
  from: Cell,
  lines: number,
  columns: number,
  extent: Extent,
  isFilled: (cell: Cell) => boolean,
): Cell {
  const next = (cell: Cell): Cell => ({ line: cell.line + lines, column: cell.column + columns })
  const inside = (cell: Cell): boolean =>
    cell.line >= 0 && cell.line < extent.lines && cell.column >= 0 && cell.column < extent.columns
  let cell = next(from)
  if (!inside(cell)) return from
  if (isFilled(from) && isFilled(cell)) {
    while (inside(next(cell)) && isFilled(next(cell))) cell = next(cell)
    return cell
  }
  while (inside(next(cell)) && !isFilled(cell)) cell = next(cell)
  return cell
}

export function within(cell: Cell, extent: Extent): Cell {
  return {
    line: Math.max(0, Math.min(cell.line, extent.lines - 1)),
    column: Math.max(0, Math.min(cell.column, extent.columns - 1)),
  }
}

/** Enter and Tab inside a range go round the range; else they just step. */
export function stepWithin(selection: Selection, lines: number, columns: number, extent: Extent): Selection {
  if (isSingle(selection)) return single(moved(selection.active, { by: 'step', lines, columns }, extent))
  const range = rangeOf(selection)
  const height = range.bottom - range.top + 1
  const width = range.right - range.left + 1
  const { active } = selection
  const rank =
    columns !== 0
      ? (active.line - range.top) * width + (active.column - range.left) + columns
      : (active.column - range.left) * height + (active.line - range.top) + lines
  const turn = (rank + width * height) % (width * height)
  const at: Cell =
    columns !== 0
      ? { line: range.top + Math.floor(turn / width), column: range.left + (turn % width) }
      : { line: range.top + (turn % height), column: range.left + Math.floor(turn / height) }
  return { ...selection, active: at }
}
