import { describe, expect, it } from 'vitest'
import type { ReportSheet } from '#shared/api/report.ts'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { cellText } from '#shared/text/reports/cell.ts'
import { columnLetter, shownRows } from '../../../renderer/features/reports/workbook-view.ts'

const SHEET: ReportSheet = {
  name: 'Tranches',
  title: 'Tranches',
  subtitle: 'au 23/11/2026',
  orientation: 'landscape',
  columns: [
    { key: 'post', title: 'Poste', kind: 'id', width: 8 },
    { key: 'due', title: 'Attendue le', kind: 'day', width: 12 },
    { key: 'amount', title: 'Montant', kind: 'cents', width: 12 },
    { key: 'check', title: 'Contrôle', kind: 'check', width: 10 },
  ],
  rows: [
    {
      role: 'data',
      cells: [
        { kind: 'id', value: '0213' },
        { kind: 'day', value: day('2026-08-31') },
        { kind: 'cents', value: cents(1_250_000) },
        { kind: 'check', value: true },
      ],
    },
    {
      role: 'total',
      cells: [
        { kind: 'text', value: 'Total' },
        null,
        { kind: 'cents', value: cents(1_250_000), formula: 'SUM(C4:C4)' },
        null,
      ],
    },
  ],
}

describe('a report seen as a workbook', () => {
  it('names its columns as a spreadsheet does', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })

  it('numbers its first row 4, after the title, the scope and the headers', () => {
    expect(shownRows(SHEET).map((row) => row.number)).toEqual([4, 5])
  })

  it('lets the words of a sheet of text go on to the next line, as its workbook does, and never those of totals', () => {
    expect(shownRows(SHEET).map((row) => row.wraps)).toEqual([false, false])
    expect(shownRows({ ...SHEET, orientation: 'portrait' }).map((row) => row.wraps)).toEqual([true, false])
  })

  it('keeps the zeros of an identifier and shows days and amounts in French', () => {
    expect(shownRows(SHEET)[0]?.cells.map((cell) => cell.text)).toEqual([
      '0213',
      '31/08/2026',
      '12\u202f500,00',
      'juste',
    ])
  })

  it('lets the word of a total run over the empty cells at its right, and keeps its formula', () => {
    const total = shownRows(SHEET)[1]
    expect(total?.cells.map((cell) => [cell.text, cell.span])).toEqual([
      ['Total', 2],
      ['12\u202f500,00', 1],
      ['', 1],
    ])
    expect(total?.cells[1]?.formula).toBe('SUM(C4:C4)')
  })

  it('shows a ratio in percent and a failed check in words', () => {
    expect(cellText({ kind: 'ratio', value: 0.7944 })).toBe('79,44\u00a0%')
    expect(cellText({ kind: 'check', value: false })).toBe('à vérifier')
    expect(cellText({ kind: 'ratio', value: -0.05 })).toBe('\u22125,00\u00a0%')
    expect(cellText({ kind: 'ratio', value: 0, formula: 'B4/B5' })).toBe('')
    expect(cellText(null)).toBe('')
  })
})
