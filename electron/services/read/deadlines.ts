/** read.deadlines: those of a structure or of all, within so many days; late ones are never left out. */
import type { Parsed } from '#shared/api/contract.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import type { ServiceContext } from '../service.ts'
import { snapshotOf } from './snapshot.ts'

export function readDeadlines(
  context: ServiceContext,
  { employerId, withinDays, answered }: Parsed<'read.deadlines'>,
): readonly Deadline[] {
  return snapshotOf(context).deadlines.filter(
    (d) =>
      (employerId === null || d.employerId === employerId) &&
      (withinDays === null || d.daysLeft <= withinDays) &&
      (answered || d.status !== 'answered'),
  )
}
