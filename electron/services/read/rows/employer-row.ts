/** One line of the grid of structures: its posts by state, its aid. */
import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { PositionState } from '#shared/domain/words.ts'
import { aidOfEmployer } from '#shared/rules/engine/derive.ts'
import type { Snapshot } from '../snapshot.ts'
import { aidFigures } from './aid-figures.ts'
import { rowOf } from './row-memory.ts'

type Counts = Record<PositionState, number>

export function employerRows(snapshot: Snapshot, employerId: Id | null): readonly EmployerRow[] {
  const { facts, derived } = snapshot
  const counts = new Map<Id, Counts>()
  for (const view of derived.positions.values()) {
    if (view.employerId === null) continue
    const known = counts.get(view.employerId) ?? { occupied: 0, vacant: 0, returned: 0 }
    known[view.state] += 1
    counts.set(view.employerId, known)
  }
  return facts.employers
    .filter((e) => employerId === null || e.id === employerId)
    .map((employer) =>
      rowOf(snapshot, 'employers', employer.id, () => {
        const own = counts.get(employer.id) ?? { occupied: 0, vacant: 0, returned: 0 }
        return {
          id: employer.id,
          employer,
          positions: own.occupied + own.vacant + own.returned,
          ...own,
          aid: aidFigures(aidOfEmployer(derived, employer.id)),
        }
      }),
    )
}
