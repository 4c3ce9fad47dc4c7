/** What every line of a grid shares: its columns, how many are frozen, what its headings and totals say. */
import type { CSSProperties, ReactNode } from 'react'
import type { GridColumn } from './model/column.ts'

export interface RowShape<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly frozen: number
  /** Sums in the group heading itself, instead of a subtotal line. */
  readonly sumsInHeading: boolean
  readonly groupNote: ((rows: readonly R[]) => ReactNode) | undefined
  readonly summary: ((rows: readonly R[]) => ReactNode) | undefined
  readonly hrefOf: ((row: R) => string) | undefined
  /** Some rows unfold: all of them leave room for the mark. */
  readonly hasDetails: boolean
}

export function frozenProps(
  at: number,
  frozen: number,
): { readonly className: string; readonly style?: CSSProperties } {
  if (at >= frozen) return { className: '' }
  return {
    className: at === frozen - 1 ? ' fz last' : ' fz',
    style: { left: `var(--left-${at})` },
  }
}
