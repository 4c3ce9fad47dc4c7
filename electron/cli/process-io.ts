/** The outside of a command, as the real process gives it. */
import { once } from 'node:events'
import { systemClock } from '../clock.ts'
import type { CommandIo } from './command.ts'

// A reader that stops early (`jalon … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

export const processIo: CommandIo = {
  async out(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  err(text) {
    process.stderr.write(text)
  },
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  clock: systemClock,
}
