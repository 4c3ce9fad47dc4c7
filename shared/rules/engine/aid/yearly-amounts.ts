/** Amount of each convention year of a post. One single amount for a longer agreement (V1) is spread over its whole length. */

import { addMonths, inclusiveDays } from '../../../domain/day.ts'
import type { Grant } from '../../../domain/facts.ts'
import { type Cents, cents } from '../../../domain/money.ts'
import { lengthOf } from '../../calendar/contract-end.ts'
import { split } from '../split.ts'
import type { AgreementView } from '../states/agreement-state.ts'

const MONTHS_OF_YEAR = 12
/** A common multiple of every month's days is not needed: the last slice weighs its own days over a full slice's. */
const WHOLE_YEAR = [MONTHS_OF_YEAR]

/** What an agreement notifies for a post: its grants, and their sum or what its tranches stand for. */
export interface Notified {
  readonly grants: readonly Grant[]
  readonly notified: number
}

export function yearlyAmounts(draft: Notified, agreement: AgreementView): readonly Cents[] {
  const single = singleAmount(draft)
  if (single !== null) return split(cents(single), yearWeights(agreement))
  const years: number[] = []
  for (const grant of draft.grants) {
    while (years.length < grant.year) years.push(0)
    years[grant.year - 1] = (years[grant.year - 1] ?? 0) + grant.baseCents + grant.bonusCents
  }
  return years.map((amount) => cents(amount))
}

/** The cumulated amount: one grant for year 1, or none and only tranches. Null where there is an amount per year. */
function singleAmount(draft: Notified): number | null {
  return draft.grants.every((g) => g.year === 1) ? draft.notified : null
}

/** Months of each convention year, the last one cut at the end of the financing. */
function yearWeights({ fundedFrom, fundedTo }: AgreementView): readonly number[] {
  const length = lengthOf(fundedFrom, fundedTo)
  if (length.months <= MONTHS_OF_YEAR && length.days === 0) return WHOLE_YEAR
  const sliceStart = addMonths(fundedFrom, length.months)
  const sliceDays = inclusiveDays(sliceStart, addMonths(fundedFrom, length.months + 1)) - 1
  const weights: number[] = []
  for (let month = 0; month < length.months; month += MONTHS_OF_YEAR)
    weights.push(Math.min(MONTHS_OF_YEAR, length.months - month) * sliceDays)
  if (length.days === 0) return weights
  const isNewYear = length.months % MONTHS_OF_YEAR === 0
  if (isNewYear) weights.push(length.days)
  else weights[weights.length - 1] = (weights.at(-1) ?? 0) + length.days
  return weights
}
