/** Everything about one post, as its sheet shows it. */
import type { Day } from '../../domain/day.ts'
import type { ContractAmendment, FreeDeadline, Id } from '../../domain/facts.ts'
import type { Deadline } from '../../rules/engine/deadlines/deadline.ts'
import type { Uncomputed } from '../../rules/engine/uncomputed.ts'
import type { AgreementRow, ContractRow, InstalmentRow, PositionRow } from './grid-rows.ts'

export interface PositionSheet {
  readonly row: PositionRow
  /** Of the post, its contracts, its agreements: what no figure or deadline below could be computed from. */
  readonly uncomputed: readonly Uncomputed[]
  readonly previousId: Id | null
  readonly nextId: Id | null
  readonly rank: number
  readonly siblings: number
  readonly contracts: readonly ContractRow[]
  readonly contractAmendments: readonly ContractAmendment[]
  readonly vacancies: readonly { readonly from: Day; readonly to: Day | null; readonly days: number }[]
  readonly agreements: readonly AgreementRow[]
  readonly instalments: readonly InstalmentRow[]
  readonly deadlines: readonly Deadline[]
  readonly attachments: readonly {
    readonly id: Id
    readonly employerId: Id
    readonly employerName: string
    readonly startsOn: Day
    readonly endsOn: Day | null
  }[]
  readonly freeDeadlines: readonly FreeDeadline[]
  readonly documents: number
  /** Pieces each contract calls for, and how many of them are attached. */
  readonly pieces: readonly { readonly contractId: Id; readonly present: number; readonly total: number }[]
}
