/** The options of a list to choose from. A long one draws only what shows: thousands of structures open as fast as three. */
import { ListBox, ListBoxItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components'
import { FR } from '../../text/fr.ts'

export interface Option<V extends string | number> {
  readonly value: V
  readonly label: string
  readonly detail?: string
  /** Words it is found by, where they are more than its label. */
  readonly search?: string
  readonly isDisabled?: boolean
}

const LONG = 100
const LINE_HEIGHT = 26
const LINES_SHOWN = 12
const LAYOUT = { rowHeight: LINE_HEIGHT }

export function Options<V extends string | number>(props: {
  readonly options: readonly Option<V>[]
  /** What is chosen, where the list stands alone (a field says it by itself). */
  readonly chosen?: V
  readonly label?: string
  readonly onChoose?: (value: V) => void
}) {
  const { options, chosen, label, onChoose } = props
  const isLong = options.length > LONG
  const list = (
    <ListBox
      items={options}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(chosen === undefined || onChoose === undefined
        ? {}
        : {
            selectionMode: 'single' as const,
            disallowEmptySelection: true,
            selectedKeys: [chosen],
            onSelectionChange: (keys: Selection) => {
              const [key] = keys
              if (key !== undefined) onChoose(key as V)
            },
          })}
      {...(isLong ? { style: { height: LINE_HEIGHT * LINES_SHOWN, overflow: 'auto' } } : {})}
      renderEmptyState={() => <div className="item-head">{FR.noMatch}</div>}
    >
      {(option) => (
        <ListBoxItem
          id={option.value}
          textValue={option.search ?? option.label}
          className="item"
          isDisabled={option.isDisabled ?? false}
        >
          <span className="w">{option.label}</span>
          {option.detail !== undefined && <span className="detail">{option.detail}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  )
  if (!isLong) return list
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      {list}
    </Virtualizer>
  )
}
