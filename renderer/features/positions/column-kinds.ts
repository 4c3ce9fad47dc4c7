/** Columns of posts that come in series: fields of the post itself, amounts of its aid. */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import type { GridColumn } from '../../ui/grid/model/column.ts'

export type Column = GridColumn<PositionRow>

export function position(field: string, isRequired = false): Column['edit'] {
  return { entity: 'position', field, id: (row) => row.id, isRequired }
}

export function amount(
  key: keyof AidFigures,
  id: string,
  title: string,
  from: string,
  more: Partial<Column> = {},
): Column {
  return {
    id,
    title,
    type: 'cents',
    width: 76,
    value: (row) => row.aid[key],
    computed: from,
    explain: (row) => ({ kind: 'position-amount', positionId: row.id, amount: key }),
    total: true,
    ...more,
  }
}
