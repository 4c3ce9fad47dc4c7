/** Lines that are none of a list: totals under the columns, titles between two groups, notes at the bottom. */
import { bare } from '../cells/cell.ts'
import type { PassedOver } from '../plan/profile.ts'
import type { RowReader } from '../plan/row-reader.ts'

export const TOTALS: PassedOver = { code: 'row.totals', values: {} }

export function isTotalsWord(text: string): boolean {
  return /^(sous[- ]?totaux?|sous[- ]total|total|totaux|total general|somme|moyenne|effectif)\b/.test(
    bare(text),
  )
}

/** Fields that say who or what a line is about: a line of totals has none of them. */
const IDENTITY = [
  'person.fullName',
  'person.lastName',
  'person.stateId',
  'position.stateId',
  'employer.siret',
  'employer.stateId',
  'contract.startsOn',
  'agreement.reference',
]

export function passOverRow(row: RowReader, recognised: number): PassedOver | null {
  const filled = row.filledCells()
  const [first] = filled
  if (first === undefined) return { code: 'row.nothing', values: {} }
  if (
    filled.slice(0, 3).some((c) => isTotalsWord(c.text)) &&
    !IDENTITY.slice(0, 4).every((f) => row.filled(f))
  )
    return TOTALS
  if (filled.length === 1 && recognised >= 3)
    return { code: 'row.single-cell', values: { text: first.text.replace(/\s+/g, ' ').slice(0, 80) } }
  const onlyNumbers = filled.every((c) => /^[\d\s.,€%()+-]+$/.test(c.text))
  return onlyNumbers && !IDENTITY.some((f) => row.filled(f)) ? TOTALS : null
}
