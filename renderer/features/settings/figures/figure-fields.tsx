/** What a person says of a figure of their own: its value, from which day, how sure it is, and where it comes from. */
import type { Day } from '#shared/domain/day.ts'
import type { Confidence } from '#shared/domain/words.ts'
import type { FigureUnit } from '#shared/rules/figures/figure.ts'
import { CONFIDENCE_WORDS } from '#shared/text/words.ts'
import { Select } from '../../../ui/fields/choice.tsx'
import { TextField, TypedField } from '../../../ui/fields/field.tsx'
import { DayField } from '../../../ui/fields/typed-fields.tsx'
import { SETTINGS_WORDS } from '../text.ts'
import { parseFigure, showFigure } from './figure-value.ts'

const W = SETTINGS_WORDS.figures

export interface FigureDraft {
  readonly value: number | null
  readonly validFrom: Day | null
  readonly source: string
  readonly confidence: Confidence
}

/** The values to write; null while something is missing. */
export function writable({ value, validFrom, source, confidence }: FigureDraft) {
  if (value === null || validFrom === null || source.trim() === '') return null
  return { value, validFrom, source: source.trim(), confidence }
}

export function FigureFields(props: {
  readonly unit: FigureUnit
  readonly draft: FigureDraft
  readonly onChange: (draft: FigureDraft) => void
  /** Saving was asked for: what is missing is said. */
  readonly asked: boolean
  readonly autoFocus: boolean
}) {
  const { unit, draft, asked } = props
  const change = (next: Partial<FigureDraft>) => props.onChange({ ...draft, ...next })
  const missing = (empty: boolean) => (asked && empty ? { error: W.missing } : {})
  return (
    <>
      <div className="form-row">
        <TypedField
          label={`${W.value} (${W.unit[unit]})`}
          value={draft.value}
          onChange={(value) => change({ value })}
          parse={(text) => parseFigure(unit, text)}
          show={(each) => showFigure(unit, each)}
          invalid={W.invalid(W.unit[unit])}
          align="right"
          isRequired
          autoFocus={props.autoFocus}
          {...missing(draft.value === null)}
        />
        <DayField
          label={W.from}
          value={draft.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          isRequired
          {...missing(draft.validFrom === null)}
        />
        <Select
          label={W.confidence}
          value={draft.confidence}
          onChange={(confidence) => change({ confidence })}
          options={(Object.keys(CONFIDENCE_WORDS) as Confidence[]).map((each) => ({
            value: each,
            label: CONFIDENCE_WORDS[each],
          }))}
        />
      </div>
      <TextField
        label={W.source}
        value={draft.source}
        onChange={(source) => change({ source })}
        hint={W.sourceHint}
        isRequired
        {...missing(draft.source.trim() === '')}
      />
    </>
  )
}
