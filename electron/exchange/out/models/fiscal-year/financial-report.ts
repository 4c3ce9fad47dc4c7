/**
 * "Compte rendu financier", in the order of Cerfa 15059*02: one line per charge account 60–68 and product account 70–78, for
 * each private structure. What the structure bears itself makes the totals equal; the planned column is left to be filled.
 */
import { type CellValue, FIRST_ROW, type ReportRow, type ReportSheet } from '#shared/api/report.ts'
import type { FunderKind } from '#shared/domain/words.ts'
import { CERFA, YEAR, YEAR_CHECKS } from '#shared/text/report-fiscal-year.ts'
import { sheetReference } from '../../xlsx/sheet-names.ts'
import { check, eurosOf, ident, share, text } from '../cells.ts'
import type { CheckLine } from '../checks.ts'
import { equalCents } from '../checks.ts'
import type { CostLine } from '../cost-lines.ts'
import type { Scope } from '../scope.ts'
import type { Table } from '../table.ts'
import type { IncomeLine } from './income-table.ts'

type LineKey = keyof typeof CERFA.lines
interface Filled {
  readonly value: number
  readonly formula: string | undefined
}

const CHARGES = ['60', '61', '62', '63', '641', '645', '65', '66', '67', '68', '689'] as const
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
const PRODUCTS: readonly LineKey[] = ['70', ...Object.values(FUNDERS), '75', '76', '77', '78', 'own']
const ACTUAL = 'D'

export interface FinancialReport {
  readonly sheet: ReportSheet
  readonly checks: readonly CheckLine[]
}

export function financialReport(
  scope: Scope,
  given: { readonly title: string; readonly subtitle: string },
  income: Table<IncomeLine>,
  incomeLines: readonly (readonly IncomeLine[])[],
  cost: Table<CostLine>,
  costLines: readonly (readonly CostLine[])[],
): FinancialReport {
  const rows: ReportRow[] = []
  const totals = { charges: 0, products: 0, chargeCells: [] as string[], productCells: [] as string[] }
  for (const [i, { employer }] of scope.employers.entries()) {
    if (employer.sector !== 'private') continue
    const block = blockOf(
      employer.name,
      FIRST_ROW + rows.length,
      filledCharges(cost, costLines[i] ?? []),
      filledProducts(income, incomeLines[i] ?? []),
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

interface Block {
  readonly rows: readonly ReportRow[]
  readonly charges: { readonly value: number; readonly cell: string }
  readonly products: { readonly value: number; readonly cell: string }
}

/** Lines of one structure from a given line of the sheet: title, charges, total, products, total, check. */
function blockOf(
  name: string,
  firstLine: number,
  charges: ReadonlyMap<LineKey, Filled>,
  products: ReadonlyMap<LineKey, Filled>,
): Block {
  const at = {
    charges: firstLine + 2,
    excess: firstLine + 2 + CHARGES.length - 1,
    totalCharges: firstLine + 2 + CHARGES.length,
    products: firstLine + 4 + CHARGES.length,
    own: firstLine + 4 + CHARGES.length + PRODUCTS.length - 1,
    totalProducts: firstLine + 4 + CHARGES.length + PRODUCTS.length,
  }
  const range = (column: string, from: number, to: number) => `SUM(${column}${from}:${column}${to})`
  const spent = sumOf(charges)
  const earned = sumOf(products)
  const spentFormula = range(ACTUAL, at.charges, at.excess - 1)
  const earnedFormula = range(ACTUAL, at.products, at.own - 1)
  const balanced = new Map<LineKey, Filled>([
    ...charges,
    ...products,
    ['689', { value: Math.max(0, earned - spent), formula: `MAX(0,${earnedFormula}-${spentFormula})` }],
    ['own', { value: Math.max(0, spent - earned), formula: `MAX(0,${spentFormula}-${earnedFormula})` }],
  ])
  const total = Math.max(spent, earned)
  const heading = (label: string): ReportRow => ({
    role: 'group',
    cells: [text(label), null, null, null, null, null],
  })
  const line = (key: LineKey, row: number): ReportRow => {
    const filled = balanced.get(key)
    return {
      role: 'data',
      cells: [
        ident(key === 'own' ? null : key.slice(0, 3).replace('-', '')),
        text(CERFA.lines[key]),
        null,
        filled === undefined ? null : eurosOf(filled.value, filled.formula),
        ...shareCells(row),
      ],
    }
  }
  const sumRow = (label: string, from: number, to: number, row: number, last: CellValue): ReportRow => ({
    role: last === null ? 'subtotal' : 'total',
    cells: [
      text(label),
      null,
      eurosOf(0, range('C', from, to)),
      eurosOf(total, range(ACTUAL, from, to)),
      shareCells(row)[0] ?? null,
      last,
    ],
  })
  return {
    rows: [
      heading(name),
      heading(CERFA.charges),
      ...CHARGES.map((key, i) => line(key, at.charges + i)),
      sumRow(CERFA.totalCharges, at.charges, at.excess, at.totalCharges, null),
      heading(CERFA.products),
      ...PRODUCTS.map((key, i) => line(key, at.products + i)),
      sumRow(
        CERFA.totalProducts,
        at.products,
        at.own,
        at.totalProducts,
        check(true, `ROUND(${ACTUAL}${at.totalCharges}-${ACTUAL}${at.totalProducts},2)=0`),
      ),
    ],
    charges: { value: total, cell: `$${ACTUAL}$${at.totalCharges}` },
    products: { value: total, cell: `$${ACTUAL}$${at.totalProducts}` },
  }
}

/** Nothing planned yet: the percentage waits for it. */
function shareCells(row: number): CellValue[] {
  return [share(0, `IF(C${row}=0,0,${ACTUAL}${row}/C${row})`), null]
}

function sumOf(filled: ReadonlyMap<LineKey, Filled>): number {
  let total = 0
  for (const { value } of filled.values()) total += value
  return total
}
