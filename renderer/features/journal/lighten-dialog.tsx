/** "Alléger le journal": how much it weighs, what going without the detail of old acts loses, then doing it, after a checked copy. */
import { useState } from 'react'
import type { JournalWeight, LighteningChoice } from '#shared/api/channels/journal.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { Note, Reading } from '../../ui/blocks.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { RadioList } from '../../ui/fields/choice.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { LIGHTEN_WORDS as W } from './text.ts'
import './journal.css'

export function LightenJournalDialog({ close }: DialogProps<'lighten-journal'>) {
  const weight = useRead('journal.weigh', {})
  const writable = !(useFileStatus()?.readOnly ?? true)
  const [asked, setAsked] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const choice = chosenOf(weight.data, asked)
  const lighten = async () => {
    if (choice === null) return
    setBusy(true)
    announce(W.busy)
    const answer = await act('journal.lighten', { keepDays: choice.keepDays })
    setBusy(false)
    if (!answer.ok) return
    const { bytesBefore, bytesAfter, shrunk } = answer.value
    showToast(shrunk ? W.done(bytesBefore, bytesAfter) : W.notShrunk)
    close()
  }
  return (
    <DialogFrame
      title={W.title}
      width={600}
      onClose={close}
      cancel={W.close}
      hint={busy ? W.busy : ''}
      primary={{
        label: W.action,
        onPress: () => void lighten(),
        isDisabled: busy || choice === null || !writable,
        danger: true,
      }}
    >
      <Reading read={weight}>
        {(found) => (
          <>
            <p>{W.weight(found)}</p>
            {choice === null ? (
              <Note>{W.nothing}</Note>
            ) : (
              <>
                <RadioList
                  label={W.keep}
                  options={found.choices.map((each) => ({
                    value: String(each.keepDays),
                    label: W.period(each.keepDays),
                    detail: `(${each.until === null ? W.freesNothing : W.frees(each)})`,
                    isDisabled: each.until === null || busy,
                  }))}
                  value={String(choice.keepDays)}
                  onChange={setAsked}
                />
                <p className="sm dim">{W.keepLast(found.keptActs)}</p>
                <Note tone="warn">
                  {W.loses(choice).map((loss) => (
                    <p key={loss}>{loss}</p>
                  ))}
                  <p>
                    <b>{W.forGood}</b>
                  </p>
                </Note>
                <p className="sm dim">{W.stays}</p>
              </>
            )}
          </>
        )}
      </Reading>
    </DialogFrame>
  )
}

/** The longest period that frees something, until another one is chosen: no more is lost than was asked for. */
function chosenOf(weight: JournalWeight | undefined, asked: string | null): LighteningChoice | null {
  const possible = weight?.choices.filter((choice) => choice.until !== null) ?? []
  return possible.find((choice) => String(choice.keepDays) === asked) ?? possible.at(-1) ?? null
}
