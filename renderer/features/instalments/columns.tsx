/** Columns of the tranches: dates and amounts are typed, what arrived and what is late is computed. */
import type { InstalmentRow } from '#shared/api/views/grid-rows.ts'
import type { Instalment } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { frAmount, frDay } from '#shared/text/format.ts'
import { INSTALMENTS } from '../../text/instalments.ts'
import type { DetailLine, GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { factColumns } from '../../ui/grid/model/fact-columns.ts'
import { groupName, isLate, StateCell, stateWords } from './instalment-state.tsx'

const C = INSTALMENTS.columns
const FROM = INSTALMENTS.computed
type Column = GridColumn<InstalmentRow>

const { edit, column } = factColumns<InstalmentRow, Instalment>('instalment', (row) => row.instalment, [
  'label',
  'amountCents',
  'rank',
])

export function instalmentName(row: InstalmentRow): string {
  const of = row.positionStateId ?? row.positionLabel
  return of === '' ? row.instalment.label : `${of} ${row.instalment.label}`
}

export const INSTALMENT_COLUMNS: readonly Column[] = [
  {
    id: 'instalment',
    title: C.instalment,
    type: 'text',
    width: 186,
    value: (row) => row.instalment.label,
    text: instalmentName,
    sortValue: (row) => `${row.positionStateId ?? row.positionLabel} ${row.instalment.rank}`,
    draw: (row) => (
      <>
        <b>{row.positionStateId ?? row.positionLabel}</b>
        {row.instalment.label}
      </>
    ),
    edit: edit('label'),
    opens: true,
  },
  {
    id: 'employer',
    title: C.employer,
    type: 'text',
    width: 76,
    value: (row) => row.employerName,
    computed: FROM.employer,
    groupable: true,
  },
  {
    id: 'agreement',
    title: C.agreement,
    type: 'text',
    width: 96,
    value: (row) => row.agreementReference,
    computed: FROM.agreement,
    groupable: true,
  },
  column('amountCents', 'cents', C.notified, 84, { id: 'notified', total: true }),
  column('claimableOn', 'day', C.claimableOn, 84),
  column('claimedOn', 'day', C.claimedOn, 82),
  column('dueOn', 'day', C.dueOn, 82),
  {
    id: 'lastReceived',
    title: C.lastReceived,
    type: 'day',
    width: 84,
    value: (row) => row.lastReceivedOn,
    computed: FROM.lastReceived,
  },
  {
    id: 'received',
    title: C.received,
    type: 'cents',
    width: 84,
    value: (row) => row.receivedCents,
    computed: FROM.received,
    total: true,
  },
  {
    id: 'gap',
    title: C.gap,
    type: 'cents',
    width: 84,
    value: (row) => cents(row.receivedCents - row.instalment.amountCents),
    draw: (row) => (
      <span className={isLate(row) ? 'late b' : ''}>
        {frAmount(cents(row.receivedCents - row.instalment.amountCents))}
      </span>
    ),
    computed: FROM.gap,
    total: true,
  },
  {
    id: 'delay',
    title: C.delay,
    type: 'integer',
    width: 62,
    value: (row) => (isLate(row) ? row.daysLate : null),
    text: (row) => (isLate(row) ? INSTALMENTS.days(row.daysLate) : ''),
    draw: (row) => (isLate(row) ? <span className="late b">{INSTALMENTS.days(row.daysLate)}</span> : null),
    computed: FROM.delay,
  },
  {
    id: 'state',
    title: C.state,
    name: C.stateGroup,
    type: 'text',
    width: 286,
    value: stateWords,
    groupText: groupName,
    draw: (row) => <StateCell row={row} />,
    computed: FROM.state,
    groupable: true,
  },
  {
    id: 'post',
    title: C.post,
    type: 'text',
    width: 140,
    value: (row) => row.positionLabel || null,
    computed: FROM.post,
    groupable: true,
    isHidden: true,
  },
  {
    id: 'funder',
    title: C.funder,
    type: 'text',
    width: 130,
    value: (row) => row.funder,
    computed: FROM.funder,
    groupable: true,
    isHidden: true,
  },
  column('rank', 'integer', C.rank, 52, { isHidden: true }),
  column('conditions', 'text', C.conditions, 200, { isHidden: true }),
  column('conditionsMetOn', 'day', C.conditionsMetOn, 92, { isHidden: true }),
  column('cancelledOn', 'day', C.cancelledOn, 84, { isHidden: true }),
  column('cancelReason', 'text', C.cancelReason, 160, { isHidden: true }),
  column('note', 'text', C.note, 200, { isHidden: true }),
]

export function instalmentDetails(row: InstalmentRow): readonly DetailLine[] {
  if (row.payments.length === 0 || (row.payments.length === 1 && row.state === 'received')) return []
  return row.payments.map((payment) => ({
    key: `${payment.paymentId}-${payment.amountCents}`,
    label: INSTALMENTS.payment(payment.reference ?? frDay(payment.receivedOn)),
    cells: {
      lastReceived: frDay(payment.receivedOn),
      received: frAmount(payment.amountCents),
      state: <span className="dim">{INSTALMENTS.part.replace('en partie ', '')}</span>,
    },
  }))
}

export function instalmentProblem(row: InstalmentRow): Problem | null {
  return isLate(row) ? { columnId: 'state', text: `${instalmentName(row)}, ${stateWords(row)}` } : null
}
