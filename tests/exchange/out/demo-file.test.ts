/** The demonstration file itself, as anyone makes it: the income sheet of the mock-ups, from the command's own facts. */
import { expect, test } from 'vitest'
import { reportDefinitions } from '../../../electron/exchange/out/registry.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { demoInput, rowsBy, sheetNamed } from './support/input.ts'

const facts = generateDemo()

test.each(reportDefinitions.map((d) => [d.kind, d] as const))(
  '%s of the demonstration file: every check is right',
  (_, d) => {
    const agreementId = d.needsAgreement === true ? (facts.agreements[0]?.id ?? null) : null
    const report = d.build(demoInput({ kind: d.kind, facts, agreementId }))
    expect(report.checks.passed).toBe(report.checks.total)
  },
)

test('its fiscal year 2026 totals what the mock-ups show', () => {
  const report = reportDefinitions
    .find((d) => d.kind === 'fiscal-year')
    ?.build(demoInput({ facts, fiscalYear: 2026 }))
  if (report === undefined) throw new Error('no report')
  expect(rowsBy(sheetNamed(report, 'Produits par exercice'), 'total')[0]).toMatchObject({
    notified: 396_500_00,
    prior: 235_708_33,
    income: 96_250_00,
    unearned: 16_833_34,
    deferred: 47_708_33,
    receivedInYear: 32_500_00,
    received: 315_000_00,
    outstanding: 81_500_00,
  })
})

test('its national size passes its checks too', () => {
  const many = generateDemo({ positions: 120, seed: 7 })
  for (const d of reportDefinitions.filter((r) => r.needsAgreement !== true)) {
    const report = d.build(demoInput({ kind: d.kind, facts: many }))
    const wrong = rowsBy(
      report.sheets.find((s) => s.name === 'Contrôles') ?? sheetNamed(report, 'Notice'),
      'data',
    ).filter((row) => row.result === false)
    expect(wrong).toEqual([])
  }
})
