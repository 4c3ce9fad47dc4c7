import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { aidReport } from '../../../electron/exchange/out/models/aid/aid-report.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { recalculate } from './support/formulas.ts'
import { DEMO, demoInput, rowsBy, sheetNamed } from './support/input.ts'
import { formulaCounts, readBack, xlsxBytes } from './support/workbook.ts'

const report = aidReport(demoInput())

describe('État des aides of the demo file on 23/11/2026', () => {
  test('has its sheets in the order of an accountant', () => {
    expect(report.sheets.map((s) => s.name)).toEqual([
      'Synthèse',
      'Conventions',
      'Postes',
      'Tranches',
      'Versements',
      'Contrôles',
      'Notice',
    ])
    expect(report.scope).toBe('9\u00a0postes, 2\u00a0structures, 9\u00a0conventions')
    expect(report.fileStem).toBe('etat-des-aides-toutes-les-structures-2026-11-23')
  })

  test('totals 396 500 notified = 315 000 received + 81 500 outstanding, of which 49 000 late', () => {
    const [total] = rowsBy(sheetNamed(report, 'Conventions'), 'total')
    expect(total).toMatchObject({
      notified: 396_500_00,
      received: 315_000_00,
      cancelled: 0,
      outstanding: 81_500_00,
      late: 49_000_00,
      claimable: 10_000_00,
    })
    expect(rowsBy(sheetNamed(report, 'Synthèse'), 'total')[0]).toMatchObject({
      positions: 9,
      occupied: 7,
      vacant: 1,
      returned: 1,
      notified: 396_500_00,
      received: 315_000_00,
      unallocated: 0,
    })
  })

  test('sub-totals each structure', () => {
    expect(rowsBy(sheetNamed(report, 'Conventions'), 'subtotal')).toMatchObject([
      { employer: 'Sous-total RPN', notified: 254_000_00, received: 210_000_00, outstanding: 44_000_00 },
      { employer: 'Sous-total Valombre', notified: 142_500_00, received: 105_000_00, outstanding: 37_500_00 },
    ])
  })

  test('has one line per tranche and one per payment', () => {
    const tranches = rowsBy(sheetNamed(report, 'Tranches'), 'data')
    expect(tranches).toHaveLength(26)
    const payments = rowsBy(sheetNamed(report, 'Versements'), 'data')
    expect(payments).toHaveLength(DEMO.facts.payments.length)
    expect(tranches.find((t) => t.stateId === '2101' && t.received === 6_000_00)).toMatchObject({
      amount: 10_000_00,
      outstanding: 4_000_00,
      dueOn: '2026-03-31',
      lastReceivedOn: '2026-06-18',
      daysLate: 237,
      state: 'Reçue en partie',
    })
    expect(payments.find((p) => p.paid === 6_000_00)?.covers).toBe('2101 Tranche 3\u00a0: 6\u202f000,00')
  })

  test('gives each year of each post: base and bonus together', () => {
    const posts = rowsBy(sheetNamed(report, 'Postes'), 'data')
    expect(posts.find((p) => p.stateId === '3310')).toMatchObject({
      year1: 20_000_00,
      year2: 17_500_00,
      year3: 12_500_00,
      bonus: 7_500_00,
      notified: 50_000_00,
      holder: 'Lucie Charvin',
    })
    expect(posts.find((p) => p.stateId === '2106')).toMatchObject({ year3: null, notified: 34_000_00 })
  })

  test('passes all its checks', () => {
    const checks = rowsBy(sheetNamed(report, 'Contrôles'), 'data')
    expect(checks.filter((c) => c.result !== true)).toEqual([])
    expect(report.checks).toEqual({ passed: checks.length, total: checks.length })
    expect(checks.length).toBeGreaterThanOrEqual(11)
  })

  test('every cached value is what the formula gives when a spreadsheet recalculates it', async () => {
    const bytes = await xlsxBytes(report)
    const { formulas, differences } = recalculate(await readBack(bytes))
    expect(differences).toEqual([])
    expect(formulas).toBeGreaterThan(150)
    expect(formulaCounts(bytes)).toEqual({ formulas, withValue: formulas })
  })
})

describe('État des aides, other scopes', () => {
  test('of one structure has no sub-total and names it', () => {
    const one = aidReport(demoInput({ employerId: DEMO.ids.valombre ?? null }))
    expect(one.fileStem).toBe('etat-des-aides-valombre-2026-11-23')
    expect(rowsBy(sheetNamed(one, 'Tranches'), 'subtotal')).toEqual([])
    expect(rowsBy(sheetNamed(one, 'Tranches'), 'total')[0]).toMatchObject({ amount: 142_500_00 })
    expect(sheetNamed(one, 'Conventions').subtitle).toContain('Ville de Valombre')
  })

  test('of one convention holds only its lines', () => {
    const one = aidReport(demoInput({ agreementId: DEMO.ids['agreement-2101'] ?? null }))
    expect(one.fileStem).toBe('etat-des-aides-2024-a-0118-2026-11-23')
    expect(rowsBy(sheetNamed(one, 'Tranches'), 'data')).toHaveLength(3)
    expect(rowsBy(sheetNamed(one, 'Versements'), 'data')).toHaveLength(3)
    expect(one.checks.passed).toBe(one.checks.total)
  })

  test('at a past day counts the payments up to that day', () => {
    const past = aidReport(demoInput({ at: day('2025-12-31') }))
    expect(rowsBy(sheetNamed(past, 'Versements'), 'total')[0]).toMatchObject({ paid: 282_500_00 })
    expect(past.checks.passed).toBe(past.checks.total)
    expect(past.fileStem).toBe('etat-des-aides-toutes-les-structures-2025-12-31')
  })

  test('without names says so and holds none', () => {
    const quiet = aidReport(demoInput({ names: false }))
    expect(JSON.stringify(quiet.sheets)).not.toContain('Charvin')
    expect(JSON.stringify(sheetNamed(quiet, 'Notice'))).toContain('ne contient pas les noms')
  })

  test('of an empty dossier is a whole file that says there is nothing', async () => {
    const nothing = aidReport(demoInput({ facts: new FactsBuilder().facts() }))
    expect(nothing.checks.passed).toBe(nothing.checks.total)
    const workbook = await readBack(await xlsxBytes(nothing))
    expect(workbook.getWorksheet('Tranches')?.getCell('A4').value).toBe('Rien à montrer pour ce périmètre.')
    expect(recalculate(workbook).differences).toEqual([])
  })
})
