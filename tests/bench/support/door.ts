/**
 * The browser shell as a person starts it (`jalon serve`), in a process of its own, and its door as the page knocks at it: the
 * one-time address, then the cookie and the token of the page on each call.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Channel, Input, Reply } from '#shared/api/contract.ts'
import type { Answer, JobState } from '#shared/api/envelope.ts'
import {
  API_ROUTE,
  DOWNLOAD_ROUTE,
  EVENTS_ROUTE,
  PAGE_TOKEN_HEADER,
  PAGE_TOKEN_QUERY,
} from '#shared/api/routes.ts'

const MAIN = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
const NO_WARNING = '--disable-warning=ExperimentalWarning'

export interface Served extends AsyncDisposable {
  readonly pid: number
  /** The value of an answer; throws the refusal where there is none. */
  value<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>>
  /** Starts a job and waits for its end. */
  job<C extends Channel>(channel: C, input: Input<C>): Promise<unknown>
  /** Fetches a file offered as a download: its size in bytes. */
  download(id: string): Promise<number>
  /** Resident memory of the process, MiB. */
  residentMb(): number
}

export async function serve(dossier: string, today: string, env: NodeJS.ProcessEnv): Promise<Served> {
  const child = spawn(process.execPath, [NO_WARNING, MAIN, 'serve', dossier, '--no-open', '--today', today], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  const address = new URL(await firstAddress(child))
  const { origin } = address
  const entry = await fetch(address)
  const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? ''
  const token = /url=\/#page=([\w-]+)"/.exec(await entry.text())?.[1] ?? ''
  const headers = { cookie, origin, [PAGE_TOKEN_HEADER]: token, 'content-type': 'application/json' }
  // The page listens for as long as it is open: so does this one.
  const listening = new AbortController()
  void listen(`${origin}${EVENTS_ROUTE}?${PAGE_TOKEN_QUERY}=${token}`, cookie, listening.signal)

  const value: Served['value'] = async (channel, input) => {
    const response = await fetch(`${origin}${API_ROUTE}${channel}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    })
    const answer = (await response.json()) as Answer<never>
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}: ${answer.error.message}`)
    return answer.value
  }
  return {
    pid: child.pid ?? 0,
    value,
    async job(channel, input) {
      let state = (await value(channel, input)) as JobState
      while (state.status === 'running') {
        await new Promise((done) => setTimeout(done, 100))
        state = (await value('jobs.get', { id: state.id })) ?? state
      }
      if (state.status !== 'done') throw new Error(`${channel}: ${state.error?.message ?? state.status}`)
      return state.result
    },
    async download(id) {
      const response = await fetch(`${origin}${DOWNLOAD_ROUTE}${id}`, { headers: { cookie } })
      return (await response.arrayBuffer()).byteLength
    },
    residentMb: () => residentMb(child.pid ?? 0),
    async [Symbol.asyncDispose]() {
      listening.abort()
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** What it says after is read all the same: a server whose words nobody takes would stop at them. */
function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?cle=[\w-]+(?=\s)/.exec(said)
      if (address !== null) found(address[0])
    })
    child.once('exit', () => failed(new Error(`the server said no address: ${said}`)))
  })
}

async function listen(address: string, cookie: string, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(address, { headers: { cookie }, signal })
    for await (const _ of response.body ?? []) if (signal.aborted) return
  } catch {
    // The end of the life, or of the server: nothing more to hear.
  }
}

/** Linux says it by itself; elsewhere this benchmark has nothing to show. */
function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
