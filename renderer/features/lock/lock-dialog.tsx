/** Verrouiller l'écran: on or off, its phrase, after how long; with what it does and does not protect. */
import { useState } from 'react'
import type { LockView } from '#shared/api/channels/lock.ts'
import { LOCK_TEXT as W } from '#shared/text/dossier/lock.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { act, useRead } from '../../data/queries.ts'
import { Note, Reading, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { TextField } from '../../ui/fields/field.tsx'

const SHORTEST = 6

export function ScreenLockDialog({ close }: DialogProps<'screen-lock'>) {
  const read = useRead('lock.status', {}, { keep: false })
  return <Reading read={read}>{(view) => <Form view={view} close={close} />}</Reading>
}

function Form({ view, close }: { readonly view: LockView; readonly close: () => void }) {
  const [current, setCurrent] = useState('')
  const [phrase, setPhrase] = useState('')
  const [again, setAgain] = useState('')
  const [minutes, setMinutes] = useState(String(view.minutes))
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const count = Number(minutes)
  const wrongMinutes = !Number.isSafeInteger(count) || count < 1 || count > 240
  const short = phrase.length < SHORTEST
  const differs = phrase !== again

  const set = async (passphrase: string | null) => {
    setBusy(true)
    const input = {
      current: view.enabled ? current || '?' : null,
      passphrase,
      minutes: wrongMinutes ? 10 : count,
    }
    const answer = await act('lock.set', input, { quiet: true })
    setBusy(false)
    if (answer.ok) close()
    else setRefused(answer.error.message)
  }
  const save = () => {
    setAsked(true)
    if (!short && !differs && !wrongMinutes) void set(phrase)
  }
  return (
    <DialogFrame
      title={W.settings}
      width={560}
      onClose={close}
      actions={
        view.enabled && (
          <Button isDisabled={busy} onPress={() => void set(null)}>
            {W.remove}
          </Button>
        )
      }
      primary={{ label: view.enabled ? W.change : W.activate, onPress: save, isDisabled: busy }}
    >
      <p>{view.enabled ? W.on : W.off}</p>
      {view.enabled && (
        <TextField
          label={W.current}
          type="password"
          value={current}
          onChange={setCurrent}
          autoFocus
          {...(refused === null ? {} : { error: refused })}
        />
      )}
      <TextField
        label={W.next}
        type="password"
        value={phrase}
        onChange={setPhrase}
        hint={W.nextHint}
        autoFocus={!view.enabled}
        {...(asked && short ? { error: W.short } : {})}
      />
      <TextField
        label={W.again}
        type="password"
        value={again}
        onChange={setAgain}
        {...(asked && !short && differs ? { error: W.differs } : {})}
      />
      <TextField
        label={W.minutes}
        value={minutes}
        onChange={setMinutes}
        inputMode="numeric"
        {...(asked && wrongMinutes ? { error: W.minutesWrong } : {})}
      />
      <Note>{W.honest}</Note>
      {!view.enabled && refused !== null && <RefusalNote>{refused}</RefusalNote>}
    </DialogFrame>
  )
}
