/** Calculateurs: each rule alone, its answer and the explanation beside, recomputed at each change. */
import { useEffect, useState } from 'react'
import type { CalculatorText } from '#shared/text/calculators/calculator-text.ts'
import { CALCULATOR_GROUPS, CALCULATORS } from '#shared/text/calculators/calculators.ts'
import type { ScreenProps } from '../../app/routes.ts'
import { navigate } from '../../app/routes.ts'
import { calculate } from '../../data/queries.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { SideLink, SideList } from '../../ui/lists/side-list.tsx'
import { CalcForm } from './calc-form.tsx'
import { type CalcValues, exampleValues, fieldOfError, inputOf } from './calc-input.ts'
import { CalcAnswer, type CalcOutput } from './calc-result.tsx'
import { CALC_WORDS as W } from './text.ts'
import './calculators.css'

const GROUPS = Object.keys(CALCULATOR_GROUPS) as (keyof typeof CALCULATOR_GROUPS)[]

export function CalculatorsScreen({ route }: ScreenProps<'calculators'>) {
  const chosen = CALCULATORS.find((each) => each.name === route.topic) ?? CALCULATORS[0]
  if (chosen === undefined) return null
  return (
    <SideList
      title={W.title}
      label={W.list}
      className="calculators"
      links={GROUPS.map((group) => (
        <section key={group} aria-label={CALCULATOR_GROUPS[group]}>
          <h2 className="item-head">{CALCULATOR_GROUPS[group]}</h2>
          {CALCULATORS.filter((each) => each.group === group).map((each) => (
            <SideLink
              key={each.name}
              title={each.label}
              isCurrent={each === chosen}
              onPress={() => navigate({ screen: 'calculators', topic: each.name })}
            />
          ))}
        </section>
      ))}
    >
      <Calculator key={chosen.name} calculator={chosen} />
    </SideList>
  )
}

type CalcState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly output: CalcOutput }
  | { readonly kind: 'wrong'; readonly field: string | null; readonly message: string }

function Calculator({ calculator }: { readonly calculator: CalculatorText }) {
  const [values, setValues] = useState<CalcValues>(() => exampleValues(calculator))
  const [state, setState] = useState<CalcState>({ kind: 'waiting' })

  useEffect(() => {
    let current = true
    void calculate(calculator.name, inputOf(calculator, values)).then((answer) => {
      if (!current) return
      if (!answer.ok) setState({ kind: 'wrong', field: null, message: answer.error.message })
      else if (answer.value.error !== undefined) {
        const { field, message } = answer.value.error
        setState({ kind: 'wrong', field: fieldOfError(calculator, field), message })
      } else setState({ kind: 'done', output: answer.value.output as CalcOutput })
    })
    return () => {
      current = false
    }
  }, [calculator, values])

  return (
    <div className="calc-pane">
      <section className="calc-input" aria-label={W.input} data-area={W.input}>
        <h2>{calculator.label}</h2>
        <p className="mut">{calculator.description}</p>
        <CalcForm
          calculator={calculator}
          values={values}
          error={state.kind === 'wrong' ? state : null}
          onChange={(name, value) => setValues((now) => ({ ...now, [name]: value }))}
        />
        <div>
          <Button size="small" onPress={() => setValues(exampleValues(calculator))}>
            {W.example}
          </Button>
        </div>
        <p className="sm dim">{W.intro}</p>
      </section>
      <section
        className="calc-output"
        aria-label={W.result}
        aria-live="polite"
        data-area={W.result}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        {state.kind === 'done' && <CalcAnswer calculator={calculator} output={state.output} />}
        {state.kind === 'wrong' && (
          <>
            <h2>{W.toMend}</h2>
            <Note tone="late">{state.message}</Note>
          </>
        )}
      </section>
    </div>
  )
}
