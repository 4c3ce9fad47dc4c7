/**
 * The facts a dossier holds: only human acts. States, deadlines and amounts earned, outstanding or late are derived
 * from these by rules, never stored. One interface per table, same names in camelCase; amounts in integer cents, days as Day.
 */
import type { Day } from './day.ts'
import type { Id } from './id.ts'
import type { Cents } from './money.ts'
import type {
  AccountingMethod,
  Answer,
  Chart,
  Confidence,
  ContractKind,
  EarningMethod,
  EndMotive,
  FunderKind,
  Ground,
  LegalForm,
  OwnerKind,
  PositionKind,
  ReturnMotive,
  Scheme,
  Sector,
  Zone,
} from './words.ts'
import type { BudgetLine, DedicatedFund, MonthlyCost } from './year-facts.ts'

export type { Id } from './id.ts'
export type { BudgetLine, DedicatedFund, MonthlyCost } from './year-facts.ts'

/** Structure employeuse. `sector` drives the rules, `zone` the public holidays, `fiscalYearStart` ("MM-DD") the years. */
export interface Employer {
  readonly id: Id
  readonly name: string
  readonly shortName: string | null
  readonly sector: Sector
  readonly legalForm: LegalForm
  readonly siret: string | null
  /** New Caledonia's identifier, where there is no SIRET. */
  readonly ridet: string | null
  readonly rna: string | null
  readonly ape: string | null
  readonly stateId: string | null
  readonly zone: Zone
  readonly fiscalYearStart: string
  readonly chart: Chart
  readonly idcc: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly departmentCode: string | null
  readonly inQpv: boolean
  readonly inFrr: boolean
  readonly franceServices: boolean
  readonly contactName: string | null
  readonly email: string | null
  readonly phone: string | null
  /** Employer charges as a rate of gross, in 1/10 000 (4 200 = 42 %): estimates cost where none was entered. */
  readonly chargesRate: number | null
  readonly note: string | null
}

/** Poste: the funded seat. Not the person, not the contract. */
export interface Position {
  readonly id: Id
  /** "ID poste" of the State. */
  readonly stateId: string | null
  readonly label: string
  readonly kind: PositionKind
  readonly workplace: string | null
  readonly inQpv: boolean
  readonly inFrr: boolean
  /** Day the seat was granted (selection committee), where known. */
  readonly grantedOn: Day | null
  readonly returnedOn: Day | null
  readonly returnMotive: ReturnMotive | null
  readonly note: string | null
}

/** Which employer holds the post, from a day to a day (null: still). Attachments of a post never overlap. */
export interface Attachment {
  readonly id: Id
  readonly positionId: Id
  readonly employerId: Id
  readonly startsOn: Day
  readonly endsOn: Day | null
}

export interface Person {
  readonly id: Id
  readonly lastName: string
  readonly firstName: string
  readonly email: string | null
  readonly phone: string | null
  readonly stateId: string | null
  /** The only trace of a declared disability: "délai de prévenance doublé". */
  readonly doubledNotice: boolean
  readonly anonymisedOn: Day | null
  readonly note: string | null
}

/** Contrat de travail: one period. A renewal is a NEW contract whose `renewsId` names the former one. */
export interface Contract {
  readonly id: Id
  readonly positionId: Id
  readonly personId: Id
  readonly kind: ContractKind
  readonly startsOn: Day
  /** Term as signed; null: without term. Amendments may move it. */
  readonly endsOn: Day | null
  readonly trialEndsOn: Day | null
  /** 2 100 = 35 h. */
  readonly weeklyMinutes: number
  readonly monthlyGrossCents: Cents | null
  readonly renewsId: Id | null
  readonly signedOn: Day | null
  /** Last day worked where the contract was broken before (or closed at) its term. */
  readonly endedOn: Day | null
  readonly endMotive: EndMotive | null
  readonly ground: Ground | null
  readonly stateId: string | null
  readonly note: string | null
}

/** Avenant to a contract: dated change of terms or of the end; null = that term does not change. */
export interface ContractAmendment {
  readonly id: Id
  readonly contractId: Id
  readonly signedOn: Day | null
  readonly effectiveOn: Day
  readonly newEndsOn: Day | null
  readonly newWeeklyMinutes: number | null
  readonly newMonthlyGrossCents: Cents | null
  readonly reason: string | null
}

