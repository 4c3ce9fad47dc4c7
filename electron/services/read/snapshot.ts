/**
 * What every read service of one moment shares: the facts, everything derived from them, the deadlines. Kept while neither
 * the facts nor the day change (the dossier hands out the very same facts until its revision moves).
 */
import type { Day } from '#shared/domain/day.ts'
import type { Facts, Id } from '#shared/domain/facts.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { deadlinesOf } from '#shared/rules/engine/deadlines/deadlines.ts'
import { type Derived, derive } from '#shared/rules/engine/derive.ts'
import type { ServiceContext } from '../service.ts'

export interface Snapshot {
  readonly facts: Facts
  readonly today: Day
  readonly lastVisitOn: Day | null
  readonly derived: Derived
  /** Every deadline, answered ones included, most urgent first. */
  readonly deadlines: readonly Deadline[]
  /** The open ones of a post, in the same order. */
  readonly deadlinesByPosition: ReadonlyMap<Id, readonly Deadline[]>
}

const kept = new WeakMap<Facts, Snapshot>()

export function snapshotOf({ dossier, today }: Pick<ServiceContext, 'dossier' | 'today'>): Snapshot {
  const facts = dossier.readFacts()
  const known = kept.get(facts)
  if (known !== undefined && known.today === today && known.lastVisitOn === dossier.lastVisitOn) return known
  const snapshot = takeSnapshot(facts, today, dossier.lastVisitOn)
  kept.set(facts, snapshot)
  return snapshot
}

export function takeSnapshot(facts: Facts, today: Day, lastVisitOn: Day | null): Snapshot {
  const derived = derive(facts, today)
  const deadlines = deadlinesOf(derived, { lastVisitOn })
  const deadlinesByPosition = new Map<Id, Deadline[]>()
  for (const deadline of deadlines) {
    if (deadline.positionId === null || deadline.status === 'answered') continue
    const known = deadlinesByPosition.get(deadline.positionId)
    if (known === undefined) deadlinesByPosition.set(deadline.positionId, [deadline])
    else known.push(deadline)
  }
  return { facts, today, lastVisitOn, derived, deadlines, deadlinesByPosition }
}

/** The late ones, whatever is filtered: the counter of the top bar. */
export function lateCount(context: Pick<ServiceContext, 'dossier' | 'today'>): number {
  return snapshotOf(context).deadlines.filter((d) => d.status === 'late').length
}
