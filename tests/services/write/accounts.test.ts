/** What the accountant types by fiscal year: one step each, nothing kept that was emptied, nothing written that is wrong. */
import { describe, expect, it } from 'vitest'
import { cents } from '#shared/domain/money.ts'
import { readBudget, readDedicatedFunds } from '../../../electron/services/read/accounts.ts'
import { saveBudget, saveDedicatedFunds } from '../../../electron/services/write/accounts.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { fillDossier } from '../../support/memory-dossier.ts'
import { codeOf } from '../../support/refusal-code.ts'
import { emptyDossier } from './given.ts'

function given() {
  const f = new FactsBuilder()
  const employer = f.employer({ name: 'Les Fils du Réseau', fiscalYearStart: '09-01' })
  const other = f.employer({ name: 'Valombre' })
  const post = f.position(employer, {})
  const agreement = f.agreement(employer, '2025-09-01', '2027-08-31', { reference: 'C-1' })
  f.grants(agreement, post, [30_000, 20_000])
  const context = emptyDossier()
  fillDossier(context.dossier, f.facts())
  return { context, employer, other, agreement, facts: () => context.dossier.readFacts() }
}
const year = (fiscalYear: number, carried: number, used: number, note: string | null = null) => ({
  fiscalYear,
  carriedCents: cents(carried * 100),
  usedCents: cents(used * 100),
  note,
})

describe('Dedicated funds of an agreement', () => {
  it('are written in one step, changed, emptied, and undone', () => {
    const { context, agreement, facts } = given()
    const save = (years: ReturnType<typeof year>[]) =>
      saveDedicatedFunds(context, { agreementId: agreement, years })
    save([year(2025, 6_000, 0, 'PV du 12/12'), year(2026, 0, 0)])
    expect(facts().dedicatedFunds).toMatchObject([{ fiscalYear: 2025, carriedCents: 6_000_00 }])
    expect(context.dossier.undoLabel).toBe('fonds dédiés : C-1')
    save([year(2025, 0, 0), year(2026, 0, 0)])
    expect(facts().dedicatedFunds).toEqual([])
    context.dossier.undo()
    expect(facts().dedicatedFunds).toMatchObject([{ fiscalYear: 2025, note: 'PV du 12/12' }])
    context.dossier.undo()
    expect(facts().dedicatedFunds).toEqual([])
  })

  it('leave no step where nothing changed', () => {
    const { context, agreement } = given()
    const years = [year(2025, 1, 0)]
    saveDedicatedFunds(context, { agreementId: agreement, years })
    const before = context.dossier.revision
    saveDedicatedFunds(context, { agreementId: agreement, years })
    expect(context.dossier.revision).toBe(before)
  })

  it('say where more was used than carried, and are kept as typed', () => {
    const { context, agreement, facts } = given()
    const years = [year(2026, 0, 2), year(2025, 1, 0)]
    const { warnings } = saveDedicatedFunds(context, { agreementId: agreement, years })
    expect(warnings).toMatchObject([
      { code: 'funds.below-zero', values: { fiscalYear: 2026, closingCents: -1_00 } },
    ])
    expect(facts().dedicatedFunds).toHaveLength(2)
  })

  it('are read year by year, in the calendar of the structure', () => {
    const { context, agreement } = given()
    saveDedicatedFunds(context, { agreementId: agreement, years: [year(2025, 6_000, 0)] })
    expect(readDedicatedFunds(context, { agreementId: agreement })).toMatchObject({
      reference: 'C-1',
      years: [
        { fiscalYear: 2025, from: '2025-09-01', to: '2026-08-31', closingCents: 6_000_00 },
        { fiscalYear: 2026, openingCents: 6_000_00 },
      ],
    })
    expect(readDedicatedFunds(context, { agreementId: 999 })).toBeNull()
  })

  it('are refused with the same year twice, or for an agreement that is gone', () => {
    const { context, agreement, facts } = given()
    const years = [year(2025, 1, 0), year(2025, 2, 0)]
    expect(codeOf(() => saveDedicatedFunds(context, { agreementId: agreement, years }))).toBe('row.twice')
    expect(codeOf(() => saveDedicatedFunds(context, { agreementId: 999, years: [] }))).toBe('row.gone')
    expect(facts().dedicatedFunds).toEqual([])
  })
})

describe('A budget', () => {
  const line = (account: '641' | '74-state', euros: number) => ({ account, amountCents: cents(euros * 100) })

  it('is that of the structure, or of one of its agreements, year by year', () => {
    const { context, employer, agreement } = given()
    const at = { employerId: employer, fiscalYear: 2025 }
    saveBudget(context, { ...at, agreementId: null, lines: [line('641', 40_000)] })
    saveBudget(context, {
      ...at,
      agreementId: agreement,
      lines: [line('641', 9_000), line('74-state', 9_000)],
    })
    expect(readBudget(context, { ...at, agreementId: null })).toMatchObject({
      lines: [{ account: '641', amountCents: 40_000_00 }],
      from: '2025-09-01',
      to: '2026-08-31',
      agreements: [{ id: agreement, reference: 'C-1', hasBudget: true }],
      years: [2025],
    })
    expect(readBudget(context, { ...at, agreementId: agreement })?.lines).toHaveLength(2)
    expect(readBudget(context, { ...at, agreementId: null, fiscalYear: 2026 })?.lines).toEqual([])
  })

  it('replaces the former one in one step', () => {
    const { context, employer, facts } = given()
    const at = { employerId: employer, agreementId: null, fiscalYear: 2026 }
    saveBudget(context, { ...at, lines: [line('641', 40_000), line('74-state', 1)] })
    saveBudget(context, { ...at, lines: [line('641', 41_000)] })
    expect(facts().budgetLines).toMatchObject([{ account: '641', amountCents: 41_000_00 }])
    expect(context.dossier.undoLabel).toBe('budget 2026 : Les Fils du Réseau')
    context.dossier.undo()
    expect(facts().budgetLines).toHaveLength(2)
  })

  it('is refused under an agreement of another structure', () => {
    const { context, other, agreement, facts } = given()
    expect(() =>
      saveBudget(context, {
        employerId: other,
        agreementId: agreement,
        fiscalYear: 2026,
        lines: [line('641', 1)],
      }),
    ).toThrow('autre structure')
    expect(facts().budgetLines).toEqual([])
  })
})
