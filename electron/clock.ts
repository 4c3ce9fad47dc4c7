/** The only file that asks what time it is. Everything else receives the day, or the instant of an act. */
import { type Day, day, dayOf } from '#shared/domain/day.ts'

export interface Clock {
  /** The day looked at: deadlines, aid and reports are those of that day. */
  today(): Day
  /** Instant of an act: ISO 8601 with offset, to the millisecond. What is dated by it: acts, copies, locks, visits. */
  now(): string
}

export const systemClock: Clock = {
  today() {
    const d = new Date()
    return dayOf(d.getFullYear(), d.getMonth() + 1, d.getDate())
  },
  now: () => isoLocal(new Date()),
}

/** `--today`: another day is looked at. What is done meanwhile is done at the instant it is, or a copy would take a day that never was. */
export function clockViewing(today: Day, clock: Clock): Clock {
  return { today: () => today, now: () => clock.now() }
}

/** A clock that stands still at noon of a day: for what must come out the same each time (an invented file, a test). */
export function fixedClock(today: Day): Clock {
  return { today: () => day(today), now: () => `${today}T12:00:00.000+00:00` }
}

/** The day of an instant, where it was lived. */
export function dayOfInstant(instant: string): Day {
  return day(instant.slice(0, 10))
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
