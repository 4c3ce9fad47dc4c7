/** Pasted lines → new tranches and new payments: the agreement by its reference, the tranche by its name or rank. */
import { INSTALMENTS, PAYMENTS } from '../../text/instalments.ts'
import { newRowColumn as column, type NewRows } from '../../ui/grid/model/new-rows.ts'

const I = INSTALMENTS.columns
const P = PAYMENTS.columns
const required = { isRequired: true }

export const NEW_INSTALMENT_ROWS: NewRows = {
  entity: 'instalment',
  preset: {},
  columns: [
    column('agreement', I.agreement, 'text', required),
    column('label', I.instalment, 'text'),
    column('amountCents', I.notified, 'cents', required),
    column('dueOn', I.dueOn, 'day'),
    column('claimableOn', I.claimableOn, 'day'),
    column('claimedOn', I.claimedOn, 'day'),
    column('position', I.post, 'text'),
    column('rank', I.rank, 'integer'),
    column('conditions', I.conditions, 'text'),
    column('conditionsMetOn', I.conditionsMetOn, 'day'),
    column('note', I.note, 'text'),
  ],
}

export const NEW_PAYMENT_ROWS: NewRows = {
  entity: 'payment',
  preset: {},
  columns: [
    column('agreement', INSTALMENTS.columns.agreement, 'text'),
    column('receivedOn', P.receivedOn, 'day', required),
    column('amountCents', P.amount, 'cents', required),
    column('bankReference', P.reference, 'text'),
    column('instalment', INSTALMENTS.columns.instalment, 'text'),
    column('position', INSTALMENTS.columns.post, 'text'),
    column('allocatedCents', P.allocated, 'cents'),
    column('employer', P.employer, 'text'),
    column('funder', P.funder, 'text'),
    column('titleNumber', P.title, 'text'),
    column('titleIssuedOn', P.titleOn, 'day'),
    column('bordereau', P.bordereau, 'text'),
    column('p503', P.p503, 'text'),
    column('note', P.note, 'text'),
  ],
}
