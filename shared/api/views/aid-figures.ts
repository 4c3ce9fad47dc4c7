/** The five amounts of an aid as the page receives them, always shown under these names. Each can be explained (`read.explain`). */
import type { Cents } from '../../domain/money.ts'

/** The five amounts, plus what is late and at risk. */
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
