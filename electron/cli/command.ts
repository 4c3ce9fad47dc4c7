/** What a command of `jalon` is: its French usage, and what it does. Exit codes: 0 done, 1 refused, 2 bad usage. */
import type { Readable } from 'node:stream'
import type { Clock } from '../clock.ts'

export type ExitCode = 0 | 1 | 2

/** Everything a command may touch of the outside, so that tests hand in their own. */
export interface CommandIo {
  /** Results only. Waits where the reader is slower. */
  out(text: string): Promise<void>
  /** Messages to the person: progress, warnings, refusals. */
  err(text: string): void
  readonly stdin: Readable
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** `--today` is read before the command: this clock already looks at that day, its instants stay those of the machine. */
  readonly clock: Clock
}

export interface Command {
  readonly name: string
  /** `args`: what follows the command's name, without `--today DAY`. Refusal → exit 1, UsageError → exit 2 with the usage. */
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>
}

/** The arguments make no sense: the message says which, in French; the usage follows it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
