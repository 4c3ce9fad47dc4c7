/**
 * Memory of the server of a national file: resident size of the process while an ordinary life goes on at its door, then at rest.
 * Three minutes, or JALON_SOAK of them. Beside it: the same server with the dossier open and nothing asked yet.
 */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Bench, BenchRow } from './bench.ts'
import { serve } from './support/door.ts'
import { NATIONAL, nationalFile, TODAY } from './support/national-file.ts'
import { ordinaryLife } from './support/ordinary-life.ts'

const MINUTES = Number(process.env.JALON_SOAK ?? 3)
const REST_SECONDS = 75
const SAMPLE_MS = 500

export const bench: Bench = {
  title: `Memory of the server, ${NATIONAL} posts`,
  unit: 'MiB',
  async run() {
    using file = nationalFile()
    await using served = await serve(file.path, TODAY, {
      ...process.env,
      JALON_DATA: join(file.folder, 'data'),
    })
    const opened = served.residentMb()
    const samples: number[] = []
    const sampling = setInterval(() => samples.push(served.residentMb()), SAMPLE_MS)
    const life = ordinaryLife(served, TODAY)
    const end = performance.now() + MINUTES * 60_000
    let calls = 0
    let turns = 0
    try {
      while (performance.now() < end) {
        calls += await life.turn()
        turns += 1
        process.stderr.write(`  turn ${turns}: ${Math.round(served.residentMb())} MiB\n`)
      }
    } finally {
      clearInterval(sampling)
    }
    await pause(REST_SECONDS * 1000)
    const row = (name: string, mb: number, note: string): BenchRow => ({
      name,
      ms: mb,
      reference: 'dossier open, nothing asked',
      referenceMs: opened,
      note,
    })
    samples.sort((a, b) => a - b)
    const median = samples[Math.floor(samples.length / 2)] ?? 0
    return [
      row(`median of ${MINUTES} minutes of an ordinary life`, median, `${turns} turns, ${calls} calls`),
      row('highest of them', samples.at(-1) ?? 0, 'while reports are built beside'),
      row(`at rest, ${REST_SECONDS} s after`, served.residentMb(), ''),
    ]
  },
}
