/** One line of the grid of people: where they are now, how many contracts they had. */
import type { PersonRow } from '#shared/api/views/grid-rows.ts'
import type { Contract, Id, Person } from '#shared/domain/facts.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { positionName } from '#shared/rules/engine/names.ts'
import type { Snapshot } from '../snapshot.ts'
import { barePerson } from './bare-rows.ts'
import { employerOfPost } from './position-row.ts'
import { rowOf } from './row-memory.ts'

export function personRows(snapshot: Snapshot, employerId: Id | null): readonly PersonRow[] {
  const { facts, derived } = snapshot
  const { index } = derived
  const rows: PersonRow[] = []
  for (const person of facts.persons) {
    const own = rowsOf(index.contractsByPerson, person.id)
    if (employerId !== null && !own.some((c) => employerOfPost(derived, c.positionId) === employerId))
      continue
    rows.push(
      rowOf(
        snapshot,
        'persons',
        person.id,
        () => personRow(snapshot, person, own),
        () => barePerson(person, own),
      ),
    )
  }
  return rows
}

function personRow(
  { derived: { positions, contracts } }: Snapshot,
  person: Person,
  own: readonly Contract[],
): PersonRow {
  const current = own.findLast((c) => contracts.get(c.id)?.state === 'current')
  const shown = current ?? own.at(-1)
  return {
    id: person.id,
    person,
    positionLabel: shown === undefined ? null : positionName(positions.get(shown.positionId)?.position),
    contracts: own.length,
    currentContractId: current?.id ?? null,
  }
}
