/**
 * `jalon calc --batch`: lines of every calculator through the command itself, beside a program that only parses and prints the
 * same lines. Ten times the lines must take ten times as long and no more memory.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Bench, BenchRow } from './bench.ts'

const COMMAND = ['--disable-warning=ExperimentalWarning', at('../../electron/cli/main.ts'), 'calc', '--batch']
const ECHO = [
  '-e',
  `require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, input } = JSON.parse(line)
    process.stdout.write(JSON.stringify({ id, output: input }) + '\\n')
  })`,
]

export const bench: Bench = {
  title: 'Calculators in a batch',
  async run() {
    const cases = readFileSync(at('../fixtures/calc-cases.jsonl'), 'utf8').trim().split('\n')
    const rows: BenchRow[] = []
    for (const lines of [20_000, 200_000]) {
      const own = await run(COMMAND, cases, lines)
      const echo = await run(ECHO, cases, lines)
      rows.push({
        name: `${lines} lines of every calculator`,
        ms: own.ms,
        reference: 'the same lines parsed and printed',
        referenceMs: echo.ms,
        note: `${Math.round((lines / own.ms) * 1000)} lines a second; peak ${own.peakMiB} MiB beside ${echo.peakMiB}`,
      })
    }
    return rows
  },
}

async function run(
  args: readonly string[],
  cases: readonly string[],
  lines: number,
): Promise<{ readonly ms: number; readonly peakMiB: number }> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let answered = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answered += 1
  })
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, residentOf(child.pid))
  }, 50)
  const closed = once(child, 'close')
  Readable.from(linesOf(cases, lines)).pipe(child.stdin)
  await closed
  clearInterval(timer)
  if (answered !== lines) throw new Error(`${answered} answers to ${lines} lines`)
  return { ms: performance.now() - start, peakMiB: Math.round(peak / 2 ** 20) }
}

function* linesOf(cases: readonly string[], lines: number): Generator<string> {
  let block = ''
  for (let i = 0; i < lines; i += 1) {
    block += `${cases[i % cases.length]}\n`
    if (block.length < 60_000) continue
    yield block
    block = ''
  }
  yield block
}

/** Memory of another process, where the system tells it (Linux). */
function residentOf(pid: number | undefined): number {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
