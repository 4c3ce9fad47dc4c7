/** `jalon calc`: one calculator on one input, or a stream of requests, one JSON value per line. */
import type { CalcError } from '#shared/rules/calc/calculator.ts'
import { CALCULATOR_NAMES, runCalc } from '#shared/rules/calc/run.ts'
import { calcErrorMessage } from '#shared/text/errors/calc-errors.ts'
import { cliText } from '#shared/text/shells/cli.ts'
import { type Command, type CommandIo, type ExitCode, UsageError } from '../command.ts'
import { readArguments } from '../options.ts'
import { printJson } from '../output.ts'
import { answerLines } from './calc-batch.ts'

export const calcCommand: Command = {
  name: 'calc',
  async run(args, io): Promise<ExitCode> {
    const given = readArguments(args, { batch: { type: 'boolean' }, json: { type: 'boolean' } }, [
      'NOM?',
      'JSON?',
    ])
    const [name, text] = given.positionals
    if (given.flag('batch')) {
      if (name !== undefined) throw new UsageError(cliText.tooManyArguments(name))
      await answerLines(io.stdin, (lines) => io.out(lines))
      return 0
    }
    if (name === undefined) throw new UsageError(cliText.missingArgument('NOM'))
    if (text === undefined) throw new UsageError(cliText.missingArgument('JSON'))
    const input = parse(text)
    if (input === undefined) return refuse(io, { code: 'json.invalid', field: 'input' }, cliText.notJson, 2)
    const answer = runCalc(name, input)
    if ('output' in answer) {
      await printJson(io, answer.output)
      return 0
    }
    if (answer.error.code === 'calc.unknown')
      return refuse(io, answer.error, cliText.unknownCalculator(name, CALCULATOR_NAMES), 2)
    return refuse(io, answer.error, calcErrorMessage(answer.error, name), 1)
  },
}

async function refuse(io: CommandIo, error: CalcError, message: string, exit: ExitCode): Promise<ExitCode> {
  io.err(`${message}\n`)
  await printJson(io, { error: { ...error, message } })
  return exit
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
