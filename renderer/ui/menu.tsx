/** A button that opens a list of actions. Items may be grouped, disabled with a detail, or show a shortcut. */
import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly shortcut?: string
  readonly isDisabled?: boolean
  readonly run: () => void
}

export interface MenuGroup {
  readonly title?: string
  readonly items: readonly MenuAction[]
}

export function Menu(props: {
  /** The trigger: a Button. */
  readonly children: ReactNode
  readonly label: string
  readonly groups: readonly MenuGroup[]
}) {
  const all = props.groups.flatMap((group) => group.items)
  return (
    <MenuTrigger>
      {props.children}
      <Popover className="pop">
        <AriaMenu aria-label={props.label} onAction={(key) => all.find((item) => item.id === key)?.run()}>
          {props.groups
            .filter((group) => group.items.length > 0)
            .flatMap((group, at) => [
              ...(at > 0 ? [<Separator key={`separator-${group.items[0]?.id}`} className="item-sep" />] : []),
              <MenuSection key={`group-${group.items[0]?.id}`} aria-label={group.title ?? props.label}>
                {group.title !== undefined && <Header className="item-head">{group.title}</Header>}
                {group.items.map((item) => (
                  <MenuItem
                    key={item.id}
                    id={item.id}
                    className="item"
                    textValue={item.label}
                    isDisabled={item.isDisabled ?? false}
                  >
                    <span className="w">{item.label}</span>
                    {item.detail !== undefined && <span className="detail">{item.detail}</span>}
                    {item.shortcut !== undefined && <kbd>{item.shortcut}</kbd>}
                  </MenuItem>
                ))}
              </MenuSection>,
            ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
