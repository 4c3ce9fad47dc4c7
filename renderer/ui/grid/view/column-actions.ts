/** What the title of a column offers: order, filter, grouping, place. */
import { GRID } from '../../../text/grid.ts'
import type { ColumnAction } from '../grid-head.tsx'
import type { GridColumn } from '../model/column.ts'
import type { GridView } from '../model/view.ts'

export function columnActions<R>(
  column: GridColumn<R>,
  /** Its place among those shown. */
  at: number,
  setView: (next: (now: GridView) => GridView) => void,
  onFilter: (columnId: string) => void,
): readonly ColumnAction[] {
  const sort = (desc: boolean) => setView((now) => ({ ...now, sorting: [{ id: column.id, desc }] }))
  return [
    { id: 'up', label: GRID.sortUp, run: () => sort(false) },
    { id: 'down', label: GRID.sortDown, run: () => sort(true) },
    {
      id: 'none',
      label: GRID.noSort,
      run: () => setView((now) => ({ ...now, sorting: now.sorting.filter((each) => each.id !== column.id) })),
    },
    { id: 'filter', label: GRID.filterBy, separated: true, run: () => onFilter(column.id) },
    ...(column.groupable
      ? [
          {
            id: 'group',
            label: GRID.groupByThis,
            run: () => setView((now) => ({ ...now, grouping: column.id })),
          },
        ]
      : []),
    {
      id: 'freeze',
      label: GRID.freezeHere,
      separated: true,
      run: () => setView((now) => ({ ...now, frozen: Math.min(4, at + 1) })),
    },
    ...(at === 0
      ? []
      : [
          {
            id: 'hide',
            label: GRID.hide,
            run: () => setView((now) => ({ ...now, hidden: [...now.hidden, column.id] })),
          },
        ]),
  ]
}
