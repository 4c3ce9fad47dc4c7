/**
 * What every read service of one moment shares: the facts, everything derived from them, the deadlines. Kept while neither
 * the facts nor the day change (the dossier hands out the very same facts until its revision moves). After a change, only
 * what it is linked to is derived again.
 */
import type { Day } from '#shared/domain/day.ts'
import type { Facts, Id } from '#shared/domain/facts.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { deadlinesOf, redeadlines } from '#shared/rules/engine/deadlines/deadlines.ts'
import { type Derived, derive } from '#shared/rules/engine/derive.ts'
import { rederive } from '#shared/rules/engine/rederive.ts'
import type { Dossier } from '../../store/dossier.ts'
import type { ServiceContext } from '../service.ts'
import { available } from './computing.ts'
import { carryRows, emptyRowMemory, type RowMemory } from './rows/row-memory.ts'

export interface Snapshot {
  readonly facts: Facts
  readonly today: Day
  readonly lastVisitOn: Day | null
  readonly derived: Derived
  /** Every deadline, answered ones included, most urgent first. */
  readonly deadlines: readonly Deadline[]
  /** The open ones of a post, in the same order. */
  readonly deadlinesByPosition: ReadonlyMap<Id, readonly Deadline[]>
  readonly rows: RowMemory
}

/** The latest one of each dossier: the next is made from it. */
const latest = new WeakMap<Dossier, Snapshot>()

export function snapshotOf({ dossier, today }: Pick<ServiceContext, 'dossier' | 'today'>): Snapshot {
  const facts = dossier.readFacts()
  const { lastVisitOn } = dossier
  const known = latest.get(dossier)
  const isSameDay = known !== undefined && known.today === today && known.lastVisitOn === lastVisitOn
  if (isSameDay && known.facts === facts) return known
  const snapshot = available(
    () => (isSameDay ? snapshotAfter(known, facts) : null) ?? takeSnapshot(facts, today, lastVisitOn),
  )
  latest.set(dossier, snapshot)
  return snapshot
}

export function takeSnapshot(facts: Facts, today: Day, lastVisitOn: Day | null): Snapshot {
  const derived = derive(facts, today)
  const deadlines = deadlinesOf(derived, { lastVisitOn })
  return {
    facts,
    today,
    lastVisitOn,
    derived,
    deadlines,
    deadlinesByPosition: byPosition(deadlines),
    rows: emptyRowMemory(),
  }
}

/** The snapshot of changed facts from the one before, the same day; null where all of it must be derived again. */
export function snapshotAfter(before: Snapshot, facts: Facts): Snapshot | null {
  const { today, lastVisitOn } = before
  const again = rederive(before.derived, facts)
  if (again === null) return null
  const deadlines = redeadlines(before.deadlines, before.derived, again, { lastVisitOn })
  return {
    facts,
    today,
    lastVisitOn,
    derived: again.derived,
    deadlines,
    deadlinesByPosition: byPosition(deadlines),
    rows: carryRows(before.rows, again.island),
  }
}

function byPosition(deadlines: readonly Deadline[]): ReadonlyMap<Id, readonly Deadline[]> {
  const groups = new Map<Id, Deadline[]>()
  for (const deadline of deadlines) {
    if (deadline.positionId === null || deadline.status === 'answered') continue
    const known = groups.get(deadline.positionId)
    if (known === undefined) groups.set(deadline.positionId, [deadline])
    else known.push(deadline)
  }
  return groups
}

/** The late ones, whatever is filtered: the counter of the top bar. */
export function lateCount(context: Pick<ServiceContext, 'dossier' | 'today'>): number {
  return snapshotOf(context).deadlines.filter((d) => d.status === 'late').length
}
