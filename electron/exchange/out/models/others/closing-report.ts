/** "Dossier de clôture": the use of one agreement's aid over its whole life, with its costs, its payments and its pieces. */
import type { CellValue, Report, ReportSheet } from '#shared/api/report.ts'
import { type Day, minDay } from '#shared/domain/day.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { checklist } from '#shared/rules/checklists.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { earnedDetail } from '#shared/rules/engine/aid/earned.ts'
import { frDay, frInteger } from '#shared/text/format.ts'
import { NOTICE } from '#shared/text/reports/notice.ts'
import { CLOSING } from '#shared/text/reports/others.ts'
import { pieceLabel } from '#shared/text/rules/checklists.ts'
import { AGREEMENT_STATE_WORDS } from '#shared/text/words.ts'
import { type AidTables, aidChecks, aidTables } from '../aid/aid-report.ts'
import { count, euros, eurosOf, ident, onDay, text } from '../cells.ts'
import { type CheckLine, checksSheet, equalCents } from '../checks.ts'
import { contractLines, contractTable } from '../contract-table.ts'
import { type CostLine, costLines } from '../cost-lines.ts'
import { costTable } from '../cost-table.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { aidWithinCost } from '../fiscal-year/checks.ts'
import { noticeSheet } from '../notice.ts'
import { amountsSection, earningLine, fileSection, readingSection } from '../notices.ts'
import { type AgreementScope, type ReportInput, type Scope, scopeOf, siretOf } from '../scope.ts'
import { buildTable, type Table } from '../table.ts'

interface UseLine {
  readonly post: string
  readonly year: number
  readonly from: Day
  readonly to: Day
  readonly notifiedCents: Cents
  readonly days: number
  readonly occupiedDays: number
  readonly earnedCents: Cents
}

export function closingReport(input: ReportInput): Report {
  const scope = scopeOf(input)
  const agreement = scope.agreements[0]
  if (agreement === undefined) throw new Error('a closing file is about one agreement')
  const subtitle = subtitleOf(scope)
  const { fundedFrom, fundedTo } = agreement.view
  const until = minDay(fundedTo, scope.at)
  const tables = aidTables(scope, subtitle)
  const use = consumptionTable(
    subtitle,
    agreement.shares.flatMap((share) => consumptionLines(scope, share, until)),
  )
  const costs = scope.employers.map((e) =>
    until < fundedFrom ? [] : costLines(scope, e, { from: fundedFrom, to: until }),
  )
  const cost = costTable(scope, { title: CLOSING.titles.cost, subtitle }, costs)
  const contracts = contractTable(
    scope,
    { name: CLOSING.sheets.contracts, title: CLOSING.titles.contracts, subtitle },
    contractLines(
      scope,
      (view) => view.contract.startsOn <= fundedTo && (view.lastDay === null || view.lastDay >= fundedFrom),
    ),
  )
  const checks = checksSheet(subtitle, [
    ...aidChecks(scope, tables, null),
    ...closingChecks(agreement, tables, use, cost, costs),
  ])
  return finishReport(scope, {
    kind: 'closing',
    title: CLOSING.kind,
    stem: CLOSING.stem,
    subject: CLOSING.subject,
    mainSheet: CLOSING.sheets.use,
    sheets: [
      summarySheet(subtitle, agreement, tables, cost, costs),
      use.sheet,
      contracts.sheet,
      cost.sheet,
      tables.instalments.sheet,
      tables.payments.sheet,
      tables.agreements.sheet,
      tables.positions.sheet,
      pieceSheet(input, subtitle, agreement),
      checks.sheet,
      noticeSheet(subtitle, [
        fileSection(scope, CLOSING.kind),
        { title: NOTICE.method, lines: [earningLine(scope), [CLOSING.article, CLOSING.articleText]] },
        amountsSection,
        readingSection,
      ]),
    ],
    checks,
  })
}

/** Year by year, as the rule of the earned aid itself reasons. */
function consumptionLines(scope: Scope, share: AidShare, until: Day): UseLine[] {
  const position = share.positionId === null ? undefined : scope.derived.index.positions.get(share.positionId)
  const post =
    position === undefined ? '' : [position.stateId, position.label].filter((part) => part !== null).join(' ')
  const detail = earnedDetail(share.agreement, share.yearlyCents, share.paidDays, until)
  return (detail?.steps ?? [])
    .filter((step) => step.code.startsWith('aid-earned.year-'))
    .map(({ values }) => ({
      post,
      year: Number(values.year),
      from: values.from as Day,
      to: values.to as Day,
      notifiedCents: cents(Number(values.amountCents)),
      days: Number(values.yearDays),
      occupiedDays: Number(values.days),
      earnedCents: cents(Number(values.cents)),
    }))
}

function consumptionTable(subtitle: string, lines: readonly UseLine[]): Table<UseLine> {
  const c = CLOSING.columns
  return buildTable<UseLine>({
    name: CLOSING.sheets.use,
    title: CLOSING.titles.use,
    subtitle,
    mark: 'year',
    frozenColumns: 2,
    columns: [
      { key: 'post', title: c.post, kind: 'text', width: 28, cell: (l) => text(l.post) },
      { key: 'year', title: c.year, kind: 'integer', width: 11, cell: (l) => count(l.year) },
      { key: 'from', title: c.from, kind: 'day', width: 11, cell: (l) => onDay(l.from) },
      { key: 'to', title: c.to, kind: 'day', width: 11, cell: (l) => onDay(l.to) },
      {
        key: 'notified',
        title: c.notified,
        kind: 'cents',
        width: 14,
        sum: true,
        cell: (l) => euros(l.notifiedCents),
      },
      { key: 'days', title: c.days, kind: 'integer', width: 11, sum: true, cell: (l) => count(l.days) },
      {
        key: 'occupied',
        title: c.occupied,
        kind: 'integer',
        width: 11,
        sum: true,
        cell: (l) => count(l.occupiedDays),
      },
      {
        key: 'earned',
        title: c.earned,
        kind: 'cents',
        width: 14,
        sum: true,
        cell: (l) => euros(l.earnedCents),
      },
      {
        key: 'unearned',
        title: c.unearned,
        kind: 'cents',
        width: 14,
        sum: true,
        cell: (l, at) =>
          eurosOf(l.notifiedCents - l.earnedCents, `${at.ref('notified')}-${at.ref('earned')}`),
      },
    ],
    groups: [{ label: null, rows: lines }],
  })
}

