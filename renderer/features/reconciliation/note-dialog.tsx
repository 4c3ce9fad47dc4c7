/** Why ours is kept or theirs contested: a decision without its reason is worth nothing a year later. */
import { useState } from 'react'
import type { DifferenceRow } from '#shared/api/channels/reconciliation.ts'
import { act } from '../../data/queries.ts'
import { RefusalNote } from '../../ui/blocks.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { postName } from './differences.ts'
import { RECONCILIATION_WORDS as W } from './text.ts'

export function NoteDialog(props: {
  readonly row: DifferenceRow
  readonly decision: 'kept' | 'contested'
  readonly close: () => void
}) {
  const { row, decision, close } = props
  const [note, setNote] = useState(row.note ?? '')
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isEmpty = note.trim() === ''
  const save = async () => {
    setAsked(true)
    if (isEmpty) return
    const answer = await act('reconciliation.decide', { id: row.id, decision, note }, { quiet: true })
    if (!answer.ok) {
      setProblem(answer.error.message)
      return
    }
    showToast(W.done[decision])
    close()
  }
  return (
    <DialogFrame
      title={decision === 'kept' ? W.keepTitle : W.contestTitle}
      subtitle={postName(row)}
      width={520}
      onClose={close}
      hint={W.undoHint}
      primary={{
        label: decision === 'kept' ? W.keepAction : W.contestAction,
        onPress: () => void save(),
      }}
    >
      <p>{W.compare(row.fieldLabel, row.stateShown, row.ownShown)}</p>
      <TextField
        label={W.note}
        value={note}
        onChange={setNote}
        multiline
        isRequired
        autoFocus
        hint={W.noteHint}
        error={asked && isEmpty ? W.noteMissing : undefined}
      />
      {problem !== null && <RefusalNote>{problem}</RefusalNote>}
    </DialogFrame>
  )
}
