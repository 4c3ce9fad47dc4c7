/** Tabs of a sheet (`look="tabs"`) or views of a screen (`look="views"`): arrows move between them, one is always chosen. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import { frInteger } from '#shared/text/format.ts'

export interface TabItem<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number
}

interface TabListOf<T extends string> {
  readonly label: string
  readonly items: readonly TabItem<T>[]
  readonly value: T
  readonly onChange: (id: T) => void
}

function List<T extends string>(props: TabListOf<T> & { readonly look: 'tabs' }) {
  return (
    <TabList aria-label={props.label} className={props.look}>
      {props.items.map((item) => (
        <Tab key={item.id} id={item.id}>
          {item.label}
          {item.count !== undefined && <span className="n"> {frInteger(item.count)}</span>}
        </Tab>
      ))}
    </TabList>
  )
}

/** Tabs with the panel of the chosen one below. */
export function Tabs<T extends string>(
  props: TabListOf<T> & { readonly children: ReactNode; readonly className?: string },
) {
  return (
    <AriaTabs
      selectedKey={props.value}
      onSelectionChange={(key) => props.onChange(key as T)}
      {...(props.className === undefined ? {} : { className: props.className })}
    >
      <List {...props} look="tabs" />
      <TabPanel key={props.value} id={props.value} className="tab-panel">
        {props.children}
      </TabPanel>
    </AriaTabs>
  )
}

/**
 * Views in the title row of a screen. Drawn by hand: the panel holds a whole grid, and a panel that watches its content for
 * something to focus would walk thousands of cells at each scroll.
 */
export function Views<T extends string>(
  props: TabListOf<T> & {
    readonly before: ReactNode
    readonly after: ReactNode
    readonly children: ReactNode
  },
) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = props.items.findIndex((item) => item.id === props.value)
    const next =
      event.key === 'ArrowRight'
        ? at + 1
        : event.key === 'ArrowLeft'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? props.items.length - 1
              : null
    if (next === null) return
    event.preventDefault()
    const item = props.items[(next + props.items.length) % props.items.length]
    if (item === undefined) return
    props.onChange(item.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${item.id}"]`)?.focus()
  }
  return (
    <div className="views-screen">
      <div className="tabsrow" data-area={props.label}>
        {props.before}
        <div ref={list} role="tablist" aria-label={props.label} className="views" onKeyDown={onKeyDown}>
          {props.items.map((item) => {
            const isChosen = item.id === props.value
            return (
              <button
                key={item.id}
                type="button"
                role="tab"
                id={`${id}-${item.id}`}
                data-tab={item.id}
                aria-selected={isChosen}
                {...(isChosen ? { 'aria-controls': `${id}-panel`, 'data-selected': '' } : {})}
                tabIndex={isChosen ? 0 : -1}
                onClick={() => props.onChange(item.id)}
              >
                {item.label}
                {item.count !== undefined && <span className="n"> {frInteger(item.count)}</span>}
              </button>
            )
          })}
        </div>
        {props.after}
      </div>
      <div
        className="views-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${props.value}`}
      >
        {props.children}
      </div>
    </div>
  )
}
