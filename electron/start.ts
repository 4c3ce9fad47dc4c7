/** `npm start`: builds if needed, then the desktop shell where its runtime can be had, else the browser shell, saying why. */
import { fileURLToPath } from 'node:url'
import { launchText } from '#shared/text/shells/launch.ts'
import { hasDisplay } from './browser/open.ts'
import { processIo } from './cli/process-io.ts'
import { runCli } from './cli/run.ts'
import { build, isBuildStale } from './launch/build.ts'
import { fetchRuntime, runDesktop, runtimePath } from './launch/runtime.ts'

const FETCH_SECONDS = 30
const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
const say = (line: string) => process.stderr.write(`${line}\n`)

process.exitCode = await start()

async function start(): Promise<number> {
  if (isBuildStale(root)) {
    say(launchText.building)
    const problem = build(root)
    if (problem !== null) {
      say(`${launchText.buildFailed}\n${problem}`)
      return 1
    }
  }
  const reason = await tryDesktop()
  if (typeof reason === 'number') return reason
  say(reason)
  return runCli(['serve', ...args], processIo)
}

/** The exit code of the desktop shell, or why there is none. */
async function tryDesktop(): Promise<number | string> {
  if (!hasDisplay(process.env, process.platform)) return launchText.noDisplay
  const program = runtimePath(root) ?? fetched()
  if (program === null) return launchText.noRuntime
  return (await runDesktop(program, root, args)) ?? launchText.runtimeFailed
}

function fetched(): string | null {
  say(launchText.fetching(FETCH_SECONDS))
  return fetchRuntime(root, FETCH_SECONDS)
}
