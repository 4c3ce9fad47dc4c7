/** An agreement whose accounts the funder accepted: neither its end nor its closing file is waited for. */
import { closingDay } from '../deadlines/agreement-deadlines.ts'
import { agreementSubject } from '../deadlines/subjects.ts'
import type { Derived } from '../derive.ts'
import type { AgreementView } from '../states/agreement-state.ts'
import type { Settle } from './settled-matter.ts'

export function settledAgreement(view: AgreementView, derived: Derived, settle: Settle): void {
  const { agreement, state, endsOn } = view
  const { settledOn, reference } = agreement
  if (state !== 'settled' || settledOn === null) return
  const matters = [
    ['agreement-end', endsOn],
    ['closing-file', closingDay(view, derived)],
  ] as const
  for (const [kind, on] of matters)
    settle({
      key: `${kind}:agreement:${agreement.id}`,
      kind,
      on,
      since: settledOn,
      title: { code: `deadline.${kind}`, values: { reference } },
      why: { code: 'why.settled.closed', values: { on: settledOn } },
      subject: agreementSubject(agreement, derived),
    })
}