/** Convention de subvention: employer × funder, covers one or more posts through its grants. */
export interface Agreement {
  readonly id: Id
  readonly employerId: Id
  readonly funder: string
  readonly funderKind: FunderKind
  readonly scheme: Scheme
  readonly reference: string
  /** Dossier Démarches simplifiées. */
  readonly dsNumber: string | null
  /** Engagement juridique: the State's payment key. */
  readonly ejNumber: string | null
  readonly signedOn: Day | null
  readonly startsOn: Day
  /** Start + N months; `endsOn` is the end as signed (moved by amendments only). */
  readonly theoreticalEndsOn: Day | null
  readonly endsOn: Day
  readonly financingStartsOn: Day | null
  readonly financingEndsOn: Day | null
  readonly earningMethod: EarningMethod
  readonly accountingMethod: AccountingMethod
  readonly incomeAccount: string | null
  readonly receivableAccount: string | null
  readonly deferredAccount: string | null
  /** Soldée: the closing file was accepted. */
  readonly settledOn: Day | null
  readonly note: string | null
}

export interface AgreementAmendment {
  readonly id: Id
  readonly agreementId: Id
  readonly signedOn: Day | null
  readonly effectiveOn: Day
  readonly newEndsOn: Day | null
  readonly reason: string | null
}

/** What the convention grants one post for one convention year (1 = first). */
export interface Grant {
  readonly id: Id
  readonly agreementId: Id
  readonly positionId: Id
  readonly year: number
  readonly baseCents: Cents
  readonly bonusCents: Cents
}

/** Tranche: one planned payment. `positionId` where the tranche concerns one post of the convention. */
export interface Instalment {
  readonly id: Id
  readonly agreementId: Id
  readonly positionId: Id | null
  readonly rank: number
  readonly label: string
  readonly amountCents: Cents
  /** Expected on. Null: not known yet. */
  readonly dueOn: Day | null
  /** First day on which it may be asked for. */
  readonly claimableOn: Day | null
  /** Conditions in words (contract deposited, report sent…); null: none recorded. */
  readonly conditions: string | null
  readonly conditionsMetOn: Day | null
  readonly claimedOn: Day | null
  readonly cancelledOn: Day | null
  readonly cancelReason: string | null
  readonly note: string | null
}

/** Versement: money that arrived (negative: repaid to the funder). */
export interface Payment {
  readonly id: Id
  readonly employerId: Id
  readonly funder: string
  readonly receivedOn: Day
  readonly amountCents: Cents
  readonly bankReference: string | null
  /** Titre de recette, bordereau, P503 (public accounting). */
  readonly titleNumber: string | null
  readonly titleIssuedOn: Day | null
  readonly bordereau: string | null
  readonly p503: string | null
  readonly note: string | null
}

/** Which part of a payment goes to which tranche. Sum of a payment's allocations never exceeds its amount. */
export interface Allocation {
  readonly id: Id
  readonly paymentId: Id
  readonly instalmentId: Id
  readonly amountCents: Cents
}

/** What a person said of a derived deadline. `forDay`: the day it had then; an answer to a date that moved is shown again. */
export interface DeadlineAnswer {
  readonly id: Id
  /** Stable key of the deadline, for example "notice:contract:12". */
  readonly key: string
  readonly answer: Answer
  readonly answeredOn: Day
  readonly forDay: Day
  readonly postponedTo: Day | null
  readonly reason: string | null
}

export interface FreeDeadline {
  readonly id: Id
  readonly title: string
  readonly dueOn: Day
  readonly employerId: Id | null
  readonly positionId: Id | null
  readonly note: string | null
}

export interface Setting {
  readonly key: string
  /** JSON text; each key has its schema in shared/schemas. */
  readonly value: string
}

/** A named view of a grid (columns, order, filters, grouping), as JSON text checked by its schema. */
export interface SavedView {
  readonly id: Id
  readonly grid: string
  readonly name: string
  readonly rank: number
  readonly definition: string
}

