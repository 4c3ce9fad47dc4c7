/** The scenarios of the dossier: which are compared, and what may be done with each. */
import type { Id } from '#shared/domain/facts.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { act } from '../../data/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/fields/choice.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { type EditedScenario, ScenarioDialog } from './scenario-dialog.tsx'
import { FORECAST_WORDS as W } from './text.ts'
import type { Choices } from './use-choices.ts'

/** More columns than this no longer fit side by side. */
export const COMPARED_AT_MOST = 4

interface Props {
  readonly scenarios: readonly EditedScenario[]
  readonly chosen: readonly Id[]
  readonly onChoose: (ids: readonly Id[]) => void
  readonly names: Choices['names']
}

function editScenario(scenario: EditedScenario | null, onSaved: (id: Id) => void): void {
  openDialog({
    kind: 'custom',
    render: (close) => <ScenarioDialog scenario={scenario} close={close} onSaved={onSaved} />,
  })
}

export function ScenarioList({ scenarios, chosen, onChoose, names }: Props) {
  const choose = (id: Id) => onChoose([...chosen.filter((each) => each !== id), id])
  return (
    <aside className="fc-side" aria-label={W.scenarios} data-area={W.scenarios}>
      <h2>{W.scenarios}</h2>
      {scenarios.length === 0 && <p className="dim sm">{W.none}</p>}
      {scenarios.length > COMPARED_AT_MOST && <p className="dim sm">{W.comparedAtMost}</p>}
      <ul>
        {scenarios.map((scenario) => (
          <li key={scenario.id}>
            <Checkbox
              isSelected={chosen.includes(scenario.id)}
              onChange={(on) =>
                on ? choose(scenario.id) : onChoose(chosen.filter((id) => id !== scenario.id))
              }
            >
              <b>{scenario.name}</b>
            </Checkbox>
            {scenario.hypotheses.map((hypothesis) => (
              <p key={JSON.stringify(hypothesis)} className="sm dim" data-private>
                {W.sentence(hypothesis, names)}
              </p>
            ))}
            <p className="fc-acts">
              <Button variant="link" onPress={() => editScenario(scenario, choose)}>
                {W.edit}
              </Button>
              <Button variant="link" onPress={() => askApply(scenario)}>
                {W.apply}
              </Button>
              <Button
                variant="link"
                onPress={async () => {
                  onChoose(chosen.filter((id) => id !== scenario.id))
                  await act('write.delete', { entity: 'scenario', ids: [scenario.id] })
                }}
              >
                {W.remove}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <Button onPress={() => editScenario(null, choose)}>{W.create}</Button>
    </aside>
  )
}

function askApply(scenario: EditedScenario): void {
  openDialog({
    kind: 'confirm',
    title: W.applyTitle(scenario.name),
    message: W.applyMessage,
    action: W.applyAction,
    onConfirm: async () => {
      const answer = await act('forecast.apply', { scenarioId: scenario.id })
      if (answer.ok) showToast(W.applied(answer.value.applied, answer.value.left))
    },
  })
}
