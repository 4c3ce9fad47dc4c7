/** The dossier as documented JSON: whole, split by structure, or everything held about one person. */
import { z } from 'zod'
import { idField } from '../../schemas/values.ts'
import { jobChannel } from '../channel.ts'

export const interchangeChannels = {
  'interchange.export': jobChannel<{
    readonly fileName: string
    readonly savedTo: string | null
    readonly downloadId: string | null
  }>()(
    z.strictObject({
      employerIds: z.array(idField).min(1).max(10_000).nullable(),
      personId: idField.nullable(),
      withDocuments: z.boolean(),
    }),
  ),
} as const
