/** State of an agreement at a day, its end after amendments, and the days it finances. */
import type { Day } from '../../../domain/day.ts'
import type { Agreement } from '../../../domain/facts.ts'
import type { AgreementState } from '../../../domain/words.ts'
import type { Step } from '../../explanation.ts'
import { type FactsIndex, rowsOf } from '../index-facts.ts'

export interface AgreementView {
  readonly agreement: Agreement
  readonly state: AgreementState
  readonly reason: Step
  /** End after amendments. */
  readonly endsOn: Day
  /** Days on which aid is earned: the financing period, moved with the end of the agreement. */
  readonly fundedFrom: Day
  readonly fundedTo: Day
}

export function agreementView(agreement: Agreement, index: FactsIndex, today: Day): AgreementView {
  const amended = amendedEnd(agreement, index)
  const endsOn = amended ?? agreement.endsOn
  const { state, reason } = stateOf(agreement, endsOn, today)
  return {
    agreement,
    state,
    reason,
    endsOn,
    fundedFrom: agreement.financingStartsOn ?? agreement.startsOn,
    // An amendment that moves the agreement moves its financing too; without one, the financing has its own end.
    fundedTo: amended ?? agreement.financingEndsOn ?? agreement.endsOn,
  }
}

function amendedEnd(agreement: Agreement, index: FactsIndex): Day | null {
  let moved: Day | null = null
  for (const amendment of rowsOf(index.amendmentsByAgreement, agreement.id))
    moved = amendment.newEndsOn ?? moved
  return moved
}

function stateOf(
  { startsOn, settledOn }: Agreement,
  endsOn: Day,
  today: Day,
): { readonly state: AgreementState; readonly reason: Step } {
  if (settledOn !== null && settledOn <= today)
    return { state: 'settled', reason: { code: 'agreement.settled', values: { settledOn } } }
  if (today < startsOn)
    return { state: 'upcoming', reason: { code: 'agreement.upcoming', values: { startsOn } } }
  if (today <= endsOn)
    return { state: 'current', reason: { code: 'agreement.current', values: { startsOn, endsOn } } }
  return { state: 'expired', reason: { code: 'agreement.expired', values: { endsOn } } }
}
