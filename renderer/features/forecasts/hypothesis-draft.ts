/** A hypothesis being typed: every field optional until it makes a whole one. Pure. */
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { Cents } from '#shared/domain/money.ts'
import type { ContractKind } from '#shared/domain/words.ts'
import { type Hypothesis, hypothesisSchema } from '#shared/schemas/scenario.ts'

export interface HypothesisDraft {
  readonly kind: Hypothesis['kind']
  readonly contractId: Id | null
  readonly positionId: Id | null
  readonly months: number | null
  readonly gross: Cents | null
  readonly contractKind: ContractKind
  readonly on: Day | null
  /** 1/10 000. */
  readonly rate: number | null
}

/** Nothing typed yet. A delay or a stop of the aid is never supposed by itself: no field of it is filled beforehand. */
export function emptyDraft(kind: Hypothesis['kind']): HypothesisDraft {
  return {
    kind,
    contractId: null,
    positionId: null,
    months: kind === 'late-aid' ? null : 12,
    gross: null,
    contractKind: 'CDD',
    on: null,
    rate: null,
  }
}

export function isUntouched(draft: HypothesisDraft): boolean {
  return JSON.stringify(draft) === JSON.stringify(emptyDraft(draft.kind))
}

/** Null while something is missing or out of range. */
export function hypothesisOf(draft: HypothesisDraft): Hypothesis | null {
  const parsed = hypothesisSchema.safeParse(valuesOf(draft))
  return parsed.success ? parsed.data : null
}

function valuesOf({ kind, contractId, positionId, months, gross, contractKind, on, rate }: HypothesisDraft) {
  switch (kind) {
    case 'renew':
      return { kind, contractId, months, monthlyGrossCents: gross }
    case 'end':
      return { kind, contractId, on }
    case 'replace':
      return { kind, positionId, startsOn: on, months, contractKind, monthlyGrossCents: gross }
    case 'keep-permanent':
      return { kind, contractId }
    case 'late-aid':
      return { kind, months }
    case 'aid-stops':
      return { kind, on }
    case 'pay-rise':
      return { kind, from: on, rate }
  }
}
