/** What can be done with one row of a plain table: three dots at its end. */
import { Button } from '../button.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { Menu, type MenuAction } from '../menu.tsx'

export function RowMenu(props: {
  readonly label: string
  readonly items: readonly MenuAction[]
  readonly isDisabled: boolean
}) {
  return (
    <Menu label={props.label} groups={[{ items: props.items }]}>
      <Button variant="icon" size="small" label={props.label} isDisabled={props.isDisabled}>
        <Icon name="more" small />
      </Button>
    </Menu>
  )
}
