/** Beside the tabs: saved views of a screen whose tabs are fixed, a name for the view as it is, what to do with a named one. */
import type { Id } from '#shared/domain/facts.ts'
import { GRID } from '../../../text/grid.ts'
import { Button } from '../../button.tsx'
import { Icon } from '../../glyphs/icon.tsx'
import { Menu } from '../../menu.tsx'
import type { TabState } from './view-state.ts'

/** Where the tabs are the screen's own (Tranches · Versements · Conventions), saved views are chosen in a menu. */
export function SavedViewsMenu<R>({ tabs }: { readonly tabs: TabState<R> }) {
  return (
    <Menu
      label={GRID.viewsMenu}
      groups={[
        {
          items: tabs.tabs.map((tab) => ({
            id: tab.id,
            label: tab.id.startsWith('saved-') ? tab.label : GRID.originalView,
            run: () => tabs.choose(tab.id),
          })),
        },
      ]}
    >
      <Button variant="link">
        {tabs.saved?.name ?? GRID.views}
        <Icon name="down" small />
      </Button>
    </Menu>
  )
}

export function ViewActions(props: {
  readonly saved: { readonly id: Id; readonly name: string } | null
  readonly isChanged: boolean
  readonly onSave: () => void
  readonly onRename: () => void
  readonly onUpdate: (id: Id) => void
  readonly onDelete: (id: Id) => void
}) {
  const { saved } = props
  return (
    <>
      <Button variant="link" className="hide-sm" onPress={props.onSave}>
        <Icon name="plus" />
        {GRID.saveView}
      </Button>
      {saved !== null && (
        <Menu
          label={GRID.view}
          groups={[
            {
              items: [
                {
                  id: 'update',
                  label: GRID.updateView(saved.name),
                  isDisabled: !props.isChanged,
                  run: () => props.onUpdate(saved.id),
                },
                { id: 'rename', label: GRID.renameView, run: props.onRename },
                { id: 'delete', label: GRID.deleteView(saved.name), run: () => props.onDelete(saved.id) },
              ],
            },
          ]}
        >
          <Button variant="icon" label={GRID.view}>
            <Icon name="more" />
          </Button>
        </Menu>
      )}
    </>
  )
}
