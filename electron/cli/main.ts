/** Entry of the command line. */
import { processIo } from './process-io.ts'

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
// Each loads its own: what runs in a thread is read there, once.
const run = isApart ? (await import('./run-apart.ts')).runApart : (await import('./run.ts')).runCli
process.exitCode = await run(argv, processIo)
