/** A passphrase for the copies that leave this machine, and the sheet to print: without the phrase nobody reads them again. */
import { useState } from 'react'
import type { DialogProps } from '../../app/open-dialog.ts'
import { act } from '../../data/queries.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { PROTECT_WORDS as W } from './text.ts'
import './copies.css'

const SHORTEST = 12

export function ProtectCopiesDialog({ close }: DialogProps<'protect-copies'>) {
  const [phrase, setPhrase] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [sheet, setSheet] = useState<readonly string[] | null>(null)
  const short = phrase.trim().length < SHORTEST
  const differs = phrase !== again
  const protect = async () => {
    setAsked(true)
    if (short || differs) return
    setBusy(true)
    const answer = await act('copies.protect', { passphrase: phrase })
    setBusy(false)
    if (answer.ok) setSheet(answer.value.sheet)
  }
  if (sheet !== null) {
    return (
      // A dialog of its own: the button that led here is gone, and the keyboard must not be left outside.
      <DialogFrame
        key="sheet"
        title={W.sheetTitle}
        width={680}
        onClose={close}
        cancel={W.close}
        actions={
          <Button variant="primary" onPress={() => window.print()}>
            {W.print}
          </Button>
        }
      >
        <p>{W.sheetIntro}</p>
        <pre className="copy-sheet">{sheet.join('\n')}</pre>
      </DialogFrame>
    )
  }
  return (
    <DialogFrame
      title={W.title}
      width={540}
      onClose={close}
      primary={{ label: W.action, onPress: () => void protect(), isDisabled: busy }}
    >
      <TextField
        label={W.phrase}
        type="password"
        value={phrase}
        onChange={setPhrase}
        hint={W.phraseHint}
        autoFocus
        {...(asked && short ? { error: W.short } : {})}
      />
      <TextField
        label={W.again}
        type="password"
        value={again}
        onChange={setAgain}
        {...(asked && !short && differs ? { error: W.differs } : {})}
      />
      <Note tone="warn">{W.honest}</Note>
    </DialogFrame>
  )
}
