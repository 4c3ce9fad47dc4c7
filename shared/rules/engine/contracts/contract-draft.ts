/** A contract being judged, and where what the rules say of it goes. */
import type { Day } from '../../../domain/day.ts'
import type { Contract, Id } from '../../../domain/facts.ts'
import type { Cents } from '../../../domain/money.ts'
import type { Finding } from '../../explanation.ts'
import type { TextCode } from '../../texts.ts'
import type { Derived } from '../derive.ts'
import type { Regime } from './regime.ts'

/** A contract as it is or as it would be; `id` 0 where it does not exist yet. */
export interface ContractDraft {
  readonly id: Id
  readonly positionId: Id
  readonly personId: Id
  readonly kind: Contract['kind']
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly weeklyMinutes: number
  readonly monthlyGrossCents: Cents | null
  readonly renewsId: Id | null
  readonly ground: Contract['ground']
}

export interface DraftCase {
  readonly draft: ContractDraft
  readonly regime: Regime
  readonly derived: Derived
  readonly say: (
    severity: Finding['severity'],
    code: string,
    field: string | null,
    values?: Finding['values'],
    texts?: TextCode | readonly TextCode[],
  ) => void
}
