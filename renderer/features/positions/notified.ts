/** "Notifié" typed on a post: the yearly amounts of its agreements, as they are recorded. The tranches are another matter. */
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import { POSITIONS } from '../../text/positions.ts'
import type { CellFact, EditSpec } from '../../ui/grid/model/column.ts'

/** A bonus is its own amount; a bonus of nothing is left out, since most years have none. */
function facts(row: PositionRow): readonly CellFact[] {
  return (row.grants ?? []).flatMap(([id, base, bonus]) => [
    { entity: 'grant' as const, id, field: 'baseCents', value: base, isRequired: true },
    ...(bonus === 0
      ? []
      : [{ entity: 'grant' as const, id, field: 'bonusCents', value: bonus, isRequired: true }]),
  ])
}

export const NOTIFIED_EDIT: EditSpec<PositionRow> = {
  entity: 'grant',
  field: 'baseCents',
  id: (row) => row.grants?.[0]?.[0] ?? null,
  isRequired: true,
  facts,
  refusal: (row) => {
    if (row.grants === null) return POSITIONS.notifiedByTranches
    return row.grants.length === 0 ? POSITIONS.notNotified : null
  },
  note: (row) => POSITIONS.notifiedParts(facts(row).length),
}
