import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import {
  type CsvDialect,
  csvSheet,
  FRENCH,
  STATE,
  writeCsv,
} from '../../../electron/exchange/out/csv/write-csv.ts'
import { reportFileName } from '../../../electron/exchange/out/write-report.ts'
import { sampleReport } from './support/sample-report.ts'
import { inFolder } from './support/workbook.ts'

async function csv(names: readonly string[], dialect: CsvDialect): Promise<string> {
  return inFolder(async (folder) => {
    const path = join(folder, 'a.csv')
    await writeCsv(csvSheet(sampleReport(names)), dialect, path)
    return readFile(path, 'utf8')
  })
}

describe('the French CSV', () => {
  test('opens by a double click in a French spreadsheet: BOM, semicolons, decimal comma, CRLF, JJ/MM/AAAA', async () => {
    expect(await csv(['Ville de Valombre', 'Réseau'], FRENCH)).toBe(
      [
        '\ufeffID poste;Structure employeuse;Attendue le;Montant;Mois;Part;Contrôle',
        '0042;Ville de Valombre;29/03/2026;12345,67;12;0,4217;juste',
        '10000000000042;Réseau;25/10/2026;0,10;12;0;juste',
        '',
      ].join('\r\n'),
    )
  })

  test('holds the data rows only, so that any tool reads it as a table', async () => {
    expect(await csv(['a', 'b'], FRENCH)).not.toContain('otal')
  })

  test('quotes separators, quotes and line breaks', async () => {
    const text = await csv(['a;b "c"\nd', ' e '], FRENCH)
    const rows = parse(text, { delimiter: ';', bom: true }) as string[][]
    expect(rows[1]?.[1]).toBe('a;b "c"\nd')
    expect(rows[2]?.[1]).toBe(' e ')
  })

  test.each(['=1+1', '+33', '-2', '@x', '\t=1', '\r=1', ' =1', '＝1'])(
    'neutralises %j, which a spreadsheet would run',
    async (name) => {
      const rows = parse(await csv([name, 'b'], FRENCH), { delimiter: ';', bom: true }) as string[][]
      expect(rows[1]?.[1]).toBe(`'${name}`)
    },
  )
})

test('the State’s CSV has its commas and whole euros, and a comma in a name does not shift the columns', async () => {
  const rows = parse(await csv(['Valombre, ville de', 'b'], STATE), { bom: true }) as string[][]
  expect(rows[1]).toEqual(['0042', 'Valombre, ville de', '29/03/2026', '12345.67', '12', '0.4217', 'juste'])
})

test('the name of the file says which table it holds', () => {
  expect(reportFileName(sampleReport(), 'xlsx')).toBe('essai-2026-11-23.xlsx')
  expect(reportFileName(sampleReport(), 'csv')).toBe('essai-2026-11-23-tranches.csv')
  expect(reportFileName(sampleReport(), 'csv-state', 'Notice')).toBe('essai-2026-11-23-notice-etat.csv')
})
