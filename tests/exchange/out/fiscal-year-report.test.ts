/** The fiscal-year file of the demo facts. Every expected amount was worked out by hand from the agreements and the pay. */
import { describe, expect, test } from 'vitest'
import { fiscalYearReport } from '../../../electron/exchange/out/models/fiscal-year/fiscal-year-report.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { recalculate } from './support/formulas.ts'
import { DEMO, demoInput, rowsBy, sheetNamed } from './support/input.ts'
import { formulaCounts, readBack, xlsxBytes } from './support/workbook.ts'

const report = fiscalYearReport(demoInput({ kind: 'fiscal-year', fiscalYear: 2026 }))

describe('Dossier comptable of the demo file, exercice 2026', () => {
  test('has the sheets an accountant asks for, and says its period and projection', () => {
    expect(report.sheets.map((s) => s.name)).toEqual([
      'Synthèse',
      'Conventions',
      'Postes',
      'Tranches',
      'Versements',
      'Produits par exercice',
      'Contrats',
      'Coût salarial',
      'Compte rendu financier',
      'Contrôles',
      'Notice',
    ])
    expect(report.title).toBe('Dossier comptable, exercice 2026')
    expect(report.fileStem).toBe('dossier-comptable-toutes-les-structures-2026')
    expect(sheetNamed(report, 'Produits par exercice').subtitle).toContain('projetée au 31/12/2026')
  })

  test('totals of the income sheet are those of the mock-up', () => {
    const income = sheetNamed(report, 'Produits par exercice')
    expect(rowsBy(income, 'subtotal')).toMatchObject([
      {
        post: 'Sous-total RPN',
        notified: 254_000_00,
        prior: 165_500_00,
        months: 54_00,
        income: 53_333_33,
        unearned: 13_500_01,
        deferred: 21_666_66,
        receivedInYear: 20_000_00,
        received: 210_000_00,
        outstanding: 44_000_00,
      },
      {
        post: 'Sous-total Valombre',
        notified: 142_500_00,
        prior: 70_208_33,
        months: 36_00,
        income: 42_916_67,
        unearned: 3_333_33,
        deferred: 26_041_67,
        receivedInYear: 12_500_00,
        received: 105_000_00,
        outstanding: 37_500_00,
      },
    ])
    expect(rowsBy(income, 'total')[0]).toMatchObject({
      notified: 396_500_00,
      prior: 235_708_33,
      income: 96_250_00,
      unearned: 16_833_34,
      deferred: 47_708_33,
      receivedInYear: 32_500_00,
      received: 315_000_00,
      outstanding: 81_500_00,
    })
    expect(rowsBy(income, 'data').find((r) => r.post === '3311')).toMatchObject({
      accounts: '74718, 441, 487',
    })
  })

  test('payroll cost: 54 months of 2 100 € at 42 %, 12 of 2 180 € and 24 of 2 100 € at 38 %', () => {
    const cost = sheetNamed(report, 'Coût salarial')
    const [rpn, valombre] = rowsBy(cost, 'subtotal')
    // 2101 12, 2102 12, 2103 2 + 7, 2104 7, 2105 12, 2106 2 months.
    expect(rpn).toMatchObject({
      gross: 113_400_00,
      charges: 47_628_00,
      taxes: 0,
      total: 161_028_00,
      aid: 53_333_33,
    })
    expect(valombre).toMatchObject({
      gross: 76_560_00,
      charges: 29_092_80,
      total: 105_652_80,
      aid: 42_916_67,
    })
    expect(rpn?.share).toBe(161_028_00 - 53_333_33)
    expect(rowsBy(cost, 'data')).toHaveLength(54 + 36)
    expect(rowsBy(cost, 'data').every((r) => r.origin === 'estimé')).toBe(true)
  })

  test('the financial report balances: staff 161 028, State 53 333,33, own resources the rest', () => {
    const rows = rowsBy(sheetNamed(report, 'Compte rendu financier'), 'data')
    const line = (account: string) => rows.find((r) => r.account === account)
    expect(line('641')).toMatchObject({ actual: 113_400_00, planned: null })
    expect(line('645')).toMatchObject({ actual: 47_628_00 })
    expect(line('74')).toMatchObject({ label: 'Subventions\u00a0: État', actual: 53_333_33 })
    expect(line('689')).toMatchObject({ actual: 0 })
    expect(rows.find((r) => r.account === null)).toMatchObject({ actual: 107_694_67 })
    expect(rowsBy(sheetNamed(report, 'Compte rendu financier'), 'total')[0]).toMatchObject({
      actual: 161_028_00,
      check: true,
    })
    // The town is a public body: its accounts are not asked for in this form.
    expect(rows.filter((r) => r.account === '641')).toHaveLength(1)
  })

  test('says the thresholds and the day of the financial report', () => {
    expect(rowsBy(sheetNamed(report, 'Synthèse'), 'data')).toMatchObject([
      { publicGrants: 20_000_00, auditor: 'sous le seuil', reportDue: '2027-06-30', cost: 161_028_00 },
      { publicGrants: 12_500_00, auditor: 'sans objet', reportDue: null, cost: 105_652_80 },
    ])
  })

  test('passes its 21 checks, and every cached value is what a spreadsheet recalculates', async () => {
    expect(rowsBy(sheetNamed(report, 'Contrôles'), 'data').filter((c) => c.result !== true)).toEqual([])
    expect(report.checks).toEqual({ passed: 21, total: 21 })
    const bytes = await xlsxBytes(report)
    const { formulas, differences } = recalculate(await readBack(bytes))
    expect(differences).toEqual([])
    expect(formulaCounts(bytes)).toEqual({ formulas, withValue: formulas })
  })
})

