/** Status bar: rows shown at the left; Somme, Moyenne, Nombre of the selection at the right, per column where they differ. */
import { useDeferredValue } from 'react'
import { frInteger } from '#shared/text/format.ts'
import { useStore } from '../../../data/store.ts'
import { GRID } from '../../../text/grid.ts'
import { columnName } from '../model/column.ts'
import { isSingle } from '../model/selection.ts'
import { selectionTotals, shownSum } from '../model/totals.ts'
import type { GridController } from './controller.ts'

export function SelectionTotals<R>({ controller }: { readonly controller: GridController<R> }) {
  const selection = useDeferredValue(useStore(controller.selection))
  if (isSingle(selection)) return null
  const rows = controller.selectedRows(selection).map((line) => line.row)
  const totals = selectionTotals(rows, controller.selectedColumns(selection))
  return (
    <>
      {totals.byColumn.length > 1 && (
        <span className="hide-sm">
          {GRID.byColumn}{' '}
          {totals.byColumn.slice(0, 5).map(({ column, sum }, at) => (
            <span key={column.id}>
              {at > 0 && ' · '}
              {columnName(column).replace(/ \(€\)$/, '')}{' '}
              <b className="amount">{shownSum(column.type, sum)}</b>
            </span>
          ))}
        </span>
      )}
      {totals.byColumn.length > 1 && <span className="sep hide-sm" />}
      {totals.sum !== null && totals.type !== null && (
        <span>
          {GRID.sum} <b className="amount">{shownSum(totals.type, totals.sum)}</b>
        </span>
      )}
      {totals.average !== null && totals.type !== null && (
        <span>
          {GRID.average} <b className="amount">{shownSum(totals.type, totals.average)}</b>
        </span>
      )}
      <span>
        {GRID.count} <b>{frInteger(totals.count)}</b>
      </span>
    </>
  )
}
