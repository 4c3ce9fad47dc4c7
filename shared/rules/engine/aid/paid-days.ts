/**
 * Days of a post that earn the aid of an agreement: somebody held the post, it was attached to the agreement's employer,
 * it was not given back. The period of the agreement itself is cut by the earning rule.
 */
import type { Day } from '../../../domain/day.ts'
import type { Attachment } from '../../../domain/facts.ts'
import { type FactsIndex, rowsOf } from '../index-facts.ts'
import { clip, intersection, type Period } from '../periods.ts'
import type { AgreementView } from '../states/agreement-state.ts'
import type { PositionView } from '../states/position-state.ts'

/** Without a post (a grant to the structure itself) every day of the agreement counts. */
export function paidDays(
  view: PositionView | undefined,
  agreement: AgreementView,
  index: FactsIndex,
): readonly Period[] {
  if (view === undefined) return [{ from: agreement.fundedFrom, to: agreement.fundedTo }]
  const { position, occupied } = view
  const kept = position.returnedOn === null ? occupied : clip(occupied, null, position.returnedOn)
  const attachments = rowsOf(index.attachmentsByPosition, position.id)
  const own = attachedPeriods(attachments, agreement.agreement.employerId)
  return own === null ? kept : intersection(kept, own)
}

/**
 * Periods of the post with that employer; null where attachments say nothing against it. The first attachment of a post
 * reaches back without limit: its day is often the day of the entry, and only a transfer takes the aid away.
 */
function attachedPeriods(attachments: readonly Attachment[], employerId: number): readonly Period[] | null {
  const periods: Period[] = []
  let isWhole = true
  attachments.forEach((attachment, i) => {
    if (attachment.employerId !== employerId) return
    const from = i === 0 ? FIRST_DAY : attachment.startsOn
    if (from !== FIRST_DAY || attachment.endsOn !== null) isWhole = false
    periods.push({ from, to: attachment.endsOn })
  })
  return periods.length === 0 || isWhole ? null : periods
}

const FIRST_DAY = '0001-01-01' as Day
