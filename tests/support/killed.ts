/** Starts a child process of the kill tests, kills it some time after its first line, and gives back the whole lines it said. */
import { spawn } from 'node:child_process'

/** How many kills a run makes in all: `JALON_KILLS=500` for a long one. */
export const KILLS = Number(process.env.JALON_KILLS ?? 30)

/** `delay`: in milliseconds, from the first line. */
export function killedRun(script: URL, args: readonly string[], delay: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let errors = ''
  let armed = false
  child.stderr.on('data', (data) => {
    errors += data
  })
  child.stdout.on('data', (data) => {
    said += data
    if (armed) return
    armed = true
    setTimeout(() => child.kill('SIGKILL'), delay)
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error(`the child stopped by itself: ${errors}`))
    })
  })
}

/** How long one of the acts of the child takes on this machine, in milliseconds: kills fall within a few of them, however slow it is. */
export async function paceOf(
  script: URL,
  argsOf: (attempt: number) => readonly string[],
  word: string,
): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    const patience = 1000 * 2 ** attempt
    const acts = (await killedRun(script, argsOf(attempt), patience)).filter((line) =>
      line.startsWith(word),
    ).length
    if (acts > 0) return patience / acts
  }
}
