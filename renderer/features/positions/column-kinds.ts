/** Columns of posts that come in series: fields of the post itself, amounts of its aid. */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import type { Position } from '#shared/domain/facts.ts'
import type { GridColumn } from '../../ui/grid/model/column.ts'
import { factColumns } from '../../ui/grid/model/fact-columns.ts'
import { aidColumn } from '../../ui/shared-cells.tsx'

export type Column = GridColumn<PositionRow>

export const { edit, column } = factColumns<PositionRow, Position>('position', (row) => row.position, [
  'label',
  'kind',
])

export const amount = (
  key: keyof AidFigures,
  id: string,
  title: string,
  from: string,
  more: Partial<Column> = {},
): Column =>
  aidColumn<PositionRow>(key, id, title, {
    width: 76,
    computed: from,
    explain: (row) => ({ kind: 'position-amount', positionId: row.id, amount: key }),
    ...more,
  })
