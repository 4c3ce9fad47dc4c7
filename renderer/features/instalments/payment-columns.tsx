/** Columns of the payments: money that arrived, and what of it is given to tranches. */
import type { PaymentRow } from '#shared/api/views/grid-rows.ts'
import type { Payment } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { frAmount, frDay, frEuros } from '#shared/text/format.ts'
import { PAYMENTS } from '../../text/instalments.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import type { DetailLine, GridColumn, Problem } from '../../ui/grid/model/column.ts'

const C = PAYMENTS.columns
const FROM = PAYMENTS.computed
type Column = GridColumn<PaymentRow>

function payment(field: keyof Payment, isRequired = false): Column['edit'] {
  return { entity: 'payment', field, id: (row) => row.id, isRequired }
}

function words(
  id: string,
  title: string,
  field: 'titleNumber' | 'bordereau' | 'p503' | 'note',
  width: number,
  isHidden = false,
): Column {
  return {
    id,
    title,
    type: 'text',
    width,
    value: (row) => row.payment[field],
    edit: payment(field),
    isHidden,
  }
}

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
    edit: payment('bankReference'),
    opens: true,
  },
  {
    id: 'receivedOn',
    title: C.receivedOn,
    type: 'day',
    width: 84,
    value: (row) => row.payment.receivedOn,
    edit: payment('receivedOn', true),
  },
  {
    id: 'employer',
    title: C.employer,
    type: 'text',
    width: 80,
    value: (row) => row.employerName,
    computed: FROM.employer,
    groupable: true,
  },
  {
    id: 'funder',
    title: C.funder,
    type: 'text',
    width: 150,
    value: (row) => row.payment.funder,
    edit: payment('funder', true),
    groupable: true,
  },
  {
    id: 'amount',
    title: C.amount,
    type: 'cents',
    width: 88,
    value: (row) => row.payment.amountCents,
    edit: payment('amountCents', true),
    total: true,
  },
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
  words('title', C.title, 'titleNumber', 96),
  {
    id: 'titleOn',
    title: C.titleOn,
    type: 'day',
    width: 84,
    value: (row) => row.payment.titleIssuedOn,
    edit: payment('titleIssuedOn'),
  },
  words('bordereau', C.bordereau, 'bordereau', 84),
  words('p503', C.p503, 'p503', 84),
  words('note', C.note, 'note', 200, true),
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
