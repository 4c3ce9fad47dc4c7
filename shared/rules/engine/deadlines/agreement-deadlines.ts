/** Deadlines of an agreement: its end, then the closing file that justifies its use. */
import { addDays, addMonths, type Day } from '../../../domain/day.ts'
import { fiscalYearOf } from '../../aid/accrual.ts'
import { lengthOf } from '../../calendar/contract-end.ts'
import { basisOf } from '../../texts.ts'
import { aidOfAgreement, type Derived } from '../derive.ts'
import { personName } from '../names.ts'
import type { AgreementView } from '../states/agreement-state.ts'
import { isPermanent } from '../states/contract-state.ts'
import type { DerivedDeadline } from './deadline.ts'
import { agreementSubject } from './subjects.ts'

/** The closing file is ready by the first close of accounts at least six months after the end. Internal mark. */
const CLOSING_MONTHS = 6

export function agreementDeadlines(view: AgreementView, derived: Derived, out: DerivedDeadline[]): void {
  const { agreement, endsOn, state } = view
  if (state === 'settled') return
  const subject = agreementSubject(agreement, derived)
  if (state !== 'expired') {
    const holder = permanentHolder(view, derived)
    out.push({
      key: `agreement-end:agreement:${agreement.id}`,
      kind: 'agreement-end',
      prudentOn: endsOn,
      legalOn: null,
      title: { code: 'deadline.agreement-end', values: { reference: agreement.reference } },
      why: {
        code: holder === null ? 'why.agreement-end' : 'why.agreement-end.permanent',
        values: {
          startsOn: agreement.startsOn,
          endsOn,
          months: lengthOf(agreement.startsOn, endsOn).months,
          days: lengthOf(agreement.startsOn, endsOn).days,
          person: holder,
          unfundedFrom: addDays(endsOn, 1),
          moved: endsOn !== agreement.endsOn,
        },
      },
      basis: [],
      amountCents: null,
      subject,
    })
    return
  }
  const aid = aidOfAgreement(derived, agreement.id)
  const returned =
    subject.positionId !== null && derived.positions.get(subject.positionId)?.state === 'returned'
  out.push({
    key: `closing-file:agreement:${agreement.id}`,
    kind: 'closing-file',
    prudentOn: closingDay(view, derived),
    legalOn: null,
    title: {
      code: returned ? 'deadline.closing-file.returned' : 'deadline.closing-file',
      values: { reference: agreement.reference },
    },
    why: {
      code: 'why.closing-file',
      values: { endsOn, overpaidCents: aid.overpaidCents, outstandingCents: aid.outstandingCents },
    },
    basis: basisOf('aid-use'),
    amountCents: null,
    subject,
  })
}

export function closingDay({ agreement, endsOn }: AgreementView, derived: Derived): Day {
  const start = derived.index.employers.get(agreement.employerId)?.fiscalYearStart ?? '01-01'
  return fiscalYearOf(addMonths(endsOn, CLOSING_MONTHS), start).to
}

/** Name of a permanent holder who stays at the employer's sole cost; null where nobody does, or several posts end. */
function permanentHolder(view: AgreementView, derived: Derived): string | null {
  const shares = derived.sharesByAgreement.get(view.agreement.id) ?? []
  if (shares.length !== 1) return null
  const positionId = shares[0]?.positionId ?? null
  const holder = positionId === null ? null : (derived.positions.get(positionId)?.holder ?? null)
  if (holder === null || !isPermanent(holder.kind)) return null
  return personName(derived.index.persons.get(holder.personId))
}
