/**
 * A sheet of a report from typed columns and grouped rows: sub-totals per group and a total as live formulas, each with its
 * value. Addresses are given by row object and column key, so that no formula is written with a hand-counted line.
 */
import type { CellKind, CellValue, ReportColumn, ReportRow, ReportSheet } from '#shared/api/report.ts'
import { FIRST_ROW } from '#shared/api/report.ts'
import { cents } from '#shared/domain/money.ts'
import { EMPTY_TABLE, SUBTOTAL_OF, TOTAL } from '#shared/text/reports/report.ts'
import { NOT_COMPUTED } from '#shared/text/rules/uncomputed.ts'
import { columnLetters } from '../xlsx/columns.ts'
import { sheetReference } from '../xlsx/sheet-names.ts'

/** Addresses on the row being built: `at.ref('received')` → "H12". */
export interface At {
  readonly row: number
  ref(key: string): string
  /** The same column, one line up. */
  above(key: string): string
  /** The same column, on the first line of the table. */
  first(key: string): string
}

export interface TableColumn<R> {
  readonly key: string
  readonly title: string
  readonly kind: CellKind
  readonly width: number
  cell(row: R, at: At): CellValue
  /** Added up in sub-totals and in the total. */
  readonly sum?: boolean
  /** Left out of the sheet where no line fills it. No formula may name it. */
  readonly optional?: boolean
}

export interface TableGroup<R> {
  /** Name of the sub-total; null: no sub-total. */
  readonly label: string | null
  /** A line of its own above the group. */
  readonly heading?: string
  readonly rows: readonly R[]
}

export interface TableSpec<R> {
  readonly name: string
  readonly title: string
  readonly subtitle: string
  readonly columns: readonly TableColumn<R>[]
  readonly groups: readonly TableGroup<R>[]
  /** Key of a column, not the first, that every data line fills: it tells data from sub-totals in a formula. */
  readonly mark: string
  readonly frozenColumns?: number
  readonly orientation?: ReportSheet['orientation']
  readonly notes?: readonly string[]
  /** No total row: nothing on the sheet adds up. */
  readonly withoutTotal?: boolean
}

export interface Table<R> {
  readonly sheet: ReportSheet
  /** Address from another sheet: 'Tranches'!$H$12. The row must be one of the table's. */
  cell(row: R, key: string): string
  /** Sum of these lines: SUM('Tranches'!$H$12:$H$14). "0" where there is none; undefined where they are too scattered for one formula. */
  sumOf(rows: readonly R[], key: string): string | undefined
  /** Sum of every data line, whatever the filter shows and whatever sub-totals lie between. */
  total(key: string): string
  /** The same, over the lines whose other columns meet each a criterion such as "<>0". */
  totalWhere(key: string, criteria: Readonly<Record<string, string>>): string
  /** Value of `total`: cents or a count. */
  value(key: string): number
  /** Number of data lines of a check column that are wrong, as a formula and as a value. */
  wrong(key: string): { readonly formula: string; readonly value: number }
  readonly count: number
}

/** A formula holds 8 192 signs and a function 255 arguments. */
const MAX_PARTS = 100

