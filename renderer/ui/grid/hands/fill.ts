/** Copying cells over their neighbours: Ctrl+D, and the corner of the range drawn down or up. One undoable step. */
import { GRID } from '../../../text/grid.ts'
import { drawnOver, repeated } from '../model/fill.ts'
import type { RowLine } from '../model/lines.ts'
import { type Range, rangeOf } from '../model/selection.ts'
import type { GridController } from './controller.ts'

/** The first row of the range over the others; a single row takes the one above, as in a spreadsheet. */
export async function fillDown<R>(controller: GridController<R>): Promise<void> {
  const range = rangeOf(controller.selection.get())
  const rows = rowsOf(controller, range)
  if (rows.length > 1) return copyOver(controller, rows.slice(0, 1), { ...range, top: range.top + 1 }, false)
  const above = rowsOf(controller, { ...range, top: 0, bottom: range.top - 1 }).slice(-1)
  return copyOver(controller, above, range, false)
}

/** The corner of `source` was let go on this line: the rows drawn over repeat the source, which itself stays as it is. */
export async function fillTo<R>(controller: GridController<R>, source: Range, line: number): Promise<void> {
  const over = drawnOver(source, line)
  if (over !== null) await copyOver(controller, rowsOf(controller, source), over, over.top < source.top)
}

function rowsOf<R>(controller: GridController<R>, { top, bottom }: Range): readonly RowLine<R>[] {
  return controller.sight.lines
    .slice(top, bottom + 1)
    .filter((line): line is RowLine<R> => line.kind === 'row')
}

async function copyOver<R>(
  controller: GridController<R>,
  source: readonly RowLine<R>[],
  over: Range,
  upwards: boolean,
): Promise<void> {
  const targets = rowsOf(controller, over)
  const taken = repeated(source, targets.length, upwards)
  const from = new Map(targets.map((line, rank) => [line.id, taken[rank]]))
  const { lines, columns } = controller.sight
  const cells = controller.cellsOf(over, (at, c) => {
    const line = lines[at]
    const column = columns[c]
    const copied = line?.kind === 'row' ? from.get(line.id) : undefined
    return copied === undefined || column === undefined ? null : controller.heldText(copied, column)
  })
  await controller.writeMany(cells, GRID.fillLabel(cells.length))
}
