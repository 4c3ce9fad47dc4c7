/** read.planning: whole months from the one asked for. */
import type { planningChannels } from '#shared/api/channels/planning.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import { addDays, addMonths, firstDayOfMonth } from '#shared/domain/day.ts'
import { planningOf } from '#shared/rules/engine/planning.ts'
import { uncomputedOf } from '#shared/rules/engine/uncomputed.ts'
import { available } from '../read/computing.ts'
import { snapshotOf } from '../read/snapshot.ts'
import type { Service } from '../service.ts'

export const planningServices: {
  readonly [C in keyof typeof planningChannels]: Service<Parsed<C>, Output<C>>
} = {
  'read.planning': (context, { employerId, from: day, months }) => {
    const from = firstDayOfMonth(day)
    const to = addDays(addMonths(from, months), -1)
    const { derived } = snapshotOf(context)
    const rows = available(() => planningOf(derived, from, to, employerId))
    return { from, to, rows, uncomputed: uncomputedOf(derived, employerId) }
  },
}
