import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import type { CellValue } from '#shared/api/report.ts'
import { day } from '#shared/domain/day.ts'
import { safeSheetNames } from '../../../electron/exchange/out/xlsx/sheet-names.ts'
import { writeXlsx } from '../../../electron/exchange/out/xlsx/write-xlsx.ts'
import { sampleReport } from './support/sample-report.ts'
import { inFolder, part, readBack, sheetOf, xlsxBytes } from './support/workbook.ts'

describe('the workbook', () => {
  test('keeps identifiers as text, with their leading zeros', async () => {
    const sheet = sheetOf(await readBack(await xlsxBytes(sampleReport())), 'Tranches')
    expect(sheet.getCell('A4').value).toBe('0042')
    expect(sheet.getCell('A4').numFmt).toBe('@')
    expect(sheet.getCell('A5').value).toBe('10000000000042')
  })

  test('writes days as real dates that no summer time can shift', async () => {
    const bytes = await xlsxBytes(sampleReport())
    const sheet = sheetOf(await readBack(bytes), 'Tranches')
    expect(sheet.getCell('C4').value).toEqual(new Date('2026-03-29T00:00:00Z'))
    expect(sheet.getCell('C4').numFmt).toBe('dd/mm/yyyy')
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<v>46110</v>')
  })

  test('writes out a day that no spreadsheet counts: before March 1900 each has its own number for it', async () => {
    const [tranches, notice] = sampleReport().sheets
    if (tranches === undefined || notice === undefined) throw new Error('no sheet')
    const on = (text: string): CellValue => ({ kind: 'day', value: day(text) })
    const days = ['0001-01-01', '1900-02-28', '1900-03-01', '9999-12-31']
    const rows = days.map((text) => ({ role: 'data' as const, cells: [null, null, on(text)] }))
    const bytes = await xlsxBytes({ ...sampleReport(), sheets: [{ ...tranches, rows }, notice] })
    const sheet = sheetOf(await readBack(bytes), 'Tranches')
    expect(sheet.getCell('C4').value).toBe('01/01/0001')
    expect(sheet.getCell('C5').value).toBe('28/02/1900')
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/r="C6"[^>]*><v>61<.*r="C7"[^>]*><v>2958465</)
  })

  test('writes amounts to the cent, sub-totals and totals as formulas with their value', async () => {
    const sheet = sheetOf(await readBack(await xlsxBytes(sampleReport())), 'Tranches')
    expect(sheet.getCell('D4').value).toBe(12_345.67)
    expect(sheet.getCell('D4').numFmt).toBe('#,##0.00')
    expect(sheet.getCell('D6').value).toMatchObject({ formula: 'SUBTOTAL(9,D4:D5)', result: 12_345.77 })
    expect(sheet.getCell('D7').value).toMatchObject({ formula: 'SUBTOTAL(9,D4:D6)', result: 12_345.77 })
    expect(sheet.getCell('G4').value).toMatchObject({
      formula: 'IF(D4>0,"juste","à vérifier")',
      result: 'juste',
    })
  })

  test('keeps the value of a formula that is worth zero', async () => {
    const xml = part(await xlsxBytes(sampleReport()), 'xl/worksheets/sheet1.xml')
    expect(xml).toMatch(/<c r="E6"[^>]*><f>SUBTOTAL\(9,E4:E5\)\*0<\/f><v>0<\/v><\/c>/)
  })

  test.each(['=1+1', '+33 1 02', '-5', '@SUM(A1)', '  =HYPERLINK("x")', '\t=1'])(
    'never lets %j become a formula, even when the cell is edited',
    async (text) => {
      const bytes = await xlsxBytes(sampleReport([text]))
      const sheet = sheetOf(await readBack(bytes), 'Tranches')
      expect(sheet.getCell('B4').value).toBe(text)
      expect(sheet.getCell('B4').numFmt).toBe('@')
      expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="B4"[^>]*t="s"/)
    },
  )

  test('survives signs that XML refuses, escapes of Excel and texts longer than a cell', async () => {
    const bytes = await xlsxBytes(sampleReport(['a\u0000b\u001f & <c> _x0041_', 'x'.repeat(40_000)]))
    const sheet = sheetOf(await readBack(bytes), 'Tranches')
    expect(sheet.getCell('B4').value).toBe('ab & <c> _x0041_')
    expect(part(bytes, 'xl/sharedStrings.xml')).toContain('&lt;c&gt; _x005F_x0041_<')
    expect(String(sheet.getCell('B5').value)).toHaveLength(32_767)
  })

  test('freezes the header, filters the data, repeats the titles and prints on A4 landscape, one page wide', async () => {
    const bytes = await xlsxBytes(sampleReport())
    const workbook = await readBack(bytes)
    const sheet = sheetOf(workbook, 'Tranches')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 3 })
    expect(sheet.autoFilter).toBe('A3:G6')
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(part(bytes, 'xl/workbook.xml')).toContain('&apos;Tranches&apos;!$1:$3')
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('mergeCell')
    expect(sheetOf(workbook, 'Notice').autoFilter ?? null).toBeNull()
  })

  test('a long subtitle goes to the next line on an upright page, which keeps the width of its table', async () => {
    const [tranches, notice] = sampleReport().sheets
    if (tranches === undefined || notice === undefined) throw new Error('no sheet')
    const subtitle = 'Un objet ne peut pas être calculé. '.repeat(8)
    const bytes = await xlsxBytes({ ...sampleReport(), sheets: [tranches, { ...notice, subtitle }] })
    const sheet = sheetOf(await readBack(bytes), 'Notice')
    expect(sheet.getCell('B2').isMerged && sheet.getCell('B2').master.address).toBe('A2')
    expect(sheet.getCell('A2').value).toBe(subtitle)
    expect(sheet.getCell('A2').alignment.wrapText).toBe(true)
    expect(sheet.getRow(2).height).toBeGreaterThan(40)
  })

  test('says who made it, what it is and its scope in its properties', async () => {
    const workbook = await readBack(await xlsxBytes(sampleReport()))
    expect(workbook.title).toBe('Essai, 2 lignes')
    expect(workbook.creator).toBe('Jalon')
    expect(workbook.description).toBe('2 postes, 1 structure')
    expect(workbook.created).toEqual(new Date('2026-11-23T00:00:00Z'))
  })

  test('gives the same bytes for the same report, at any hour', async () => {
    const at = async (hour: string) => {
      vi.setSystemTime(new Date(hour))
      return xlsxBytes(sampleReport())
    }
    vi.useFakeTimers({ toFake: ['Date'] })
    const first = await at('2026-11-23T09:30:00Z')
    const second = await at('2031-02-03T18:05:41Z').finally(() => vi.useRealTimers())
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Object.keys(unzipSync(first))).toContain('xl/workbook.xml')
  })

  test('leaves nothing behind when it is stopped', async () => {
    await inFolder(async (folder) => {
      const sheet = sampleReport().sheets[0]
      if (sheet === undefined) throw new Error('no sheet')
      const many = {
        ...sampleReport(),
        sheets: [
          {
            ...sheet,
            rows: Array.from({ length: 3000 }, () => sheet.rows[0] ?? { role: 'data' as const, cells: [] }),
          },
        ],
      }
      const stop = new AbortController()
      const seen: number[] = []
      const writing = writeXlsx(many, join(folder, 'a.xlsx'), {
        signal: stop.signal,
        onProgress: (done) => {
          seen.push(done)
          if (done >= 1000) stop.abort()
        },
      })
      await expect(writing).rejects.toThrow()
      expect(seen).toEqual([250, 500, 750, 1000])
      expect(await readdir(folder)).toEqual([])
    })
  })

  test('says that the folder is missing rather than hanging', async () => {
    await inFolder(async (folder) => {
      await expect(writeXlsx(sampleReport(), join(folder, 'none', 'a.xlsx'))).rejects.toMatchObject({
        code: 'ENOENT',
      })
      await writeFile(join(folder, 'kept'), 'x')
      expect(await readFile(join(folder, 'kept'), 'utf8')).toBe('x')
    })
  })
})

test('sheet names are the ones a spreadsheet accepts', () => {
  const names = safeSheetNames([
    'Produits par exercice 2026/2027 [brouillon]',
    "L'état : des aides ?",
    'Tranches',
    'TRANCHES',
    '',
    '\u0007',
  ])
  expect(names).toEqual([
    'Produits par exercice 2026 2027',
    'L état des aides',
    'Tranches',
    'TRANCHES (2)',
    'Feuille',
    'Feuille (2)',
  ])
})
