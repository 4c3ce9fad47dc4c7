/**
 * The sheet "Contrôles": each line compares two figures of the workbook, by live formulas and by the values Jalon computed.
 * A line is right where they are equal (or not above, for a ceiling), to the cent.
 */
import type { ReportSheet } from '#shared/api/report.ts'
import { cents } from '#shared/domain/money.ts'
import { CHECK_SHEET } from '#shared/text/reports/report.ts'
import { check, count, euros, text } from './cells.ts'
import { buildTable } from './table.ts'

export interface CheckLine {
  readonly label: string
  readonly explanation: string
  readonly unit: 'cents' | 'count'
  readonly value: number
  readonly valueFormula: string
  readonly expected: number
  readonly expectedFormula: string | null
  readonly kind: 'equal' | 'at-most'
}

export interface Checks {
  readonly sheet: ReportSheet
  readonly passed: number
  readonly total: number
}

function isRight(line: CheckLine): boolean {
  return line.kind === 'equal' ? line.value === line.expected : line.value <= line.expected
}

export function checksSheet(subtitle: string, lines: readonly CheckLine[]): Checks {
  const amount = (line: CheckLine, value: number, formula: string | null) =>
    line.unit === 'cents' ? euros(cents(value), formula ?? undefined) : count(value, formula ?? undefined)
  const table = buildTable<CheckLine>({
    name: CHECK_SHEET.name,
    title: CHECK_SHEET.title,
    subtitle,
    withoutTotal: true,
    mark: 'explanation',
    columns: [
      { key: 'label', title: CHECK_SHEET.label, kind: 'text', width: 44, cell: (l) => text(l.label) },
      {
        key: 'explanation',
        title: CHECK_SHEET.explanation,
        kind: 'text',
        width: 78,
        cell: (l) => text(l.explanation),
      },
      {
        key: 'value',
        title: CHECK_SHEET.value,
        kind: 'cents',
        width: 16,
        cell: (l) => amount(l, l.value, l.valueFormula),
      },
      {
        key: 'expected',
        title: CHECK_SHEET.expected,
        kind: 'cents',
        width: 16,
        cell: (l) => amount(l, l.expected, l.expectedFormula),
      },
      {
        key: 'gap',
        title: CHECK_SHEET.gap,
        kind: 'cents',
        width: 14,
        cell: (l, at) => amount(l, l.value - l.expected, `ROUND(${at.ref('value')}-${at.ref('expected')},2)`),
      },
      {
        key: 'result',
        title: CHECK_SHEET.result,
        kind: 'check',
        width: 12,
        cell: (l, at) => check(isRight(l), `${at.ref('gap')}${l.kind === 'equal' ? '=' : '<='}0`),
      },
    ],
    groups: [{ label: null, rows: lines }],
  })
  return { sheet: table.sheet, passed: lines.filter(isRight).length, total: lines.length }
}

export function equalCents(
  label: string,
  explanation: string,
  value: { readonly value: number; readonly formula: string },
  expected: { readonly value: number; readonly formula: string },
): CheckLine {
  return {
    label,
    explanation,
    unit: 'cents',
    kind: 'equal',
    value: value.value,
    valueFormula: value.formula,
    expected: expected.value,
    expectedFormula: expected.formula,
  }
}

/** Lines of another sheet that do not pass their own check: none expected. */
export function noneWrong(
  label: string,
  explanation: string,
  wrong: { readonly value: number; readonly formula: string },
): CheckLine {
  return {
    label,
    explanation,
    unit: 'count',
    kind: 'equal',
    value: wrong.value,
    valueFormula: wrong.formula,
    expected: 0,
    expectedFormula: null,
  }
}