export function buildTable<R extends object>(given: TableSpec<R>): Table<R> {
  const spec = { ...given, columns: given.columns.filter((column) => isKept(column, given.groups)) }
  const position = new Map(spec.columns.map((column, index) => [column.key, index]))
  const letters = (key: string): string => {
    const index = position.get(key)
    if (index === undefined) throw new Error(`sheet ${spec.name} has no column ${key}`)
    return columnLetters(index)
  }
  const rows: ReportRow[] = []
  const lineOf = new Map<R, number>()
  const groups = spec.groups.filter((group) => group.rows.length > 0)
  const totals = new Totals(spec.columns.map((column) => column.sum === true))
  const ranges: { readonly from: number; readonly to: number }[] = []
  for (const group of groups) {
    const sums = new Totals(totals.summed)
    if (group.heading !== undefined) rows.push(textRow(spec, 'group', group.heading))
    const from = FIRST_ROW + rows.length
    for (const row of group.rows) {
      const line = FIRST_ROW + rows.length
      lineOf.set(row, line)
      const at: At = {
        row: line,
        ref: (key) => `${letters(key)}${line}`,
        above: (key) => `${letters(key)}${line - 1}`,
        first: (key) => `$${letters(key)}$${FIRST_ROW}`,
      }
      const cells = spec.columns.map((column) => cellOf(column, row, at))
      sums.add(cells)
      totals.add(cells)
      rows.push({ role: 'data', cells })
    }
    const to = FIRST_ROW + rows.length - 1
    ranges.push({ from, to })
    if (group.label !== null && groups.length > 1)
      rows.push(sumRow(spec, 'subtotal', SUBTOTAL_OF(group.label), sums, from, to))
  }
  const lastLine = FIRST_ROW + rows.length - 1
  const empty = groups.length === 0
  if (empty) rows.push(textRow(spec, 'note', EMPTY_TABLE))
  else if (spec.withoutTotal !== true) rows.push(sumRow(spec, 'total', TOTAL, totals, FIRST_ROW, lastLine))
  for (const note of spec.notes ?? []) rows.push(textRow(spec, 'note', note))

  const sheetName = sheetReference(spec.name)
  const range = (key: string, from: number, to: number) =>
    `${sheetName}!$${letters(key)}$${from}${from === to ? '' : `:$${letters(key)}$${to}`}`
  const lineOrBug = (row: R): number => {
    const line = lineOf.get(row)
    if (line === undefined) throw new Error(`sheet ${spec.name} does not hold this row`)
    return line
  }
  const sumRanges = (key: string, parts: readonly { readonly from: number; readonly to: number }[]) =>
    parts.length === 0 ? '0' : `SUM(${parts.map((p) => range(key, p.from, p.to)).join(',')})`

  return {
    sheet: {
      name: spec.name,
      title: spec.title,
      subtitle: spec.subtitle,
      columns: spec.columns.map(({ key, title, kind, width }): ReportColumn => ({ key, title, kind, width })),
      rows,
      orientation: spec.orientation ?? 'landscape',
      filter: !empty && spec.orientation !== 'portrait',
      ...(spec.frozenColumns === undefined ? {} : { frozenColumns: spec.frozenColumns }),
    },
    cell: (row, key) => `${sheetName}!$${letters(key)}$${lineOrBug(row)}`,
    sumOf(wanted, key) {
      const parts = runs(wanted.map(lineOrBug))
      return parts.length > MAX_PARTS ? undefined : sumRanges(key, parts)
    },
    // A spreadsheet function takes 255 arguments: beyond, the lines are found by the sub-totals they are not.
    total: (key) =>
      groups.length < 2
        ? sumRanges(key, ranges)
        : `SUMIF(${range(spec.mark, FIRST_ROW, lastLine)},"<>",${range(key, FIRST_ROW, lastLine)})`,
    totalWhere: (key, criteria) => {
      if (empty) return '0'
      const conditions = Object.entries({ [spec.mark]: '<>', ...criteria }).map(
        ([condition, criterion]) => `${range(condition, FIRST_ROW, lastLine)},"${criterion}"`,
      )
      return `SUMIFS(${range(key, FIRST_ROW, lastLine)},${conditions.join(',')})`
    },
    value: (key) => totals.values[position.get(key) ?? -1] ?? 0,
    wrong: (key) => ({
      formula: empty ? '0' : `COUNTIF(${range(key, FIRST_ROW, lastLine)},"à vérifier")`,
      value: countWrong(rows, position.get(key) ?? -1),
    }),
    count: lineOf.size,
  }
}

/** A cell whose rule fails says so: it is no amount, and finish.ts counts its line in red. */
function cellOf<R>(column: TableColumn<R>, row: R, at: At): CellValue {
  try {
    return column.cell(row, at)
  } catch {
    return { kind: 'text', value: NOT_COMPUTED }
  }
}

function isKept<R>(column: TableColumn<R>, groups: readonly TableGroup<R>[]): boolean {
  if (column.optional !== true) return true
  const nowhere: At = { row: 0, ref: () => '', above: () => '', first: () => '' }
  return groups.some((group) => group.rows.some((row) => cellOf(column, row, nowhere) !== null))
}

class Totals {
  readonly values: number[]
  readonly summed: readonly boolean[]
  constructor(summed: readonly boolean[]) {
    this.summed = summed
    this.values = summed.map(() => 0)
  }
  add(cells: readonly CellValue[]): void {
    for (const [index, cell] of cells.entries()) {
      if (this.summed[index] !== true || cell === null) continue
      if (cell.kind === 'cents' || cell.kind === 'integer')
        this.values[index] = (this.values[index] ?? 0) + cell.value
    }
  }
}

function sumRow<R>(
  spec: TableSpec<R>,
  role: 'subtotal' | 'total',
  label: string,
  totals: Totals,
  from: number,
  to: number,
): ReportRow {
  const cells = spec.columns.map((column, index): CellValue => {
    if (index === 0) return { kind: 'text', value: label }
    if (column.sum !== true) return null
    const letters = columnLetters(index)
    const formula = `SUBTOTAL(9,${letters}${from}:${letters}${to})`
    const value = totals.values[index] ?? 0
    return column.kind === 'cents'
      ? { kind: 'cents', value: cents(value), formula }
      : { kind: 'integer', value, formula }
  })
  return { role, cells }
}

function textRow<R>(spec: TableSpec<R>, role: 'note' | 'group', text: string): ReportRow {
  return {
    role,
    cells: spec.columns.map((_, index) => (index === 0 ? { kind: 'text', value: text } : null)),
  }
}

/** Lines that follow one another become one range. */
function runs(lines: readonly number[]): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last !== undefined && last.to === line - 1) last.to = line
    else found.push({ from: line, to: line })
  }
  return found
}

function countWrong(rows: readonly ReportRow[], index: number): number {
  return rows.filter((row) => {
    const cell = row.cells[index]
    return row.role === 'data' && cell?.kind === 'check' && !cell.value
  }).length
}
