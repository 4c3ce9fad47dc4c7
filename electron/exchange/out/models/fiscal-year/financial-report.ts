/**
 * "Compte rendu financier", in the order of Cerfa 15059*02: one line per charge account 60–68 and product account 70–78, for
 * each private structure, planned and actual. What the structure bears itself makes the totals of both columns equal.
 */
import { type CellValue, FIRST_ROW, type ReportRow, type ReportSheet } from '#shared/api/report.ts'
import { yearOf } from '#shared/domain/day.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { BUDGET_CHARGES, BUDGET_PRODUCTS, type FunderKind } from '#shared/domain/words.ts'
import type { FiscalYear } from '#shared/rules/accounting/share-income.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { CERFA, YEAR, YEAR_CHECKS } from '#shared/text/reports/fiscal-year.ts'
import { sheetReference } from '../../xlsx/sheet-names.ts'
import { check, eurosOf, ident, share, text } from '../cells.ts'
import type { CheckLine } from '../checks.ts'
import { equalCents } from '../checks.ts'
import type { CostLine } from '../cost-lines.ts'
import type { Scope } from '../scope.ts'
import type { Table } from '../table.ts'
import type { FundLine } from './funds-table.ts'
import type { IncomeLine } from './income-table.ts'

type LineKey = keyof typeof CERFA.lines
interface Filled {
  readonly value: number
  readonly formula: string | undefined
}

const CHARGES = [...BUDGET_CHARGES, '689'] as const
const FUNDERS: Readonly<Record<FunderKind, LineKey>> = {
  state: '74-state',
  region: '74-region',
  departement: '74-departement',
  epci: '74-epci',
  commune: '74-commune',
  europe: '74-europe',
  'employment-aid': '74-employment-aid',
  foundation: '74-foundation',
  other: '74-other',
}
const PRODUCTS = [...BUDGET_PRODUCTS, 'own'] as const
const PLANNED = 'C'
const ACTUAL = 'D'

export interface FinancialReport {
  readonly sheet: ReportSheet
  readonly checks: readonly CheckLine[]
}

export function financialReport(
  scope: Scope,
  given: { readonly title: string; readonly subtitle: string },
  yearFor: (employer: Employer) => FiscalYear,
  income: Table<IncomeLine>,
  incomeLines: readonly (readonly IncomeLine[])[],
  cost: Table<CostLine>,
  costLines: readonly (readonly CostLine[])[],
  funds: Table<FundLine>,
  fundLines: readonly (readonly FundLine[])[],
): FinancialReport {
  const rows: ReportRow[] = []
  const totals = { charges: 0, products: 0, chargeCells: [] as string[], productCells: [] as string[] }
  for (const [i, { employer }] of scope.employers.entries()) {
    if (employer.sector !== 'private') continue
    const block = blockOf(
      employer.name,
      FIRST_ROW + rows.length,
      plannedOf(scope, employer, yearFor(employer)),
      new Map([
        ...filledCharges(cost, costLines[i] ?? []),
        ...filledProducts(income, incomeLines[i] ?? []),
        ...filledFunds(funds, fundLines[i] ?? []),
      ]),
    )
    rows.push(...block.rows)
    totals.charges += block.charges.value
    totals.products += block.products.value
    totals.chargeCells.push(block.charges.cell)
    totals.productCells.push(block.products.cell)
  }
  if (rows.length === 0)
    rows.push({ role: 'note', cells: [text(CERFA.notApplicable), null, null, null, null, null] })
  const sheet: ReportSheet = {
    ...given,
    name: YEAR.sheets.report,
    orientation: 'portrait',
    filter: false,
    columns: [
      { key: 'account', title: CERFA.account, kind: 'id', width: 12 },
      { key: 'label', title: CERFA.label, kind: 'text', width: 58 },
      { key: 'planned', title: CERFA.planned, kind: 'cents', width: 14 },
      { key: 'actual', title: CERFA.actual, kind: 'cents', width: 14 },
      { key: 'share', title: CERFA.share, kind: 'ratio', width: 10 },
      { key: 'check', title: CERFA.check, kind: 'check', width: 11 },
    ],
    rows,
  }
  const name = sheetReference(YEAR.sheets.report)
  const sum = (cells: readonly string[]) => cells.map((cell) => `${name}!${cell}`).join('+')
  // Beyond this many structures one formula would be too long; each block carries its own check anyway.
  const checks =
    totals.chargeCells.length === 0 || totals.chargeCells.length > 100
      ? []
      : [
          equalCents(
            ...YEAR_CHECKS.report,
            { value: totals.charges, formula: sum(totals.chargeCells) },
            { value: totals.products, formula: sum(totals.productCells) },
          ),
        ]
  return { sheet, checks }
}

