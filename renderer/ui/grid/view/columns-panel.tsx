/** Columns shown, their order, how many stay at the left. */
import { GRID } from '../../../text/grid.ts'
import { Button } from '../../button.tsx'
import { Checkbox, Select } from '../../fields/choice.tsx'
import { Icon } from '../../glyphs/icon.tsx'
import { columnName, type GridColumn } from '../model/column.ts'
import { defaultView, type GridView, moveColumn } from '../model/view.ts'

export function ColumnsPanel<R>(props: {
  readonly columns: readonly GridColumn<R>[]
  readonly view: GridView
  readonly setView: (next: (now: GridView) => GridView) => void
}) {
  const { columns, view, setView } = props
  const byId = new Map(columns.map((column) => [column.id, column]))
  return (
    <div className="columns-panel">
      <ul>
        {view.order.map((id, at) => {
          const column = byId.get(id)
          if (column === undefined) return null
          const name = columnName(column)
          return (
            <li key={id}>
              <Checkbox
                isSelected={!view.hidden.includes(id)}
                isDisabled={at === 0}
                onChange={(isShown) =>
                  setView((now) => ({
                    ...now,
                    hidden: isShown ? now.hidden.filter((each) => each !== id) : [...now.hidden, id],
                  }))
                }
              >
                {name}
              </Checkbox>
              <span className="sp" />
              <Button
                variant="icon"
                size="small"
                label={GRID.moveUp(name)}
                isDisabled={at <= 1}
                onPress={() => setView((now) => ({ ...now, order: moveColumn(now.order, id, -1) }))}
              >
                <Icon name="up" small />
              </Button>
              <Button
                variant="icon"
                size="small"
                label={GRID.moveDown(name)}
                isDisabled={at === 0 || at === view.order.length - 1}
                onPress={() => setView((now) => ({ ...now, order: moveColumn(now.order, id, 1) }))}
              >
                <Icon name="down" small />
              </Button>
            </li>
          )
        })}
      </ul>
      <div className="filter-foot">
        <Select
          label={GRID.frozen}
          options={[1, 2, 3, 4].map((count) => ({ value: count, label: String(count) }))}
          value={view.frozen}
          onChange={(frozen) => setView((now) => ({ ...now, frozen }))}
        />
        <Button
          onPress={() =>
            setView((now) => {
              const original = defaultView(columns)
              return { ...now, order: original.order, hidden: original.hidden, widths: {}, frozen: 1 }
            })
          }
        >
          {GRID.resetColumns}
        </Button>
      </div>
    </div>
  )
}
