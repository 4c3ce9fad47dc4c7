/** A file that no longer opens: back to a copy, or save into a new file what can still be read, with the list of what was lost. */
import { useState } from 'react'
import type { SalvageView } from '#shared/api/channels/copies.ts'
import { frInteger } from '#shared/text/format.ts'
import { arrived } from '../../app/file-commands.ts'
import { type DialogProps, openDialog } from '../../app/open-dialog.ts'
import { act } from '../../data/queries.ts'
import { RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { DAMAGED_WORDS as W } from './text.ts'
import './copies.css'

export function DamagedDialog({ message, close }: DialogProps<'damaged-file'>) {
  const [salvage, setSalvage] = useState<SalvageView | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    const answer = await act('file.salvage', {}, { quiet: true })
    setBusy(false)
    if (!answer.ok) return setRefusal(answer.error.message)
    arrived(answer.value.status)
    setSalvage(answer.value)
  }
  if (salvage !== null) {
    return (
      <DialogFrame key="done" title={W.done} width={560} onClose={close} cancel={W.close}>
        <p>{W.into(salvage.name)}</p>
        <SalvageTable salvage={salvage} />
      </DialogFrame>
    )
  }
  return (
    <DialogFrame
      role="alertdialog"
      title={W.title}
      width={620}
      onClose={close}
      hint={W.hint}
      actions={<Button onPress={() => openDialog({ kind: 'copies' })}>{W.copies}</Button>}
      primary={{ label: W.salvage, onPress: () => void start(), isDisabled: busy }}
    >
      <p>{message}</p>
      {refusal !== null && <RefusalNote>{refusal}</RefusalNote>}
    </DialogFrame>
  )
}

function SalvageTable({ salvage }: { readonly salvage: SalvageView }) {
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{W.table}</th>
            <th scope="col" className="num">
              {W.saved}
            </th>
            <th scope="col" className="num">
              {W.lost}
            </th>
          </tr>
        </thead>
        <tbody>
          {salvage.tables.map((table) => (
            <tr key={table.label}>
              <th scope="row">{table.label}</th>
              <td className="num">{frInteger(table.saved)}</td>
              <td className="num">{W.lostRows(table)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {salvage.tables.some((table) => table.incomplete) ? (
        <p className="sm dim">{W.incomplete}</p>
      ) : (
        salvage.lost === 0 && <p>{W.nothingLost}</p>
      )}
    </>
  )
}
