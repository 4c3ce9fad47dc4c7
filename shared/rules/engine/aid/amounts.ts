/** The amounts of the aid in all their detail, and their sums. The five amounts shown are `AidFigures`; the rest explains them. */
import { type Cents, cents, ZERO } from '../../../domain/money.ts'

/** Late amounts by age: 1–30, 31–60, 61–90 days, more. Bounds of the first day of each class. */
export const AGEING_FROM = [1, 31, 61, 91] as const

export type LateByAge = readonly [Cents, Cents, Cents, Cents]

export interface AidAmounts {
  readonly notifiedCents: Cents
  readonly earnedCents: Cents
  readonly receivedCents: Cents
  readonly outstandingCents: Cents
  readonly claimableCents: Cents
  readonly lateCents: Cents
  readonly cancelledCents: Cents
  /** Received beyond earned: what would be asked back if everything stopped that day. */
  readonly overpaidCents: Cents
  readonly claimedCents: Cents
  readonly suspendedCents: Cents
  readonly plannedCents: Cents
  /** Given back to the funder. */
  readonly repaidCents: Cents
  /** Received beyond what was notified. */
  readonly excessCents: Cents
  readonly lateByAge: LateByAge
}

export const NO_AID: AidAmounts = {
  notifiedCents: ZERO,
  earnedCents: ZERO,
  receivedCents: ZERO,
  outstandingCents: ZERO,
  claimableCents: ZERO,
  lateCents: ZERO,
  cancelledCents: ZERO,
  overpaidCents: ZERO,
  claimedCents: ZERO,
  suspendedCents: ZERO,
  plannedCents: ZERO,
  repaidCents: ZERO,
  excessCents: ZERO,
  lateByAge: [ZERO, ZERO, ZERO, ZERO],
}

function addAid(a: AidAmounts, b: AidAmounts): AidAmounts {
  return {
    notifiedCents: plus(a.notifiedCents, b.notifiedCents),
    earnedCents: plus(a.earnedCents, b.earnedCents),
    receivedCents: plus(a.receivedCents, b.receivedCents),
    outstandingCents: plus(a.outstandingCents, b.outstandingCents),
    claimableCents: plus(a.claimableCents, b.claimableCents),
    lateCents: plus(a.lateCents, b.lateCents),
    cancelledCents: plus(a.cancelledCents, b.cancelledCents),
    overpaidCents: plus(a.overpaidCents, b.overpaidCents),
    claimedCents: plus(a.claimedCents, b.claimedCents),
    suspendedCents: plus(a.suspendedCents, b.suspendedCents),
    plannedCents: plus(a.plannedCents, b.plannedCents),
    repaidCents: plus(a.repaidCents, b.repaidCents),
    excessCents: plus(a.excessCents, b.excessCents),
    lateByAge: [
      plus(a.lateByAge[0], b.lateByAge[0]),
      plus(a.lateByAge[1], b.lateByAge[1]),
      plus(a.lateByAge[2], b.lateByAge[2]),
      plus(a.lateByAge[3], b.lateByAge[3]),
    ],
  }
}

export function sumAid(parts: Iterable<AidAmounts>): AidAmounts {
  let total = NO_AID
  for (const part of parts) total = addAid(total, part)
  return total
}

export function ageClass(daysLate: number): 0 | 1 | 2 | 3 {
  if (daysLate < AGEING_FROM[1]) return 0
  if (daysLate < AGEING_FROM[2]) return 1
  return daysLate < AGEING_FROM[3] ? 2 : 3
}

function plus(a: Cents, b: Cents): Cents {
  return cents(a + b)
}
