/** Pasted lines → new posts, each attached to its structure from a day: what `write.cells` needs to create one. */

import type { Day } from '#shared/domain/day.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { POSITION_KIND_WORDS } from '#shared/text/words.ts'
import { POSITIONS } from '../../text/positions.ts'
import type { NewRowColumn, NewRows } from '../../ui/grid/acts/paste-rows-dialog.tsx'
import type { CellValue } from '../../ui/grid/model/column.ts'

const C = POSITIONS.columns

function column(
  field: string,
  title: string,
  type: NewRowColumn['type'],
  more: Partial<NewRowColumn> = {},
): NewRowColumn {
  return { id: field, field, title, type, width: 100, value: () => null, ...more }
}

const required = { edit: { entity: 'position', field: '', id: () => null, isRequired: true } } as const

export function newPositionRows(employers: readonly Employer[], today: Day): NewRows | undefined {
  if (employers.length === 0) return undefined
  const words = Object.fromEntries(
    employers.map((employer) => [String(employer.id), employer.shortName ?? employer.name]),
  )
  const [only] = employers
  const preset: Readonly<Record<string, CellValue>> =
    employers.length === 1 && only !== undefined
      ? { employerId: only.id, startsOn: today, kind: 'adviser' }
      : { startsOn: today, kind: 'adviser' }
  return {
    entity: 'position',
    preset,
    columns: [
      column('stateId', C.stateId, 'id'),
      column('label', C.position, 'text', required),
      column('employerId', C.employer, 'choice', { words, isReference: true, ...required }),
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
