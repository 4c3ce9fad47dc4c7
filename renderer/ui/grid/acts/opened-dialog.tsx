/** The dialog a grid has opened, one at a time: many rows at once, pasted rows, a view's name, a deletion. */
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { act } from '../../../data/queries.ts'
import { GRID } from '../../../text/grid.ts'
import { ConfirmDialog } from '../../dialogs/confirm-dialog.tsx'
import type { GridController } from '../hands/controller.ts'
import type { GridColumn } from '../model/column.ts'
import type { RowLine } from '../model/lines.ts'
import type { NewRows } from '../model/new-rows.ts'
import type { GridView } from '../model/view.ts'
import { SaveViewDialog } from '../view/save-view-dialog.tsx'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { PasteRowsDialog } from './paste-rows-dialog.tsx'

export type Opened<R> =
  | { readonly kind: 'bulk'; readonly lines: readonly RowLine<R>[] }
  | { readonly kind: 'save-view' }
  | { readonly kind: 'rename-view' }
  | { readonly kind: 'paste'; readonly table: readonly (readonly string[])[] }
  | { readonly kind: 'delete'; readonly lines: readonly RowLine<R>[] }

export function OpenedDialog<R>(props: {
  readonly opened: Opened<R>
  readonly hands: GridController<R>
  readonly close: () => void
  readonly columns: readonly GridColumn<R>[]
  readonly grid: string
  readonly view: GridView
  readonly saved: { readonly id: Id; readonly name: string } | null
  readonly rank: number
  readonly newRows: NewRows | undefined
  readonly deletes: EntityName | undefined
  readonly onSaved: (id: Id) => void
}) {
  const { opened, close } = props
  switch (opened.kind) {
    case 'bulk':
      return (
        <BulkEditDialog controller={props.hands} lines={opened.lines} columns={props.columns} close={close} />
      )
    case 'save-view':
    case 'rename-view':
      return (
        <SaveViewDialog
          grid={props.grid}
          view={props.view}
          rank={props.rank}
          existing={opened.kind === 'rename-view' ? props.saved : null}
          onSaved={props.onSaved}
          close={close}
        />
      )
    case 'paste':
      return props.newRows === undefined ? null : (
        <PasteRowsDialog table={opened.table} rows={props.newRows} close={close} />
      )
    case 'delete': {
      const { deletes } = props
      if (deletes === undefined) return null
      return (
        <ConfirmDialog
          title={GRID.deleteTitle(opened.lines.length)}
          message={`${opened.lines
            .slice(0, 8)
            .map((line) => props.hands.sight.rowName(line.row))
            .join(', ')}${opened.lines.length > 8 ? '…' : ''}. ${GRID.deleteHint}`}
          action={GRID.delete}
          onConfirm={async () => {
            await act('write.delete', { entity: deletes, ids: opened.lines.map((line) => line.id) })
          }}
          close={close}
        />
      )
    }
  }
}
