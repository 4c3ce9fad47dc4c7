/** A small grid of tranches-like rows, for the pure parts of the grid. */

import { type Day, day } from '#shared/domain/day.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import type { GridColumn } from '../../../renderer/ui/grid/model/column.ts'

export interface Row {
  readonly id: number
  readonly label: string
  readonly structure: string
  readonly kind: string | null
  readonly amount: Cents | null
  readonly on: Day | null
  readonly qpv: boolean
}

export const TODAY = day('2026-11-23')

export function row(id: number, more: Partial<Row> = {}): Row {
  return {
    id,
    label: `Poste ${id}`,
    structure: 'RPN',
    kind: 'CDD',
    amount: cents(100_00 * id),
    on: day('2026-11-30'),
    qpv: false,
    ...more,
  }
}

const own = (field: string, isRequired = false) => ({
  entity: 'position' as const,
  field,
  id: (r: Row) => r.id,
  isRequired,
})

export const LABEL: GridColumn<Row> = {
  id: 'label',
  title: 'Poste',
  type: 'text',
  width: 100,
  value: (r) => r.label,
  edit: own('label', true),
}
export const STRUCTURE: GridColumn<Row> = {
  id: 'structure',
  title: 'Structure',
  type: 'text',
  width: 100,
  value: (r) => r.structure,
  computed: 'du rattachement',
  groupable: true,
}
export const KIND: GridColumn<Row> = {
  id: 'kind',
  title: 'Contrat',
  type: 'choice',
  width: 100,
  words: { CDD: 'CDD', CDI: 'CDI', 'contrat-de-projet': 'Contrat de projet' },
  value: (r) => r.kind,
  edit: own('kind'),
}
export const AMOUNT: GridColumn<Row> = {
  id: 'amount',
  title: 'Notifié (€)',
  type: 'cents',
  width: 100,
  value: (r) => r.amount,
  edit: own('amountCents', true),
  total: true,
}
export const ON: GridColumn<Row> = {
  id: 'on',
  title: 'Attendue le',
  type: 'day',
  width: 100,
  value: (r) => r.on,
  edit: own('dueOn'),
}
export const QPV: GridColumn<Row> = {
  id: 'qpv',
  title: 'QPV',
  type: 'flag',
  width: 60,
  value: (r) => r.qpv,
  edit: own('inQpv'),
}
export const COLUMNS = [LABEL, STRUCTURE, KIND, AMOUNT, ON, QPV] as const
