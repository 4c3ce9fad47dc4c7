/** The calculators by name. Bad input is answered with a code and the field, never with an exception. */
import { BUILT_IN_RULES, type CalcAnswer, type CalcRules, type Calculator } from './calculator.ts'
import { DATE_CALCULATORS } from './dates.ts'
import { MONEY_CALCULATORS } from './money.ts'
import { PRIVATE_CALCULATORS } from './private-law.ts'
import { PUBLIC_CALCULATORS } from './public-law.ts'

const REGISTRY: ReadonlyMap<string, Calculator> = new Map(
  Object.entries({
    ...DATE_CALCULATORS,
    ...PRIVATE_CALCULATORS,
    ...PUBLIC_CALCULATORS,
    ...MONEY_CALCULATORS,
  }),
)

export const CALCULATOR_NAMES: readonly string[] = [...REGISTRY.keys()]

export function runCalc(name: string, input: unknown, rules: CalcRules = BUILT_IN_RULES): CalcAnswer {
  const calculate = REGISTRY.get(name)
  return calculate === undefined
    ? { error: { code: 'calc.unknown', field: 'calc' } }
    : calculate(input, rules)
}
