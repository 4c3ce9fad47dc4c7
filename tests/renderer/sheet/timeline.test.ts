import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, inclusiveDays } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { merge, packRows, splitByFunding } from '../../../renderer/features/sheet/timeline/periods.ts'
import { buildTimeline } from '../../../renderer/features/sheet/timeline/timeline.ts'
import { spread } from '../../../renderer/ui/spread.ts'
import { aContract, anAgreement, anInstalment, aPosition, aSheet, aVacancy, TODAY } from '../support/rows.ts'

const period = (from: string, to: string) => ({ from: day(from), to: day(to) })

/** The post of the design: two agreements, a departure, 92 vacant days, a project contract, one late tranche. */
const POST_3310 = aSheet({
  row: aPosition({ noticeOn: day('2026-11-30'), noticeState: 'soon' }),
  agreements: [
    anAgreement('2022-07-01', '2024-06-30', { id: 1 }),
    anAgreement('2024-07-01', '2027-06-30', { id: 2 }),
  ],
  contracts: [
    aContract('2022-07-18', '2023-10-31', { id: 1, personName: 'Yanis Cordier' }),
    aContract('2024-02-01', '2027-01-31', { id: 2 }),
  ],
  vacancies: [aVacancy('2022-07-01', '2022-07-17'), aVacancy('2023-11-01', '2024-01-31')],
  instalments: [
    anInstalment(1, '2024-08-31', 20_000, {
      state: 'received',
      receivedCents: cents(2_000_000),
      lastReceivedOn: day('2024-09-24'),
      payments: [
        { paymentId: 1, receivedOn: day('2024-09-24'), reference: null, amountCents: cents(2_000_000) },
      ],
    }),
    anInstalment(3, '2026-08-31', 12_500, { state: 'late', daysLate: 84 }),
  ],
})

