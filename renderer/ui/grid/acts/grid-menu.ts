/** Actions on the selection: right click, or Maj+F10. */
import { GRID } from '../../../text/grid.ts'
import type { MenuGroup } from '../../menu.tsx'
import { copySelection } from '../hands/clipboard.ts'
import type { GridController } from '../hands/controller.ts'
import { fillDown } from '../hands/fill.ts'
import type { GridScreenProps } from '../screen-props.ts'
import type { Opened } from './opened-dialog.tsx'

export function gridMenu<R>(given: {
  readonly props: Pick<GridScreenProps<R>, 'onOpen' | 'onExplain' | 'rowName' | 'rowActions' | 'deletes'>
  readonly hands: GridController<R>
  readonly isReadOnly: boolean
  readonly open: (opened: Opened<R>) => void
  readonly onPasteRows: (() => void) | null
}): readonly MenuGroup[] {
  const { props, hands, isReadOnly, open, onPasteRows } = given

  const selected = hands.selectedRows()
  const line = hands.activeLine()
  const column = hands.activeColumn()
  const row = line?.kind === 'row' ? line.row : null
  const editable = !isReadOnly && selected.length > 0
  const { onOpen, onExplain } = props
  return [
    {
      items: [
        ...(row !== null && onOpen !== undefined
          ? [{ id: 'open', label: `${GRID.open} ${props.rowName(row)}`, run: () => onOpen(row) }]
          : []),
        ...(row !== null &&
        column?.explain !== undefined &&
        onExplain !== undefined &&
        column.explain(row) !== null
          ? [{ id: 'why', label: GRID.explain, run: () => onExplain(row, column) }]
          : []),
        ...(row === null
          ? []
          : (props.rowActions?.(
              row,
              selected.map((each) => each.row),
            ) ?? [])),
      ],
    },
    {
      items: [
        { id: 'copy', label: GRID.copy, shortcut: 'Ctrl+C', run: () => copySelection(false) },
        { id: 'copy-titles', label: GRID.copyHeaders, run: () => copySelection(true) },
        ...(onPasteRows === null
          ? []
          : [
              {
                id: 'paste-new',
                label: GRID.pasteNew,
                shortcut: 'Ctrl+Maj+V',
                isDisabled: isReadOnly,
                run: onPasteRows,
              },
            ]),
        {
          id: 'fill',
          label: GRID.fillDown,
          shortcut: 'Ctrl+D',
          isDisabled: !editable,
          run: () => void fillDown(hands),
        },
        {
          id: 'clear',
          label: GRID.clear,
          shortcut: 'Suppr',
          isDisabled: !editable,
          run: () => void hands.clear(),
        },
        {
          id: 'bulk',
          label: GRID.bulk,
          isDisabled: !editable,
          run: () => open({ kind: 'bulk', lines: selected }),
        },
      ],
    },
    {
      items:
        props.deletes === undefined
          ? []
          : [
              {
                id: 'delete',
                label: GRID.deleteRows(selected.length),
                isDisabled: !editable,
                run: () => open({ kind: 'delete', lines: selected }),
              },
            ],
    },
  ]
}
