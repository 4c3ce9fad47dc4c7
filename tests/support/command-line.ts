/** The command line as its own process: what a script meets, aborts and unhandled errors included. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

export interface Ended {
  /** Null: ended by a signal (an abort). */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface ProcessOptions {
  readonly cwd: string
  readonly input?: AsyncIterable<string | Uint8Array>
  /** Of the engine: a bound on its memory. */
  readonly node?: readonly string[]
  /** Wraps the command, e.g. in a shell that lowers a limit; `$0` and what follows are the command. */
  readonly shell?: string
  readonly user?: number
}

export async function jalonProcess(args: readonly string[], options: ProcessOptions): Promise<Ended> {
  const command = [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    ...(options.node ?? []),
    MAIN,
    ...args,
  ]
  const [program = '', ...rest] =
    options.shell === undefined ? command : ['/bin/sh', '-c', options.shell, ...command]
  const child = spawn(program, rest, {
    cwd: options.cwd,
    env: { ...process.env, JALON_DATA: `${options.cwd}/data`, HOME: options.cwd },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  // It may stop reading before all was said.
  child.stdin.on('error', () => {})
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  void feed(child.stdin, options.input)
  return { code: await ended, out: plain(out), err: plain(err) }
}

async function feed(stdin: NodeJS.WritableStream, input: ProcessOptions['input']): Promise<void> {
  const closed = new Promise<void>((resolve) => stdin.once('close', resolve))
  for await (const chunk of input ?? []) {
    if (!stdin.writable) return
    if (!stdin.write(chunk))
      await Promise.race([closed, new Promise<void>((resolve) => stdin.once('drain', resolve))])
  }
  stdin.end()
}

/** No-break spaces are the typography's business, tested with it. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
}
