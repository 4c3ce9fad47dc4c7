/** Entry of the command line. */
import { processIo } from './process-io.ts'
import { runCli } from './run.ts'
import { runApart } from './run-apart.ts'

/** These read files of any size; the calculators answer a stream in constant memory, and the shell lives until it is stopped. */
const APART: ReadonlySet<string> = new Set([
  'aid',
  'backup',
  'check',
  'deadlines',
  'demo',
  'export',
  'import',
  'report',
])

const argv = process.argv.slice(2)
const isApart = APART.has(argv[0] ?? '')
process.exitCode = isApart ? await runApart(argv, processIo) : await runCli(argv, processIo)
