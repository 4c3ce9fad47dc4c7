/** The only file that asks what time it is. Everything else receives the day, or the instant of an act. */
import { type Day, day, dayOf } from '#shared/domain/day.ts'

export interface Clock {
  today(): Day
  /** Instant of an act: ISO 8601 with offset, to the millisecond. */
  now(): string
}

export const systemClock: Clock = {
  today() {
    const d = new Date()
    return dayOf(d.getFullYear(), d.getMonth() + 1, d.getDate())
  },
  now: () => isoLocal(new Date()),
}

/** `--today`: the day given, at noon, so that the same input gives the same output. */
export function fixedClock(today: Day): Clock {
  return { today: () => day(today), now: () => `${today}T12:00:00.000+00:00` }
}

function isoLocal(d: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const offset = -d.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  const clock = `${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}.${String(d.getMilliseconds()).padStart(3, '0')}`
  return `${dayOf(d.getFullYear(), d.getMonth() + 1, d.getDate())}T${clock}${zone}`
}

/** Milliseconds from one instant to another, both as `now()` gives them; negative where the clock was set back between them. */
export function elapsedMs(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from)
}
