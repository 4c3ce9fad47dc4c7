/**
 * What the page reads: facts with their derived figures, one row per line of a grid. Built by services, drawn by features.
 * "Derived" values can always be explained through the channel `read.explain`.
 */
import type { Day } from '../domain/day.ts'
import type {
  Agreement,
  Allocation,
  Contract,
  ContractAmendment,
  Employer,
  FreeDeadline,
  Id,
  Instalment,
  Payment,
  Person,
  Position,
} from '../domain/facts.ts'
import type { Cents } from '../domain/money.ts'
import type {
  AgreementState,
  ContractState,
  DeadlineNature,
  InstalmentState,
  PositionState,
} from '../domain/words.ts'
import type { Basis, Explanation, Finding, Step } from '../rules/explanation.ts'

/** The five amounts, always shown under these names, plus what is late and at risk. */
export interface AidFigures {
  readonly notifiedCents: Cents
  readonly earnedCents: Cents
  readonly receivedCents: Cents
  readonly outstandingCents: Cents
  readonly claimableCents: Cents
  readonly lateCents: Cents
  readonly cancelledCents: Cents
  /** Received beyond earned: exposure to repayment if everything stopped today. */
  readonly overpaidCents: Cents
}

export interface PositionRow {
  readonly id: Id
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
  /** "V2", "V2 bonifiée", "V1 + Région"… as codes; label by the catalogue. */
  /** What was recorded behind `contractEndsOn`: the amendment that gave it, the day somebody left before. */
  readonly contractEnd: ContractEnd | null
  readonly agreementLabel: string | null
  readonly agreementEndsOn: Day | null
  readonly vacantSince: Day | null
  readonly vacancyLimitOn: Day | null
  readonly aid: AidFigures
  /** The yearly amounts that make up what is notified, oldest first; null where tranches stand for them. */
  readonly grants: readonly GrantPart[] | null
  /** What the cell says of it; the whole of it is on the post's sheet. */
  readonly nextDeadline: Pick<DeadlineRow, 'key' | 'kind' | 'dueOn' | 'title'> | null
}

/** Short, because every row carries one for each year. */
export type GrantPart = readonly [id: Id, baseCents: Cents, bonusCents: Cents]

/** Where the end of a contract was recorded: by an amendment, else by the contract itself. */
export interface ContractEnd {
  readonly amendmentId: Id | null
  readonly endedOn: Day | null
}

