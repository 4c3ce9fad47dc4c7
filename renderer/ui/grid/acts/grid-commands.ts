/** Commands of a grid screen: in the palette, on the keyboard, under F1, while the screen is shown. */
import { GRID } from '../../../text/grid.ts'
import type { Command } from '../../commands.ts'
import { focusGrid } from '../hands/cell-editor.tsx'
import type { GridController } from '../hands/controller.ts'
import type { Opened } from './opened-dialog.tsx'

export function gridCommands<R>(given: {
  readonly title: string
  readonly hands: GridController<R>
  readonly isReadOnly: boolean
  readonly open: (opened: Opened<R>) => void
  readonly onPayment: ((rows: readonly R[]) => void) | null
  readonly onPasteRows: (() => void) | null
}): readonly Command[] {
  const { title, hands, isReadOnly, open, onPayment, onPasteRows } = given
  return [
    {
      id: 'grid.filter',
      label: GRID.quickLabel,
      group: title,
      keys: 'Ctrl+F',
      inFields: true,
      run: () => document.querySelector<HTMLInputElement>('[data-quick-filter]')?.focus(),
    },
    {
      id: 'grid.problem',
      label: GRID.nextProblem,
      group: title,
      keys: 'F8',
      run: () => {
        focusGrid(null)
        hands.nextProblem(false)
      },
    },
    {
      id: 'grid.bulk',
      label: GRID.bulk,
      group: title,
      isDisabled: isReadOnly,
      run: () => open({ kind: 'bulk', lines: hands.selectedRows() }),
    },
    {
      id: 'grid.save-view',
      label: GRID.saveView,
      group: title,
      isDisabled: isReadOnly,
      run: () => open({ kind: 'save-view' }),
    },
    ...(onPayment === null
      ? []
      : [
          {
            id: 'payment',
            label: GRID.payment,
            group: title,
            keys: 'Ctrl+Enter',
            isDisabled: isReadOnly,
            run: () => onPayment(hands.selectedRows().map((line) => line.row)),
          },
        ]),
    ...(onPasteRows === null
      ? []
      : [
          {
            id: 'grid.paste-rows',
            label: GRID.pasteNew,
            group: title,
            isDisabled: isReadOnly,
            run: onPasteRows,
          },
        ]),
  ]
}
