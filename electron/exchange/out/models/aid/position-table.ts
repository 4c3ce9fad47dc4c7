/** "Postes": the aid of each post under each agreement, year by year. One line per post and agreement. */
import { sumCents } from '#shared/domain/money.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { AID, AID_AMOUNT } from '#shared/text/reports/aid.ts'
import { POSITION_KIND_WORDS, POSITION_STATE_WORDS } from '#shared/text/words.ts'
import { euros, ident, text } from '../cells.ts'
import { type AgreementScope, holderName, type Scope } from '../scope.ts'
import { buildTable, type Table, type TableColumn } from '../table.ts'

export interface ShareLine {
  readonly agreement: AgreementScope
  readonly share: AidShare
}

export function positionTable(
  scope: Scope,
  subtitle: string,
  lines: readonly (readonly ShareLine[])[],
): Table<ShareLine> {
  const c = AID.columns
  const viewOf = ({ share }: ShareLine) =>
    share.positionId === null ? undefined : scope.derived.positions.get(share.positionId)
  const years = Math.max(1, ...lines.flat().map((line) => line.share.yearlyCents.length))
  const amount =
    (key: 'cancelledCents' | 'receivedCents' | 'overpaidCents' | 'earnedCents') => (line: ShareLine) =>
      euros(line.share.amounts[key])
  const columns: TableColumn<ShareLine>[] = [
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
    {
      key: 'stateId',
      title: c.stateId,
      kind: 'id',
      width: 10,
      cell: (l) => ident(viewOf(l)?.position.stateId),
    },
    {
      key: 'position',
      title: c.position,
      kind: 'text',
      width: 24,
      cell: (l) => text(viewOf(l)?.position.label ?? AID.wholeAgreement),
    },
    {
      key: 'kind',
      title: c.positionKind,
      kind: 'text',
      width: 18,
      cell: (l) => {
        const kind = viewOf(l)?.position.kind
        return text(kind === undefined ? null : POSITION_KIND_WORDS[kind])
      },
    },
    {
      key: 'state',
      title: c.state,
      kind: 'text',
      width: 9,
      cell: (l) => {
        const state = viewOf(l)?.state
        return text(state === undefined ? null : POSITION_STATE_WORDS[state])
      },
    },
    ...(scope.input.names
      ? [
          {
            key: 'holder',
            title: c.holder,
            kind: 'text' as const,
            width: 20,
            cell: (l: ShareLine) => text(holderName(scope, viewOf(l))),
          },
        ]
      : []),
    ...Array.from({ length: years }, (_, year) => ({
      key: `year${year + 1}`,
      title: c.year(year + 1),
      kind: 'cents' as const,
      width: 12,
      sum: true,
      cell: (l: ShareLine) => euros(l.share.yearlyCents[year] ?? null),
    })),
    {
      key: 'bonus',
      title: c.bonus,
      kind: 'cents',
      width: 12,
      sum: true,
      cell: (l) => euros(l.share.bonusCents),
    },
    {
      key: 'notified',
      title: AID_AMOUNT.notified,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: (l, at) => {
        const isSum = sumCents(l.share.yearlyCents) === l.share.amounts.notifiedCents
        const formula = `SUM(${at.ref('year1')}:${at.ref(`year${years}`)})`
        return euros(l.share.amounts.notifiedCents, isSum ? formula : undefined)
      },
    },
    {
      key: 'earned',
      title: AID_AMOUNT.earned,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: amount('earnedCents'),
    },
    {
      key: 'received',
      title: AID_AMOUNT.received,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: amount('receivedCents'),
    },
    {
      key: 'cancelled',
      title: AID_AMOUNT.cancelled,
      kind: 'cents',
      width: 12,
      sum: true,
      cell: amount('cancelledCents'),
    },
    {
      key: 'outstanding',
      title: AID_AMOUNT.outstanding,
      kind: 'cents',
      width: 13,
      sum: true,
      cell: (l, at) =>
        euros(
          l.share.amounts.outstandingCents,
          `${at.ref('notified')}-${at.ref('received')}-${at.ref('cancelled')}`,
        ),
    },
    {
      key: 'overpaid',
      title: AID_AMOUNT.overpaid,
      kind: 'cents',
      width: 12,
      sum: true,
      cell: amount('overpaidCents'),
    },
  ]
  return buildTable<ShareLine>({
    name: AID.sheets.positions,
    title: AID.titles.positions,
    subtitle,
    columns,
    mark: 'reference',
    frozenColumns: 4,
    groups: scope.employers.map((e, index) => ({
      label: employerLabel(e.employer),
      rows: lines[index] ?? [],
    })),
  })
}
