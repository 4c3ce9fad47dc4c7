/** "État des aides": what was notified, earned, received and is still to come, and the proof that the sheets agree. */
import type { Report } from '#shared/api/report.ts'
import { AID, AID_AMOUNT, AID_CHECKS } from '#shared/text/reports/aid.ts'
import { SECTOR_WORDS } from '#shared/text/words.ts'
import { count, euros, eurosOf, ident, text } from '../cells.ts'
import { type CheckLine, checksSheet, equalCents, noneWrong } from '../checks.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { aidNotice } from '../notices.ts'
import type { ReportInput } from '../scope.ts'
import {
  type AgreementScope,
  type EmployerScope,
  type PaymentScope,
  type Scope,
  scopeOf,
  siretOf,
} from '../scope.ts'
import { buildTable, type Table } from '../table.ts'
import { agreementTable, plannedOf } from './agreement-table.ts'
import { type InstalmentLine, instalmentTable } from './instalment-table.ts'
import { hasElsewhere, paymentTable, type YearColumn } from './payment-table.ts'
import { positionTable, type ShareLine } from './position-table.ts'

export function aidReport(input: ReportInput): Report {
  const scope = scopeOf(input)
  const subtitle = subtitleOf(scope)
  const tables = aidTables(scope, subtitle)
  const summary = summaryTable(scope, subtitle, tables)
  const checks = checksSheet(subtitle, aidChecks(scope, tables, summary))
  return finishReport(scope, {
    kind: 'aid',
    title: AID.kind,
    stem: AID.stem,
    subject: AID.subject,
    mainSheet: AID.sheets.instalments,
    sheets: [
      summary.sheet,
      tables.agreements.sheet,
      tables.positions.sheet,
      tables.instalments.sheet,
      tables.payments.sheet,
      checks.sheet,
      noticeSheet(subtitle, aidNotice(scope)),
    ],
    checks,
  })
}

export interface AidTables {
  readonly agreements: Table<AgreementScope>
  readonly positions: Table<ShareLine>
  readonly instalments: Table<InstalmentLine>
  readonly payments: Table<PaymentScope>
}

export function aidTables(scope: Scope, subtitle: string, year: YearColumn | null = null): AidTables {
  const linesOf = new Map(
    scope.agreements.map((agreement) => [
      agreement,
      {
        shares: agreement.shares.map((share): ShareLine => ({ agreement, share })),
        tranches: agreement.instalments.map((view): InstalmentLine => ({ agreement, view })),
      },
    ]),
  )
  const byEmployer = scope.employers.map((e) => e.agreements.flatMap((a) => linesOf.get(a) ?? []))
  const positions = positionTable(
    scope,
    subtitle,
    byEmployer.map((lines) => lines.flatMap((l) => l.shares)),
  )
  const instalments = instalmentTable(
    scope,
    subtitle,
    byEmployer.map((lines) => lines.flatMap((l) => l.tranches)),
  )
  const agreements = agreementTable(scope, subtitle, positions, instalments, linesOf)
  return { agreements, positions, instalments, payments: paymentTable(scope, subtitle, year) }
}

