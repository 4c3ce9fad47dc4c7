import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { type Forecast, forecast } from '#shared/rules/forecast/forecast.ts'
import { supposed } from '#shared/rules/forecast/hypothesis.ts'
import type { Hypothesis } from '#shared/schemas/scenario.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

const today = day('2026-11-23')
const { facts, contract, post } = valombre()

/** One post under a V2 agreement with its bonus, held at 2 180 € gross until 31/01/2027; three tranches, none received. */
function valombre() {
  const builder = new FactsBuilder()
  const employer = builder.employer({ sector: 'public', chargesRate: 3_800 })
  const position = builder.position(employer)
  const agreement = builder.agreement(employer, '2024-07-01', '2027-06-30')
  const yearly = [20_000, 17_500, 12_500]
  builder.grants(agreement, position, yearly)
  yearly.forEach((euros, i) => {
    builder.instalment(agreement, euros, { positionId: position, dueOn: `${2024 + i}-08-31` })
  })
  const held = { kind: 'contrat-de-projet', monthlyGrossCents: 218_000 } as const
  const id = builder.contract(position, '2024-02-01', '2027-01-31', held)
  return { facts: builder.facts(), contract: id, post: position }
}

function look(hypotheses: readonly Hypothesis[] = [], months = 12): Forecast {
  const options = { months, employerId: null, cautiousDelay: 3 }
  return forecast(supposed(facts, hypotheses, today), today, options)
}

