/**
 * Columns of the workbooks Jalon itself makes ("État des aides", "Dossier comptable"), by the very words their models print.
 * Amounts that rules compute are known and left where they are: reading them back would turn a result into a fact.
 */
import { AID, AID_AMOUNT } from '#shared/text/reports/aid.ts'
import type { Field } from '../columns/field.ts'
import { field } from './build-field.ts'

const C = AID.columns
const printed = (id: string, title: string, cents = false): Field =>
  field(id, title, title, cents ? { cents: true } : {})
/** "Acquis (calculé, non repris)". */
const computed = (titles: Readonly<Record<string, string>>): readonly Field[] =>
  Object.entries(titles).map(([key, title]) => ({
    id: `report.${key}`,
    label: `${title} (calculé, non repris)`,
    names: [title],
  }))
const { fundedTo, state, positions, planned, check, holder, lastReceivedOn, daysLate } = C

const EMPLOYER = printed('employer.name', C.employer)
const REFERENCE = printed('agreement.reference', C.agreement)
const STATE_ID = printed('position.stateId', C.stateId)
const LABEL = printed('position.label', C.position)

export const REPORT_YEARS = 10

export const REPORT_AGREEMENTS: readonly Field[] = [
  EMPLOYER,
  REFERENCE,
  printed('agreement.funder', C.funder),
  printed('agreement.scheme', C.scheme),
  printed('agreement.dsNumber', C.dsNumber),
  printed('agreement.ejNumber', C.ejNumber),
  printed('agreement.startsOn', C.startsOn),
  printed('agreement.endsOn', C.endsOn),
  ...computed({ fundedTo, state, positions, ...AID_AMOUNT, planned, check }),
]

export const REPORT_POSITIONS: readonly Field[] = [
  EMPLOYER,
  REFERENCE,
  STATE_ID,
  LABEL,
  printed('position.coordinator', C.positionKind),
  ...Array.from({ length: REPORT_YEARS }, (_, i) => printed(`grant.${i + 1}`, C.year(i + 1), true)),
  printed('grant.bonus', C.bonus, true),
  ...computed({ state, holder, ...AID_AMOUNT, check }),
]

export const REPORT_INSTALMENTS: readonly Field[] = [
  EMPLOYER,
  REFERENCE,
  STATE_ID,
  printed('instalment.label', C.instalment),
  LABEL,
  printed('instalment.amountCents', C.amount, true),
  printed('instalment.claimableOn', C.claimableOn),
  printed('instalment.dueOn', C.dueOn),
  printed('instalment.conditionsMetOn', C.conditionsMetOn),
  printed('instalment.claimedOn', C.claimedOn),
  ...computed({
    funder: C.funder,
    state,
    received: AID_AMOUNT.received,
    cancelled: AID_AMOUNT.cancelled,
    lastReceivedOn,
    outstanding: C.instalmentOutstanding,
    daysLate,
  }),
]

export const REPORT_PAYMENTS: readonly Field[] = [
  EMPLOYER,
  printed('payment.receivedOn', C.receivedOn),
  printed('payment.funder', C.funder),
  printed('payment.bankReference', C.reference),
  printed('payment.titleNumber', C.title),
  printed('payment.titleIssuedOn', C.titleIssuedOn),
  printed('payment.bordereau', C.bordereau),
  printed('payment.p503', C.p503),
  printed('payment.amountCents', C.paid, true),
  printed('payment.covers', C.covers),
  ...computed({ allocated: C.allocated, elsewhere: C.elsewhere, unallocated: C.unallocated }),
]
