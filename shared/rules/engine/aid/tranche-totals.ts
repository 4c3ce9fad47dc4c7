/** What the tranches of an agreement say together: planned, received, given back, cancelled, and what the rest waits for. */
import { type Cents, cents } from '../../../domain/money.ts'
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

/** What makes up the planned amount, in order: shared together, so that the parts of each post add up as the whole does. */
const MAKE_UP = [
  'received',
  'cancelled',
  ...LATE,
  'claimable',
  'claimed',
  'suspended',
  'notDue',
] as const satisfies readonly (keyof TrancheTotals)[]

/**
 * Each total shared over the weights, cent exact both ways: over the posts, and for each post over what makes up the planned
 * amount (each part is the difference of two running totals).
 */
export function splitTotals(totals: TrancheTotals, weights: readonly number[]): readonly TrancheTotals[] {
  if (weights.length === 1) return [totals]
  const parts = weights.map(() => ({ ...NO_TRANCHES }))
  const share = (field: keyof TrancheTotals, amounts: readonly Cents[], before: readonly Cents[]) =>
    parts.forEach((part, i) => {
      part[field] = (amounts[i] ?? 0) - (before[i] ?? 0)
    })
  for (const field of ['planned', 'repaid'] as const) share(field, split(cents(totals[field]), weights), [])
  let running = 0
  let before: readonly Cents[] = []
  for (const field of MAKE_UP) {
    if (totals[field] === 0) continue
    running += totals[field]
    const upTo = split(cents(running), weights)
    share(field, upTo, before)
    before = upTo
  }
  return parts
}
