/** Sums of columns, and of a selection. Whole numbers only: cents, counts, minutes. */
import { type Cents, isCents } from '#shared/domain/money.ts'
import { frAmount, frInteger } from '#shared/text/format.ts'
import { frMinutes } from '../../show.ts'
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

export function shownSum(type: ColumnType, sum: number): string {
  if (type === 'cents') return frAmount(sum as Cents)
  return type === 'hours' ? frMinutes(sum) : frInteger(sum)
}

/** Of a digit in 600 at 12,5 px in Segoe UI, Arial or Liberation (0,56 em, rounded up); spaces and the comma take half of it. */
const DIGIT_PX = 7.1
const PADDING_PX = 12

/** A column is never narrower than its total: an amount without its first digits reads as another amount. */
export function roomForSums<R>(
  columns: readonly GridColumn<R>[],
  widths: readonly number[],
  sums: ReadonlyMap<string, number>,
): readonly number[] {
  return columns.map((column, at) => {
    const width = widths[at] ?? column.width
    const sum = sums.get(column.id)
    if (sum === undefined) return width
    let text = PADDING_PX
    for (const sign of shownSum(column.type, sum)) text += /[\d\u2212]/.test(sign) ? DIGIT_PX : DIGIT_PX / 2
    return Math.max(width, Math.ceil(text))
  })
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
