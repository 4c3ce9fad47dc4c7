/** Sums at their columns: subtotals, totals, headings with sums. */
import { memo, type ReactNode } from 'react'
import { shownSum } from './model/totals.ts'
import type { RowShape } from './row-shape.ts'

/** Label, a sentence up to the first sum, then the sums at their columns: subtotals, totals, headings with sums. */
function SumCellsBase<R>(props: {
  readonly id: string
  readonly shape: RowShape<R>
  readonly sums: ReadonlyMap<string, number>
  readonly rows: readonly R[]
  readonly kind: 'group' | 'subtotal' | 'total'
  readonly label: ReactNode
  readonly note: ReactNode
}) {
  const { shape, sums } = props
  const { columns } = shape
  const labelSpan = Math.max(1, shape.frozen)
  const own = (at: number): boolean => {
    const column = columns[at]
    return (
      column !== undefined &&
      (sums.has(column.id) || (props.kind !== 'group' && column.totalNote !== undefined))
    )
  }
  let firstOwn = labelSpan
  while (firstOwn < columns.length && !own(firstOwn)) firstOwn += 1
  const noteSpan = firstOwn - labelSpan
  return (
    <>
      <div
        id={props.id}
        role="rowheader"
        aria-colindex={1}
        aria-colspan={labelSpan}
        className="gc fz last"
        style={{ left: 0, gridColumn: `1 / span ${labelSpan}` }}
      >
        {props.label}
      </div>
      {noteSpan > 0 && (
        <div
          role="gridcell"
          aria-colindex={labelSpan + 1}
          aria-colspan={noteSpan}
          className="gc sum-note"
          style={{ gridColumn: `${labelSpan + 1} / span ${noteSpan}` }}
        >
          {props.note}
        </div>
      )}
      {columns.slice(firstOwn).map((column, offset) => {
        const sum = sums.get(column.id)
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={firstOwn + offset + 1}
            className={`gc${sum === undefined ? '' : ' num'}`}
          >
            {sum === undefined
              ? props.kind === 'group'
                ? null
                : column.totalNote?.(props.rows, props.kind)
              : shownSum(column.type, sum)}
          </div>
        )
      })}
    </>
  )
}

/** Notes of a total read every row: not again while the rows are the same. */
export const SumCells = memo(SumCellsBase) as typeof SumCellsBase
