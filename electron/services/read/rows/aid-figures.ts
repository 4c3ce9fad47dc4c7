/** The amounts as the door shows them. */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { AidAmounts } from '#shared/rules/engine/aid/amounts.ts'

export function aidFigures(aid: AidAmounts): AidFigures {
  return {
    notifiedCents: aid.notifiedCents,
    earnedCents: aid.earnedCents,
    receivedCents: aid.receivedCents,
    outstandingCents: aid.outstandingCents,
    claimableCents: aid.claimableCents,
    lateCents: aid.lateCents,
    cancelledCents: aid.cancelledCents,
    overpaidCents: aid.overpaidCents,
  }
}
