/** A new dossier: one name, one file. It is created beside the others and replaces none. */
import { useState } from 'react'
import { LONGEST_FILE_NAME } from '#shared/api/views/file-status.ts'
import { createFile } from '../../app/file-commands.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { navigate } from '../../app/routes.ts'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { NEW_FILE_WORDS as W } from './text.ts'

export function NewFileDialog({ thenImport, close }: DialogProps<'new-file'>) {
  const [name, setName] = useState<string>(W.defaultName)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const error = name.trim() === '' ? W.missing : name.trim().length > LONGEST_FILE_NAME ? W.tooLong : null
  const create = async () => {
    setAsked(true)
    if (error !== null) return
    setBusy(true)
    const created = await createFile(name.trim())
    setBusy(false)
    if (!created) return
    close()
    if (thenImport === true) navigate({ screen: 'import' })
  }
  return (
    <DialogFrame
      title={thenImport === true ? W.titleForImport : W.title}
      width={460}
      onClose={close}
      hint={W.foot}
      primary={{ label: W.action, onPress: () => void create(), isDisabled: busy }}
    >
      <TextField
        label={W.name}
        value={name}
        onChange={setName}
        hint={W.hint}
        isRequired
        autoFocus
        selectOnFocus
        {...(asked && error !== null ? { error } : {})}
      />
    </DialogFrame>
  )
}
