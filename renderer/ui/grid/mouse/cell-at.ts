/** The cell drawn under an element of the grid: rows and cells carry their place. */
import type { Cell } from '../model/selection.ts'

export function cellAt(target: EventTarget | null): Cell | null {
  if (!(target instanceof Element)) return null
  const line = target.closest<HTMLElement>('[data-line]')
  if (line === null) return null
  const column = target.closest<HTMLElement>('[data-column]')
  return { line: Number(line.dataset.line), column: Number(column?.dataset.column ?? 0) }
}
