/** Postponing or ignoring a deadline: a reason is always asked, because the journal keeps it. */
import { useState } from 'react'
import { addDays, addMonths, type Day } from '#shared/domain/day.ts'
import { frWeekday } from '#shared/text/format.ts'
import { stepSentence } from '#shared/text/rules/explain.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { act } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { DayField } from '../../ui/fields/typed-fields.tsx'
import { ANSWER_DIALOG_WORDS as W } from './text.ts'

export function AnswerDialog({ deadline, answer, close }: DialogProps<'answer-deadline'>) {
  const today = useToday()
  const [to, setTo] = useState<Day | null>(addDays(today, 7))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const postponed = answer === 'postponed'
  const dayProblem = !postponed ? null : to === null ? W.dayMissing : to <= today ? W.dayPast : null
  const reasonProblem = reason.trim() === '' ? W.reasonMissing : null

  const save = async () => {
    setAsked(true)
    if (dayProblem !== null || reasonProblem !== null) return
    setBusy(true)
    const written = await act('write.answerDeadline', {
      key: deadline.key,
      forDay: deadline.dueOn,
      answer,
      postponedTo: postponed ? to : null,
      reason: reason.trim(),
    })
    setBusy(false)
    if (written.ok) close()
  }

  const subject = deadline.positionLabel ?? deadline.employerName
  const error = (problem: string | null) => (asked && problem !== null ? { error: problem } : {})
  return (
    <DialogFrame
      title={postponed ? W.postponeTitle : W.ignoreTitle}
      onClose={close}
      width={520}
      hint={W.undoable}
      primary={{ label: postponed ? W.postpone : W.ignore, onPress: () => void save(), isDisabled: busy }}
    >
      <div>
        <p>
          <b>{stepSentence(deadline.title)}</b>
          {subject !== null && <span className="mut"> · {subject}</span>}
        </p>
        <p className="mut">{frWeekday(deadline.dueOn)}</p>
      </div>
      {postponed && (
        <div className="answer-day">
          <DayField label={W.to} value={to} onChange={setTo} isRequired autoFocus {...error(dayProblem)} />
          <Button size="small" onPress={() => setTo(addDays(today, 7))}>
            {W.inWeek}
          </Button>
          <Button size="small" onPress={() => setTo(addMonths(today, 1))}>
            {W.inMonth}
          </Button>
        </div>
      )}
      {postponed && to !== null && deadline.legalOn !== null && to > deadline.legalOn && (
        <Note tone="warn">{W.afterLegal(deadline.legalOn)}</Note>
      )}
      <TextField
        label={W.reason}
        value={reason}
        onChange={setReason}
        isRequired
        autoFocus={!postponed}
        hint={postponed ? W.reasonHintPostpone : W.reasonHintIgnore}
        {...error(reasonProblem)}
      />
    </DialogFrame>
  )
}
