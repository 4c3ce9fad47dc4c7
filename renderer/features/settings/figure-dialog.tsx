/** Correcting a figure: a value of one's own, from a day, with its source; the built-in one stays beside it. */
import { useState } from 'react'
import type { Day } from '#shared/domain/day.ts'
import type { RuleFigure } from '#shared/domain/facts.ts'
import type { Confidence } from '#shared/domain/words.ts'
import type { Figure } from '#shared/rules/figures/figure.ts'
import { figureLabel, figureValueText } from '#shared/text/figures.ts'
import { frDay } from '#shared/text/format.ts'
import { CONFIDENCE_WORDS } from '#shared/text/words.ts'
import { act } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choice.tsx'
import { DialogFrame } from '../../ui/dialog.tsx'
import { TextField, TypedField } from '../../ui/field.tsx'
import { DayField } from '../../ui/typed-fields.tsx'
import { parseFigure, showFigure } from './figure-value.ts'
import { SETTINGS_WORDS } from './text.ts'

const W = SETTINGS_WORDS.figures

export function FigureDialog(props: {
  readonly figure: Figure
  readonly row: RuleFigure | null
  readonly close: () => void
}) {
  const { figure, row, close } = props
  const today = useToday()
  const [value, setValue] = useState<number | null>(row?.value ?? null)
  const [validFrom, setValidFrom] = useState<Day | null>(row?.validFrom ?? today)
  const [source, setSource] = useState(row?.source ?? '')
  const [confidence, setConfidence] = useState<Confidence>(row?.confidence ?? 'to-check')
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const save = async () => {
    setAsked(true)
    if (value === null || validFrom === null || source.trim() === '') return
    const answer = await act(
      'write.save',
      {
        entity: 'ruleFigure',
        id: row?.id ?? null,
        values: { code: figure.code, value, validFrom, source: source.trim(), confidence },
      },
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
  const missing = (empty: boolean) => (asked && empty ? { error: W.missing } : {})
  const { unit } = figure
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
      <div className="form-row">
        <TypedField
          label={`${W.value} (${W.unit[unit]})`}
          value={value}
          onChange={setValue}
          parse={(text) => parseFigure(unit, text)}
          show={(each) => showFigure(unit, each)}
          invalid={W.invalid(W.unit[unit])}
          align="right"
          isRequired
          autoFocus
          {...missing(value === null)}
        />
        <DayField
          label={W.from}
          value={validFrom}
          onChange={setValidFrom}
          isRequired
          {...missing(validFrom === null)}
        />
        <Select
          label={W.confidence}
          value={confidence}
          onChange={setConfidence}
          options={(Object.keys(CONFIDENCE_WORDS) as Confidence[]).map((each) => ({
            value: each,
            label: CONFIDENCE_WORDS[each],
          }))}
        />
      </div>
      <TextField
        label={W.source}
        value={source}
        onChange={setSource}
        hint={W.sourceHint}
        isRequired
        {...missing(source.trim() === '')}
      />
      {problem !== null && <Note tone="late">{problem}</Note>}
    </DialogFrame>
  )
}