export function summaryTable(scope: Scope, subtitle: string, tables: AidTables): Table<EmployerScope> {
  const c = AID.columns
  const states = (e: EmployerScope, state: string) =>
    count(e.positions.filter((p) => p.state === state).length)
  const amount = (
    key:
      | 'notifiedCents'
      | 'earnedCents'
      | 'receivedCents'
      | 'cancelledCents'
      | 'outstandingCents'
      | 'lateCents'
      | 'claimableCents'
      | 'overpaidCents',
    column: string,
  ) => ({
    key: column,
    title: AID_AMOUNT[column as keyof typeof AID_AMOUNT],
    kind: 'cents' as const,
    width: 14,
    sum: true,
    cell: (e: EmployerScope) => euros(e.amounts[key], tables.agreements.sumOf(e.agreements, column)),
  })
  return buildTable<EmployerScope>({
    name: AID.sheets.summary,
    title: AID.titles.summary,
    subtitle,
    mark: 'sector',
    columns: [
      { key: 'employer', title: c.employer, kind: 'text', width: 32, cell: (e) => text(e.employer.name) },
      { key: 'siret', title: c.siret, kind: 'id', width: 16, cell: (e) => ident(siretOf(e.employer)) },
      {
        key: 'sector',
        title: c.sector,
        kind: 'text',
        width: 9,
        cell: (e) => text(SECTOR_WORDS[e.employer.sector]),
      },
      {
        key: 'positions',
        title: c.positions,
        kind: 'integer',
        width: 8,
        sum: true,
        cell: (e) => count(e.positions.length),
      },
      {
        key: 'occupied',
        title: c.occupied,
        kind: 'integer',
        width: 9,
        sum: true,
        cell: (e) => states(e, 'occupied'),
      },
      {
        key: 'vacant',
        title: c.vacant,
        kind: 'integer',
        width: 8,
        sum: true,
        cell: (e) => states(e, 'vacant'),
      },
      {
        key: 'returned',
        title: c.returned,
        kind: 'integer',
        width: 8,
        sum: true,
        cell: (e) => states(e, 'returned'),
      },
      {
        key: 'agreements',
        title: c.agreementCount,
        kind: 'integer',
        width: 12,
        sum: true,
        cell: (e) => count(e.agreements.length),
      },
      amount('notifiedCents', 'notified'),
      amount('earnedCents', 'earned'),
      amount('receivedCents', 'received'),
      amount('cancelledCents', 'cancelled'),
      amount('outstandingCents', 'outstanding'),
      amount('lateCents', 'late'),
      amount('claimableCents', 'claimable'),
      amount('overpaidCents', 'overpaid'),
      {
        key: 'unallocated',
        title: c.unallocated,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (e) =>
          eurosOf(
            e.payments.reduce((sum, p) => sum + p.unallocatedCents, 0),
            tables.payments.sumOf(e.payments, 'unallocated'),
          ),
      },
    ],
    groups: [{ label: null, rows: scope.employers }],
  })
}

/** Also used by the fiscal-year file: the same sheets are proved the same way. */
export function aidChecks(
  scope: Scope,
  tables: AidTables,
  summary: Table<EmployerScope> | null,
): CheckLine[] {
  const { agreements, positions, instalments, payments } = tables
  const of = <R>(table: Table<R>, ...keys: readonly string[]) => ({
    value: keys.reduce((sum, key) => sum + table.value(key), 0),
    formula: keys.map((key) => table.total(key)).join('+'),
  })
  const withTranches = scope.agreements.filter((a) => a.instalments.length > 0)
  const among = (key: 'notified' | 'outstanding') => ({
    value: withTranches.reduce(
      (sum, a) => sum + (key === 'notified' ? a.amounts.notifiedCents : a.amounts.outstandingCents),
      0,
    ),
    formula: agreements.totalWhere(key, { planned: '<>0' }),
  })
  const excess = scope.agreements.reduce((sum, a) => sum + a.amounts.excessCents, 0)
  const lines: CheckLine[] = [
    equalCents(
      ...AID_CHECKS.balance,
      of(agreements, 'notified'),
      of(agreements, 'received', 'outstanding', 'cancelled'),
    ),
    equalCents(...AID_CHECKS.tranches, of(instalments, 'amount'), among('notified')),
    noneWrong(...AID_CHECKS.lines, agreements.wrong('check')),
    equalCents(...AID_CHECKS.years, yearsOf(positions), of(positions, 'notified')),
    equalCents(...AID_CHECKS.posts, of(positions, 'notified'), of(agreements, 'notified')),
    equalCents(...AID_CHECKS.earned, of(positions, 'earned'), of(agreements, 'earned')),
    equalCents(...AID_CHECKS.received, of(instalments, 'received'), {
      value: agreements.value('received') + excess,
      formula:
        excess === 0 ? agreements.total('received') : `${agreements.total('received')}+${excess / 100}`,
    }),
    equalCents(...AID_CHECKS.outstanding, of(instalments, 'outstanding'), among('outstanding')),
    equalCents(
      ...AID_CHECKS.payments,
      of(payments, 'paid'),
      of(payments, 'allocated', 'unallocated', ...(hasElsewhere(scope) ? ['elsewhere'] : [])),
    ),
    equalCents(...AID_CHECKS.allocated, of(payments, 'allocated'), of(instalments, 'received')),
  ]
  if (summary !== null)
    lines.push(equalCents(...AID_CHECKS.summary, of(summary, 'notified'), of(agreements, 'notified')))
  return lines
}

function yearsOf(positions: Table<ShareLine>): { readonly value: number; readonly formula: string } {
  const keys = positions.sheet.columns.map((c) => c.key).filter((key) => key.startsWith('year'))
  return {
    value: keys.reduce((sum, key) => sum + positions.value(key), 0),
    formula: keys.map((key) => positions.total(key)).join('+'),
  }
}

export { plannedOf }
