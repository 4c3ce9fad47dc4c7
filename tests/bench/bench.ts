/**
 * How a benchmark is said: the thing and its reference measured in one run, on the same data, so that what counts is their
 * ratio and not the machine. Never asserted in the test suite.
 */
export interface BenchRow {
  readonly name: string
  /** Median, in the unit of its benchmark: milliseconds. */
  readonly ms: number
  /** What it is compared with, measured beside it. */
  readonly reference: string
  readonly referenceMs: number
  readonly note?: string
}

export interface Bench {
  readonly title: string
  /** What its figures count; milliseconds where left out. */
  readonly unit?: 'MiB'
  run(): Promise<readonly BenchRow[]>
}

/** Median of `times` runs after one to warm up, in milliseconds. */
export async function medianMs(times: number, work: () => unknown): Promise<number> {
  await work()
  const spans: number[] = []
  for (let i = 0; i < times; i += 1) {
    const start = performance.now()
    await work()
    spans.push(performance.now() - start)
  }
  spans.sort((a, b) => a - b)
  return spans[Math.floor(spans.length / 2)] ?? 0
}

export function ratioOf(row: BenchRow): number {
  return row.ms / Math.max(row.referenceMs, 0.001)
}
