import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { AidScale, AidScaleYear, RuleFigure } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { scalesWith } from '#shared/rules/aid/scales.ts'
import { vacancyLimit } from '#shared/rules/aid/vacancy-limit.ts'
import { BUILT_IN_RULES } from '#shared/rules/calc/calculator.ts'
import { runCalc } from '#shared/rules/calc/run.ts'
import { holidays } from '#shared/rules/calendar/holidays.ts'
import { isWorkingDay } from '#shared/rules/calendar/working-day.ts'
import { BUILT_IN_FIGURES, figuresWith, isPossibleValue, unitOf } from '#shared/rules/figures/figures.ts'
import { holidayCode } from '#shared/rules/figures/holiday-list.ts'
import { minimumWage } from '#shared/rules/law/minimum-wage.ts'
import { allTexts, basisOf } from '#shared/rules/texts.ts'
import { figureLabel } from '#shared/text/rules/figures.ts'

const figure = (code: string, validFrom: string, value: number): RuleFigure => ({
  id: 1,
  code,
  validFrom: day(validFrom),
  value,
  source: 'Saisi par la structure',
  confidence: 'to-check',
})

describe('legal figures', () => {
  it('all have a source, a possible value and a day', () => {
    for (const f of BUILT_IN_FIGURES.all) {
      expect(f.source).not.toBe('')
      expect(isPossibleValue(f.unit, f.value)).toBe(true)
      expect(f.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(f.builtIn).toBe(true)
    }
    expect(BUILT_IN_FIGURES.all.length).toBeGreaterThan(90)
  })

  it('a later wage added by the user is used from its day, the built-in ones stay beside it', () => {
    const figures = figuresWith([
      figure('minimum-wage.monthly', '2027-01-01', 190_000),
      figure('minimum-wage.hourly', '2027-01-01', 1253),
    ])
    expect(minimumWage(day('2027-01-01'), figures)).toMatchObject({
      monthlyCents: 190_000,
      hourlyCents: 1253,
      since: '2027-01-01',
    })
    expect(minimumWage(day('2026-12-31'), figures)).toMatchObject({
      monthlyCents: 186_702,
      since: '2026-06-01',
    })
    expect(figures.all.filter((f) => f.code === 'minimum-wage.monthly')).toHaveLength(12)
  })

  it('a correction on the same day wins, and the corrected value stays listed', () => {
    const figures = figuresWith([figure('vacancy.months', '2025-05-14', 4)])
    expect(vacancyLimit(day('2026-01-31'), figures)).toMatchObject({ limitOn: '2026-05-31', months: 4 })
    expect(vacancyLimit(day('2025-05-13'), figures).months).toBe(3)
    const listed = figures.all.filter((f) => f.code === 'vacancy.months' && f.validFrom === '2025-05-14')
    expect(listed.map((f) => [f.value, f.builtIn])).toEqual([
      [6, true],
      [4, false],
    ])
  })

  it('a holiday may be added to a zone, or taken away, from a day', () => {
    const figures = figuresWith([
      figure('holiday.reunion.fixed.fete-locale', '2027-03-10', 310),
      figure('holiday.national.easter.easter-monday', '2027-01-01', 999),
      figure('holiday.national.fixed.victory-1945', '2027-06-01', 0),
    ])
    expect(holidays(2027, 'reunion', figures).days).not.toContain('2027-03-29')
    expect(holidays(2027, 'reunion', figures).days).toContain('2027-03-10')
    expect(holidays(2026, 'reunion', figures).days).not.toContain('2026-03-10')
    expect(holidays(2027, 'metropole', figures).days).not.toContain('2027-03-10')
    expect(isWorkingDay(day('2027-03-29'), 'metropole', figures)).toBe(true)
    expect(isWorkingDay(day('2027-03-29'), 'metropole')).toBe(false)
  })

  it('a holiday a person names has a code of its own, in one zone or all', () => {
    const code = holidayCode('saint-martin', ' Fête de l’Île, à Grand-Case ')
    expect(code).toBe('holiday.saint-martin.fixed.fete-de-l-ile-a-grand-case')
    expect(unitOf(code ?? '')).toBe('month-day')
    expect(holidayCode('national', '« ! »')).toBeNull()
    const figures = figuresWith([figure(holidayCode('national', 'Fête') ?? '', '2027-01-01', 310)])
    expect(holidays(2027, 'mayotte', figures).days).toContain('2027-03-10')
    expect(figureLabel('holiday.national.fixed.fete-de-la-ville')).toBe(
      'Jour férié, toutes les zones\u00a0: fete de la ville',
    )
  })

  it('a code that means nothing, or a value no rule could use, is passed over', () => {
    expect(figuresWith([figure('age.of.captain', '2026-01-01', 42)])).toBe(BUILT_IN_FIGURES)
    expect(figuresWith([figure('waiting.long-divisor', '2026-01-01', 0)])).toBe(BUILT_IN_FIGURES)
    expect(figuresWith([figure('cdd.max-months', '2026-01-01', 1.5)])).toBe(BUILT_IN_FIGURES)
    expect(unitOf('holiday.mayotte.fixed.new-one')).toBe('month-day')
    expect(unitOf('holiday.mayotte.sometimes.new-one')).toBe(null)
    expect(isPossibleValue('month-day', 231)).toBe(false)
  })

  it('before the first value of a limit the oldest known applies; an unknown code is a bug', () => {
    expect(BUILT_IN_FIGURES.find('cdd.max-months', day('2010-01-01'))).toBe(null)
    expect(BUILT_IN_FIGURES.value('cdd.max-months', day('2010-01-01'))).toBe(18)
    expect(() => BUILT_IN_FIGURES.at('nothing', day('2026-01-01'))).toThrow('nothing')
  })
})

describe('aid scales', () => {
  it('of the user come before the built-in ones, which stay listed', () => {
    const scale: AidScale = {
      id: 7,
      name: 'V2 publique corrigée',
      scheme: 'v2',
      sector: 'public',
      bonus: false,
      territory: null,
      validFrom: day('2026-01-01'),
      source: 'Avenant national',
      confidence: 'secondary',
    }
    const years: AidScaleYear[] = [
      { id: 2, scaleId: 7, year: 2, baseCents: cents(900_000), bonusCents: cents(0) },
      { id: 1, scaleId: 7, year: 1, baseCents: cents(1_600_000), bonusCents: cents(0) },
      { id: 3, scaleId: 8, year: 1, baseCents: cents(1), bonusCents: cents(0) },
    ]
    const scales = scalesWith([scale, { ...scale, id: 9, name: 'Vide' }], years)
    const answer = runCalc(
      'aid-scheme',
      { scheme: 'v2', sector: 'public', bonus: false, positions: 2 },
      { ...BUILT_IN_RULES, scales },
    )
    expect(answer).toMatchObject({
      output: {
        totalCents: 5_000_000,
        source: 'Avenant national',
        years: [{ baseCents: 3_200_000 }, { baseCents: 1_800_000 }],
      },
    })
    expect(scales.filter((s) => s.builtIn)).toHaveLength(BUILT_IN_RULES.scales.length)
    expect(scales.some((s) => s.name === 'Vide')).toBe(false)
  })

  it('too large for the number of posts are refused, not rounded', () => {
    const huge = scalesWith(
      [
        {
          id: 1,
          name: 'x',
          scheme: 'v2',
          sector: 'public',
          bonus: false,
          territory: null,
          validFrom: null,
          source: 's',
          confidence: 'to-check',
        },
      ],
      [{ id: 1, scaleId: 1, year: 1, baseCents: cents(1e13), bonusCents: cents(0) }],
    )
    expect(
      runCalc(
        'aid-scheme',
        { scheme: 'v2', sector: 'public', bonus: false, positions: 100_000 },
        { ...BUILT_IN_RULES, scales: huge },
      ),
    ).toEqual({
      error: { code: 'cents.out-of-range', field: 'positions' },
    })
  })
})

describe('texts of law', () => {
  it('are cited in the version in force, with their former name', () => {
    expect(basisOf('public-trial', day('2025-09-30'))[0]).toMatchObject({ text: 'décret 88-145 art. 4' })
    expect(basisOf('public-trial', day('2025-10-01'))[0]).toMatchObject({
      text: 'R332-20 à R332-22 CGFP',
      inForceFrom: '2025-10-01',
      formerly: 'décret 88-145 art. 4',
    })
    expect(basisOf('L1242-8-1')).toEqual([
      { text: 'L1242-8-1', inForceFrom: '2017-09-24', confidence: 'primary' },
    ])
  })

  it('each have versions in order of their day', () => {
    for (const { versions } of allTexts()) {
      const days = versions.map((v) => v.inForceFrom)
      expect(days).toEqual([...days].sort())
      expect(days.length).toBeGreaterThan(0)
    }
  })
})
