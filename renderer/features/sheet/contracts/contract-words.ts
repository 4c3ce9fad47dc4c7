/** Small ways of writing a contract's terms in the sheet. */
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import { frAmount } from '#shared/text/format.ts'

/** The gross in force: after amendments. "—": never entered. */
export function monthlyGross(row: ContractRow): string {
  return row.currentGrossCents === null ? '—' : frAmount(row.currentGrossCents)
}
