/** Gives a name to the view as it is now. */
import { useState } from 'react'
import { act } from '../../../data/queries.ts'
import { GRID } from '../../../text/grid.ts'
import { DialogFrame } from '../../dialogs/dialog.tsx'
import { TextField } from '../../fields/field.tsx'
import { type GridView, writeView } from '../model/view.ts'

export function SaveViewDialog(props: {
  readonly grid: string
  readonly view: GridView
  readonly rank: number
  /** Renames this one; else makes a new one. */
  readonly existing: { readonly id: number; readonly name: string } | null
  readonly onSaved: (id: number) => void
  readonly close: () => void
}) {
  const [name, setName] = useState(props.existing?.name ?? '')
  const save = async () => {
    const values: Record<string, string | number> =
      props.existing === null
        ? { grid: props.grid, name: name.trim(), rank: props.rank, definition: writeView(props.view) }
        : { name: name.trim() }
    const answer = await act('write.save', { entity: 'savedView', id: props.existing?.id ?? null, values })
    if (!answer.ok) return
    props.onSaved(answer.value.id)
    props.close()
  }
  return (
    <DialogFrame
      title={GRID.saveViewTitle}
      onClose={props.close}
      width={420}
      hint={GRID.saveViewHint}
      primary={{ label: GRID.saveView, onPress: () => void save(), isDisabled: name.trim() === '' }}
    >
      <TextField label={GRID.viewName} value={name} onChange={setName} autoFocus isRequired />
    </DialogFrame>
  )
}
