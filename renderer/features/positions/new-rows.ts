/** Pasted lines → new posts, each attached to its structure from a day: what `write.cells` needs to create one. */

import type { Day } from '#shared/domain/day.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { POSITION_KIND_WORDS } from '#shared/text/words.ts'
import { POSITIONS } from '../../text/positions.ts'
import type { CellValue } from '../../ui/grid/model/column.ts'
import { newRowColumn as column, type NewRows } from '../../ui/grid/model/new-rows.ts'

const C = POSITIONS.columns

export function newPositionRows(employers: readonly Employer[], today: Day): NewRows | undefined {
  const [only] = employers
  if (only === undefined) return undefined
  const preset: Readonly<Record<string, CellValue>> =
    employers.length === 1
      ? { employer: only.name, startsOn: today, kind: 'adviser' }
      : { startsOn: today, kind: 'adviser' }
  return {
    entity: 'position',
    preset,
    columns: [
      column('stateId', C.stateId, 'id'),
      column('label', C.position, 'text', { isRequired: true }),
      column('employer', C.employer, 'text', { isRequired: true }),
      column('kind', C.kind, 'choice', { words: POSITION_KIND_WORDS }),
      column('workplace', C.workplace, 'text'),
      column('inQpv', C.qpv, 'flag'),
      column('inFrr', C.frr, 'flag'),
      column('grantedOn', 'Accordé le', 'day'),
      column('startsOn', POSITIONS.attachedOn, 'day'),
      column('note', C.note, 'text'),
    ],
  }
}
