/** "Conventions": one line per agreement, its amounts drawn from the posts and the tranches of the other sheets. */
import type { AidAmounts } from '#shared/rules/engine/aid/amounts.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { schemeCode } from '#shared/rules/engine/states/agreement-label.ts'
import { AID, AID_AMOUNT } from '#shared/text/reports/aid.ts'
import { agreementLabel } from '#shared/text/rules/labels.ts'
import { AGREEMENT_STATE_WORDS } from '#shared/text/words.ts'
import { check, count, euros, eurosOf, ident, onDay, text } from '../cells.ts'
import type { AgreementScope, Scope } from '../scope.ts'
import { buildTable, type Table, type TableColumn } from '../table.ts'
import type { InstalmentLine } from './instalment-table.ts'
import type { ShareLine } from './position-table.ts'

export function agreementTable(
  scope: Scope,
  subtitle: string,
  positions: Table<ShareLine>,
  instalments: Table<InstalmentLine>,
  linesOf: ReadonlyMap<
    AgreementScope,
    { readonly shares: readonly ShareLine[]; readonly tranches: readonly InstalmentLine[] }
  >,
): Table<AgreementScope> {
  const c = AID.columns
  const own = (a: AgreementScope) => linesOf.get(a) ?? { shares: [], tranches: [] }
  const fromPosts =
    (
      key: keyof AidAmounts & ('notifiedCents' | 'earnedCents' | 'cancelledCents' | 'overpaidCents'),
      column: string,
    ) =>
    (a: AgreementScope) =>
      euros(a.amounts[key], positions.sumOf(own(a).shares, column))
  const columns: readonly TableColumn<AgreementScope>[] = [
    {
      key: 'employer',
      title: c.employer,
      kind: 'text',
      width: 18,
      cell: (a) => text(employerLabel(a.employer)),
    },
    {
      key: 'reference',
      title: c.agreement,
      kind: 'id',
      width: 14,
      cell: (a) => ident(a.view.agreement.reference),
    },
    { key: 'funder', title: c.funder, kind: 'text', width: 18, cell: (a) => text(a.view.agreement.funder) },
    {
      key: 'scheme',
      title: c.scheme,
      kind: 'text',
      width: 12,
      cell: (a) =>
        text(
          agreementLabel(
            schemeCode(
              a.view,
              a.shares.some((share) => share.bonusCents > 0),
            ),
          ),
        ),
    },
    {
      key: 'ds',
      title: c.dsNumber,
      kind: 'id',
      width: 11,
      optional: true,
      cell: (a) => ident(a.view.agreement.dsNumber),
    },
    {
      key: 'ej',
      title: c.ejNumber,
      kind: 'id',
      width: 12,
      optional: true,
      cell: (a) => ident(a.view.agreement.ejNumber),
    },
    {
      key: 'startsOn',
      title: c.startsOn,
      kind: 'day',
      width: 11,
      cell: (a) => onDay(a.view.agreement.startsOn),
    },
    { key: 'endsOn', title: c.endsOn, kind: 'day', width: 11, cell: (a) => onDay(a.view.endsOn) },
    { key: 'fundedTo', title: c.fundedTo, kind: 'day', width: 11, cell: (a) => onDay(a.view.fundedTo) },
    {
      key: 'state',
      title: c.state,
      kind: 'text',
      width: 9,
      cell: (a) => text(AGREEMENT_STATE_WORDS[a.view.state]),
    },
    {
      key: 'positions',
      title: c.positions,
      kind: 'integer',
      width: 7,
      sum: true,
      cell: (a) => count(a.shares.filter((s) => s.positionId !== null).length),
    },
    {
      key: 'notified',
      title: AID_AMOUNT.notified,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: fromPosts('notifiedCents', 'notified'),
    },
    {
      key: 'earned',
      title: AID_AMOUNT.earned,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: fromPosts('earnedCents', 'earned'),
    },
    {
      key: 'received',
      title: AID_AMOUNT.received,
      kind: 'cents',
      width: 13,
      sum: true,
      // What comes beyond the notified amount is an excess, not a receipt of this agreement: then the figure stands alone.
      cell: (a) =>
        a.amounts.excessCents === 0 && own(a).tranches.length > 0
          ? euros(a.amounts.receivedCents, instalments.sumOf(own(a).tranches, 'received'))
          : euros(a.amounts.receivedCents),
    },
    {
      key: 'cancelled',
      title: AID_AMOUNT.cancelled,
      kind: 'cents',
      width: 12,
      sum: true,
      cell: fromPosts('cancelledCents', 'cancelled'),
    },
    {
      key: 'outstanding',
      title: AID_AMOUNT.outstanding,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: (a, at) =>
        euros(
          a.amounts.outstandingCents,
          `${at.ref('notified')}-${at.ref('received')}-${at.ref('cancelled')}`,
        ),
    },
    {
      key: 'late',
      title: AID_AMOUNT.late,
      kind: 'cents',
      width: 12,
      sum: true,
      cell: (a) => euros(a.amounts.lateCents),
    },
    {
      key: 'claimable',
      title: AID_AMOUNT.claimable,
      kind: 'cents',
      width: 12,
      sum: true,
      cell: (a) => euros(a.amounts.claimableCents),
    },
    {
      key: 'overpaid',
      title: AID_AMOUNT.overpaid,
      kind: 'cents',
      width: 12,
      sum: true,
      cell: fromPosts('overpaidCents', 'overpaid'),
    },
    {
      key: 'planned',
      title: c.planned,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: (a) => eurosOf(plannedOf(a), instalments.sumOf(own(a).tranches, 'amount')),
    },
    {
      key: 'check',
      title: c.check,
      kind: 'check',
      width: 11,
      cell: (a, at) =>
        a.instalments.length === 0
          ? text(AID.withoutTranche)
          : check(
              plannedOf(a) === a.amounts.notifiedCents,
              `ROUND(${at.ref('planned')}-${at.ref('notified')},2)=0`,
            ),
    },
  ]
  return buildTable<AgreementScope>({
    name: AID.sheets.agreements,
    title: AID.titles.agreements,
    subtitle,
    columns,
    mark: 'reference',
    frozenColumns: 2,
    groups: scope.employers.map((e) => ({ label: employerLabel(e.employer), rows: e.agreements })),
  })
}

export function plannedOf(agreement: AgreementScope): number {
  return agreement.instalments.reduce((sum, i) => sum + i.instalment.amountCents, 0)
}
