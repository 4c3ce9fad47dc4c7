/** What a deadline is, before and after a person's answer. Keys are stable: an answer survives every new derivation. */
import type { Day } from '../../../domain/day.ts'
import type { Id } from '../../../domain/facts.ts'
import type { Cents } from '../../../domain/money.ts'
import type { Answer, DeadlineNature } from '../../../domain/words.ts'
import type { Basis, Step } from '../../explanation.ts'
import type { DeadlineKind } from './kinds.ts'

/** Whom and what a deadline is about. */
export interface Subject {
  readonly employerId: Id | null
  /** As lists name it; says whose a deadline is that concerns no post. */
  readonly employerName: string | null
  readonly positionId: Id | null
  readonly positionLabel: string | null
  readonly contractId: Id | null
  readonly instalmentId: Id | null
  readonly agreementId: Id | null
  readonly personName: string | null
}

export const NO_SUBJECT: Subject = {
  employerId: null,
  employerName: null,
  positionId: null,
  positionLabel: null,
  contractId: null,
  instalmentId: null,
  agreementId: null,
  personName: null,
}

/** Derived from facts and rules, before today and the answers are looked at. */
export interface DerivedDeadline {
  readonly key: string
  readonly kind: DeadlineKind
  /** Day to act by: the prudent one where the legal one is no working day. */
  readonly prudentOn: Day
  /** Null where no text sets the day. */
  readonly legalOn: Day | null
  readonly title: Step
  readonly why: Step
  readonly basis: readonly Basis[]
  readonly amountCents: Cents | null
  readonly subject: Subject
  /** The rule's own reasoning, for "Pourquoi cette date ?". */
  readonly steps?: readonly Step[]
  /** Reminder steps of this one deadline, in days before; the settings of its kind where absent. */
  readonly leadDays?: readonly number[]
}

/** As every shell shows it, once today and the answers were looked at. */
export interface Deadline extends Subject {
  /** Stable: survives a re-derivation. Example "notice:contract:12". */
  readonly key: string
  readonly kind: string
  readonly nature: DeadlineNature
  /** Day to act by: the prudent working day while it can be met, then the legal one. */
  readonly dueOn: Day
  readonly legalOn: Day | null
  /** The working day to act by. */
  readonly prudentOn: Day
  /** Days from today; negative: late by. */
  readonly daysLeft: number
  readonly status: 'late' | 'due' | 'coming' | 'later' | 'answered'
  readonly title: Step
  readonly why: Step
  readonly basis: readonly Basis[]
  readonly amountCents: Cents | null
  readonly answer: {
    readonly answer: Answer
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
