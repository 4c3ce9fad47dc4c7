/** The locked screen: nothing of the dossier is shown, one phrase opens it. */
import { useState } from 'react'
import { LOCK_TEXT as W } from '#shared/text/dossier/lock.ts'
import { act } from '../../data/queries.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import './lock.css'

export function LockScreen() {
  const [phrase, setPhrase] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const unlock = async () => {
    if (phrase === '' || busy) return
    setBusy(true)
    const answer = await act('lock.unlock', { passphrase: phrase }, { quiet: true })
    setBusy(false)
    // Not judged yet: what was typed may be right, and stays.
    if (answer.ok || answer.error.code !== 'lock.wait') setPhrase('')
    setError(answer.ok ? null : answer.error.message)
  }
  return (
    <main className="lock-screen">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void unlock()
        }}
      >
        <h1>
          <Icon name="lock" /> {W.title}
        </h1>
        <p className="mut">{W.kept}</p>
        <TextField
          label={W.phrase}
          type="password"
          value={phrase}
          onChange={setPhrase}
          autoFocus
          {...(error === null ? {} : { error })}
        />
        <Button variant="primary" type="submit" isDisabled={busy || phrase === ''}>
          {W.unlock}
        </Button>
        <p className="sm dim">{W.forgotten}</p>
      </form>
    </main>
  )
}
