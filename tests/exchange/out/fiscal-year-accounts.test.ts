/** What the accountant entered by fiscal year, in the workbook: dedicated funds, planned amounts, aid allotted to the cent. */
import { describe, expect, test } from 'vitest'
import type { Report } from '#shared/api/report.ts'
import { cents } from '#shared/domain/money.ts'
import { fiscalYearReport } from '../../../electron/exchange/out/models/fiscal-year/fiscal-year-report.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { recalculate } from './support/formulas.ts'
import { demoInput, rowsBy, sheetNamed } from './support/input.ts'
import { formulaCounts, readBack, xlsxBytes } from './support/workbook.ts'

/** Two posts at 2 000 € a month without charges, an agreement of 30 000 € a post and year. */
function association() {
  const f = new FactsBuilder()
  const employer = f.employer({ name: 'Les Fils du Réseau', chargesRate: 0 })
  const agreement = f.agreement(employer, '2025-01-01', '2026-12-31', { reference: 'C-1' })
  for (const stateId of ['11', '12']) {
    const post = f.position(employer, { stateId })
    f.grants(agreement, post, [30_000, 30_000])
    f.contract(post, '2025-01-01', null, { monthlyGrossCents: cents(2_000_00) })
  }
  return { f, employer, agreement }
}

const yearOf = (f: FactsBuilder, fiscalYear: number, agreementId: number | null = null): Report =>
  fiscalYearReport(demoInput({ kind: 'fiscal-year', facts: f.facts(), fiscalYear, agreementId }))
const failed = (report: Report) =>
  rowsBy(sheetNamed(report, 'Contrôles'), 'data')
    .filter((c) => c.result !== true)
    .map((c) => c.label)
const accountOf = (report: Report, account: string | null) =>
  rowsBy(sheetNamed(report, 'Compte rendu financier'), 'data').find((r) => r.account === account)
async function recalculated(report: Report) {
  const bytes = await xlsxBytes(report)
  const { formulas, differences } = recalculate(await readBack(bytes))
  expect(formulaCounts(bytes)).toEqual({ formulas, withValue: formulas })
  return differences
}

describe('Dedicated funds', () => {
  test('have no sheet while none was entered', () => {
    const { f } = association()
    expect(yearOf(f, 2026).sheets.map((sheet) => sheet.name)).not.toContain('Fonds dédiés')
  })

  test('follow account 194 on a line for their agreement, and fill 68 and 78 of the financial report', async () => {
    const { f, agreement } = association()
    f.dedicatedFund({ agreementId: agreement, fiscalYear: 2025, carriedCents: cents(12_000_00) })
    f.dedicatedFund({
      agreementId: agreement,
      fiscalYear: 2026,
      carriedCents: cents(500_00),
      usedCents: cents(4_000_00),
    })
    const report = yearOf(f, 2026)
    expect(rowsBy(sheetNamed(report, 'Fonds dédiés'), 'data')).toMatchObject([
      {
        reference: 'C-1',
        opening: 12_000_00,
        carried: 500_00,
        used: 4_000_00,
        closing: 8_500_00,
        check: true,
      },
    ])
    expect(accountOf(report, '68')).toMatchObject({ actual: 500_00 })
    expect(accountOf(report, '78')).toMatchObject({ actual: 4_000_00 })
    // 48 000 of pay and 500 carried; 60 000 of State aid and 4 000 used: 15 500 beyond the cost.
    expect(accountOf(report, '689')).toMatchObject({ actual: 15_500_00 })
    expect(rowsBy(sheetNamed(report, 'Compte rendu financier'), 'total')[0]).toMatchObject({
      actual: 64_000_00,
      check: true,
    })
    expect(failed(report)).toEqual(['Aide ≤ coût salarial'])
    expect(await recalculated(report)).toEqual([])
  })

  test('used beyond what was carried are to be looked at, on their line and in the checks', async () => {
    const { f, agreement } = association()
    f.dedicatedFund({ agreementId: agreement, fiscalYear: 2026, usedCents: cents(1_00) })
    const report = yearOf(f, 2026)
    expect(rowsBy(sheetNamed(report, 'Fonds dédiés'), 'data')[0]).toMatchObject({ check: false })
    expect(failed(report)).toContain('Fonds dédiés\u00a0: aucun compte sous zéro à la clôture')
    expect(await recalculated(report)).toEqual([])
  })

  test('of an agreement without a post have their line too', async () => {
    const { f, employer } = association()
    const bare = f.agreement(employer, '2026-01-01', '2026-12-31', { reference: 'C-2' })
    f.dedicatedFund({ agreementId: bare, fiscalYear: 2026, carriedCents: cents(10_00) })
    const report = yearOf(f, 2026)
    expect(rowsBy(sheetNamed(report, 'Fonds dédiés'), 'data')).toMatchObject([
      { reference: 'C-2', carried: 10_00, closing: 10_00 },
    ])
    expect(accountOf(report, '68')).toMatchObject({ actual: 10_00 })
    expect(await recalculated(report)).toEqual([])
  })
})

