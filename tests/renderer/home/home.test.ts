import { describe, expect, it } from 'vitest'
import type { HomeView } from '#shared/api/views/home.ts'
import { cents } from '#shared/domain/money.ts'
import { firstRows, glyphOf, groupDigest, nextFocus } from '../../../renderer/features/home/digest.ts'
import { buildMonthChart, niceStep } from '../../../renderer/features/home/month-chart.ts'
import { aDeadline, TODAY } from '../support/rows.ts'

describe('the digest since the last visit', () => {
  it('shows the late ones first, then 30, 60 and 90 days, and no empty group', () => {
    const groups = groupDigest([aDeadline('c', 69), aDeadline('a', -23), aDeadline('b', 7)])
    expect(groups.map((g) => [g.key, g.rows.map((r) => r.key)])).toEqual([
      ['late', ['a']],
      ['within30', ['b']],
      ['within90', ['c']],
    ])
  })

  it('puts a missed legal notice before money that waits longer', () => {
    const [late] = groupDigest([
      aDeadline('money', -237, { instalmentId: 1, nature: 'scheme' }),
      aDeadline('notice', -23, { nature: 'legal' }),
    ])
    expect(late?.rows.map((r) => r.key)).toEqual(['notice', 'money'])
  })

  it('adds up the amounts of a group', () => {
    const [late] = groupDigest([
      aDeadline('a', -1, { amountCents: cents(400_000) }),
      aDeadline('b', -2, { amountCents: cents(1_000_000) }),
    ])
    expect(late?.cents).toBe(1_400_000)
  })

  it('leaves out what was answered, never what is late', () => {
    expect(groupDigest([aDeadline('a', 3, { status: 'answered' })])).toEqual([])
    expect(groupDigest([aDeadline('a', -900)])[0]?.rows).toHaveLength(1)
  })

  it('draws the beginning of a list of thousands, late ones first, each group with its whole count', () => {
    const late = Array.from({ length: 70 }, (_, i) => aDeadline(`late-${i}`, -100 + i))
    const groups = groupDigest([...late, aDeadline('soon', 3), aDeadline('later', 50)])
    const drawn = firstRows(groups, 60)
    expect(drawn.map(({ group, rows }) => [group.key, group.rows.length, rows.length])).toEqual([
      ['late', 70, 60],
    ])
    expect(firstRows(groups, 71).map(({ rows }) => rows.length)).toEqual([70, 1])
    expect(firstRows(groups, 500).flatMap(({ rows }) => rows)).toHaveLength(72)
  })

  it('names each kind by its own glyph', () => {
    expect(glyphOf(aDeadline('a', 7, { nature: 'legal' }))).toBe('flag')
    expect(glyphOf(aDeadline('a', -7, { nature: 'legal' }))).toBe('flag-missed')
    expect(glyphOf(aDeadline('a', -7, { instalmentId: 1 }))).toBe('late')
    expect(glyphOf(aDeadline('a', 7, { nature: 'internal' }))).toBe('clock')
  })

  it('sends the keyboard to the next row once one is answered, else to the one before', () => {
    expect(nextFocus(['a', 'b', 'c'], ['a', 'c'], 'b')).toBe('c')
    expect(nextFocus(['a', 'b', 'c'], ['a', 'b'], 'c')).toBe('b')
    expect(nextFocus(['a'], [], 'a')).toBeNull()
  })
})

describe('the 36-month tranche chart', () => {
  const month = (name: string, more: Partial<HomeView['months'][number]> = {}) => ({
    month: name,
    expectedCents: cents(0),
    receivedCents: cents(0),
    lateCents: cents(0),
    claimableCents: cents(0),
    suspendedCents: cents(0),
    ...more,
  })

  it('starts at zero and holds its highest bar', () => {
    const chart = buildMonthChart(
      [month('2026-10', { expectedCents: cents(2_650_000) }), month('2026-11')],
      TODAY,
    )
    expect(chart.ticks[0]).toEqual({ thousands: 0, y: chart.baseline })
    expect(chart.ticks.at(-1)?.thousands).toBe(30)
    const [bar] = chart.bars
    expect(bar?.y ?? 0).toBeGreaterThanOrEqual(chart.top)
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(chart.baseline, 6)
  })

  it('draws the late part over the expected bar of its month', () => {
    const chart = buildMonthChart(
      [month('2026-03', { expectedCents: cents(1_000_000), lateCents: cents(400_000) })],
      TODAY,
    )
    expect(chart.bars.map((bar) => bar.kind)).toEqual(['expected', 'late'])
    expect(chart.bars[0]?.x).toBe(chart.bars[1]?.x)
  })

  it('draws nothing for months without money, and no today outside its months', () => {
    const chart = buildMonthChart([month('2024-01')], TODAY)
    expect(chart.bars).toEqual([])
    expect(chart.today).toBeNull()
  })

  it('rules the axis by round numbers', () => {
    expect([0, 2, 7, 26, 48, 130, 4800].map(niceStep)).toEqual([1, 1, 5, 10, 20, 50, 2000])
  })
})
