/**
 * How a rule explains itself: data only. The words are in shared/text, so that a screen, a report and the command line
 * say the same thing.
 */

import type { Day } from '../domain/day.ts'
import type { Cents } from '../domain/money.ts'
import type { Confidence, DeadlineNature } from '../domain/words.ts'

export type StepValue = string | number | boolean | null | readonly (string | number)[]

/** One step of a reasoning: `code` names the sentence in the catalogue, `values` fills it (cents, days, counts by their names). */
export interface Step {
  readonly code: string
  readonly values: Readonly<Record<string, StepValue>>
}

/** A text of law or of the scheme, dated. */
export interface Basis {
  readonly text: string
  readonly inForceFrom: Day
  readonly confidence: Confidence
  /** Former reference, where the code was renumbered. */
  readonly formerly?: string
}

/** What the result would be if one input were another. */
export interface WhatIf {
  readonly code: string
  readonly values: Readonly<Record<string, StepValue>>
  readonly result: Day | Cents | null
}

export interface Explanation {
  readonly subject: Step
  readonly result:
    | { readonly kind: 'day'; readonly day: Day }
    | { readonly kind: 'cents'; readonly cents: Cents }
  readonly nature: DeadlineNature | null
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
  readonly whatIf: readonly WhatIf[]
  /** Advice that is not part of the arithmetic. */
  readonly notes: readonly Step[]
}

/** A refusal (nothing is written) or a warning (accepted, kept on the screen). */
export interface Finding {
  readonly severity: 'refused' | 'warning' | 'respected'
  readonly code: string
  readonly field: string | null
  readonly values: Readonly<Record<string, StepValue>>
  readonly basis: readonly Basis[]
}
