/** Writing a scenario: a name and its hypotheses. Saved beside the facts, never in them. */
import { useState } from 'react'
import type { Id } from '#shared/domain/facts.ts'
import type { Hypothesis } from '#shared/schemas/scenario.ts'
import { act } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { emptyDraft, hypothesisOf, isUntouched } from './hypothesis-draft.ts'
import { HypothesisFields } from './hypothesis-fields.tsx'
import { FORECAST_WORDS } from './text.ts'
import { useChoices } from './use-choices.ts'

const W = FORECAST_WORDS.editor

export interface EditedScenario {
  readonly id: Id
  readonly name: string
  readonly createdOn: string
  readonly hypotheses: readonly Hypothesis[]
}

interface Props {
  readonly scenario: EditedScenario | null
  readonly close: () => void
  readonly onSaved: (id: Id) => void
}

export function ScenarioDialog({ scenario, close, onSaved }: Props) {
  const today = useToday()
  const choices = useChoices()
  const [name, setName] = useState(scenario?.name ?? '')
  const [list, setList] = useState<readonly Hypothesis[]>(scenario?.hypotheses ?? [])
  const [draft, setDraft] = useState(emptyDraft('renew'))
  const [asked, setAsked] = useState(false)
  const [incomplete, setIncomplete] = useState(false)

  const add = () => {
    const hypothesis = hypothesisOf(draft)
    setIncomplete(hypothesis === null)
    if (hypothesis === null) return
    setList(withOne(list, hypothesis))
    setDraft(emptyDraft(draft.kind))
  }

  const save = async () => {
    setAsked(true)
    // What is filled in below counts, whether or not « Ajouter » was pressed.
    const filled = hypothesisOf(draft)
    const hypotheses = filled === null ? list : withOne(list, filled)
    const isBegun = filled === null && !isUntouched(draft)
    setIncomplete(isBegun)
    if (name.trim() === '' || hypotheses.length === 0 || isBegun) return
    const values = {
      name: name.trim(),
      createdOn: scenario?.createdOn ?? today,
      definition: JSON.stringify({ hypotheses }),
    }
    const answer = await act('write.save', { entity: 'scenario', id: scenario?.id ?? null, values })
    if (!answer.ok) return
    onSaved(answer.value.id)
    close()
  }

  return (
    <DialogFrame
      title={scenario === null ? W.create : W.edit}
      width={720}
      onClose={close}
      hint={W.hint}
      primary={{ label: W.save, onPress: save }}
    >
      <TextField
        label={W.name}
        value={name}
        onChange={setName}
        autoFocus
        isRequired
        error={asked && name.trim() === '' ? W.nameMissing : undefined}
      />
      <h3>{W.list}</h3>
      {list.length === 0 && <p className={asked ? 'late' : 'dim'}>{W.empty}</p>}
      <ul className="fc-list">
        {list.map((hypothesis, i) => (
          <li key={JSON.stringify(hypothesis)}>
            <span className="w">{FORECAST_WORDS.sentence(hypothesis, choices.names)}</span>
            <Button
              variant="icon"
              label={W.removeLine}
              onPress={() => setList(list.filter((_, j) => j !== i))}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
      <HypothesisFields
        draft={draft}
        onChange={(next) => {
          setDraft(next)
          setIncomplete(false)
        }}
        contracts={choices.contracts}
        positions={choices.positions}
      />
      {incomplete && (
        <p className="late" role="alert">
          {W.incomplete}
        </p>
      )}
      <Button onPress={add}>{W.add}</Button>
    </DialogFrame>
  )
}

/** The same hypothesis twice says nothing more. */
function withOne(list: readonly Hypothesis[], added: Hypothesis): readonly Hypothesis[] {
  const said = JSON.stringify(added)
  return list.some((each) => JSON.stringify(each) === said) ? list : [...list, added]
}
