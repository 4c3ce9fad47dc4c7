/** Personal data: what may go, anonymising one person, and a copy without names. Everything about one person: interchange.export. */
import { z } from 'zod'
import type { Day } from '../../domain/day.ts'
import type { Id } from '../../domain/facts.ts'
import type { RetentionRow } from '../../rules/privacy/retention.ts'
import { idField } from '../../schemas/values.ts'
import { channel } from '../channel.ts'

export const privacyChannels = {
  /** Proposed, never acted on by itself. */
  'privacy.retention': channel<readonly RetentionRow[]>()(z.strictObject({})),
  /** One undoable act: no total changes. Files attached to the person and to their contracts are taken out. */
  'privacy.anonymise': channel<{ readonly persons: number; readonly documents: number }>()(
    z.strictObject({ personIds: z.array(idField).min(1).max(1000) }),
  ),
  /** For good: former names, contacts and notes of anonymised people leave the change log and the file. Copies made before keep them. */
  'privacy.erase': channel<{
    readonly changes: number
    readonly documents: number
    /** Free texts elsewhere that still hold a former name. */
    readonly mentions: number
    /** Copies made before, which still hold the names. */
    readonly copies: number
  }>()(z.strictObject({ personIds: z.array(idField).min(1).max(1000) })),
  /** People already anonymised, for whom the history may be erased. */
  'privacy.anonymised': channel<
    readonly { readonly personId: Id; readonly name: string; readonly anonymisedOn: Day }[]
  >()(z.strictObject({})),
  /** A dossier of its own, without names, history or attached files: what may be shown to support. */
  'privacy.supportCopy': channel<{ readonly savedTo: string | null; readonly downloadId: string | null }>()(
    z.strictObject({}),
  ),
} as const
