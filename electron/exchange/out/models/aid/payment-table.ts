/** "Versements": one line per payment that arrived, what it was allocated to, and the numbers of public accounting. */
import type { Day } from '#shared/domain/day.ts'
import { ZERO } from '#shared/domain/money.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { frAmount } from '#shared/text/format.ts'
import { AID } from '#shared/text/reports/aid.ts'
import { euros, ident, onDay, text } from '../cells.ts'
import type { EmployerScope, PaymentScope, Scope } from '../scope.ts'
import { buildTable, type Table, type TableColumn } from '../table.ts'

/** Days of the year a column of its own totals, and what it is called. */
export interface YearColumn {
  readonly title: string
  spanOf(employerId: number): { readonly from: Day; readonly to: Day }
}

export function paymentTable(
  scope: Scope,
  subtitle: string,
  year: YearColumn | null = null,
): Table<PaymentScope> {
  const c = AID.columns
  const employers = new Map<PaymentScope, EmployerScope>()
  for (const e of scope.employers) for (const p of e.payments) employers.set(p, e)
  const all = scope.employers.flatMap((e) => e.payments)
  const hasElsewhere = all.some((p) => p.elsewhereCents !== 0)
  const when = (wanted: boolean, columns: readonly TableColumn<PaymentScope>[]) => (wanted ? columns : [])
  const columns: readonly TableColumn<PaymentScope>[] = [
    {
      key: 'employer',
      title: c.employer,
      kind: 'text',
      width: 18,
      cell: (p) => {
        const owner = employers.get(p)
        return text(owner === undefined ? null : employerLabel(owner.employer))
      },
    },
    {
      key: 'receivedOn',
      title: c.receivedOn,
      kind: 'day',
      width: 11,
      cell: (p) => onDay(p.payment.receivedOn),
    },
    { key: 'funder', title: c.funder, kind: 'text', width: 22, cell: (p) => text(p.payment.funder) },
    {
      key: 'reference',
      title: c.reference,
      kind: 'id',
      width: 18,
      optional: true,
      cell: (p) => ident(p.payment.bankReference),
    },

    {
      key: 'title',
      title: c.title,
      kind: 'id',
      width: 11,
      optional: true,
      cell: (p) => ident(p.payment.titleNumber),
    },
    {
      key: 'titleIssuedOn',
      title: c.titleIssuedOn,
      kind: 'day',
      width: 11,
      optional: true,
      cell: (p) => onDay(p.payment.titleIssuedOn),
    },
    {
      key: 'bordereau',
      title: c.bordereau,
      kind: 'id',
      width: 11,
      optional: true,
      cell: (p) => ident(p.payment.bordereau),
    },
    { key: 'p503', title: c.p503, kind: 'id', width: 9, optional: true, cell: (p) => ident(p.payment.p503) },

    {
      key: 'paid',
      title: c.paid,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: (p) => euros(p.payment.amountCents),
    },
    {
      key: 'allocated',
      title: c.allocated,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: (p) => euros(p.allocatedCents),
    },
    ...when(hasElsewhere, [
      {
        key: 'elsewhere',
        title: c.elsewhere,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (p) => euros(p.elsewhereCents),
      },
    ]),
    {
      key: 'unallocated',
      title: c.unallocated,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: (p) => euros(p.unallocatedCents),
    },
    ...when(year !== null, [
      {
        key: 'inYear',
        title: year?.title ?? '',
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (p) => {
          const span = year?.spanOf(p.payment.employerId)
          const on = p.payment.receivedOn
          return euros(span !== undefined && on >= span.from && on <= span.to ? p.allocatedCents : ZERO)
        },
      },
    ]),
    { key: 'covers', title: c.covers, kind: 'text', width: 60, cell: (p) => text(coversOf(p, scope)) },
  ]
  return buildTable<PaymentScope>({
    name: AID.sheets.payments,
    title: AID.titles.payments,
    subtitle,
    columns,
    mark: 'receivedOn',
    frozenColumns: 2,
    groups: scope.employers.map((e) => ({ label: employerLabel(e.employer), rows: e.payments })),
  })
}

export function hasElsewhere(scope: Scope): boolean {
  return scope.employers.some((e) => e.payments.some((p) => p.elsewhereCents !== 0))
}

/** "2101 Tranche 2 : 4 000,00 ; 2102 Tranche 3 : 10 000,00". */
function coversOf(payment: PaymentScope, scope: Scope): string {
  const { index } = scope.derived
  return payment.allocated
    .map((allocation) => {
      const instalment = index.instalments.get(allocation.instalmentId)
      const position = instalment?.positionId == null ? undefined : index.positions.get(instalment.positionId)
      const reference =
        instalment === undefined ? '' : (index.agreements.get(instalment.agreementId)?.reference ?? '')
      const owner = position?.stateId ?? reference
      return `${owner} ${instalment?.label ?? ''}\u00a0: ${frAmount(allocation.amountCents)}`.trim()
    })
    .join('\u00a0; ')
}
