/** Entry of the command line: the process around `runCli`. */
import { once } from 'node:events'
import { systemClock } from '../clock.ts'
import { runCli } from './run.ts'

// A reader that stops early (`jalon … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

process.exitCode = await runCli(process.argv.slice(2), {
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
})
