/** What every use case receives, and the one way it refuses. Services know nothing of windows, http or arguments. */
import type { Day } from '#shared/domain/day.ts'
import type { Dossier } from '../store/dossier.ts'

export { Refusal } from '../refusal.ts'

export interface ServiceContext {
  /** The open dossier. Throws Refusal `file.none` where none is open. */
  readonly dossier: Dossier
  readonly today: Day
  /** Instant of the act, ISO 8601 with offset, from the clock file. */
  readonly now: string
  /** Who acts: user name of the session. */
  readonly who: string
}

export type Service<I, O> = (context: ServiceContext, input: I) => O
