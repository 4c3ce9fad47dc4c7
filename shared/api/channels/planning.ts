/** Planning: every post on a calendar, cut to the months asked for. */
import { z } from 'zod'
import type { PlanningRow } from '../../rules/engine/planning.ts'
import type { Uncomputed } from '../../rules/engine/uncomputed.ts'
import { dayField, idField } from '../../schemas/values.ts'
import { channel } from '../channel.ts'

export interface PlanningView {
  readonly from: string
  readonly to: string
  readonly rows: readonly PlanningRow[]
  /** Posts without a line, or with a line that misses something. */
  readonly uncomputed: readonly Uncomputed[]
}

export const planningChannels = {
  /** `from`: any day of the first month. */
  'read.planning': channel<PlanningView>()(
    z.strictObject({ employerId: idField.nullable(), from: dayField, months: z.int().min(1).max(60) }),
  ),
} as const
