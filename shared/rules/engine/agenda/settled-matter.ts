/** What an agenda is told of a matter that a fact settled. */
import type { Day } from '../../../domain/day.ts'
import type { Step } from '../../explanation.ts'
import type { Subject } from '../deadlines/deadline.ts'
import type { DeadlineKind } from '../deadlines/kinds.ts'

/** A matter that was in the agenda on that day; `since` is the day of the fact that settled it. */
export interface SettledMatter {
  readonly key: string
  readonly kind: DeadlineKind
  readonly on: Day
  readonly since: Day
  readonly title: Step
  readonly why: Step
  readonly subject: Subject
}

export type Settle = (matter: SettledMatter) => void
