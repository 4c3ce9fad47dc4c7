/** Columns of the payments: money that arrived, and what of it is given to tranches. */
import type { PaymentRow } from '#shared/api/views/grid-rows.ts'
import type { Payment } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { frAmount, frDay, frEuros } from '#shared/text/format.ts'
import { PAYMENTS } from '../../text/instalments.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import type { DetailLine, GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { factColumns } from '../../ui/grid/model/fact-columns.ts'

const C = PAYMENTS.columns
const FROM = PAYMENTS.computed
type Column = GridColumn<PaymentRow>

const { edit, column } = factColumns<PaymentRow, Payment>('payment', (row) => row.payment, [
  'receivedOn',
  'funder',
  'amountCents',
])

function allocated(row: PaymentRow): string {
  return row.allocations
    .map((each) => {
      const name = `${each.positionLabel} ${each.instalmentLabel}`.trim()
      const isCredit = each.amountCents < 0 && row.payment.amountCents > 0
      return isCredit ? PAYMENTS.credit(name, frEuros(cents(-each.amountCents))) : name
    })
    .join(', ')
}

export function paymentName(row: PaymentRow): string {
  return row.payment.bankReference ?? frDay(row.payment.receivedOn)
}

export const PAYMENT_COLUMNS: readonly Column[] = [
  {
    id: 'reference',
    title: C.reference,
    type: 'text',
    width: 150,
    value: (row) => row.payment.bankReference,
    text: (row) => row.payment.bankReference ?? PAYMENTS.noReference,
    draw: (row) =>
      row.payment.bankReference === null ? (
        <span className="void">{PAYMENTS.noReference}</span>
      ) : (
        <b>{row.payment.bankReference}</b>
      ),
    edit: edit('bankReference'),
    opens: true,
  },
  column('receivedOn', 'day', C.receivedOn, 84),
  {
    id: 'employer',
    title: C.employer,
    type: 'text',
    width: 80,
    value: (row) => row.employerName,
    computed: FROM.employer,
    groupable: true,
  },
  column('funder', 'text', C.funder, 150, { groupable: true }),
  column('amountCents', 'cents', C.amount, 88, { id: 'amount', total: true }),
  {
    id: 'allocated',
    title: C.allocated,
    type: 'cents',
    width: 88,
    value: (row) => row.allocatedCents,
    computed: FROM.allocated,
    total: true,
  },
  {
    id: 'unallocated',
    title: C.unallocated,
    type: 'cents',
    width: 96,
    value: (row) => row.unallocatedCents,
    draw: (row) =>
      row.unallocatedCents === 0 ? (
        frAmount(row.unallocatedCents)
      ) : (
        <span className="st warn">
          <Glyph name="warning" />
          {frAmount(row.unallocatedCents)}
        </span>
      ),
    computed: FROM.unallocated,
    total: true,
  },
  {
    id: 'instalments',
    title: C.instalments,
    type: 'text',
    width: 250,
    value: (row) => allocated(row) || null,
    computed: FROM.instalments,
  },
  column('titleNumber', 'text', C.title, 96, { id: 'title' }),
  column('titleIssuedOn', 'day', C.titleOn, 84, { id: 'titleOn' }),
  column('bordereau', 'text', C.bordereau, 84),
  column('p503', 'text', C.p503, 84),
  column('note', 'text', C.note, 200, { isHidden: true }),
]

export function paymentDetails(row: PaymentRow): readonly DetailLine[] {
  if (row.allocations.length < 2) return []
  return row.allocations.map((each) => ({
    key: String(each.id),
    label: each.instalmentLabel,
    cells: { allocated: frAmount(each.amountCents), instalments: each.positionLabel },
  }))
}

export function paymentProblem(row: PaymentRow): Problem | null {
  return row.unallocatedCents !== 0 ? { columnId: 'unallocated', text: PAYMENTS.unallocatedProblem } : null
}
