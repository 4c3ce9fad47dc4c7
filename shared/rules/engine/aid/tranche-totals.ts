/** What the tranches of an agreement say together: planned, received, given back, cancelled, and what the rest waits for. */
import { cents } from '../../../domain/money.ts'
import { split } from '../split.ts'
import type { InstalmentView } from '../states/instalment-state.ts'
import { ageClass } from './amounts.ts'

/** Every field in cents; sums may be split over posts field by field. */
export interface TrancheTotals {
  readonly planned: number
  readonly received: number
  readonly repaid: number
  readonly cancelled: number
  readonly late0: number
  readonly late1: number
  readonly late2: number
  readonly late3: number
  readonly claimable: number
  readonly claimed: number
  readonly suspended: number
  readonly notDue: number
}

export const NO_TRANCHES: TrancheTotals = {
  planned: 0,
  received: 0,
  repaid: 0,
  cancelled: 0,
  late0: 0,
  late1: 0,
  late2: 0,
  late3: 0,
  claimable: 0,
  claimed: 0,
  suspended: 0,
  notDue: 0,
}
const FIELDS = Object.keys(NO_TRANCHES) as readonly (keyof TrancheTotals)[]

const BUCKETS = {
  claimable: 'claimable',
  claimed: 'claimed',
  suspended: 'suspended',
  planned: 'notDue',
} as const
const LATE = ['late0', 'late1', 'late2', 'late3'] as const

export function totalsOf(views: readonly InstalmentView[]): TrancheTotals {
  const totals = { ...NO_TRANCHES }
  for (const view of views) {
    totals.planned += view.instalment.amountCents
    totals.received += view.receivedCents
    totals.repaid += view.repaidCents
    // A repayment on a cancelled tranche is in both facts, once in the amount.
    totals.cancelled += view.cancelledCents
    if (view.outstandingAs === null) continue
    const bucket = view.outstandingAs === 'late' ? LATE[ageClass(view.daysLate)] : BUCKETS[view.outstandingAs]
    totals[bucket] += view.outstandingCents
  }
  return totals
}

export function addTotals(a: TrancheTotals, b: TrancheTotals): TrancheTotals {
  const sum = { ...a }
  for (const field of FIELDS) sum[field] += b[field]
  return sum
}

/** Each total shared over the weights, cent exact. */
export function splitTotals(totals: TrancheTotals, weights: readonly number[]): readonly TrancheTotals[] {
  if (weights.length === 1) return [totals]
  const parts = weights.map(() => ({ ...NO_TRANCHES }))
  for (const field of FIELDS) {
    if (totals[field] === 0) continue
    split(cents(totals[field]), weights).forEach((amount, i) => {
      const part = parts[i]
      if (part !== undefined) part[field] = amount
    })
  }
  return parts
}
