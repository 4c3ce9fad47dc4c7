/** Long work: seen and stopped from anywhere. */
import { z } from 'zod'
import { channel } from '../channel.ts'
import type { JobState } from '../envelope.ts'

export const jobChannels = {
  'jobs.get': channel<JobState | null>()(z.strictObject({ id: z.string().max(60) })),
  'jobs.cancel': channel<JobState | null>()(z.strictObject({ id: z.string().max(60) })),
} as const
