/**
 * Rows longer than their headers: an export that joins its cells without quoting them cuts a name that holds the separator.
 * The pieces are put together again where only one place makes every other cell look right; else the line is refused.
 */
import { isAbsent } from '../cells/cell.ts'
import type { Field } from '../columns/field.ts'
import type { Column } from '../columns/header.ts'
import type { RawCell, RawRow } from '../read/source.ts'

export type Realigned =
  | { readonly kind: 'as-is'; readonly row: RawRow }
  | { readonly kind: 'joined'; readonly row: RawRow; readonly column: string }
  | { readonly kind: 'refused' }

export function realign(
  row: RawRow,
  columns: readonly Column[],
  fields: ReadonlyMap<string, Field>,
  separator: string | null,
): Realigned {
  const width = columns.length
  const extra = row.cells.slice(width)
  if (separator === null || extra.every((cell) => (cell?.text ?? '').trim() === ''))
    return { kind: 'as-is', row }
  const excess = row.cells.length - width
  const found: { readonly cells: readonly RawCell[]; readonly column: string }[] = []
  for (const [at, column] of columns.entries()) {
    const cells = joinedAt(row.cells, at, excess, separator)
    if (looksRight(cells, columns, fields)) found.push({ cells, column: column.name })
  }
  const [only] = found
  if (only === undefined || found.length > 1) return { kind: 'refused' }
  return { kind: 'joined', row: { ...row, cells: only.cells }, column: only.column }
}

function joinedAt(
  cells: readonly RawCell[],
  at: number,
  excess: number,
  separator: string,
): readonly RawCell[] {
  const pieces = cells.slice(at, at + excess + 1).map((cell) => cell?.text ?? '')
  return [
    ...cells.slice(0, at),
    { kind: 'text', text: pieces.join(separator) },
    ...cells.slice(at + excess + 1),
  ]
}

function looksRight(
  cells: readonly RawCell[],
  columns: readonly Column[],
  fields: ReadonlyMap<string, Field>,
): boolean {
  return columns.every((column, i) => {
    const text = (cells[i]?.text ?? '').trim()
    const looksLike = column.field === null ? undefined : fields.get(column.field)?.looksLike
    return looksLike === undefined || isAbsent(text) || looksLike(text)
  })
}