describe('The planned column of the financial report', () => {
  function planned() {
    const made = association()
    const { f, employer, agreement } = made
    const plan = (account: '641' | '74-state' | '62', euros: number, agreementId: number | null = null) =>
      f.budgetLine({
        employerId: employer,
        agreementId,
        fiscalYear: 2026,
        account,
        amountCents: cents(euros * 100),
      })
    plan('641', 40_000)
    plan('641', 10_000, agreement)
    plan('74-state', 45_000, agreement)
    plan('62', 1_000)
    f.budgetLine({ employerId: employer, fiscalYear: 2025, account: '60', amountCents: cents(9_999_00) })
    return made
  }

  test('adds up the budget of the structure and of its agreements; own resources make its totals equal', async () => {
    const report = yearOf(planned().f, 2026)
    expect(accountOf(report, '641')).toMatchObject({ planned: 50_000_00, actual: 48_000_00, share: 0.96 })
    expect(accountOf(report, '74')).toMatchObject({ planned: 45_000_00, actual: 60_000_00 })
    expect(accountOf(report, '60')).toMatchObject({ planned: null, share: 0 })
    expect(accountOf(report, null)).toMatchObject({ planned: 6_000_00, actual: 0 })
    const sheet = sheetNamed(report, 'Compte rendu financier')
    expect(rowsBy(sheet, 'subtotal')[0]).toMatchObject({ planned: 51_000_00, actual: 60_000_00 })
    expect(rowsBy(sheet, 'total')[0]).toMatchObject({ planned: 51_000_00, actual: 60_000_00, check: true })
    expect(await recalculated(report)).toEqual([])
  })

  test('holds the budget of one agreement alone where the report is about it', () => {
    const { f, agreement } = planned()
    const report = yearOf(f, 2026, agreement)
    expect(accountOf(report, '641')).toMatchObject({ planned: 10_000_00 })
    expect(accountOf(report, '62')).toMatchObject({ planned: null })
  })
})

describe('The aid of the months', () => {
  test.each([2024, 2025, 2026, 2027])('is the income of %i to the cent, on every structure', (year) => {
    for (const seed of [3, 8]) {
      const facts = generateDemo({ positions: 80, seed })
      const report = fiscalYearReport(demoInput({ kind: 'fiscal-year', facts, fiscalYear: year }))
      expect([seed, failed(report).filter((label) => label !== 'Aide ≤ coût salarial')]).toEqual([seed, []])
    }
  })

  test('gives the cents left to the largest remainders: 10 000 € over twelve months', () => {
    const f = new FactsBuilder()
    const employer = f.employer({})
    const post = f.position(employer, {})
    const agreement = f.agreement(employer, '2026-01-01', '2026-12-31', {})
    f.grants(agreement, post, [10_000])
    f.contract(post, '2026-01-01', null, { monthlyGrossCents: cents(2_000_00) })
    const lines = rowsBy(sheetNamed(yearOf(f, 2026), 'Coût salarial'), 'data')
    expect(lines.reduce((sum, line) => sum + Number(line.aid), 0)).toBe(10_000_00)
    expect(new Set(lines.map((line) => line.aid))).toEqual(new Set([833_33, 833_34]))
  })
})
