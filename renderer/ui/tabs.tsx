/** Tabs of a sheet (`look="tabs"`) or views of a screen (`look="views"`): arrows move between them, one is always chosen. */
import type { ReactNode } from 'react'
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

function List<T extends string>(props: TabListOf<T> & { readonly look: 'tabs' | 'views' }) {
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
      <TabPanel id={props.value} className="tab-panel">
        {props.children}
      </TabPanel>
    </AriaTabs>
  )
}

/** Views in the title row of a screen: `row` holds the title before and the buttons after; `children` is the panel. */
export function Views<T extends string>(
  props: TabListOf<T> & {
    readonly before: ReactNode
    readonly after: ReactNode
    readonly children: ReactNode
  },
) {
  return (
    <AriaTabs
      className="views-screen"
      selectedKey={props.value}
      onSelectionChange={(key) => props.onChange(key as T)}
    >
      <div className="tabsrow">
        {props.before}
        <List {...props} look="views" />
        {props.after}
      </div>
      <TabPanel id={props.value} className="views-panel">
        {props.children}
      </TabPanel>
    </AriaTabs>
  )
}
