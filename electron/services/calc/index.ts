/** The calculators at the door: pure rules on the input given, with the figures of the open dossier where there is one. */
import type { Output, Parsed } from '#shared/api/contract.ts'
import { calcRulesOf } from '#shared/rules/calc/calc-rules.ts'
import { BUILT_IN_RULES, type CalcRules } from '#shared/rules/calc/calculator.ts'
import { runCalc } from '#shared/rules/calc/run.ts'
import { calcErrorMessage } from '#shared/text/errors/calc-errors.ts'
import { Refusal, type ServiceContext } from '../service.ts'

function run(context: ServiceContext, { name, input }: Parsed<'calc.run'>): Output<'calc.run'> {
  const answer = runCalc(name, input, rulesOf(context))
  if ('output' in answer) return { output: answer.output }
  const { code, field } = answer.error
  return { error: { code, field, message: calcErrorMessage(answer.error, name) } }
}

/** The figures a person corrected are theirs in every calculation; without a dossier, the built-in ones. */
function rulesOf(context: ServiceContext): CalcRules {
  try {
    return calcRulesOf(context.dossier.readFacts())
  } catch (error) {
    if (error instanceof Refusal && error.error.code === 'file.none') return BUILT_IN_RULES
    throw error
  }
}

export const calcServices = { 'calc.run': run } as const