describe('the timeline of a post', () => {
  const timeline = buildTimeline(POST_3310, TODAY)
  const bars = (kind: string) => timeline.bars.filter((bar) => bar.kind === kind)

  it('keeps every bar inside the drawing', () => {
    for (const bar of timeline.bars) {
      expect(bar.x).toBeGreaterThanOrEqual(timeline.left)
      expect(bar.x + bar.width).toBeLessThanOrEqual(timeline.width + 0.001)
      expect(bar.width).toBeGreaterThan(0)
    }
  })

  it('puts two agreements that follow each other on one line', () => {
    const [first, second] = bars('agreement')
    expect(first?.y).toBe(second?.y)
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0, 6)
  })

  it('hatches the vacancies and says the length of the one wide enough', () => {
    expect(bars('vacancy').map((bar) => bar.below?.text ?? null)).toEqual([null, 'Vacant 92\u00a0j'])
  })

  it('draws what is funded after the last contract as not filled', () => {
    const [unfilled] = bars('unfilled')
    const contract = bars('contract').at(-1)
    expect(unfilled?.x).toBeCloseTo((contract?.x ?? 0) + (contract?.width ?? 0), 6)
    expect(unfilled?.title).toBe('Financé, non pourvu du 01/02/2027 au 30/06/2027')
  })

  it('marks the late tranche by its delay and the received one by its day', () => {
    expect(timeline.marks.map((mark) => mark.label?.detail)).toEqual(['reçue 24/09/2024', 'retard 84\u00a0j'])
  })

  it('puts tranches of one day side by side, each at its own place, with a line to its day', () => {
    const received = (id: number, on: string) =>
      anInstalment(id, on, 10_000, {
        state: 'received',
        payments: [{ paymentId: id, receivedOn: day(on), reference: null, amountCents: cents(1_000_000) }],
      })
    const { marks } = buildTimeline(
      aSheet({
        ...POST_3310,
        instalments: [
          received(1, '2025-09-24'),
          received(2, '2025-09-24'),
          received(3, '2025-09-25'),
          anInstalment(4, '2026-08-31', 12_500, { state: 'late', daysLate: 84 }),
        ],
      }),
      TODAY,
    )
    const discs = marks.flatMap((mark) => mark.discs)
    const gaps = discs.slice(1).map((disc, at) => disc.x - (discs[at]?.x ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(13.9)
    expect(discs[0]?.dayX).toBe(discs[1]?.dayX)
    const middle = ((discs[0]?.x ?? 0) + (discs[1]?.x ?? 0) + (discs[2]?.x ?? 0)) / 3
    expect(Math.abs(middle - (discs[1]?.dayX ?? 0))).toBeLessThan(1)
    expect(discs[3]?.x).toBe(discs[3]?.dayX)
  })

  it('plants the notice flag and today', () => {
    expect(timeline.flag?.text).toBe('Préavis 30/11/2026')
    expect(timeline.flag?.missed).toBe(false)
    expect(timeline.today?.text).toBe('23/11/2026')
    expect(timeline.today?.x ?? 0).toBeLessThan(timeline.flag?.x ?? 0)
  })

  it('says itself in one sentence for a screen reader', () => {
    expect(timeline.sentence).toContain('Frise du poste 3310, de juillet 2022 à')
  })

  it('shows no unfilled period where the contract has no term, nor for a returned post', () => {
    const permanent = aSheet({ ...POST_3310, contracts: [aContract('2024-02-01', null)] })
    expect(buildTimeline(permanent, TODAY).bars.some((bar) => bar.kind === 'unfilled')).toBe(false)
    const returned = aSheet({
      ...POST_3310,
      row: { ...POST_3310.row, position: { ...POST_3310.row.position, returnedOn: day('2026-04-30') } },
    })
    expect(buildTimeline(returned, TODAY).bars.some((bar) => bar.kind === 'unfilled')).toBe(false)
  })

  it('outlines the part of a contract no agreement pays', () => {
    const sheet = aSheet({
      agreements: [anAgreement('2024-07-01', '2027-06-30')],
      contracts: [aContract('2024-02-01', '2027-01-31')],
    })
    const kinds = buildTimeline(sheet, TODAY).bars.map((bar) => bar.kind)
    expect(kinds).toContain('unfunded')
    expect(kinds).toContain('contract')
  })

  it('draws an empty post without failing', () => {
    const empty = buildTimeline(aSheet(), TODAY)
    expect(empty.bars).toEqual([])
    expect(empty.today).not.toBeNull()
  })

  it('gives two overlapping agreements two lines', () => {
    expect(packRows([period('2024-01-01', '2025-12-31'), period('2025-06-01', '2026-12-31')])).toEqual([0, 1])
    expect(packRows([period('2025-06-01', '2026-12-31'), period('2024-01-01', '2025-05-31')])).toEqual([0, 0])
  })
})

describe('points moved apart', () => {
  it('keep their order, their distance and the line they stand on, and do not move where they need not', () => {
    const points = fc.array(fc.double({ min: 100, max: 900, noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(points, (given) => {
        const sorted = [...given].sort((a, b) => a - b)
        const moved = spread(sorted, 14, 100, 900)
        expect(moved).toHaveLength(sorted.length)
        for (const [rank, place] of moved.entries()) {
          expect(place).toBeGreaterThanOrEqual(100 - 1e-6)
          expect(place).toBeLessThanOrEqual(900 + 1e-6)
          const next = moved[rank + 1]
          if (next !== undefined) expect(next - place).toBeGreaterThanOrEqual(14 - 1e-6)
        }
      }),
    )
    expect(spread([120, 300, 500], 14, 100, 900)).toEqual([120, 300, 500])
    expect(spread([300, 300], 14, 100, 900)).toEqual([293, 307])
  })
})

describe('a contract split by what the aid covers', () => {
  const anyPeriod = fc
    .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 800 }))
    .map(([start, length]) => ({
      from: addDays(day('2022-01-01'), start),
      to: addDays(day('2022-01-01'), start + length),
    }))

  it('loses no day and counts none twice', () => {
    fc.assert(
      fc.property(anyPeriod, fc.array(anyPeriod, { maxLength: 4 }), (whole, funded) => {
        const parts = splitByFunding(whole, merge(funded))
        const days = parts.reduce((sum, part) => sum + inclusiveDays(part.from, part.to), 0)
        expect(days).toBe(inclusiveDays(whole.from, whole.to))
        for (const [index, part] of parts.entries()) {
          expect(part.from <= part.to).toBe(true)
          const next = parts[index + 1]
          if (next !== undefined) expect(next.from).toBe(addDays(part.to, 1))
        }
      }),
    )
  })
})