function closingChecks(
  agreement: AgreementScope,
  tables: AidTables,
  use: Table<UseLine>,
  cost: Table<CostLine>,
  costs: readonly (readonly CostLine[])[],
): CheckLine[] {
  const k = CLOSING.checks
  const of = <R>(table: Table<R>, key: string) => ({ value: table.value(key), formula: table.total(key) })
  return [
    equalCents(...k.years, of(use, 'notified'), of(tables.agreements, 'notified')),
    equalCents(...k.earned, of(use, 'earned'), of(tables.agreements, 'earned')),
    ...(agreement.shares.some((s) => s.positionId === null)
      ? []
      : [equalCents(...k.cost, of(cost, 'aid'), of(tables.agreements, 'earned'))]),
    ...aidWithinCost({ cost, costs }),
  ]
}

/** Facts of the agreement, then its amounts drawn from the other sheets. */
function summarySheet(
  subtitle: string,
  agreement: AgreementScope,
  tables: AidTables,
  cost: Table<CostLine>,
  costs: readonly (readonly CostLine[])[],
): ReportSheet {
  const s = CLOSING.summary
  const { view, amounts, employer } = agreement
  const a = view.agreement
  const row = (label: string, value: CellValue, amount: CellValue = null) => ({
    role: 'data' as const,
    cells: [text(label), value, amount],
  })
  const linked = (key: string, value: Cents) => euros(value, tables.agreements.cell(agreement, key))
  const spent = costs.flat().reduce((sum, line) => sum + (line.cost?.totalCents ?? 0), 0)
  const borne = costs
    .flat()
    .reduce((sum, line) => sum + (line.cost === null ? 0 : line.cost.totalCents - line.aidCents), 0)
  return {
    name: CLOSING.sheets.summary,
    title: CLOSING.titles.summary,
    subtitle,
    orientation: 'portrait',
    filter: false,
    columns: [
      { key: 'what', title: CLOSING.columns.what, kind: 'text', width: 48 },
      { key: 'value', title: CLOSING.columns.value, kind: 'text', width: 40 },
      { key: 'amount', title: CLOSING.columns.amount, kind: 'cents', width: 18 },
    ],
    rows: [
      row(s.employer, text(employer.name)),
      row(s.siret, ident(siretOf(employer))),
      row(s.agreement, ident(a.reference)),
      row(s.funder, text(a.funder)),
      row(s.ds, ident(a.dsNumber)),
      row(s.ej, ident(a.ejNumber)),
      row(s.signedOn, onDay(a.signedOn)),
      row(s.period, text(CLOSING.span(frDay(a.startsOn), frDay(view.endsOn)))),
      row(s.funded, text(CLOSING.span(frDay(view.fundedFrom), frDay(view.fundedTo)))),
      row(s.state, text(AGREEMENT_STATE_WORDS[view.state])),
      row(s.posts, text(frInteger(agreement.shares.filter((share) => share.positionId !== null).length))),
      row(s.notified, null, linked('notified', amounts.notifiedCents)),
      row(s.earned, null, linked('earned', amounts.earnedCents)),
      row(s.received, null, linked('received', amounts.receivedCents)),
      row(s.cancelled, null, linked('cancelled', amounts.cancelledCents)),
      row(s.outstanding, null, linked('outstanding', amounts.outstandingCents)),
      row(s.overpaid, null, linked('overpaid', amounts.overpaidCents)),
      row(
        s.balance,
        null,
        eurosOf(
          amounts.earnedCents - amounts.receivedCents,
          `${tables.agreements.cell(agreement, 'earned')}-${tables.agreements.cell(agreement, 'received')}`,
        ),
      ),
      row(s.cost, null, eurosOf(spent, cost.total('total'))),
      row(s.uncovered, null, eurosOf(borne, cost.total('share'))),
    ],
  }
}

function pieceSheet(input: ReportInput, subtitle: string, agreement: AgreementScope): ReportSheet {
  const own = input.documents?.filter(
    (d) => d.ownerKind === 'agreement' && d.ownerId === agreement.view.agreement.id,
  )
  const pieces = checklist('agreement-end', agreement.employer.sector, own ?? []).items
  const c = CLOSING.columns
  return buildTable<(typeof pieces)[number]>({
    name: CLOSING.sheets.pieces,
    title: CLOSING.titles.pieces,
    subtitle,
    orientation: 'portrait',
    mark: 'state',
    withoutTotal: true,
    columns: [
      { key: 'piece', title: c.piece, kind: 'text', width: 70, cell: (p) => text(pieceLabel(p.item)) },
      {
        key: 'state',
        title: c.state,
        kind: 'text',
        width: 16,
        cell: (p) => text(own === undefined ? c.unknown : p.present ? c.present : c.missing),
      },
    ],
    groups: [{ label: null, rows: pieces }],
  }).sheet
}