function filledCharges(cost: Table<CostLine>, lines: readonly CostLine[]): Map<LineKey, Filled> {
  const of = (key: 'gross' | 'charges' | 'taxes'): Filled => ({
    value: lines.reduce((total, line) => total + (line.cost?.[`${key}Cents`] ?? 0), 0),
    formula: cost.sumOf(lines, key),
  })
  return new Map([
    ['63', of('taxes')],
    ['641', of('gross')],
    ['645', of('charges')],
  ])
}

function filledProducts(income: Table<IncomeLine>, lines: readonly IncomeLine[]): Map<LineKey, Filled> {
  const filled = new Map<LineKey, Filled>()
  for (const [kind, key] of Object.entries(FUNDERS)) {
    const own = lines.filter((line) => line.agreement.view.agreement.funderKind === kind)
    if (own.length === 0) continue
    filled.set(key, {
      value: own.reduce((total, line) => total + line.income.incomeCents, 0),
      formula: income.sumOf(own, 'income'),
    })
  }
  return filled
}

/** Dedicated funds entered for the year: carried to account 68, used from account 78. */
function filledFunds(funds: Table<FundLine>, lines: readonly FundLine[]): Map<LineKey, Filled> {
  if (lines.length === 0) return new Map()
  const of = (key: 'carried' | 'used', read: 'carriedCents' | 'usedCents'): Filled => ({
    value: lines.reduce((total, line) => total + line.funds[read], 0),
    formula: funds.sumOf(lines, key),
  })
  return new Map([
    ['68', of('carried', 'carriedCents')],
    ['78', of('used', 'usedCents')],
  ])
}

/** Budget of the structure and of its agreements, added up; that of one agreement where the report is about it. */
function plannedOf(scope: Scope, employer: Employer, year: FiscalYear): Map<LineKey, Filled> {
  const { agreementId } = scope.input
  const planned = new Map<LineKey, Filled>()
  for (const line of rowsOf(scope.derived.index.budgetByEmployer, employer.id)) {
    if (line.fiscalYear !== yearOf(year.from)) continue
    if (agreementId !== null && line.agreementId !== agreementId) continue
    const value = (planned.get(line.account)?.value ?? 0) + line.amountCents
    planned.set(line.account, { value, formula: undefined })
  }
  return planned
}

interface Block {
  readonly rows: readonly ReportRow[]
  readonly charges: { readonly value: number; readonly cell: string }
  readonly products: { readonly value: number; readonly cell: string }
}

interface Lines {
  readonly charges: number
  readonly excess: number
  readonly totalCharges: number
  readonly products: number
  readonly own: number
  readonly totalProducts: number
}

interface Column {
  readonly filled: ReadonlyMap<LineKey, Filled>
  readonly total: number
}

