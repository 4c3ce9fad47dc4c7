/** Entry of the command line. */
import { processIo } from './process-io.ts'
import { runCli } from './run.ts'

process.exitCode = await runCli(process.argv.slice(2), processIo)