/** A legal figure the user corrected or added; the built-in one stays visible beside it. Value in the figure's own unit. */
export interface RuleFigure {
  readonly id: Id
  readonly code: string
  readonly validFrom: Day
  readonly value: number
  readonly source: string
  readonly confidence: Confidence
}

/** Barème: editable template of the yearly amounts of a scheme. */
export interface AidScale {
  readonly id: Id
  readonly name: string
  readonly scheme: Scheme
  readonly sector: Sector
  readonly bonus: boolean
  readonly territory: string | null
  readonly validFrom: Day | null
  readonly source: string
  readonly confidence: Confidence
}

export interface AidScaleYear {
  readonly id: Id
  readonly scaleId: Id
  readonly year: number
  readonly baseCents: Cents
  readonly bonusCents: Cents
}

/** A file attached inside the dossier. Its bytes are in a table of their own, read only on demand. */
export interface Document {
  readonly id: Id
  readonly ownerKind: OwnerKind
  readonly ownerId: Id
  readonly name: string
  readonly mime: string
  readonly size: number
  readonly sha256: string
  readonly addedOn: Day
  /** Line of a checklist this file answers, or null. */
  readonly checklistItem: string | null
}

/** A hypothesis beside the facts: JSON text of named changes, nothing written to the facts until applied. */
export interface Scenario {
  readonly id: Id
  readonly name: string
  readonly createdOn: Day
  readonly definition: string
}

/** Comparison with a file of the State: one value said by them, one by us, and what was decided. */
export interface StateDifference {
  readonly id: Id
  readonly positionId: Id
  readonly field: string
  readonly stateValue: string | null
  readonly ownValue: string | null
  readonly seenOn: Day
  readonly decision: 'open' | 'accepted' | 'kept' | 'contested'
  readonly note: string | null
}

/** Column mapping remembered for a shape of file (hash of its headers). */
export interface ImportMapping {
  readonly id: Id
  readonly shape: string
  readonly name: string
  readonly definition: string
}

/** Everything the rules read, in one value. */
export interface Facts {
  readonly employers: readonly Employer[]
  readonly positions: readonly Position[]
  readonly attachments: readonly Attachment[]
  readonly persons: readonly Person[]
  readonly contracts: readonly Contract[]
  readonly contractAmendments: readonly ContractAmendment[]
  readonly agreements: readonly Agreement[]
  readonly agreementAmendments: readonly AgreementAmendment[]
  readonly grants: readonly Grant[]
  readonly instalments: readonly Instalment[]
  readonly payments: readonly Payment[]
  readonly allocations: readonly Allocation[]
  readonly monthlyCosts: readonly MonthlyCost[]
  readonly dedicatedFunds: readonly DedicatedFund[]
  readonly budgetLines: readonly BudgetLine[]
  readonly deadlineAnswers: readonly DeadlineAnswer[]
  readonly freeDeadlines: readonly FreeDeadline[]
  readonly ruleFigures: readonly RuleFigure[]
  readonly aidScales: readonly AidScale[]
  readonly aidScaleYears: readonly AidScaleYear[]
  readonly settings: readonly Setting[]
}

/** Tables a person may edit through the generic door, by their entity name. */
export interface Entities {
  readonly employer: Employer
  readonly position: Position
  readonly attachment: Attachment
  readonly person: Person
  readonly contract: Contract
  readonly contractAmendment: ContractAmendment
  readonly agreement: Agreement
  readonly agreementAmendment: AgreementAmendment
  readonly grant: Grant
  readonly instalment: Instalment
  readonly payment: Payment
  readonly allocation: Allocation
  readonly monthlyCost: MonthlyCost
  readonly dedicatedFund: DedicatedFund
  readonly budgetLine: BudgetLine
  readonly freeDeadline: FreeDeadline
  readonly savedView: SavedView
  readonly ruleFigure: RuleFigure
  readonly aidScale: AidScale
  readonly aidScaleYear: AidScaleYear
  readonly scenario: Scenario
}
export type EntityName = keyof Entities
export type NewEntity<N extends EntityName> = Omit<Entities[N], 'id'>
