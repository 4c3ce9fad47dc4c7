/** One value for one column of many rows: what will change is shown before it is written, in one undoable step. */
import { useMemo, useState } from 'react'
import { FR, plural } from '../../../text/fr.ts'
import { GRID } from '../../../text/grid.ts'
import { Note } from '../../blocks.tsx'
import { DialogFrame } from '../../dialogs/dialog.tsx'
import { Select } from '../../fields/choice.tsx'
import { TextField } from '../../fields/field.tsx'
import type { GridController } from '../hands/controller.ts'
import { rawText, readTyped, shownText } from '../model/cell-text.ts'
import { editRefusal } from '../model/changes.ts'
import { columnName, type GridColumn } from '../model/column.ts'
import type { RowLine } from '../model/lines.ts'

const PREVIEWED = 60

export function BulkEditDialog<R>(props: {
  readonly controller: GridController<R>
  readonly lines: readonly RowLine<R>[]
  readonly columns: readonly GridColumn<R>[]
  readonly close: () => void
}) {
  const { controller, lines } = props
  const editable = props.columns.filter((column) => column.edit !== undefined)
  const selected = controller.activeColumn()
  const [columnId, setColumnId] = useState(
    editable.find((column) => column.id === selected?.id)?.id ?? editable[0]?.id ?? '',
  )
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const column = editable.find((each) => each.id === columnId)
  const today = controller.sight.today
  const typed = column === undefined ? null : readTyped(column, text, today)

  const preview = useMemo(() => {
    if (column === undefined || typed === null || !typed.ok) return { changed: [], skipped: 0 }
    const changed = lines.filter((line) => {
      if (editRefusal(column, line.row) !== null) return false
      return controller.heldValue(line, column) !== typed.value
    })
    return { changed, skipped: lines.length - changed.length }
  }, [controller, column, typed, lines])

  const words =
    column?.type === 'choice'
      ? Object.entries(column.words ?? {})
      : column?.type === 'flag'
        ? [
            ['true', GRID.yes],
            ['false', GRID.no],
          ]
        : null
  const count = preview.changed.length
  const apply = async () => {
    if (column === undefined) return
    setBusy(true)
    const cells = preview.changed.map((line) => ({ rowId: line.id, row: line.row, column, text }))
    await controller.writeMany(cells, GRID.bulkLabel(columnName(column).replace(/ \(€\)$/, ''), count))
    props.close()
  }
  return (
    <DialogFrame
      title={GRID.bulkTitle(lines.length)}
      onClose={props.close}
      width={620}
      hint={FR.undoHint}
      primary={{
        label: GRID.bulkAction(count),
        onPress: () => void apply(),
        isDisabled: count === 0 || busy,
      }}
    >
      <div className="form-row">
        <Select
          label={GRID.bulkField}
          options={editable.map((each) => ({ value: each.id, label: columnName(each) }))}
          value={columnId}
          onChange={(next) => {
            setColumnId(next)
            setText('')
          }}
        />
        {words === null ? (
          <TextField
            label={GRID.bulkValue}
            value={text}
            onChange={setText}
            autoFocus
            error={typed !== null && !typed.ok && text !== '' ? typed.message : undefined}
          />
        ) : (
          <Select
            label={GRID.bulkValue}
            options={words.map(([, word]) => ({ value: word ?? '', label: word ?? '' }))}
            value={text === '' ? null : text}
            onChange={setText}
          />
        )}
      </div>
      {preview.skipped > 0 && count > 0 && <Note>{GRID.bulkSkipped(preview.skipped)}</Note>}
      {count > 0 && column !== undefined && typed?.ok && (
        <div className="scroll" style={{ maxHeight: 280 }}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{GRID.row}</th>
                <th scope="col">{GRID.before}</th>
                <th scope="col">{GRID.after}</th>
              </tr>
            </thead>
            <tbody>
              {preview.changed.slice(0, PREVIEWED).map((line) => (
                <tr key={line.key}>
                  <th scope="row">{controller.sight.rowName(line.row)}</th>
                  <td className="calc">{rawText(column, controller.heldValue(line, column)) || FR.none}</td>
                  <td>{shownText(column, typed.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {count > PREVIEWED && <p className="hint">… {plural(count - PREVIEWED, 'ligne')}</p>}
        </div>
      )}
    </DialogFrame>
  )
}
