/** "Synthèse" of a fiscal year: one line per structure, drawn from the other sheets, with the thresholds it meets. */

import type { Employer } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import type { FiscalYear } from '#shared/rules/accounting/share-income.ts'
import { financialReportDeadline } from '#shared/rules/aid/financial-report.ts'
import { threshold } from '#shared/rules/aid/threshold.ts'
import { YEAR } from '#shared/text/reports/fiscal-year.ts'
import { CHART_WORDS } from '#shared/text/words.ts'
import { eurosOf, ident, onDay, text } from '../cells.ts'
import type { CostLine } from '../cost-lines.ts'
import { type EmployerScope, type Scope, siretOf } from '../scope.ts'
import { buildTable, type Table, type TableColumn } from '../table.ts'
import type { IncomeLine } from './income-table.ts'

export interface SummaryParts {
  readonly income: Table<IncomeLine>
  readonly incomes: readonly (readonly IncomeLine[])[]
  readonly cost: Table<CostLine>
  readonly costs: readonly (readonly CostLine[])[]
}

/** Grants that count for the auditor's threshold: those of public authorities. */
const PUBLIC_FUNDERS: ReadonlySet<string> = new Set([
  'state',
  'region',
  'departement',
  'epci',
  'commune',
  'europe',
  'employment-aid',
])

export function summaryTable(
  scope: Scope,
  given: { readonly title: string; readonly subtitle: string },
  yearFor: (employer: Employer) => FiscalYear,
  parts: SummaryParts,
): Table<EmployerScope> {
  const c = YEAR.summary
  const { figures } = scope.derived
  const incomesOf = new Map(scope.employers.map((e, i) => [e, parts.incomes[i] ?? []]))
  const costsOf = new Map(scope.employers.map((e, i) => [e, parts.costs[i] ?? []]))
  const fromIncome = (
    key: string,
    title: string,
    read: (line: IncomeLine) => number,
  ): TableColumn<EmployerScope> => ({
    key,
    title,
    kind: 'cents',
    width: 14,
    sum: true,
    cell: (e) => {
      const lines = incomesOf.get(e) ?? []
      return eurosOf(
        lines.reduce((sum, line) => sum + read(line), 0),
        parts.income.sumOf(lines, key),
      )
    },
  })
  const fromCost = (
    key: 'total' | 'share',
    title: string,
    read: (line: CostLine) => number,
  ): TableColumn<EmployerScope> => ({
    key: key === 'total' ? 'cost' : 'share',
    title,
    kind: 'cents',
    width: 14,
    sum: true,
    cell: (e) => {
      const lines = costsOf.get(e) ?? []
      return eurosOf(
        lines.reduce((sum, line) => sum + read(line), 0),
        parts.cost.sumOf(lines, key),
      )
    },
  })
  const publicGrants = (e: EmployerScope) =>
    (incomesOf.get(e) ?? [])
      .filter((line) => PUBLIC_FUNDERS.has(line.agreement.view.agreement.funderKind))
      .reduce((sum, line) => sum + line.receivedInYearCents, 0)
  return buildTable<EmployerScope>({
    ...given,
    name: 'Synthèse',
    mark: 'chart',
    columns: [
      { key: 'employer', title: c.employer, kind: 'text', width: 32, cell: (e) => text(e.employer.name) },
      {
        key: 'siret',
        title: c.siret,
        kind: 'id',
        width: 16,
        optional: true,
        cell: (e) => ident(siretOf(e.employer)),
      },
      {
        key: 'chart',
        title: c.chart,
        kind: 'text',
        width: 27,
        cell: (e) => text(CHART_WORDS[e.employer.chart]),
      },
      {
        key: 'from',
        title: c.yearFrom,
        kind: 'day',
        width: 11,
        cell: (e) => onDay(yearFor(e.employer).from),
      },
      { key: 'to', title: c.yearTo, kind: 'day', width: 11, cell: (e) => onDay(yearFor(e.employer).to) },
      fromIncome('notified', c.notified, (l) => l.income.notifiedCents),
      fromIncome('income', c.income, (l) => l.income.incomeCents),
      fromIncome('unearned', c.unearned, (l) => l.income.unearnedCents),
      fromIncome('deferred', c.deferred, (l) => l.income.deferredCents),
      fromIncome('receivedInYear', c.received, (l) => l.receivedInYearCents),
      fromIncome('outstanding', c.outstanding, (l) => l.share.amounts.outstandingCents),
      fromCost('total', c.cost, (l) => l.cost?.totalCents ?? 0),
      fromCost('share', c.share, (l) => (l.cost === null ? 0 : l.cost.totalCents - l.aidCents)),
      {
        key: 'publicGrants',
        title: c.publicGrants,
        kind: 'cents',
        width: 14,
        sum: true,
        cell: (e) => eurosOf(publicGrants(e)),
      },
      {
        key: 'auditor',
        title: c.auditor,
        kind: 'text',
        width: 17,
        cell: (e) => {
          if (e.employer.sector !== 'private') return text(c.notApplicable)
          const { required } = threshold('auditor', cents(publicGrants(e)), yearFor(e.employer).to, figures)
          return text(required ? c.above : c.below)
        },
      },
      {
        key: 'reportDue',
        title: c.reportDue,
        kind: 'day',
        width: 13,
        optional: true,
        cell: (e) =>
          e.employer.sector === 'private'
            ? onDay(financialReportDeadline(yearFor(e.employer).to, e.employer.zone, figures).dueOn)
            : null,
      },
    ],
    groups: [{ label: null, rows: scope.employers }],
  })
}
