/** "Pourquoi ?" asked of a cell of a grid: the dialog opens where its column can say why, and nowhere else. */
import type { GridColumn } from '../ui/grid/model/column.ts'
import { openDialog } from './open-dialog.ts'

export function explainCell<R>(row: R, column: GridColumn<R>): void {
  const target = column.explain?.(row) ?? null
  if (target !== null) openDialog({ kind: 'explain', target })
}
