/** Filters of columns: by value, by words, by number, by day, by absence. Pure: the table asks, this answers. */
import { type Day, daysBetween } from '#shared/domain/day.ts'
import { isCents } from '#shared/domain/money.ts'
import { frAmount, frDay, frInteger } from '#shared/text/format.ts'
import { GRID } from '../../../text/grid.ts'
import { cellText } from './cell-text.ts'
import { columnName, type GridColumn } from './column.ts'

export type Filter =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'excludes'; readonly text: string }
  /** In the column's own unit (cents for amounts). */
  | { readonly kind: 'between'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'days'; readonly from: Day | null; readonly to: Day | null }
  /** From today on, for so many days (negative: the past). */
  | { readonly kind: 'within'; readonly days: number }
  | { readonly kind: 'empty'; readonly isEmpty: boolean }

export interface ColumnFilter {
  readonly id: string
  readonly value: Filter
}

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u00a0\u202f\u2011]/g, ' ')
    .toLowerCase()
}

export function matches<R>(column: GridColumn<R>, row: R, filter: Filter, today: Day): boolean {
  const value = column.value(row)
  switch (filter.kind) {
    case 'values':
      return filter.values.includes(cellText(column, row))
    case 'contains':
      return fold(cellText(column, row)).includes(fold(filter.text))
    case 'excludes':
      return !fold(cellText(column, row)).includes(fold(filter.text))
    case 'between':
      return (
        typeof value === 'number' &&
        (filter.min === null || value >= filter.min) &&
        (filter.max === null || value <= filter.max)
      )
    case 'days':
      return (
        typeof value === 'string' &&
        (filter.from === null || value >= filter.from) &&
        (filter.to === null || value <= filter.to)
      )
    case 'within': {
      if (typeof value !== 'string') return false
      // Counted, not added: any number may be typed, and no day is that far.
      const away = daysBetween(today, value as Day)
      return filter.days >= 0 ? away >= 0 && away <= filter.days : away < 0 && away >= filter.days
    }
    case 'empty':
      return (value === null || value === '') === filter.isEmpty
  }
}

function shownNumber<R>(column: GridColumn<R>, value: number): string {
  return column.type === 'cents' && isCents(value) ? frAmount(value) : frInteger(value)
}

/** "Convention : V2", "Notifié : au moins 40 000,00": the text of the chip. */
export function describeFilter<R>(column: GridColumn<R>, filter: Filter): string {
  const name = columnName(column).replace(/ \(€\)$/, '')
  const words = ((): string => {
    switch (filter.kind) {
      case 'values':
        return filter.values.length > 2 ? GRID.someValues(filter.values.length) : filter.values.join(', ')
      case 'contains':
        return GRID.contains(filter.text)
      case 'excludes':
        return GRID.excludes(filter.text)
      case 'between':
        if (filter.min !== null && filter.max !== null)
          return GRID.between(shownNumber(column, filter.min), shownNumber(column, filter.max))
        if (filter.min !== null) return GRID.atLeast(shownNumber(column, filter.min))
        return filter.max === null ? GRID.any : GRID.atMost(shownNumber(column, filter.max))
      case 'days':
        if (filter.from !== null && filter.to !== null)
          return GRID.fromTo(frDay(filter.from), frDay(filter.to))
        if (filter.from !== null) return GRID.from(frDay(filter.from))
        return filter.to === null ? GRID.any : GRID.until(frDay(filter.to))
      case 'within':
        return filter.days >= 0 ? GRID.withinDays(filter.days) : GRID.lastDays(-filter.days)
      case 'empty':
        return filter.isEmpty ? GRID.isEmpty : GRID.isFilled
    }
  })()
  return `${name}\u00a0: ${words}`
}

const collator = new Intl.Collator('fr', { numeric: true })

/** Different texts of a column with their counts, most frequent order kept by the caller; at most `limit`. */
export function distinctTexts<R>(
  column: GridColumn<R>,
  rows: readonly R[],
  limit: number,
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const text = cellText(column, row)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => collator.compare(a.text, b.text))
    .slice(0, limit)
}
