/** "Supprimer … ?": what will happen in words, the button that names it. */
import { useState } from 'react'
import { DialogFrame } from './dialog.tsx'

export function ConfirmDialog(props: {
  readonly title: string
  readonly message: string
  readonly action: string
  readonly onConfirm: () => void | Promise<void>
  readonly close: () => void
}) {
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    await props.onConfirm()
    setBusy(false)
    props.close()
  }
  return (
    <DialogFrame
      role="alertdialog"
      title={props.title}
      width={480}
      onClose={props.close}
      primary={{ label: props.action, onPress: () => void confirm(), isDisabled: busy, danger: true }}
    >
      <p>{props.message}</p>
    </DialogFrame>
  )
}
