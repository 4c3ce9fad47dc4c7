/**
 * How long a wrong phrase makes wait. Counted by a clock that nobody sets, kept in the folder of the application so that leaving and
 * coming back does not begin anew: a restart waits what was left, as the clock of the machine tells it, and never more than one whole wait.
 */
import { z } from 'zod'
import { elapsedMs, systemClock } from '../../clock.ts'
import { readSmallFile, writeSmallFile } from '../session/small-file.ts'

const schema = z.strictObject({
  wrong: z.int().min(1).max(1_000_000),
  /** Instant of the last one. */
  at: z.iso.datetime({ offset: true }),
})
const LONGEST_WAIT_MS = 30_000

export interface Tries {
  /** Milliseconds before a phrase is judged again; 0: now. */
  left(): number
  /** Counted and written before it is judged: whoever ends Jalon meanwhile has not tried for nothing. */
  begin(): void
  wrong(): void
  right(): void
}

export interface TriesOptions {
  readonly file: string
  /** First wait, doubled at each wrong phrase. */
  readonly firstWaitMs: number
  /** Instant, ISO 8601 with offset. */
  now?(): string
}

export function tries({ file, firstWaitMs, now = systemClock.now }: TriesOptions): Tries {
  const waitAfter = (count: number) =>
    count === 0 ? 0 : Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** Math.min(count - 1, 20))
  const kept = readSmallFile(file, schema.nullable(), null)
  let count = kept?.wrong ?? 0
  let until = performance.now() + (kept === null ? 0 : leftOf(waitAfter(count), kept.at, now()))

  return {
    left: () => Math.max(0, until - performance.now()),
    begin() {
      count += 1
      // Not written (disk full): it still counts until Jalon is left. Nobody is locked out of a dossier by a full disk.
      writeSmallFile(file, { wrong: count, at: now() })
    },
    wrong() {
      until = performance.now() + waitAfter(count)
    },
    right() {
      count = 0
      until = 0
      writeSmallFile(file, null)
    },
  }
}

/** A clock set back says that the wait has not begun: it is then waited whole, never longer. */
function leftOf(wait: number, at: string, now: string): number {
  const elapsed = elapsedMs(at, now)
  return elapsed < 0 ? wait : Math.max(0, wait - elapsed)
}