/** Lines of one structure from a given line of the sheet: title, charges, total, products, total, check. */
function blockOf(
  name: string,
  firstLine: number,
  planned: ReadonlyMap<LineKey, Filled>,
  actual: ReadonlyMap<LineKey, Filled>,
): Block {
  const at: Lines = {
    charges: firstLine + 2,
    excess: firstLine + 2 + CHARGES.length - 1,
    totalCharges: firstLine + 2 + CHARGES.length,
    products: firstLine + 4 + CHARGES.length,
    own: firstLine + 4 + CHARGES.length + PRODUCTS.length - 1,
    totalProducts: firstLine + 4 + CHARGES.length + PRODUCTS.length,
  }
  const plan = balanced(planned, PLANNED, at)
  const done = balanced(actual, ACTUAL, at)
  const heading = (label: string): ReportRow => ({
    role: 'group',
    cells: [text(label), null, null, null, null, null],
  })
  const amount = (filled: Filled | undefined): CellValue =>
    filled === undefined ? null : eurosOf(filled.value, filled.formula)
  const line = (key: LineKey, row: number): ReportRow => ({
    role: 'data',
    cells: [
      ident(key === 'own' ? null : key.slice(0, 3).replace('-', '')),
      text(CERFA.lines[key]),
      amount(plan.filled.get(key)),
      amount(done.filled.get(key)),
      shareDone(done.filled.get(key)?.value ?? 0, plan.filled.get(key)?.value ?? 0, row),
      null,
    ],
  })
  const sumRow = (label: string, from: number, to: number, row: number, last: CellValue): ReportRow => ({
    role: last === null ? 'subtotal' : 'total',
    cells: [
      text(label),
      null,
      eurosOf(plan.total, range(PLANNED, from, to)),
      eurosOf(done.total, range(ACTUAL, from, to)),
      shareDone(done.total, plan.total, row),
      last,
    ],
  })
  const isBalanced = [PLANNED, ACTUAL]
    .map((column) => `ROUND(${column}${at.totalCharges}-${column}${at.totalProducts},2)=0`)
    .join(',')
  return {
    rows: [
      heading(name),
      heading(CERFA.charges),
      ...CHARGES.map((key, i) => line(key, at.charges + i)),
      sumRow(CERFA.totalCharges, at.charges, at.excess, at.totalCharges, null),
      heading(CERFA.products),
      ...PRODUCTS.map((key, i) => line(key, at.products + i)),
      sumRow(CERFA.totalProducts, at.products, at.own, at.totalProducts, check(true, `AND(${isBalanced})`)),
    ],
    charges: { value: done.total, cell: `$${ACTUAL}$${at.totalCharges}` },
    products: { value: done.total, cell: `$${ACTUAL}$${at.totalProducts}` },
  }
}

/** What balances a column: own resources where it spends more than it earns, aid to carry or give back where it earns more. */
function balanced(given: ReadonlyMap<LineKey, Filled>, column: string, at: Lines): Column {
  const spent = sumOf(given, BUDGET_CHARGES)
  const earned = sumOf(given, BUDGET_PRODUCTS)
  const spentCells = range(column, at.charges, at.excess - 1)
  const earnedCells = range(column, at.products, at.own - 1)
  return {
    filled: new Map<LineKey, Filled>([
      ...given,
      ['689', { value: Math.max(0, earned - spent), formula: `MAX(0,${earnedCells}-${spentCells})` }],
      ['own', { value: Math.max(0, spent - earned), formula: `MAX(0,${spentCells}-${earnedCells})` }],
    ]),
    total: Math.max(spent, earned),
  }
}

function range(column: string, from: number, to: number): string {
  return `SUM(${column}${from}:${column}${to})`
}

/** Nothing planned on a line: it has no percentage. */
function shareDone(actual: number, planned: number, row: number): CellValue {
  const value = planned === 0 ? 0 : actual / 100 / (planned / 100)
  return share(value, `IF(${PLANNED}${row}=0,0,${ACTUAL}${row}/${PLANNED}${row})`)
}

function sumOf(filled: ReadonlyMap<LineKey, Filled>, keys: readonly LineKey[]): number {
  return keys.reduce((total, key) => total + (filled.get(key)?.value ?? 0), 0)
}
