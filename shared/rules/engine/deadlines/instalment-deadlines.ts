/** Deadlines of a tranche: a condition to meet, to ask for, expected or late. One open matter at a time. */
import { addDays, type Day } from '../../../domain/day.ts'
import type { Instalment } from '../../../domain/facts.ts'
import type { Derived } from '../derive.ts'
import { rowById } from '../index-facts.ts'
import type { InstalmentView } from '../states/instalment-state.ts'
import type { DerivedDeadline } from './deadline.ts'
import { instalmentSubject } from './subjects.ts'

/** Without an expected day, a claim is recalled two months after it became possible. Internal mark. */
const CLAIM_DAYS = 60
/** Conditions are prepared before the tranche may be asked for. Internal mark. */
const CONDITION_LEAD_DAYS = 60

export function instalmentDeadlines(view: InstalmentView, derived: Derived, out: DerivedDeadline[]): void {
  const { instalment, outstandingAs } = view
  if (outstandingAs === null) return
  const agreement = rowById(derived.index.agreements, instalment.agreementId)
  const values = {
    label: instalment.label,
    reference: agreement.reference,
    dueOn: instalment.dueOn,
    claimableOn: instalment.claimableOn,
    claimedOn: instalment.claimedOn,
    receivedCents: view.receivedCents,
    amountCents: instalment.amountCents,
    receivedOn: view.lastReceivedOn,
    conditions: instalment.conditions,
  }
  const add = (kind: 'instalment-condition' | 'instalment-claim' | 'instalment-due', on: Day, code: string) =>
    out.push({
      key: `${kind}:instalment:${instalment.id}`,
      kind,
      prudentOn: on,
      legalOn: null,
      title: { code: `deadline.${code}`, values: { label: instalment.label } },
      why: { code: `why.${code}`, values },
      // Its schedule is the agreement's own, named in the sentence: no text of law sets it.
      basis: [],
      amountCents: view.outstandingCents,
      subject: instalmentSubject(instalment, derived),
    })

  const isPartly = view.receivedCents > 0
  if (outstandingAs === 'late' && instalment.dueOn !== null) {
    const code = isPartly ? 'balance-late' : instalment.claimedOn === null ? 'not-claimed-late' : 'late'
    add('instalment-due', instalment.dueOn, `instalment-${code}`)
    return
  }
  const missing = conditionDay(instalment)
  if (missing !== null) add('instalment-condition', missing, 'instalment-condition')
  if (outstandingAs === 'suspended') return
  if (outstandingAs === 'claimable') {
    const on = instalment.dueOn ?? addDays(instalment.claimableOn ?? derived.today, CLAIM_DAYS)
    add('instalment-claim', on, 'instalment-claim')
  } else if (instalment.dueOn !== null) {
    add('instalment-due', instalment.dueOn, isPartly ? 'instalment-balance' : 'instalment-due')
  } else if (instalment.claimableOn !== null && outstandingAs === 'planned') {
    add('instalment-claim', instalment.claimableOn, 'instalment-claimable')
  }
}

/** Day by which a condition recorded and not met must be; null where none is missing or the tranche was asked for. */
export function conditionDay(instalment: Instalment): Day | null {
  const { conditions, conditionsMetOn, claimedOn, claimableOn, dueOn } = instalment
  if (conditions === null || conditionsMetOn !== null || claimedOn !== null) return null
  return claimableOn ?? (dueOn === null ? null : addDays(dueOn, -CONDITION_LEAD_DAYS))
}
