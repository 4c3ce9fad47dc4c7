/** What a fiscal-year file proves: its sheets agree with one another, with the year before, and with what the rules say. */
import { addDays, yearOf } from '#shared/domain/day.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { type FiscalYear, shareIncome } from '#shared/rules/accounting/share-income.ts'
import { fiscalYearOf } from '#shared/rules/aid/accrual.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { YEAR_CHECKS } from '#shared/text/reports/fiscal-year.ts'
import { type AidTables, aidChecks } from '../aid/aid-report.ts'
import { type CheckLine, equalCents, noneWrong } from '../checks.ts'
import type { CostLine } from '../cost-lines.ts'
import { knownCost } from '../cost-table.ts'
import type { Scope } from '../scope.ts'
import type { Table } from '../table.ts'
import type { FinancialReport } from './financial-report.ts'
import type { FundLine } from './funds-table.ts'
import type { IncomeLine } from './income-table.ts'

export interface YearParts {
  readonly tables: AidTables
  readonly income: Table<IncomeLine>
  readonly incomes: readonly (readonly IncomeLine[])[]
  /** Those of the posts whose cost is told. */
  readonly costed: readonly (readonly IncomeLine[])[]
  readonly funds: Table<FundLine>
  readonly fundLines: readonly (readonly FundLine[])[]
  readonly cost: Table<CostLine>
  readonly costs: readonly (readonly CostLine[])[]
  readonly report: FinancialReport
}

type YearFor = (employer: Employer) => FiscalYear
interface Figure {
  readonly value: number
  readonly formula: string
}

export function yearChecks(scope: Scope, yearFor: YearFor, parts: YearParts): CheckLine[] {
  const { tables, income, cost } = parts
  return [
    ...aidChecks(scope, tables, null),
    noneWrong(...YEAR_CHECKS.lines, income.wrong('check')),
    equalCents(
      ...YEAR_CHECKS.years,
      of(income, 'prior', 'income', 'unearned', 'deferred'),
      of(income, 'notified'),
    ),
    equalCents(...YEAR_CHECKS.agreements, of(income, 'notified'), of(tables.agreements, 'notified')),
    equalCents(...YEAR_CHECKS.opening, of(income, 'opening'), formerClosing(parts.incomes, yearFor)),
    equalCents(...YEAR_CHECKS.receivedInYear, of(income, 'receivedInYear'), of(tables.payments, 'inYear')),
    equalCents(...YEAR_CHECKS.received, of(income, 'received'), of(tables.agreements, 'received')),
    equalCents(...YEAR_CHECKS.outstanding, of(income, 'outstanding'), of(tables.agreements, 'outstanding')),
    ...fundChecks(parts, scope, yearFor),
    equalCents(...YEAR_CHECKS.cost, of(cost, 'total'), of(cost, 'gross', 'charges', 'taxes')),
    equalCents(...YEAR_CHECKS.allotted, of(cost, 'aid'), incomeOfPosts(parts)),
    ...aidWithinCost(parts),
    ...parts.report.checks,
  ]
}

/** Account 194, where funds were entered for an agreement of the scope: its sheet against what was typed. */
function fundChecks({ funds, fundLines }: YearParts, scope: Scope, yearFor: YearFor): CheckLine[] {
  if (fundLines.flat().length === 0) return []
  const { fundsByAgreement } = scope.derived.index
  const entered = scope.agreements.flatMap(({ view, employer }) =>
    rowsOf(fundsByAgreement, view.agreement.id).filter(
      (row) => row.fiscalYear === yearOf(yearFor(employer).from),
    ),
  )
  const moved = entered.reduce((sum, row) => sum + row.carriedCents - row.usedCents, 0)
  const less = (a: Figure, b: Figure): Figure => ({
    value: a.value - b.value,
    formula: `${a.formula}-${b.formula}`,
  })
  const used = of(funds, 'used')
  return [
    noneWrong(...YEAR_CHECKS.fundLines, funds.wrong('check')),
    equalCents(...YEAR_CHECKS.funds, less(of(funds, 'opening', 'carried'), used), of(funds, 'closing')),
    equalCents(...YEAR_CHECKS.fundsEntered, less(of(funds, 'carried'), used), {
      value: moved,
      formula: String(moved / 100),
    }),
  ]
}

/** Only the lines whose cost is known are held to the ceiling. */
export function aidWithinCost({ cost, costs }: Pick<YearParts, 'cost' | 'costs'>): CheckLine[] {
  const known = knownCost(costs.flat())
  if (known.cost === 0) return []
  const [label, explanation] = YEAR_CHECKS.aidWithinCost
  return [
    {
      label,
      explanation,
      unit: 'cents',
      kind: 'at-most',
      value: known.aid,
      valueFormula: cost.totalWhere('aid', { total: '<>' }),
      expected: known.cost,
      expectedFormula: cost.total('total'),
    },
  ]
}

/** What the year before deferred, asked again of the rules; a grant of this year was not there yet. */
function formerClosing(incomes: readonly (readonly IncomeLine[])[], yearFor: YearFor): Figure {
  let value = 0
  for (const { employer, share } of incomes.flat()) {
    const year = yearFor(employer)
    const { agreement } = share.agreement
    if ((agreement.signedOn ?? agreement.startsOn) >= year.from) continue
    const former = fiscalYearOf(addDays(year.from, -1), employer.fiscalYearStart)
    value += shareIncome(share, former, employer.fiscalYearStart).deferredCents
  }
  return { value, formula: String(value / 100) }
}

/** Income of the posts somebody held in the year: the aid of the others has no agent to be allotted to. */
function incomeOfPosts({ income, incomes, costed }: YearParts): Figure {
  const held = (lines: readonly IncomeLine[]) =>
    lines.filter((line) => line.share.positionId !== null && line.income.monthsInHundredths > 0)
  const sum = (lines: readonly IncomeLine[]) =>
    lines.reduce((total, line) => total + line.income.incomeCents, 0)
  const kept = new Set(costed.flat())
  const leftOut = held(incomes.flat().filter((line) => !kept.has(line)))
  const whole = income.totalWhere('income', { post: '<>', months: '<>0' })
  return {
    value: sum(held([...kept])),
    formula:
      leftOut.length === 0
        ? whole
        : `${whole}-(${income.sumOf(leftOut, 'income') ?? String(sum(leftOut) / 100)})`,
  }
}

function of<R>(table: Table<R>, ...keys: readonly string[]): Figure {
  return {
    value: keys.reduce((sum, key) => sum + table.value(key), 0),
    formula: keys.map((key) => table.total(key)).join('+'),
  }
}
