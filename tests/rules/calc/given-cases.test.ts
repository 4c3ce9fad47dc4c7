import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCalc } from '#shared/rules/calc/run.ts'

interface GivenCase {
  readonly id: string
  readonly calc: string
  readonly input: unknown
  readonly expect: Readonly<Record<string, unknown>>
}

const cases = readFileSync(new URL('../../fixtures/calc-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GivenCase)

describe('the worked cases given with the rules', () => {
  it.each(cases)('$id $calc', ({ calc, input, expect: expected }) => {
    const answer = runCalc(calc, input)
    expect(answer).toMatchObject({ output: expected })
  })

  it('are sixty-nine, each explained by at least one step and one text', () => {
    expect(cases).toHaveLength(69)
    for (const { calc, input } of cases) {
      const answer = runCalc(calc, input)
      if ('error' in answer) throw new Error(answer.error.code)
      expect(answer.output.steps.length).toBeGreaterThan(0)
      expect(answer.output.basis.length).toBeGreaterThan(0)
      for (const text of answer.output.basis) expect(text.inForceFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })
})
