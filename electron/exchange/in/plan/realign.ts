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
  const accepts = (i: number, text: string) => looksRight(text, columns[i], fields)
  const textAt = (i: number) => row.cells[i]?.text ?? ''
  // What stands before the pieces is where it was, what stands after is `excess` further: only between the two may they be joined.
  let last = 0
  while (last < width && accepts(last, textAt(last))) last += 1
  let first = width - 1
  while (first > 0 && accepts(first, textAt(first + excess))) first -= 1
  const found: { readonly at: number; readonly text: string; readonly column: string }[] = []
  for (const [at, column] of columns.entries()) {
    if (at < first || at > last) continue
    const text = joinedAt(row.cells, at, excess, separator)
    if (accepts(at, text)) found.push({ at, text, column: column.name })
    if (found.length > 1) break
  }
  const [only] = found
  if (only === undefined || found.length > 1) return { kind: 'refused' }
  const { at, text, column } = only
  const cells: readonly RawCell[] = [
    ...row.cells.slice(0, at),
    { kind: 'text', text },
    ...row.cells.slice(at + excess + 1),
  ]
  return { kind: 'joined', row: { ...row, cells }, column }
}

function joinedAt(cells: readonly RawCell[], at: number, excess: number, separator: string): string {
  return cells
    .slice(at, at + excess + 1)
    .map((cell) => cell?.text ?? '')
    .join(separator)
}

function looksRight(cell: string, column: Column | undefined, fields: ReadonlyMap<string, Field>): boolean {
  const text = cell.trim()
  const looksLike = column?.field == null ? undefined : fields.get(column.field)?.looksLike
  return looksLike === undefined || isAbsent(text) || looksLike(text)
}
