/** Correcting a figure: a value of one's own, from a day, with its source; the built-in one stays beside it. */
import { useState } from 'react'
import type { RuleFigure } from '#shared/domain/facts.ts'
import type { Figure } from '#shared/rules/figures/figure.ts'
import { frDay } from '#shared/text/format.ts'
import { figureLabel, figureValueText } from '#shared/text/rules/figures.ts'
import { act } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { RefusalNote } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { SETTINGS_WORDS } from '../text.ts'
import { type FigureDraft, FigureFields, writable } from './figure-fields.tsx'

const W = SETTINGS_WORDS.figures

export function FigureDialog(props: {
  readonly figure: Figure
  readonly row: RuleFigure | null
  readonly close: () => void
}) {
  const { figure, row, close } = props
  const today = useToday()
  const [draft, setDraft] = useState<FigureDraft>({
    value: row?.value ?? null,
    validFrom: row?.validFrom ?? today,
    source: row?.source ?? '',
    confidence: row?.confidence ?? 'to-check',
  })
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const save = async () => {
    setAsked(true)
    const values = writable(draft)
    if (values === null) return
    const answer = await act(
      'write.save',
      { entity: 'ruleFigure', id: row?.id ?? null, values: { code: figure.code, ...values } },
      { quiet: true },
    )
    if (answer.ok) close()
    else setProblem(answer.error.message)
  }
  const remove = async () => {
    if (row === null) return
    const answer = await act('write.delete', { entity: 'ruleFigure', ids: [row.id] })
    if (answer.ok) close()
  }
  return (
    <DialogFrame
      title={W.title(figureLabel(figure.code))}
      width={560}
      onClose={close}
      hint={SETTINGS_WORDS.undoable}
      primary={{ label: row === null ? W.action : W.editAction, onPress: () => void save() }}
      actions={row === null ? undefined : <Button onPress={() => void remove()}>{W.delete}</Button>}
    >
      {figure.builtIn && (
        <p className="sm mut">{W.builtIn(figureValueText(figure), frDay(figure.validFrom), figure.source)}</p>
      )}
      <FigureFields unit={figure.unit} draft={draft} onChange={setDraft} asked={asked} autoFocus />
      {problem !== null && <RefusalNote>{problem}</RefusalNote>}
    </DialogFrame>
  )
}
