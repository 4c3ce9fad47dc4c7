/** Actions on the selection, at the pointer or under the active cell (Maj+F10). */
import { useRef } from 'react'
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import type { MenuGroup } from '../../menu.tsx'

export function ContextMenu(props: {
  readonly at: { readonly x: number; readonly y: number } | null
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly onClose: () => void
}) {
  const anchor = useRef<HTMLSpanElement>(null)
  const items = props.groups.flatMap((group) => group.items)
  return (
    <>
      <span
        ref={anchor}
        aria-hidden="true"
        style={{ position: 'fixed', left: props.at?.x ?? 0, top: props.at?.y ?? 0, width: 0, height: 0 }}
      />
      {props.at !== null && (
        <Popover
          className="pop"
          isOpen
          onOpenChange={(open) => !open && props.onClose()}
          aria-label={props.label}
          triggerRef={anchor}
          placement="bottom start"
          offset={2}
        >
          <Menu
            aria-label={props.label}
            autoFocus="first"
            onClose={props.onClose}
            onAction={(key) => {
              props.onClose()
              items.find((item) => item.id === key)?.run()
            }}
          >
            {props.groups
              .filter((group) => group.items.length > 0)
              .map((group, rank) => (
                <MenuSection
                  key={group.items[0]?.id}
                  aria-label={group.title ?? props.label}
                  className={rank === 0 ? 'section' : 'section ruled'}
                >
                  {group.items.map((item) => (
                    <MenuItem
                      key={item.id}
                      id={item.id}
                      className="item"
                      textValue={item.label}
                      isDisabled={item.isDisabled ?? false}
                    >
                      <span className="w">{item.label}</span>
                      {item.shortcut !== undefined && <kbd>{item.shortcut}</kbd>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
          </Menu>
        </Popover>
      )}
    </>
  )
}
