/** One line of the grid of structures: its posts by state, its aid. */
import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { PositionState } from '#shared/domain/words.ts'
import { DependsOnFailure, peek } from '#shared/rules/engine/containment.ts'
import { aidOfEmployer } from '#shared/rules/engine/derive.ts'
import type { Place } from '#shared/rules/engine/island.ts'
import type { Snapshot } from '../snapshot.ts'
import { aidFigures } from './aid-figures.ts'
import { bareEmployer } from './bare-rows.ts'
import { employerOfPost } from './position-row.ts'
import { rowOf } from './row-memory.ts'

type Counts = Record<PositionState, number>

export function employerRows(snapshot: Snapshot, employerId: Id | null): readonly EmployerRow[] {
  const { facts, derived } = snapshot
  const counts = new Map<Id, Counts>()
  const missing = new Map<Id, Place>()
  for (const { id } of facts.positions) {
    const view = peek(derived.positions, id)
    const owner = employerOfPost(derived, id)
    if (owner === null) continue
    if (view === undefined) {
      missing.set(owner, { kind: 'position', id })
      continue
    }
    const known = counts.get(owner) ?? { occupied: 0, vacant: 0, returned: 0 }
    known[view.state] += 1
    counts.set(owner, known)
  }
  for (const { id, employerId: owner } of facts.agreements)
    if (!derived.sharesByAgreement.has(id)) missing.set(owner, { kind: 'agreement', id })
  return facts.employers
    .filter((e) => employerId === null || e.id === employerId)
    .map((employer) =>
      rowOf(
        snapshot,
        'employers',
        employer.id,
        () => {
          const without = missing.get(employer.id)
          // Counts and sums of the others would be other figures.
          if (without !== undefined) throw new DependsOnFailure(without)
          const own = counts.get(employer.id) ?? { occupied: 0, vacant: 0, returned: 0 }
          return {
            id: employer.id,
            employer,
            positions: own.occupied + own.vacant + own.returned,
            ...own,
            aid: aidFigures(aidOfEmployer(derived, employer.id)),
          }
        },
        () => bareEmployer(employer),
      ),
    )
}
