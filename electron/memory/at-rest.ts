/**
 * A program at rest gives back what its work took. V8 has a reducer that does it in idle time, little by little, and hands back the
 * pages of the workers that left; but it waits for allocation to slow down, which it only measures when it collects: a server that
 * falls silent keeps the pace of its last busy second for ever, and its gigabyte with it (`--trace-memory-reducer`: "high alloc").
 * A few collections of the young generation, a millisecond each once nothing moves, let it see that nothing does.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Quiet for that long is rest: longer than the pauses of somebody who types. */
const REST_MS = 10_000
/** The reducer looks every eight seconds, and goes through the heap twice. */
const NUDGE_EVERY_MS = 4000
const NUDGES = 10
/** Below, there is nothing worth giving back: a dossier of one employer never gets there. */
const WORTH_BYTES = 256 * 2 ** 20

export interface RestPorts {
  /** Resident memory of the process. */
  residentBytes(): number
  collectYoung(): void
  readonly restMs?: number
  readonly everyMs?: number
}

export interface Rest {
  /** Something was asked, or a job moved: rest begins again after it. */
  stirred(): void
}

export function createRest({
  residentBytes,
  collectYoung,
  restMs = REST_MS,
  everyMs = NUDGE_EVERY_MS,
}: RestPorts): Rest {
  let timer: NodeJS.Timeout | null = null
  const wait = (ms: number, left: number) => {
    timer = setTimeout(() => nudge(left), ms).unref()
  }
  const nudge = (left: number) => {
    timer = null
    if (left === 0 || residentBytes() < WORTH_BYTES) return
    collectYoung()
    wait(everyMs, left - 1)
  }
  return {
    stirred() {
      if (timer !== null) clearTimeout(timer)
      wait(restMs, NUDGES)
    },
  }
}

/** Of this process. */
export function processRest(): Rest {
  return createRest({ residentBytes: () => process.memoryUsage.rss(), collectYoung })
}

type Collect = (options: { readonly type: 'minor' }) => void
let collect: Collect | null = null

/** Node shows its collector only where asked to; asked for when first needed, in a context of its own, and shut again. */
function collectYoung(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as Collect
    setFlagsFromString('--no-expose-gc')
  }
  collect({ type: 'minor' })
}
