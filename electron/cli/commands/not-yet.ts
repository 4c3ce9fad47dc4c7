/** Commands that belong to later work: a clear answer, never a made-up result. */
import { type CommandName, cliText } from '#shared/text/cli.ts'
import type { Command } from '../command.ts'

export function notYet(name: CommandName): Command {
  return {
    name,
    async run(_args, io) {
      io.err(`${cliText.notYet(name)}\n`)
      return 2
    },
  }
}
