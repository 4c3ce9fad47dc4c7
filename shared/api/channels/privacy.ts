/** Personal data: what may go, anonymising one person, and a copy without names. Everything about one person: interchange.export. */
import { z } from 'zod'
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
  /** A dossier of its own, without names, history or attached files: what may be shown to support. */
  'privacy.supportCopy': channel<{ readonly savedTo: string | null; readonly downloadId: string | null }>()(
    z.strictObject({}),
  ),
} as const
