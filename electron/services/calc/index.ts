/** The calculators at the door: pure rules on the input given; nothing is read from or written to the dossier. */
import type { Output, Parsed } from '#shared/api/contract.ts'
import { runCalc } from '#shared/rules/calc/run.ts'
import { calcErrorMessage } from '#shared/text/calc.ts'
import type { ServiceContext } from '../service.ts'

function run(_context: ServiceContext, { name, input }: Parsed<'calc.run'>): Output<'calc.run'> {
  const answer = runCalc(name, input)
  if ('output' in answer) return { output: answer.output }
  const { code, field } = answer.error
  return { error: { code, field, message: calcErrorMessage(answer.error, name) } }
}

export const calcServices = { 'calc.run': run } as const