function month(view: Forecast, key: string) {
  const found = view.months.find((m) => m.month === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

describe('The forecast of the dossier', () => {
  it('costs the contract until its term, then nothing', () => {
    const view = look()
    expect(view.from).toBe('2026-11')
    expect(month(view, '2027-01')).toMatchObject({ costCents: 300_840, estimated: true })
    expect(month(view, '2027-02').costCents).toBe(0)
  })

  it('earns the aid of the months held: a vacant post earns nothing more', () => {
    const view = look()
    expect(month(view, '2027-01').earnedCents).toBe(104_167)
    expect(month(view, '2027-02').earnedCents).toBe(0)
    expect(month(view, '2027-01').shareCents).toBe(300_840 - 104_167)
  })

  it('expects a late tranche now, and three months later when read cautiously', () => {
    const view = look()
    expect(month(view, '2026-11').expectedCents).toBe(5_000_000)
    expect(month(view, '2026-11').cautiousCents).toBe(0)
    expect(month(view, '2027-02').cautiousCents).toBe(5_000_000)
  })

  it('its posts, and its structures, add up to its months', () => {
    const view = look([{ kind: 'renew', contractId: contract, months: 12, monthlyGrossCents: null }], 24)
    const posts = view.positions.reduce((sum, p) => sum + p.shareCents, 0)
    expect(posts).toBe(view.totals.shareCents)
    expect(view.employers.map((e) => [e.posts, e.shareCents])).toEqual([[1, posts]])
    expect(view.totals.shareCents).toBe(view.totals.costCents - view.totals.earnedCents)
  })

  it('counts as after the aid the months that begin once it is over', () => {
    const renewed = look([{ kind: 'renew', contractId: contract, months: 12, monthlyGrossCents: null }], 24)
    expect(look().totals.afterAidCents).toBe(0)
    // The aid ends on 30/06/2027, the renewed contract on 31/01/2028: seven months.
    expect(renewed.totals.afterAidCents).toBe(7 * 300_840)
  })
})

describe('A scenario leaves the facts untouched', () => {
  const before = JSON.stringify(facts)

  it('renewing 12 months is 5 months with aid and 7 without', () => {
    const view = look([{ kind: 'renew', contractId: contract, months: 12, monthlyGrossCents: null }], 24)
    const renewed = view.months.filter((m) => m.month >= '2027-02' && m.costCents > 0)
    expect(renewed).toHaveLength(12)
    expect(renewed.filter((m) => m.earnedCents > 0)).toHaveLength(5)
  })

  it('ending the contract early stops cost and aid together', () => {
    const view = look([{ kind: 'end', contractId: contract, on: day('2026-12-31') }])
    expect(month(view, '2026-12').costCents).toBe(300_840)
    expect(month(view, '2027-01')).toMatchObject({ costCents: 0, earnedCents: 0 })
  })

  it('a replacement costs and earns from its first day', () => {
    const view = look([
      {
        kind: 'replace',
        positionId: post,
        startsOn: day('2027-03-01'),
        months: 12,
        contractKind: 'contrat-de-projet',
        monthlyGrossCents: cents(200_000),
      },
    ])
    expect(month(view, '2027-02').costCents).toBe(0)
    expect(month(view, '2027-03')).toMatchObject({ costCents: 276_000, earnedCents: 104_166 })
  })

  it('a permanent contract costs beyond the convention, alone', () => {
    const view = look([{ kind: 'keep-permanent', contractId: contract }], 36)
    expect(month(view, '2027-07')).toMatchObject({ costCents: 300_840, earnedCents: 0 })
  })

  it('late aid moves the tranches, not the amounts', () => {
    const view = look([{ kind: 'late-aid', months: 4 }], 24)
    expect(month(view, '2027-03').expectedCents).toBe(5_000_000)
    expect(view.totals.expectedCents).toBe(look([], 24).totals.expectedCents)
  })

  it('aid that stops on a day earns nothing after it', () => {
    const view = look([{ kind: 'aid-stops', on: day('2026-12-31') }])
    expect(month(view, '2026-12').earnedCents).toBeGreaterThan(0)
    expect(month(view, '2027-01').earnedCents).toBe(0)
    // Until then the year cut short earns at its own pace, not the whole of its amount.
    expect(month(view, '2026-12').earnedCents).toBe(month(look(), '2026-12').earnedCents)
  })

  it('aid that stops stops agreements prolonged, or financed apart from their own dates, too', () => {
    for (const change of ['amendment', 'financing', 'one amount']) {
      const f = new FactsBuilder()
      const employer = f.employer()
      const position = f.position(employer)
      f.contract(position, '2024-01-01', null)
      const financing = { financingStartsOn: '2025-01-01', financingEndsOn: '2027-12-31' }
      const agreement = f.agreement(
        employer,
        '2025-01-01',
        '2027-06-30',
        change === 'financing' ? financing : {},
      )
      if (change === 'amendment')
        f.agreementAmendment({ agreementId: agreement, effectiveOn: '2026-06-01', newEndsOn: '2027-12-31' })
      f.grants(agreement, position, change === 'one amount' ? [30_000] : [12_000, 12_000, 6_000])
      const months = (hypotheses: readonly Hypothesis[]) =>
        forecast(supposed(f.facts(), hypotheses, today), today, {
          ...{ months: 6, employerId: null, cautiousDelay: 3 },
        }).months.map((m) => m.earnedCents)
      const usual = months([])
      expect(usual.every((earned) => earned > 0)).toBe(true)
      expect(months([{ kind: 'aid-stops', on: day('2027-01-31') }])).toEqual([...usual.slice(0, 3), 0, 0, 0])
    }
  })

  it('a pay rise counts from the pay in force, and raises those already agreed for later', () => {
    const f = new FactsBuilder()
    const position = f.position(f.employer({ chargesRate: 0 }))
    const held = f.contract(position, '2024-01-01', '2026-12-31', { monthlyGrossCents: 2_000_00 })
    const amend = (effectiveOn: string, newMonthlyGrossCents: number | null, newEndsOn: string | null) =>
      f.contractAmendment({ contractId: held, effectiveOn, newMonthlyGrossCents, newEndsOn })
    amend('2026-06-01', 2_200_00, '2027-12-31')
    amend('2027-06-01', 2_300_00, null)
    const rise = { kind: 'pay-rise', from: day('2027-01-01'), rate: 200 } as const
    const view = forecast(supposed(f.facts(), [rise], today), today, {
      ...{ months: 12, employerId: null, cautiousDelay: 3 },
    })
    expect(['2026-12', '2027-01', '2027-06'].map((key) => month(view, key).costCents)).toEqual([
      2_200_00, 2_244_00, 2_346_00,
    ])
  })

  it('a pay rise of 2 % is in the cost from its month', () => {
    const view = look([{ kind: 'pay-rise', from: day('2027-01-01'), rate: 200 }])
    expect(month(view, '2026-12').costCents).toBe(300_840)
    expect(month(view, '2027-01').costCents).toBe(306_857)
  })

  it('whatever was supposed', () => {
    expect(JSON.stringify(facts)).toBe(before)
  })
})
