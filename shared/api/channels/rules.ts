/** Pure rules at the door: calculators and previews. Nothing is read from or written to the dossier by `calc.run`. */
import { z } from 'zod'
import { channel } from '../channel.ts'

export const rulesChannels = {
  'calc.run': channel<{
    readonly output?: unknown
    readonly error?: { readonly code: string; readonly field: string | null; readonly message: string }
  }>()(z.strictObject({ name: z.string().max(60), input: z.unknown() })),
} as const
