/** Columns on rows the rules could not compute: what was recorded is shown, and no figure stands where there is none. */
import type { Uncomputed } from '#shared/rules/engine/uncomputed.ts'
import { NOT_COMPUTED } from '#shared/text/rules/uncomputed.ts'
import type { GridColumn } from './column.ts'

export function uncomputedOf(row: unknown): Uncomputed | null {
  return (row as { readonly uncomputed?: Uncomputed }).uncomputed ?? null
}

/** What sums, summaries and views that choose rows by a result may speak of. */
export function isComputed(row: unknown): boolean {
  return uncomputedOf(row) === null
}

export function containedColumns<R>(columns: readonly GridColumn<R>[]): readonly GridColumn<R>[] {
  return columns.map(contained)
}

function contained<R>(column: GridColumn<R>): GridColumn<R> {
  if (column.computed === undefined) return column
  const { text, draw, totalNote, type } = column
  // Names and references are facts, whatever the column makes of them.
  const isNamed = type === 'text' || type === 'id'
  const blank = type === 'choice' ? <span className="cut warn sm">{NOT_COMPUTED}</span> : undefined
  return {
    ...column,
    ...(isNamed ? {} : { value: (row: R) => (isComputed(row) ? column.value(row) : null) }),
    ...(text === undefined || isNamed
      ? {}
      : { text: (row: R) => (isComputed(row) ? text(row) : NOT_COMPUTED) }),
    ...(draw === undefined && blank === undefined
      ? {}
      : { draw: (row: R) => (isComputed(row) ? draw?.(row) : blank) }),
    ...(totalNote === undefined
      ? {}
      : {
          totalNote: (rows: readonly R[], line: 'subtotal' | 'total') =>
            totalNote(rows.filter(isComputed), line),
        }),
  }
}
