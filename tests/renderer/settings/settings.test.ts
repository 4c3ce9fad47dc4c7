import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEADLINE_KINDS, leadDaysOf } from '#shared/rules/engine/deadlines/kinds.ts'
import { BUILT_IN_FIGURES } from '#shared/rules/figures/figures.ts'
import { parseFigure, showFigure } from '../../../renderer/features/settings/figures/figure-value.ts'
import {
  ALL_KINDS,
  changedKinds,
  parseLeadDays,
  withLeadDays,
} from '../../../renderer/features/settings/lead-days.ts'
import { SETTINGS_WORDS } from '../../../renderer/features/settings/text.ts'

describe('reminder steps', () => {
  it('are typed as days in any order, shown from the earliest', () => {
    expect(parseLeadDays('7, 90;30 30')).toEqual([90, 30, 7])
    expect(parseLeadDays('')).toEqual([])
  })

  it.each(['abc', '90, demain', '-3', '731', '1,2,3,4,5,6,7,8,9,10,11,12,13'])(
    '%j is not understood',
    (text) => {
      expect(parseLeadDays(text)).toBeNull()
    },
  )

  it('keep only what differs from the rule, so that a later version may change the rest', () => {
    const setting = withLeadDays(undefined, 'notice', [60, 15])
    expect(JSON.parse(setting)).toEqual({ notice: [60, 15] })
    expect(leadDaysOf(setting)('notice')).toEqual([60, 15])
    expect(JSON.parse(withLeadDays(setting, 'notice', DEADLINE_KINDS.notice.leadDays))).toEqual({})
  })

  it('of a setting that cannot be read are those of the rule', () => {
    expect(changedKinds('{broken')).toEqual({})
  })

  it('have a French name for each kind', () => {
    for (const kind of ALL_KINDS) expect(SETTINGS_WORDS.reminders.kinds[kind]).toBeTruthy()
  })
})

describe('a figure corrected by hand', () => {
  it('reads back every built-in value it shows', () => {
    for (const figure of BUILT_IN_FIGURES.all)
      expect(parseFigure(figure.unit, showFigure(figure.unit, figure.value)), figure.code).toBe(figure.value)
  })

  it('refuses what the rules could not compute with', () => {
    expect(parseFigure('months', '-1')).toBeNull()
    expect(parseFigure('months', '1,5')).toBeNull()
    expect(parseFigure('month-day', '31/02')).toBeNull()
    expect(parseFigure('cents', 'abc')).toBeNull()
    expect(parseFigure('rate', '10 %')).toBe(1000)
    expect(parseFigure('month-day', '0')).toBe(0)
  })

  it('never turns text into a number the rules did not mean', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseFigure('days', text)
        if (value !== null) expect(Number.isSafeInteger(value) && value >= 0).toBe(true)
      }),
    )
  })
})
