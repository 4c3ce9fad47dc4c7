/** Columns of the tranches: dates and amounts are typed, what arrived and what is late is computed. */
import type { InstalmentRow } from '#shared/api/views/grid-rows.ts'
import { cents } from '#shared/domain/money.ts'
import { frAmount, frDay } from '#shared/text/format.ts'
import { INSTALMENTS } from '../../text/instalments.ts'
import type { DetailLine, GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { groupName, isLate, StateCell, stateWords } from './instalment-state.tsx'

const C = INSTALMENTS.columns
const FROM = INSTALMENTS.computed
type Column = GridColumn<InstalmentRow>

function instalment(field: string, isRequired = false): Column['edit'] {
  return { entity: 'instalment', field, id: (row) => row.id, isRequired }
}

export function instalmentName(row: InstalmentRow): string {
  const of = row.positionStateId ?? row.positionLabel
  return of === '' ? row.instalment.label : `${of} ${row.instalment.label}`
}

function day(
  id: string,
  title: string,
  field: 'claimableOn' | 'claimedOn' | 'dueOn' | 'conditionsMetOn' | 'cancelledOn',
  width: number,
  more: Partial<Column> = {},
): Column {
  return {
    id,
    title,
    type: 'day',
    width,
    value: (row) => row.instalment[field],
    edit: instalment(field),
    ...more,
  }
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
    edit: instalment('label', true),
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
  {
    id: 'notified',
    title: C.notified,
    type: 'cents',
    width: 84,
    value: (row) => row.instalment.amountCents,
    edit: instalment('amountCents', true),
    total: true,
  },
  day('claimableOn', C.claimableOn, 'claimableOn', 84),
  day('claimedOn', C.claimedOn, 'claimedOn', 82),
  day('dueOn', C.dueOn, 'dueOn', 82),
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
  {
    id: 'rank',
    title: C.rank,
    type: 'integer',
    width: 52,
    value: (row) => row.instalment.rank,
    edit: instalment('rank', true),
    isHidden: true,
  },
  {
    id: 'conditions',
    title: C.conditions,
    type: 'text',
    width: 200,
    value: (row) => row.instalment.conditions,
    edit: instalment('conditions'),
    isHidden: true,
  },
  day('conditionsMetOn', C.conditionsMetOn, 'conditionsMetOn', 92, { isHidden: true }),
  day('cancelledOn', C.cancelledOn, 'cancelledOn', 84, { isHidden: true }),
  {
    id: 'cancelReason',
    title: C.cancelReason,
    type: 'text',
    width: 160,
    value: (row) => row.instalment.cancelReason,
    edit: instalment('cancelReason'),
    isHidden: true,
  },
  {
    id: 'note',
    title: C.note,
    type: 'text',
    width: 200,
    value: (row) => row.instalment.note,
    edit: instalment('note'),
    isHidden: true,
  },
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
