/** Sums of columns, and of a selection. Whole numbers only: cents, counts, minutes. */
import { isCents } from '#shared/domain/money.ts'
import { type ColumnType, type GridColumn, isNumeric } from './column.ts'

export function sumsOf<R>(
  columns: readonly GridColumn<R>[],
  rows: readonly R[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const column of columns) {
    if (!column.total) continue
    let sum = 0
    for (const row of rows) {
      const value = column.value(row)
      if (typeof value === 'number') sum += value
    }
    sums.set(column.id, sum)
  }
  return sums
}

export interface SelectionTotals<R> {
  /** Filled cells. */
  readonly count: number
  /** Null where numbers of different natures (amounts and hours…) are selected together, or none. */
  readonly sum: number | null
  readonly average: number | null
  readonly type: ColumnType | null
  /** One sum per numeric column, where several are selected. */
  readonly byColumn: readonly { readonly column: GridColumn<R>; readonly sum: number }[]
}

export function selectionTotals<R>(
  rows: readonly R[],
  columns: readonly GridColumn<R>[],
): SelectionTotals<R> {
  let count = 0
  let numbers = 0
  let sum = 0
  const types = new Set<ColumnType>()
  const byColumn: { column: GridColumn<R>; sum: number }[] = []
  for (const column of columns) {
    let columnSum = 0
    let columnNumbers = 0
    for (const row of rows) {
      const value = column.value(row)
      if (value === null || value === '') continue
      count += 1
      if (isNumeric(column.type) && typeof value === 'number') {
        columnSum += value
        columnNumbers += 1
      }
    }
    if (columnNumbers > 0) {
      types.add(column.type)
      byColumn.push({ column, sum: columnSum })
      sum += columnSum
      numbers += columnNumbers
    }
  }
  const [type] = types
  if (types.size !== 1 || type === undefined || numbers === 0)
    return { count, sum: null, average: null, type: null, byColumn }
  const average = Math.round(sum / numbers)
  return { count, sum, average: isCents(average) ? average : null, type, byColumn }
}
