import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReportRow, ReportSheet } from '#shared/api/report.ts'
import { cents } from '#shared/domain/money.ts'
import { layoutSheet, MARGIN, rowHeight, rowLines } from '../../../electron/exchange/out/pdf/layout.ts'
import { createMeasure } from '../../../electron/exchange/out/pdf/measure.ts'
import { writePdf } from '../../../electron/exchange/out/pdf/write-pdf.ts'
import { sampleReport } from './support/sample-report.ts'
import { inFolder } from './support/workbook.ts'

const measure = createMeasure(() => 500)

async function pdf(): Promise<Buffer> {
  return inFolder(async (folder) => {
    const path = join(folder, 'a.pdf')
    await writePdf(sampleReport(), path)
    return readFile(path)
  })
}

function sheetOf(rows: readonly ReportRow[], columns = 13): ReportSheet {
  return {
    name: 'S',
    title: 'Titre',
    subtitle: 'Sous-titre',
    orientation: 'landscape',
    columns: Array.from({ length: columns }, (_, i) => ({
      key: `c${i}`,
      title: `Colonne ${i}`,
      kind: i === 0 ? ('text' as const) : ('cents' as const),
      width: 14,
    })),
    rows,
  }
}

describe('the printed report', () => {
  test('is one A4 page per sheet here, in French, with its title in its properties', async () => {
    const text = (await pdf()).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect(text).toContain('/MediaBox [0 0 841.89 595.28]')
    expect(text).toContain('/MediaBox [0 0 595.28 841.89]')
    expect(text).toContain('/Lang (fr-FR)')
  })

  test('gives the same bytes for the same report', async () => {
    expect(Buffer.compare(await pdf(), await pdf())).toBe(0)
  })
})

describe('the layout of a page', () => {
  const amounts = (n: number): ReportRow => ({
    role: 'data',
    cells: [
      { kind: 'text', value: 'Ville de Valombre, service de la médiation numérique' },
      ...Array.from({ length: 12 }, () => ({ kind: 'cents' as const, value: cents(n) })),
    ],
  })

  test('never breaks or cuts an amount: the type gets smaller instead', () => {
    const layout = layoutSheet(sheetOf([amounts(123_456_789_00)]), measure)
    expect(layout.size).toBeLessThan(8.5)
    const lines = rowLines(layout, amounts(123_456_789_00), measure)
    for (const [index, cell] of lines.slice(1).entries()) {
      expect(cell).toEqual(['123\u202f456\u202f789,00'])
      const room = layout.columns[index + 1]?.width ?? 0
      expect(measure.width(cell[0] ?? '', 'regular', layout.size)).toBeLessThanOrEqual(room)
    }
    const last = layout.columns.at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(841.89 - MARGIN.right + 0.01)
  })

  test('wraps words and makes the row taller', () => {
    const layout = layoutSheet(sheetOf([amounts(1)]), measure)
    const lines = rowLines(layout, amounts(1), measure)
    expect(lines[0]?.length).toBeGreaterThan(1)
    expect(rowHeight(layout, lines)).toBeGreaterThan(2 * layout.lineHeight)
  })

  test('starts a new page where a row would not fit, and loses no row', () => {
    const rows = Array.from({ length: 500 }, (_, n) => amounts(n))
    const layout = layoutSheet(sheetOf(rows), measure)
    expect(layout.pageStarts.length).toBeGreaterThan(5)
    expect(layout.pageStarts[0]).toBe(0)
    for (const [page, start] of layout.pageStarts.entries()) {
      const end = layout.pageStarts[page + 1] ?? rows.length
      const height = rows
        .slice(start, end)
        .reduce((sum, row) => sum + rowHeight(layout, rowLines(layout, row, measure)), 0)
      expect(layout.headTop + layout.headerHeight + height).toBeLessThanOrEqual(595.28 - MARGIN.bottom)
    }
  })
})
