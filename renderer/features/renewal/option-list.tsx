/** The periods proposed, each with its end and what it means. A refused one stays visible, with the arithmetic. */
import { Radio, RadioGroup } from 'react-aria-components'
import type { Day } from '#shared/domain/day.ts'
import type { Renewal } from '#shared/rules/engine/contracts/renewals.ts'
import { type Choice, choiceOf, optionWords } from './renewal-view.ts'
import { RENEWAL_WORDS as W } from './text.ts'

export function OptionList(props: {
  readonly renewal: Renewal
  readonly term: Day
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
}) {
  const { renewal, choice } = props
  return (
    <RadioGroup
      aria-label={W.newPeriod}
      className="opts"
      value={choice.code}
      onChange={(code) => {
        const option = renewal.options.find((each) => each.code === code)
        if (option !== undefined) props.onChoose(choiceOf(option))
      }}
    >
      {renewal.options.map((option) => {
        const words = optionWords(option, props.term)
        return (
          <Radio
            key={option.code}
            value={option.code}
            className={words.refused ? 'opt no' : 'opt'}
            isDisabled={words.refused}
            autoFocus={option.code === choice.code}
          >
            <span className="dot" />
            <span className="t">{words.title}</span>
            <span className="mut">{words.day}</span>
            <small>{words.detail}</small>
          </Radio>
        )
      })}
    </RadioGroup>
  )
}
