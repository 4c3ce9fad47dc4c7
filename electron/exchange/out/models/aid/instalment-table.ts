/** "Tranches": one line per planned payment, with what came of it. */
import { employerLabel } from '#shared/rules/engine/names.ts'
import type { InstalmentView } from '#shared/rules/engine/states/instalment-state.ts'
import { AID, AID_AMOUNT } from '#shared/text/reports/aid.ts'
import { INSTALMENT_STATE_WORDS } from '#shared/text/words.ts'
import { count, euros, ident, onDay, text } from '../cells.ts'
import type { AgreementScope, Scope } from '../scope.ts'
import { buildTable, type Table } from '../table.ts'

export interface InstalmentLine {
  readonly agreement: AgreementScope
  readonly view: InstalmentView
}

export function instalmentTable(
  scope: Scope,
  subtitle: string,
  lines: readonly (readonly InstalmentLine[])[],
): Table<InstalmentLine> {
  const c = AID.columns
  // A tranche that names no post concerns the only post of its agreement, where there is only one.
  const positionOf = ({ agreement, view }: InstalmentLine) => {
    const id =
      view.instalment.positionId ?? (agreement.shares.length === 1 ? agreement.shares[0]?.positionId : null)
    return id == null ? undefined : scope.derived.index.positions.get(id)
  }
  return buildTable<InstalmentLine>({
    name: AID.sheets.instalments,
    title: AID.titles.instalments,
    subtitle,
    mark: 'reference',
    frozenColumns: 4,
    columns: [
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 18,
        cell: (l) => text(employerLabel(l.agreement.employer)),
      },
      {
        key: 'reference',
        title: c.agreement,
        kind: 'id',
        width: 14,
        cell: (l) => ident(l.agreement.view.agreement.reference),
      },
      { key: 'stateId', title: c.stateId, kind: 'id', width: 10, cell: (l) => ident(positionOf(l)?.stateId) },
      {
        key: 'instalment',
        title: c.instalment,
        kind: 'text',
        width: 16,
        cell: (l) => text(l.view.instalment.label),
      },
      {
        key: 'position',
        title: c.position,
        kind: 'text',
        width: 22,
        cell: (l) => text(positionOf(l)?.label ?? AID.wholeAgreement),
      },
      {
        key: 'funder',
        title: c.funder,
        kind: 'text',
        width: 18,
        cell: (l) => text(l.agreement.view.agreement.funder),
      },
      {
        key: 'amount',
        title: c.amount,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.view.instalment.amountCents),
      },
      {
        key: 'claimableOn',
        title: c.claimableOn,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (l) => onDay(l.view.instalment.claimableOn),
      },
      { key: 'dueOn', title: c.dueOn, kind: 'day', width: 11, cell: (l) => onDay(l.view.instalment.dueOn) },
      {
        key: 'conditionsMetOn',
        title: c.conditionsMetOn,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (l) => onDay(l.view.instalment.conditionsMetOn),
      },
      {
        key: 'claimedOn',
        title: c.claimedOn,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (l) => onDay(l.view.instalment.claimedOn),
      },
      {
        key: 'state',
        title: c.state,
        kind: 'text',
        width: 14,
        cell: (l) => text(INSTALMENT_STATE_WORDS[l.view.state]),
      },
      {
        key: 'received',
        title: AID_AMOUNT.received,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l) => euros(l.view.receivedCents),
      },
      {
        key: 'lastReceivedOn',
        title: c.lastReceivedOn,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(l.view.lastReceivedOn),
      },
      {
        key: 'cancelled',
        title: AID_AMOUNT.cancelled,
        kind: 'cents',
        width: 12,
        sum: true,
        cell: (l) => euros(l.view.cancelledCents),
      },
      {
        key: 'outstanding',
        title: c.instalmentOutstanding,
        kind: 'cents',
        width: 13,
        sum: true,
        // More received than planned leaves nothing due: the difference would be negative.
        cell: (l, at) =>
          euros(
            l.view.outstandingCents,
            `MAX(0,${at.ref('amount')}-${at.ref('received')}-${at.ref('cancelled')})`,
          ),
      },
      {
        key: 'daysLate',
        title: c.daysLate,
        kind: 'integer',
        width: 8,
        cell: (l) => (l.view.daysLate > 0 ? count(l.view.daysLate) : null),
      },
    ],
    groups: scope.employers.map((e, index) => ({
      label: employerLabel(e.employer),
      rows: lines[index] ?? [],
    })),
  })
}
