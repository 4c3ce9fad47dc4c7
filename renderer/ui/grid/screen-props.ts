/** What a screen of the trade says to become a grid: its words, rows, columns, views and acts. */
import type { ReactNode } from 'react'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import type { MenuAction } from '../menu.tsx'
import type { DetailLine, GridColumn, Problem } from './model/column.ts'
import type { NewRows } from './model/new-rows.ts'
import type { GridTab } from './view/view-state.ts'

export interface GridScreenProps<R> {
  /** Name of the grid: its saved views belong to it. */
  readonly name:
    | 'positions'
    | 'contracts'
    | 'instalments'
    | 'payments'
    | 'agreements'
    | 'employers'
    | 'persons'
  readonly title: string
  /** "poste", "postes". */
  readonly one: string
  readonly many: string
  readonly rows: readonly R[]
  /** Of the dossier the rows were read at. */
  readonly revision: number
  readonly columns: readonly GridColumn<R>[]
  readonly rowId: (row: R) => Id
  readonly rowName: (row: R) => string
  readonly views: readonly GridTab<R>[]
  /** Fixed tabs of the screen before the views (Tranches · Versements · Conventions); they replace the views. */
  readonly fixedTabs?: {
    readonly items: readonly { readonly id: string; readonly label: string; readonly count?: number }[]
    readonly value: string
    readonly onChange: (id: string) => void
  }
  readonly groupRank?: (row: R) => number
  readonly sumsInHeading?: boolean
  readonly groupNote?: (rows: readonly R[]) => ReactNode
  readonly groupedWord?: (columnId: string) => string
  readonly summary?: (rows: readonly R[]) => ReactNode
  readonly details?: (row: R) => readonly DetailLine[]
  readonly problem?: (row: R) => Problem | null
  readonly onOpen?: (row: R) => void
  readonly hrefOf?: (row: R) => string
  readonly onExplain?: (row: R, column: GridColumn<R>) => void
  /** Ctrl+Entrée on the selected rows. */
  readonly onPayment?: (rows: readonly R[]) => void
  readonly actions?: ReactNode
  readonly rowActions?: (row: R, rows: readonly R[]) => readonly MenuAction[]
  readonly above?: ReactNode
  readonly legend?: ReactNode
  readonly newRows?: NewRows
  /** Rows are objects of this entity and may be deleted. */
  readonly deletes?: EntityName
  readonly empty: ReactNode
  readonly focus?: Id
}