export interface ContractRow {
  readonly id: Id
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

export interface InstalmentRow {
  readonly id: Id
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

export interface PaymentRow {
  readonly id: Id
  readonly payment: Payment
  readonly employerName: string
  readonly allocatedCents: Cents
  readonly unallocatedCents: Cents
  readonly allocations: readonly (Allocation & {
    readonly instalmentLabel: string
    readonly positionLabel: string
  })[]
}

export interface AgreementRow {
  readonly id: Id
  readonly agreement: Agreement
  readonly employerName: string
  readonly positionIds: readonly Id[]
  readonly positionLabels: string
  readonly state: AgreementState
  /** End after amendments; `agreement.endsOn` stays the end as signed. */
  readonly endsOn: Day
  readonly aid: AidFigures
}

export interface EmployerRow {
  readonly id: Id
  readonly employer: Employer
  readonly positions: number
  readonly occupied: number
  readonly vacant: number
  readonly returned: number
  readonly aid: AidFigures
}

export interface PersonRow {
  readonly id: Id
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
 * The rows of the grid that was asked for, and the name of this answer. With `ids`, only the rows that differ from the answer
 * the asker knows; `ids` is what the grid then holds, in order (null: the same rows as before).
 */
export type GridAnswer = Partial<GridRows> & {
  readonly tag?: string
  readonly changed?: { readonly ids: readonly Id[] | null }
}

/** A deadline derived from facts, rules, today and answers. */
export interface DeadlineRow {
  /** Stable: survives a re-derivation. Example "notice:contract:12". */
  readonly key: string
  readonly kind: string
  readonly nature: DeadlineNature
  /** Day to act by (the prudent one where a legal one exists). */
  readonly dueOn: Day
  readonly legalOn: Day | null
  /** The working day before, where the day is not one. */
  readonly prudentOn: Day
  /** Days from today; negative: late by. */
  readonly daysLeft: number
  readonly status: 'late' | 'due' | 'coming' | 'later' | 'answered'
  readonly title: Step
  readonly why: Step
  readonly basis: readonly Basis[]
  readonly amountCents: Cents | null
  readonly employerId: Id | null
  readonly employerName: string | null
  readonly positionId: Id | null
  readonly positionLabel: string | null
  readonly contractId: Id | null
  readonly instalmentId: Id | null
  readonly agreementId: Id | null
  readonly personName: string | null
  readonly answer: {
    readonly answer: 'done' | 'postponed' | 'ignored'
    readonly on: Day
    readonly postponedTo: Day | null
    readonly reason: string | null
  } | null
  /** Answered, but the day moved since: shown again. */
  readonly moved: boolean
  /** Crossed a reminder step since the last visit. */
  readonly isNew: boolean
  /** Reminder step reached (days before), from the settings of its kind. */
  readonly step: number | null
  /** Reminder steps, in days before. */
  readonly leadDays: readonly number[]
}

export interface HomeView {
  readonly today: Day
  readonly lastVisitOn: string | null
  readonly changedPositions: number
  readonly counts: {
    readonly positions: number
    readonly employers: number
    readonly agreements: number
    readonly instalments: number
    readonly openInstalments: number
    readonly occupied: number
    readonly vacant: number
    readonly returned: number
  }
  readonly aid: AidFigures
  readonly deadlines: readonly DeadlineRow[]
  readonly ageing: readonly {
    readonly fromDays: number
    readonly toDays: number | null
    readonly instalments: number
    readonly cents: Cents
  }[]
  /** 36 months around today, cents per month by what became of them. */
  readonly months: readonly {
    readonly month: string
    readonly expectedCents: Cents
    readonly receivedCents: Cents
    readonly lateCents: Cents
    readonly claimableCents: Cents
    readonly suspendedCents: Cents
  }[]
  readonly nextAidEnds: readonly {
    readonly positionId: Id
    readonly label: string
    readonly endsOn: Day
    readonly monthlyCents: Cents
  }[]
}

export interface PositionSheet {
  readonly row: PositionRow
  readonly previousId: Id | null
  readonly nextId: Id | null
  readonly rank: number
  readonly siblings: number
  readonly contracts: readonly ContractRow[]
  readonly contractAmendments: readonly ContractAmendment[]
  readonly vacancies: readonly { readonly from: Day; readonly to: Day | null; readonly days: number }[]
  readonly agreements: readonly AgreementRow[]
  readonly instalments: readonly InstalmentRow[]
  readonly deadlines: readonly DeadlineRow[]
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

export interface JournalEntry {
  readonly actionId: Id
  readonly at: string
  readonly who: string
  readonly label: string
  readonly kind: string
  readonly undone: boolean
  /** All of them; `changes` holds the first ones of a large action. */
  readonly changeCount: number
  readonly changes: readonly {
    readonly table: string
    readonly rowId: Id
    readonly op: 'insert' | 'update' | 'delete'
    readonly subject: string
    readonly fields: readonly {
      readonly field: string
      readonly before: string | number | null
      readonly after: string | number | null
    }[]
  }[]
}

export interface FileStatus {
  readonly open: boolean
  readonly name: string | null
  readonly readOnly: boolean
  /** French sentence: "Lecture seule : ouvert par …". */
  readonly readOnlyReason: string | null
  readonly demo: boolean
  readonly savedAt: string | null
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  readonly lateCount: number
  readonly today: Day
  readonly lastBackupAt: string | null
  readonly shell: 'desktop' | 'browser'
  readonly version: string
  /** Increases with every change: the page reloads what it shows. */
  readonly revision: number
  readonly recent: readonly {
    readonly id: string
    readonly name: string
    readonly folder: string
    readonly openedAt: string
  }[]
  /** What to know of this file: where it lies, another file of the same dossier, copies that could not be made. */
  readonly notes?: readonly FileNote[]
  /** The screen is locked: nothing else is answered until its phrase is given. */
  readonly locked?: boolean
}

export interface FileNote {
  readonly id: string
  readonly kind: 'place' | 'parted' | 'clock' | 'copies'
  readonly message: string
}

export type ExplainTarget =
  | { readonly kind: 'deadline'; readonly key: string }
  | { readonly kind: 'position-state'; readonly positionId: Id }
  | { readonly kind: 'position-amount'; readonly positionId: Id; readonly amount: keyof AidFigures }
  | { readonly kind: 'agreement-amount'; readonly agreementId: Id; readonly amount: keyof AidFigures }
  | { readonly kind: 'contract-notice'; readonly contractId: Id }
  | { readonly kind: 'vacancy-limit'; readonly positionId: Id }
export type { Explanation }
