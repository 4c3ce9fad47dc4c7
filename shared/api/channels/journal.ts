/** The change log as a weight: what it takes in the file, what lightening it would lose, and doing it. */
import { z } from 'zod'
import type { Day } from '../../domain/day.ts'
import { channel } from '../channel.ts'

/** Days of work whose detail may be asked to be kept. */
export const KEEP_DAYS = [30, 90, 365] as const
export type KeepDays = (typeof KEEP_DAYS)[number]

export interface LighteningChoice {
  readonly keepDays: KeepDays
  /** Day of the last act that would lose its detail; null: none would. */
  readonly until: Day | null
  /** Acts that could then be neither undone nor read in detail. */
  readonly acts: number
  /** Attached files removed before, which could then not be brought back. */
  readonly files: number
  /** What would be freed, about. */
  readonly bytes: number
}

export interface JournalWeight {
  readonly fileBytes: number
  readonly logBytes: number
  /** Acts that have their detail. */
  readonly acts: number
  /** The last acts, which keep theirs whatever is chosen. */
  readonly keptActs: number
  readonly choices: readonly LighteningChoice[]
}

export const journalChannels = {
  'journal.weigh': channel<JournalWeight>()(z.strictObject({})),
  /** Never undone: a checked copy is made first. `shrunk` false: the detail is gone, but the file could not be made smaller now. */
  'journal.lighten': channel<{
    readonly acts: number
    readonly files: number
    readonly bytesBefore: number
    readonly bytesAfter: number
    readonly shrunk: boolean
  }>()(z.strictObject({ keepDays: z.literal(KEEP_DAYS) })),
} as const
