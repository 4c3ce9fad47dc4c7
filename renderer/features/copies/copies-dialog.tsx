/** Restaurer une sauvegarde: the copies, what one holds, and where to bring it back. Works with or without an open dossier. */
import { useState } from 'react'
import type { CopyLook, CopyRow } from '#shared/api/channels/copies.ts'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { arrived, chooseUpload } from '../../app/file-commands.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { client } from '../../data/client.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { Note, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { Checkbox } from '../../ui/fields/choice.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { frInstant } from '../../ui/show.ts'
import { CopyLookView, type Target } from './copy-look.tsx'
import { COPIES_WORDS as W } from './text.ts'
import './copies.css'

export interface ChosenCopy {
  readonly copyId?: string
  readonly uploadId?: string
  readonly passphrase?: string
  readonly title: string
}

export function CopiesDialog({ close }: DialogProps<'copies'>) {
  const [chosen, setChosen] = useState<ChosenCopy | null>(null)
  const [look, setLook] = useState<CopyLook | null>(null)
  const [asksPhrase, setAsksPhrase] = useState<string | null>(null)
  const [target, setTarget] = useState<Target>('new')
  const [busy, setBusy] = useState(false)

  const source = (copy: ChosenCopy) => {
    const { title, ...rest } = copy
    return rest
  }
  const see = async (copy: ChosenCopy) => {
    setChosen(copy)
    setBusy(true)
    const answer = await act('copies.preview', source(copy), { quiet: true })
    setBusy(false)
    if (answer.ok) {
      setLook(answer.value)
      setAsksPhrase(null)
      setTarget(answer.value.targets[0]?.recentId ?? 'new')
      return
    }
    setLook(null)
    if (answer.error.code === 'backup.wrong-passphrase') {
      setAsksPhrase(copy.passphrase === undefined ? '' : answer.error.message)
      return
    }
    setChosen(null)
    showToast(answer.error.message, { tone: 'late' })
  }
  const chooseFile = async () => {
    if (client.upload !== null) {
      const file = await chooseUpload('.jalon,.chiffre')
      if (file !== null) void see({ uploadId: file.uploadId, title: file.name })
      return
    }
    const answer = await act('copies.choose', {})
    if (answer.ok && answer.value !== null) {
      void see({ uploadId: answer.value.uploadId, title: answer.value.name })
    }
  }
  const restore = async () => {
    if (chosen === null) return
    setBusy(true)
    const answer = await act('copies.restore', { ...source(chosen), into: target === 'new' ? null : target })
    setBusy(false)
    if (!answer.ok || answer.value === null) return
    close()
    arrived(answer.value.status)
    const { wayBack } = answer.value
    showToast(wayBack === null ? W.done : W.doneWayBack(wayBack))
  }

  if (chosen !== null) {
    return (
      <DialogFrame
        key="look"
        title={W.title}
        subtitle={chosen.title}
        width={640}
        onClose={close}
        actions={
          <Button
            onPress={() => {
              setChosen(null)
              setLook(null)
            }}
          >
            {W.back}
          </Button>
        }
        primary={
          asksPhrase === null
            ? { label: W.restore, onPress: () => void restore(), isDisabled: busy || look === null }
            : { label: W.look, onPress: () => void see(chosen), isDisabled: busy || !chosen.passphrase }
        }
      >
        <CopyLookView
          look={look}
          asksPhrase={asksPhrase}
          passphrase={chosen.passphrase ?? ''}
          onPassphrase={(passphrase) => setChosen({ ...chosen, passphrase })}
          target={target}
          onTarget={setTarget}
        />
      </DialogFrame>
    )
  }
  return (
    <DialogFrame
      title={W.title}
      width={820}
      onClose={close}
      hint={W.checked}
      actions={<Button onPress={() => void chooseFile()}>{W.chooseFile}</Button>}
    >
      <p className="mut">{W.intro}</p>
      <CopyList onSee={see} />
    </DialogFrame>
  )
}

function CopyList({ onSee }: { readonly onSee: (copy: ChosenCopy) => void }) {
  const read = useRead('copies.list', {})
  const open = useFileStatus()?.open ?? false
  const [onlyOpen, setOnlyOpen] = useState(open)
  return (
    <Reading read={read}>
      {({ copies, trouble }) => {
        const shown = copies.filter((copy) => !onlyOpen || copy.ofOpen)
        return (
          <>
            {trouble !== null && <Note tone="warn">{trouble}</Note>}
            {open && (
              <Checkbox isSelected={onlyOpen} onChange={setOnlyOpen}>
                {W.onlyOpen}
              </Checkbox>
            )}
            {shown.length === 0 ? <p className="mut">{W.none}</p> : <Table copies={shown} onSee={onSee} />}
          </>
        )
      }}
    </Reading>
  )
}

function Table(props: { readonly copies: readonly CopyRow[]; readonly onSee: (copy: ChosenCopy) => void }) {
  return (
    <table className="plain copies-table" aria-label={W.list}>
      <thead>
        <tr>
          <th scope="col">{W.dossier}</th>
          <th scope="col">{W.at}</th>
          <th scope="col">{W.reason}</th>
          <th scope="col" className="num">
            {W.size}
          </th>
          <th scope="col">{W.place}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {props.copies.map((copy) => (
          <tr key={copy.id}>
            <th scope="row">{copy.dossier}</th>
            <td className="nb">
              {frInstant(copy.at)}
              {copy.doubtful && `, ${W.doubtful}`}
            </td>
            <td>{COPIES_TEXT.reasons[copy.reason]}</td>
            <td className="num">{W.kilobytes(copy.bytes)}</td>
            <td>
              {copy.place === 'here' ? W.here : W.second}
              {copy.encrypted && `, ${W.encrypted}`}
            </td>
            <td>
              <Button
                variant="link"
                label={W.lookOf(copy.dossier, frInstant(copy.at))}
                onPress={() =>
                  props.onSee({ copyId: copy.id, title: `${copy.dossier}, ${frInstant(copy.at)}` })
                }
              >
                {W.look}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
