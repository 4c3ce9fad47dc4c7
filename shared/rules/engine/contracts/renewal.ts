/** What the renewal assistant shows: options, and the choice being made with all that the rules say of it. */
import type { Day } from '../../../domain/day.ts'
import type { Id } from '../../../domain/facts.ts'
import type { Cents } from '../../../domain/money.ts'
import type { Finding } from '../../explanation.ts'
import type { Coverage } from './coverage.ts'

export type OptionCode =
  | 'do-not-renew'
  | 'until-aid-ends'
  | 'twelve-months'
  | 'maximum'
  | 'beyond-maximum'
  | 'permanent'

export interface RenewalOption {
  readonly code: OptionCode
  /** Null: not renewed. */
  readonly startsOn: Day | null
  /** Null: without term (or not renewed). */
  readonly endsOn: Day | null
  readonly months: number | null
  readonly days: number | null
  /** Whole months covered by an aid of the post. */
  readonly fundedMonths: number
  /** Months served at the end of the option, on the longest allowed; null: no limit. */
  readonly totalMonths: number | null
  readonly maximumMonths: number | null
  /** Not renewed: last day to fill the post again. */
  readonly replaceBefore: Day | null
  readonly refusals: readonly Finding[]
}

export interface RenewalChoice {
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly monthlyGrossCents: Cents | null
  /** Refusals, then warnings, then what is respected. */
  readonly findings: readonly Finding[]
  readonly notice: NoticeDay | null
  readonly coverage: Coverage
}

export interface NoticeDay {
  readonly legalOn: Day
  readonly prudentOn: Day
  readonly months: number | null
  readonly days: number | null
}

export interface Renewal {
  readonly contractId: Id
  readonly startsOn: Day
  /** Notice of the contract in force. */
  readonly notice: NoticeDay | null
  readonly options: readonly RenewalOption[]
  readonly choice: RenewalChoice | null
}

export interface Wanted {
  readonly endsOn: Day | null
  readonly permanent: boolean
  readonly monthlyGrossCents: Cents | null
}
