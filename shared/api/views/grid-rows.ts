/**
 * One row per line of a grid: facts with their derived figures. Built by services, drawn by features; "derived" values can
 * always be explained through `read.explain`.
 */
import type { Day } from '../../domain/day.ts'
import type {
  Agreement,
  Allocation,
  Contract,
  Employer,
  Id,
  Instalment,
  Payment,
  Person,
  Position,
} from '../../domain/facts.ts'
import type { Cents } from '../../domain/money.ts'
import type { AgreementState, ContractState, InstalmentState, PositionState } from '../../domain/words.ts'
import type { Deadline } from '../../rules/engine/deadlines/deadline.ts'
import type { Uncomputed } from '../../rules/engine/uncomputed.ts'
import type { Finding, Step } from '../../rules/explanation.ts'
import type { AidFigures } from './aid-figures.ts'

/** A row whose figures could not be computed says why; what is recorded is there all the same. */
interface ComputedRow {
  readonly id: Id
  readonly uncomputed?: Uncomputed
}

export interface PositionRow extends ComputedRow {
  readonly position: Position
  readonly employerId: Id | null
  readonly employerName: string
  readonly state: PositionState
  readonly stateReason: Step
  readonly holderName: string | null
  readonly holderId: Id | null
  readonly contractId: Id | null
  readonly contractKind: Contract['kind'] | null
  /** Term of the current contract; null with a contract: sans terme. */
  readonly contractEndsOn: Day | null
  /** Notice day, or why there is none. */
  readonly noticeOn: Day | null
  readonly noticeState: 'not-applicable' | 'none' | 'upcoming' | 'soon' | 'missed' | 'answered'
  readonly agreementId: Id | null
  /** What was recorded behind `contractEndsOn`: the amendment that gave it, the day somebody left before. */
  readonly contractEnd: ContractEnd | null
  /** "V2", "V2 bonifiée", "V1 + Région"… as codes; label by the catalogue. */
  readonly agreementLabel: string | null
  readonly agreementEndsOn: Day | null
  readonly vacantSince: Day | null
  readonly vacancyLimitOn: Day | null
  readonly aid: AidFigures
  /** The yearly amounts that make up what is notified, oldest first; null where tranches stand for them. */
  readonly grants: readonly GrantPart[] | null
  /** What the cell says of it; the whole of it is on the post's sheet. */
  readonly nextDeadline: Pick<Deadline, 'key' | 'kind' | 'dueOn' | 'title'> | null
}

/** Short, because every row carries one for each year. */
export type GrantPart = readonly [id: Id, baseCents: Cents, bonusCents: Cents]

/** Where the end of a contract was recorded: by an amendment, else by the contract itself. */
export interface ContractEnd {
  readonly amendmentId: Id | null
  readonly endedOn: Day | null
}

export interface ContractRow extends ComputedRow {
  readonly contract: Contract
  readonly personName: string
  readonly positionLabel: string
  readonly positionStateId: string | null
  readonly employerId: Id | null
  readonly employerName: string
  readonly state: ContractState
  /** Term after amendments. */
  readonly effectiveEndsOn: Day | null
  readonly endAmendmentId: Id | null
  readonly currentGrossCents: Cents | null
  readonly currentWeeklyMinutes: number
  readonly months: number | null
  readonly noticeOn: Day | null
  readonly noticeState: PositionRow['noticeState']
  readonly findings: readonly Finding[]
}

export interface InstalmentRow extends ComputedRow {
  readonly instalment: Instalment
  readonly agreementReference: string
  readonly positionId: Id | null
  readonly positionLabel: string
  readonly positionStateId: string | null
  readonly employerId: Id
  readonly employerName: string
  readonly funder: string
  readonly state: InstalmentState
  readonly stateReason: Step
  readonly receivedCents: Cents
  readonly outstandingCents: Cents
  readonly lastReceivedOn: Day | null
  readonly daysLate: number
  readonly payments: readonly {
    readonly paymentId: Id
    readonly receivedOn: Day
    readonly reference: string | null
    readonly amountCents: Cents
  }[]
}

export interface PaymentRow extends ComputedRow {
  readonly payment: Payment
  readonly employerName: string
  readonly allocatedCents: Cents
  readonly unallocatedCents: Cents
  readonly allocations: readonly (Allocation & {
    readonly instalmentLabel: string
    readonly positionLabel: string
  })[]
}

export interface AgreementRow extends ComputedRow {
  readonly agreement: Agreement
  readonly employerName: string
  readonly positionIds: readonly Id[]
  readonly positionLabels: string
  readonly state: AgreementState
  /** End after amendments; `agreement.endsOn` stays the end as signed. */
  readonly endsOn: Day
  readonly aid: AidFigures
}

export interface EmployerRow extends ComputedRow {
  readonly employer: Employer
  readonly positions: number
  readonly occupied: number
  readonly vacant: number
  readonly returned: number
  readonly aid: AidFigures
}

export interface PersonRow extends ComputedRow {
  readonly person: Person
  readonly positionLabel: string | null
  readonly contracts: number
  readonly currentContractId: Id | null
}

export interface GridRows {
  readonly positions: readonly PositionRow[]
  readonly contracts: readonly ContractRow[]
  readonly instalments: readonly InstalmentRow[]
  readonly payments: readonly PaymentRow[]
  readonly agreements: readonly AgreementRow[]
  readonly employers: readonly EmployerRow[]
  readonly persons: readonly PersonRow[]
}

export type GridName = keyof GridRows

/**
 * The rows of the grid that was asked for, as the dossier was at `revision`, and the name of this answer. With `ids`, only the rows that differ from the answer
 * the asker knows; `ids` is what the grid then holds, in order (null: the same rows as before).
 */
export type GridAnswer = Partial<GridRows> & {
  readonly revision: number
  readonly tag?: string
  readonly changed?: { readonly ids: readonly Id[] | null }
}
