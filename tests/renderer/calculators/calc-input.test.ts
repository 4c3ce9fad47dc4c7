import { describe, expect, it } from 'vitest'
import { runCalc } from '#shared/rules/calc/run.ts'
import { CALCULATORS, calculatorText } from '#shared/text/calculators/calculators.ts'
import { exampleValues, fieldOfError, inputOf } from '../../../renderer/features/calculators/calc-input.ts'

const calculator = (name: string) => {
  const found = calculatorText(name)
  if (found === undefined) throw new Error(`no calculator ${name}`)
  return found
}

describe('a calculator tried alone', () => {
  it.each(CALCULATORS.map((each) => [each.name, each] as const))(
    '%s answers the example its form opens with',
    (name, each) => {
      const answer = runCalc(name, inputOf(each, exampleValues(each)))
      expect('error' in answer ? answer.error : null).toBeNull()
    },
  )

  it.each(CALCULATORS.map((each) => [each.name, each] as const))(
    '%s shows at least one of its results',
    (name, each) => {
      const answer = runCalc(name, inputOf(each, exampleValues(each)))
      const output = ('output' in answer ? answer.output : {}) as unknown as Record<string, unknown>
      expect(each.results.some((result) => (output[result.name] ?? null) !== null)).toBe(true)
    },
  )

  it('sends nothing that is hidden, and nothing optional left empty', () => {
    const limits = calculator('cdd-private-limits')
    const input = inputOf(limits, { ...exampleValues(limits), maxMonths: null })
    expect('maxMonths' in input).toBe(false)
  })

  it('leaves a missing day out, so that the rule says which value it misses', () => {
    const end = calculator('contract-end')
    const answer = runCalc('contract-end', inputOf(end, { startsOn: null, months: 18 }))
    if (!('error' in answer)) throw new Error('answered without a start')
    expect(answer.error.code).toBe('field.missing')
    expect(fieldOfError(end, answer.error.field)).toBe('startsOn')
  })

  it('points at the list a wrong line belongs to', () => {
    expect(fieldOfError(calculator('cdd-private-limits'), 'periods.1.endsOn')).toBe('periods')
    expect(fieldOfError(calculator('cdd-private-limits'), 'periods[1].endsOn')).toBe('periods')
    expect(fieldOfError(calculator('contract-end'), 'unknown')).toBeNull()
  })
})