describe('other years and structures', () => {
  test('the year before closes on what this one opens with', () => {
    const before = fiscalYearReport(demoInput({ kind: 'fiscal-year', fiscalYear: 2025 }))
    const closing = rowsBy(sheetNamed(before, 'Produits par exercice'), 'total')[0]?.deferred
    expect(rowsBy(sheetNamed(report, 'Produits par exercice'), 'total')[0]?.opening).toBe(closing)
    expect(before.checks.passed).toBe(before.checks.total)
    expect(before.day).toBe('2025-12-31')
  })

  test('an association whose year starts in September reports from September to August', () => {
    const f = new FactsBuilder()
    const employer = f.employer({ name: 'Les Fils du Réseau', fiscalYearStart: '09-01', chargesRate: 4000 })
    const post = f.position(employer, { stateId: '77' })
    const agreement = f.agreement(employer, '2025-03-01', '2028-02-29', { reference: 'C-77' })
    f.grants(agreement, post, [12_000, 12_000, 12_000])
    f.contract(post, '2025-03-01', null, { monthlyGrossCents: 200_000 as never })
    const one = fiscalYearReport(demoInput({ kind: 'fiscal-year', facts: f.facts(), fiscalYear: 2025 }))
    expect(one.title).toBe('Dossier comptable, exercice 2025-2026')
    expect(rowsBy(sheetNamed(one, 'Produits par exercice'), 'total')[0]).toMatchObject({
      prior: 6_000_00,
      income: 12_000_00,
      deferred: 18_000_00,
    })
    expect(rowsBy(sheetNamed(one, 'Coût salarial'), 'total')[0]).toMatchObject({
      total: 12 * 2_800_00,
      aid: 12_000_00,
    })
    // No tranche is entered: nothing contradicts the agreement, and the file says the tranches are missing.
    expect(one.checks.passed).toBe(one.checks.total)
    expect(rowsBy(sheetNamed(one, 'Conventions'), 'data')[0]?.check).toBe('sans tranche')
  })

  test('aid above the cost is not income to keep: it is shown to carry forward or give back', () => {
    const f = new FactsBuilder()
    const employer = f.employer({ chargesRate: 0 })
    const post = f.position(employer, {})
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31', {})
    f.grants(agreement, post, [30_000])
    f.contract(post, '2026-01-01', null, { monthlyGrossCents: 200_000 as never })
    const one = fiscalYearReport(demoInput({ kind: 'fiscal-year', facts: f.facts(), fiscalYear: 2026 }))
    const rows = rowsBy(sheetNamed(one, 'Compte rendu financier'), 'data')
    expect(rows.find((r) => r.account === '689')?.actual).toBe(6_000_00)
    const failed = rowsBy(sheetNamed(one, 'Contrôles'), 'data').filter((c) => c.result !== true)
    expect(failed.map((c) => c.label)).toEqual(['Aide ≤ coût salarial'])
  })

  test('costs entered from the payslips replace the estimate and say so', () => {
    const contract = DEMO.facts.contracts[0]
    if (contract === undefined) throw new Error('no contract')
    const entered = {
      id: 9001,
      contractId: contract.id,
      month: '2026-02',
      grossCents: 2_200_00,
      chargesCents: 700_00,
      taxesCents: 50_00,
    }
    const facts = { ...DEMO.facts, monthlyCosts: [entered as never] }
    const one = fiscalYearReport(demoInput({ kind: 'fiscal-year', fiscalYear: 2026, facts }))
    const line = rowsBy(sheetNamed(one, 'Coût salarial'), 'data').find((r) => r.origin === 'saisi')
    expect(line).toMatchObject({ month: '2026-02-01', total: 2_950_00 })
    const rows = rowsBy(sheetNamed(one, 'Compte rendu financier'), 'data')
    expect(rows.find((r) => r.account === '63')?.actual).toBe(50_00)
  })

  test('a settled agreement leaves the file the year after', () => {
    const facts = {
      ...DEMO.facts,
      agreements: DEMO.facts.agreements.map((a) =>
        a.reference === '2024-A-0177' ? { ...a, settledOn: '2025-12-20' as never } : a,
      ),
    }
    const one = fiscalYearReport(demoInput({ kind: 'fiscal-year', fiscalYear: 2026, facts }))
    expect(JSON.stringify(sheetNamed(one, 'Conventions'))).not.toContain('2024-A-0177')
    expect(one.checks.passed).toBe(one.checks.total)
  })

  test('a post with one agreement that cannot be computed and another that can is left out of both sides', async () => {
    const of = (reference: string) => DEMO.facts.agreements.find((a) => a.reference === reference)
    const broken = of('2024-A-0118')
    if (broken === undefined) throw new Error('no agreement')
    const grants = DEMO.facts.grants.filter((grant) => grant.agreementId === broken.id)
    const facts = {
      ...DEMO.facts,
      agreements: [
        ...DEMO.facts.agreements.map((a) => (a === broken ? { ...a, endsOn: '9999-12-31' as never } : a)),
        { ...broken, id: 900, reference: 'Autre' },
      ],
      grants: [
        ...DEMO.facts.grants,
        ...grants.map((grant, i) => ({ ...grant, id: 9000 + i, agreementId: 900 })),
      ],
    }
    const one = fiscalYearReport(demoInput({ kind: 'fiscal-year', fiscalYear: 2026, facts }))
    expect(JSON.stringify(sheetNamed(one, 'Produits par exercice').rows)).toContain('Autre')
    expect(JSON.stringify(sheetNamed(one, 'Coût salarial').rows)).not.toContain('Itinérance Nord')
    expect(one.checks.total - one.checks.passed).toBe(1)
    const state = rowsBy(sheetNamed(one, 'Compte rendu financier'), 'data').filter((r) => r.account === '74')
    const alone = fiscalYearReport(
      demoInput({
        kind: 'fiscal-year',
        fiscalYear: 2026,
        facts: {
          ...facts,
          agreements: facts.agreements.filter((a) => a.id !== 900),
          grants: DEMO.facts.grants,
        },
      }),
    )
    const without = rowsBy(sheetNamed(alone, 'Compte rendu financier'), 'data').filter(
      (r) => r.account === '74',
    )
    expect(state).toEqual(without)
    expect(recalculate(await readBack(await xlsxBytes(one))).differences).toEqual([])
  })
})
