/** `jalon …`: finds the command, fixes the day, and turns what happened into words and an exit code. */
import {
  CLI_FOOTER,
  CLI_HEADER,
  COMMAND_SUMMARIES,
  type CommandName,
  cliText,
  commandUsage,
} from '#shared/text/shells/cli.ts'
import { doorError } from '../api/failure.ts'
import { clockViewing } from '../clock.ts'
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts'
import { readDay } from './options.ts'

/** Loaded when asked for: a calculator does not wait for a workbook library. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  deadlines: async () => (await import('./commands/deadlines.ts')).deadlinesCommand,
  aid: async () => (await import('./commands/aid.ts')).aidCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  calc: async () => (await import('./commands/calc.ts')).calcCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
}

export async function runCli(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === '--help' || name === '-h') {
    await io.out(generalHelp())
    return 0
  }
  if (name === undefined || !Object.hasOwn(commands, name)) {
    io.err(`${name === undefined ? cliText.noCommand : cliText.unknownCommand(name)}\n\n${generalHelp()}`)
    return 2
  }
  const known = name as CommandName
  const asked = optionsOf(rest)
  if (asked.includes('--help') || asked.includes('-h')) {
    await io.out(`${commandUsage(known)}\n`)
    return 0
  }
  try {
    const { args, today } = takeToday(rest)
    const command = await commands[known]()
    return await command.run(
      args,
      today === null ? io : { ...io, clock: clockViewing(readDay('--today', today), io.clock) },
    )
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\n\n${commandUsage(known)}\n`)
      return 2
    }
    const refused = doorError(error, known, (line) => io.err(`${line}\n`))
    io.err(`${refused.message}\n`)
    if (asked.includes('--json')) await io.out(`${JSON.stringify({ error: refused }, null, 2)}\n`)
    return 1
  }
}

function generalHelp(): string {
  const names = Object.keys(commands) as readonly CommandName[]
  const lines = names.map((name) => `  ${name.padEnd(10)} ${COMMAND_SUMMARIES[name]}`)
  return `${CLI_HEADER}\n${lines.join('\n')}\n\n${CLI_FOOTER}\n`
}

/** What may be an option: nothing after `--`. */
function optionsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--')
  return end < 0 ? args : args.slice(0, end)
}

/** `--today` belongs to every command: taken out before the command reads its own. */
function takeToday(args: readonly string[]): {
  readonly args: readonly string[]
  readonly today: string | null
} {
  const kept: string[] = []
  let today: string | null = null
  const end = optionsOf(args).length
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    const joined = arg.startsWith('--today=')
    if (i >= end || (arg !== '--today' && !joined)) {
      kept.push(arg)
      continue
    }
    if (today !== null) throw new UsageError(cliText.optionTwice('--today'))
    if (!joined) i += 1
    today = joined ? arg.slice('--today='.length) : (args[i] ?? null)
    if (today === null) throw new UsageError(cliText.optionNeedsValue('--today'))
  }
  return { args: kept, today }
}
