/** Arguments of a command, read by node:util parseArgs and refused in French. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type Day, isInCalendar, parseDay } from '#shared/domain/day.ts'
import { idIn, MOST_ID } from '#shared/domain/ids.ts'
import { cliText } from '#shared/text/shells/cli.ts'
import { UsageError } from './command.ts'

export interface Arguments {
  readonly positionals: readonly string[]
  text(option: string): string | null
  flag(option: string): boolean
  day(option: string): Day | null
  integer(option: string, min: number, max: number): number | null
  id(option: string): number | null
}

/** `names`: what each positional is called in the message when it is missing; those with a final "?" are optional. */
export function readArguments(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  names: readonly string[],
): Arguments {
  const { values, positionals } = parse(args, options)
  const extra = positionals[names.length]
  if (extra !== undefined) throw new UsageError(cliText.tooManyArguments(extra))
  const missing = names[positionals.length]
  if (missing !== undefined && !missing.endsWith('?')) throw new UsageError(cliText.missingArgument(missing))

  const text = (option: string): string | null => {
    const value = values[option]
    if (Array.isArray(value)) throw new UsageError(cliText.optionTwice(`--${option}`))
    return typeof value === 'string' ? value : null
  }
  return {
    positionals,
    text,
    flag: (option) => values[option] === true,
    day: (option) => {
      const value = text(option)
      return value === null ? null : readDay(`--${option}`, value)
    },
    integer(option, min, max) {
      const value = text(option)
      if (value === null) return null
      const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN
      if (number >= min && number <= max) return number
      throw new UsageError(cliText.notAnInteger(`--${option}`, min, max))
    },
    id(option) {
      const value = text(option)
      const id = value === null ? null : idIn(value)
      if (value !== null && id === null) throw new UsageError(cliText.notAnInteger(`--${option}`, 1, MOST_ID))
      return id
    },
  }
}

export function readDay(option: string, value: string): Day {
  const day = parseDay(value)
  if (day === null) throw new UsageError(cliText.notADay(option))
  if (!isInCalendar(day)) throw new UsageError(cliText.dayOutOfCalendar(option))
  return day
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(frenchParseError(error))
  }
}

function frenchParseError(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const option = /'(--?[^'\s=]+)/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return cliText.unknownOption(option)
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take/.test(error.message)
        ? cliText.optionTakesNoValue(option)
        : cliText.optionNeedsValue(/'.*?(--[^'\s=<]+)/.exec(error.message)?.[1] ?? option)
    default:
      throw error
  }
}
