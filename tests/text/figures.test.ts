import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { calcRulesOf } from '#shared/rules/calc/calc-rules.ts'
import { runCalc } from '#shared/rules/calc/run.ts'
import { checkEntity } from '#shared/rules/checks/entity-checks.ts'
import { BUILT_IN_FIGURES } from '#shared/rules/figures/figures.ts'
import { FIGURE_LABEL_CODES, figureLabel, figureValueText } from '#shared/text/rules/figures.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import { FactsBuilder } from '../support/facts-builder.ts'

const figure = (code: string, value: number) => ({
  id: 0,
  code,
  validFrom: day('2027-01-01'),
  value,
  source: 'Accord de branche',
  confidence: 'secondary' as const,
})

describe('the list of legal figures', () => {
  it('names every figure, and only figures that exist', () => {
    const codes = new Set(BUILT_IN_FIGURES.all.map((f) => f.code))
    for (const code of codes) expect(figureLabel(code)).not.toBe(code)
    expect(FIGURE_LABEL_CODES.filter((code) => !codes.has(code))).toEqual([])
    expect(figureLabel('holiday.reunion.fixed.abolition')).toBe(
      'Jour férié, La Réunion\u00a0: abolition de l’esclavage',
    )
    expect(figureLabel('holiday.reunion.fixed.fete-locale')).toContain('fete locale')
  })

  it('writes every value as it is said', () => {
    const said = (code: string) => figureValueText(BUILT_IN_FIGURES.at(code, day('2026-11-23')))
    expect(said('cdd.max-months')).toBe('18 mois')
    expect(said('end-allowance.private.rate')).toBe('10\u00a0%')
    expect(said('minimum-wage.monthly')).toBe('1\u202f867,02\u00a0€')
    expect(said('holiday.national.fixed.christmas')).toBe('25 décembre')
    expect(said('holiday.national.easter.easter-monday')).toBe('Pâques + 1 jour')
    expect(said('holiday.alsace-moselle.easter.good-friday')).toBe('Pâques \u2212 2 jours')
    expect(said('notice.public.tier1-days')).toBe('8 jours')
    for (const f of BUILT_IN_FIGURES.all) expect(figureValueText(f)).not.toMatch(/NaN|undefined/)
    expect(figureValueText({ unit: 'month-day', value: 0 })).toBe('supprimé')
  })
})

describe('a figure the user enters', () => {
  const facts = new FactsBuilder().facts()

  it('is accepted where a rule can compute with it', () => {
    for (const [code, value] of [
      ['cdd.max-months', 24],
      ['holiday.national.easter.good-friday', -2],
      ['holiday.mayotte.fixed.new', 815],
    ] as const)
      expect(checkEntity('ruleFigure', figure(code, value), facts)).toEqual([])
  })

  it('is refused in words where none could, rather than passed over', () => {
    for (const [code, value, expected] of [
      ['cdd.maximum', 24, 'figure.unknown-code'],
      ['waiting.long-divisor', 0, 'figure.impossible-value'],
      ['holiday.mayotte.fixed.new', 1331, 'figure.impossible-value'],
    ] as const) {
      const found = checkEntity('ruleFigure', figure(code, value), facts)
      expect(found).toMatchObject([{ severity: 'refused', code: expected }])
      expect(found[0] === undefined ? '' : findingSentence(found[0])).not.toContain('undefined')
    }
  })

  it('is used by the calculators of the dossier, and by no other', () => {
    const own = { ...facts, ruleFigures: [{ ...figure('vacancy.months', 9), id: 1 }] }
    const input = { lastDayOccupied: '2027-03-31' }
    expect(runCalc('vacancy-limit', input, calcRulesOf(own))).toMatchObject({
      output: { limitOn: '2027-12-31', months: 9 },
    })
    expect(runCalc('vacancy-limit', input)).toMatchObject({ output: { limitOn: '2027-09-30', months: 6 } })
    expect(calcRulesOf(own)).toBe(calcRulesOf(own))
  })
})
