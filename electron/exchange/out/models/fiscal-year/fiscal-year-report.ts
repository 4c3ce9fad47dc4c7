/** "Dossier comptable par exercice": what the accountant needs of one fiscal year, each sheet proved by the others. */
import type { Report } from '#shared/api/report.ts'
import { type Day, maxDay, minDay, yearOf } from '#shared/domain/day.ts'
import type { Employer, Id } from '#shared/domain/facts.ts'
import { ZERO } from '#shared/domain/money.ts'
import { type FiscalYear, fiscalYearNamed } from '#shared/rules/accounting/share-income.ts'
import { fiscalYearOf } from '#shared/rules/aid/accrual.ts'
import { isAidWhole } from '#shared/rules/engine/derive.ts'
import { YEAR } from '#shared/text/reports/fiscal-year.ts'
import { aidTables } from '../aid/aid-report.ts'
import { checksSheet } from '../checks.ts'
import { contractLines, contractTable } from '../contract-table.ts'
import { asIncome, costLines } from '../cost-lines.ts'
import { costTable } from '../cost-table.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { type ReportInput, scopeOf } from '../scope.ts'
import { yearChecks } from './checks.ts'
import { financialReport } from './financial-report.ts'
import { fundLines, fundsTable } from './funds-table.ts'
import { incomeLines, incomeTable } from './income-table.ts'
import { yearNotice } from './notice.ts'
import { summaryTable } from './summary-table.ts'

export function fiscalYearReport(input: ReportInput): Report {
  const yearOfEmployer = yearsOf(input)
  const years = [...yearOfEmployer.values()]
  const lastClose = years.reduce<Day>((last, year) => maxDay(last, year.to), years[0]?.to ?? input.today)
  const at = input.at ?? minDay(input.today, lastClose)
  const yearFor = (employer: Pick<Employer, 'id'>) => yearOfEmployer.get(employer.id) ?? fallback(input)
  const scope = scopeOf(input, at, ({ agreement }, employer) => {
    const year = yearFor(employer)
    const isNotified = (agreement.signedOn ?? agreement.startsOn) <= year.to
    return isNotified && (agreement.settledOn === null || agreement.settledOn >= year.from)
  })
  const label = yearLabel(input, years)
  const period = YEAR.named(label)
  const projected = lastClose > at ? ` · ${YEAR.projected(lastClose)}` : ''
  const subtitle = subtitleOf(scope, period) + projected

  const tables = aidTables(scope, subtitle, {
    title: YEAR.income.receivedInYear(label),
    spanOf: (employerId) => yearFor({ id: employerId }),
  })
  const incomes = incomeLines(scope, yearFor)
  const income = incomeTable(scope, subtitle, period, label, incomes)
  const dedicated = fundLines(scope, yearFor)
  const funds = fundsTable(scope, { title: YEAR.titles.funds(period), subtitle }, dedicated)
  const contractsOfYear = contractLines(scope, (view) => {
    const employerId = scope.derived.positions.get(view.contract.positionId)?.employerId ?? 0
    const year = yearFor({ id: employerId })
    return view.contract.startsOn <= year.to && (view.lastDay === null || view.lastDay >= year.from)
  })
  const contracts = contractTable(
    scope,
    { name: YEAR.sheets.contracts, title: YEAR.titles.contracts(period), subtitle },
    contractsOfYear,
  )
  const costs = scope.employers.map((e, i) => {
    const incomeOf = new Map((incomes[i] ?? []).map((line) => [line.share, line.income.incomeCents]))
    return costLines(
      scope,
      e,
      yearFor(e.employer),
      asIncome((share) => incomeOf.get(share) ?? ZERO),
    )
  })
  const cost = costTable(scope, { title: YEAR.titles.cost(period), subtitle }, costs)
  // A post left out of the costs is left out of what is set against them.
  const costed = incomes.map((lines) =>
    lines.filter(({ share }) => share.positionId === null || isAidWhole(scope.derived, share.positionId)),
  )
  const report = financialReport(
    scope,
    { title: YEAR.titles.report(period), subtitle },
    yearFor,
    income,
    costed,
    cost,
    costs,
    funds,
    dedicated,
  )
  const summary = summaryTable(scope, { title: YEAR.titles.summary(period), subtitle }, yearFor, {
    income,
    incomes,
    cost,
    costs,
  })

  const lines = yearChecks(scope, yearFor, {
    tables,
    income,
    incomes,
    costed,
    funds,
    fundLines: dedicated,
    cost,
    costs,
    report,
  })
  const checks = checksSheet(subtitle, lines)
  return finishReport(scope, {
    kind: 'fiscal-year',
    title: YEAR.title,
    stem: YEAR.stem,
    subject: YEAR.subject,
    mainSheet: YEAR.sheets.income,
    period,
    stemSuffix: label,
    sheets: [
      summary.sheet,
      tables.agreements.sheet,
      tables.positions.sheet,
      tables.instalments.sheet,
      tables.payments.sheet,
      income.sheet,
      ...(dedicated.flat().length === 0 ? [] : [funds.sheet]),
      contracts.sheet,
      cost.sheet,
      report.sheet,
      checks.sheet,
      noticeSheet(subtitle, yearNotice(scope, period, lastClose, new Set(years.map(({ to }) => to)))),
    ],
    checks,
  })
}

/** The fiscal year asked for, or the one that holds the day, of each structure by its own calendar. */
function yearsOf(input: ReportInput): Map<Id, FiscalYear> {
  const wanted = input.facts.employers.filter((e) => input.employerId === null || e.id === input.employerId)
  return new Map(
    wanted.map((e) => [
      e.id,
      input.fiscalYear === null
        ? fiscalYearOf(input.at ?? input.today, e.fiscalYearStart)
        : fiscalYearNamed(input.fiscalYear, e.fiscalYearStart),
    ]),
  )
}

function fallback(input: ReportInput): FiscalYear {
  return fiscalYearNamed(input.fiscalYear ?? yearOf(input.at ?? input.today), '01-01')
}

/** "2026"; "2025-2026" where every structure of the report straddles the same two years. */
function yearLabel(input: ReportInput, years: readonly FiscalYear[]): string {
  const labels = new Set(
    years.map(({ from, to }) =>
      yearOf(from) === yearOf(to) ? `${yearOf(from)}` : `${yearOf(from)}-${yearOf(to)}`,
    ),
  )
  const [only] = labels
  return labels.size === 1 && only !== undefined ? only : String(yearOf(fallback(input).from))
}
