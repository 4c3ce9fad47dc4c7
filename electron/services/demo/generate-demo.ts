/** What `jalon demo` and the welcome screen put in a file: the nine posts of the demonstration, or a file of any size. */
import { type Day, day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { national } from './national/national.ts'
import { PASSERELLES_TODAY, passerelles } from './passerelles/passerelles.ts'

export const DEMO_POSITIONS = 9
export const DEMO_SEED = 1
export const DEMO_TODAY: Day = day(PASSERELLES_TODAY)
export const MAX_DEMO_POSITIONS = 100_000

export interface DemoOptions {
  /** Nine: the file of the demonstration, whatever the seed and the day. */
  readonly positions?: number
  readonly seed?: number
  /** Day on which a generated file is seen: what is after it has not happened yet. */
  readonly today?: Day
}

export function generateDemo({
  positions = DEMO_POSITIONS,
  seed = DEMO_SEED,
  today = DEMO_TODAY,
}: DemoOptions = {}): Facts {
  return isPasserelles({ positions }) ? passerelles() : national({ positions, seed, today })
}

/** The file of the demonstration, the only one with attached files; any other size is generated. */
export function isPasserelles({ positions = DEMO_POSITIONS }: DemoOptions): boolean {
  return positions === DEMO_POSITIONS
}
