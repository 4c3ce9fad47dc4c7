/** Which copies go: told by their order, their number and their own instants. No test gives a "now": the rule does not take one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COPY_REASONS, type CopyReason } from '../../electron/backup/names.ts'
import { nextMoment } from '../../electron/backup/order.ts'
import {
  copiesToGiveUp,
  copiesToRemove,
  type KeptCopy,
  LAST_KEPT,
  MOST_COPIES,
  superfluous,
} from '../../electron/backup/rotation.ts'

const START = Date.UTC(2026, 0, 1)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const instant = (ms: number) => new Date(ms).toISOString().slice(0, 16)

/** A folder as a machine fills it: each copy made after the others, at what its clock says. */
function folderOf(
  made: readonly { readonly at: string; readonly reason?: CopyReason; readonly bytes?: number }[],
) {
  const copies: KeptCopy[] = []
  for (const [i, { at, reason = 'horaire', bytes = 1000 }] of made.entries()) {
    copies.push({ ...nextMoment(copies, at), name: `copie ${String(i).padStart(5, '0')}`, reason, bytes })
  }
  return copies
}
/** The same, with the rotation after each copy, as it is run; `see`: what went that time. */
function life(
  made: Parameters<typeof folderOf>[0],
  budget: number | null = null,
  see: (gone: readonly KeptCopy[], kept: readonly KeptCopy[]) => void = () => undefined,
) {
  let copies: readonly KeptCopy[] = []
  for (const [i, { at, reason = 'horaire', bytes = 1000 }] of made.entries()) {
    const name = `copie ${String(i).padStart(5, '0')}`
    copies = [...copies, { ...nextMoment(copies, at), name, reason, bytes }]
    const gone = new Set(copiesToRemove(copies, budget))
    const kept = copies.filter((copy) => !gone.has(copy.name))
    see(
      copies.filter((copy) => gone.has(copy.name)),
      kept,
    )
    copies = kept
  }
  return copies
}
const every = (step: number, count: number, reason?: CopyReason) =>
  Array.from({ length: count }, (_, i) => ({ at: instant(START + i * step), ...(reason ? { reason } : {}) }))

/** A clock that goes on by some hours, and now and then jumps to 2020, to 2037, or back to the right day. */
const lives = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 0, max: 60 }),
      clock: fc.oneof(
        { weight: 12, arbitrary: fc.constant<string | null>(null) },
        { weight: 1, arbitrary: fc.constantFrom('2020-01-01', '2037-01-01', 'right') },
      ),
      reason: fc.constantFrom(...COPY_REASONS),
      bytes: fc.integer({ min: 1, max: 5000 }),
    }),
    { minLength: 1, maxLength: 260 },
  )
  .map((steps) => {
    let right = START
    let wrong: number | null = null
    return steps.map(({ hours, clock, reason, bytes }) => {
      right += hours * HOUR
      if (clock === 'right') wrong = null
      else if (clock !== null) wrong = Date.parse(clock)
      else if (wrong !== null) wrong += hours * HOUR
      return { at: instant(wrong ?? right), reason, bytes }
    })
  })

describe('the rotation of copies', () => {
  it('keeps the last ones dense, then one an hour, a day, a week, a month, a year', () => {
    const days = life(every(HOUR, 60 * 24)).map((copy) => copy.at.slice(0, 10))
    const last = instant(START + (60 * 24 - 1) * HOUR).slice(0, 10)
    expect(days.filter((day) => day === last)).toHaveLength(24)
    expect(new Set(days.slice(-54)).size).toBeGreaterThanOrEqual(14)
    const years = life(every(DAY, 15 * 365)).map((copy) => copy.at.slice(0, 4))
    expect(new Set(years).size).toBeGreaterThanOrEqual(10)
  })

  it('keeps a copy of each of the last days, weeks and months, however many were made since in one hour', () => {
    const days = every(DAY, 200)
    const burst = Array.from({ length: 150 }, () => ({
      at: instant(START + 200 * DAY),
      reason: 'avant-lot' as const,
    }))
    const kept = life([...days, ...burst])
    const before = kept.filter((copy) => copy.at < instant(START + 199 * DAY))
    expect(before.length).toBeGreaterThan(40)
    expect(new Set(before.map((copy) => copy.at.slice(0, 7))).size).toBe(7)
  })

  it('keeps besides the last twenty made before something risky', () => {
    const kept = life([...every(HOUR, 30, 'avant-import'), ...every(HOUR, 200).slice(30)])
    expect(kept.filter((copy) => copy.reason === 'avant-import').length).toBeGreaterThanOrEqual(20)
  })

  it('takes, of a minute in which many were made, the last one for the newest', () => {
    const kept = life(
      Array.from({ length: 200 }, () => ({ at: instant(START), reason: 'manuelle' as const })),
    )
    expect(Math.max(...kept.map((copy) => copy.rank))).toBe(200)
    expect(kept.length).toBeLessThanOrEqual(MOST_COPIES)
  })

  it.each([
    ['2037', '2037-01-01T12:00'],
    ['2020', '2020-01-01T12:00'],
  ])('loses nothing for one copy made in %s, nor for coming back', (_, at) => {
    const before = life(every(5 * HOUR, 2000))
    const after = [...before]
    for (const next of [at, instant(START + 2000 * 5 * HOUR), instant(START + 2001 * 5 * HOUR)]) {
      const moment = nextMoment(after, next)
      after.push({ ...moment, name: `de ${next}`, reason: 'ouverture', bytes: 1000 })
      // As many as any copy costs, in a folder that is full.
      expect(copiesToRemove(after).length).toBeLessThanOrEqual(3)
    }
  })

  it('lets a clock that jumps every day push out none of the days, weeks and months of the others', () => {
    const days = every(DAY, 400)
    const wrong = days.flatMap((copy, i) => [copy, { at: instant(Date.UTC(2037, 0, 1) + i * DAY) }])
    const months = (copies: readonly KeptCopy[]) =>
      [...new Set(copies.map((copy) => copy.at.slice(0, 7)))].filter((month) => month < '2030').sort()
    expect(months(life(wrong)).length).toBeGreaterThanOrEqual(months(life(days)).length - 1)
  })

  it('whatever the clock: few go at each copy, never one of the last, each with a newer one of its stretch beside', () => {
    fc.assert(
      fc.property(lives, (made) => {
        life(made, null, (gone, kept) => {
          expect(gone.length).toBeLessThanOrEqual(4)
          expect(kept.length).toBeLessThanOrEqual(MOST_COPIES)
          expect(kept.length).toBeGreaterThanOrEqual(Math.min(LAST_KEPT, kept.length + gone.length))
          for (const copy of gone) {
            const newer = kept.filter((other) => other.name > copy.name)
            expect(newer.length).toBeGreaterThanOrEqual(LAST_KEPT)
            expect(newer.some((other) => other.at.slice(0, 7) === copy.at.slice(0, 7))).toBe(true)
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on the order of the list, and removes nothing more when asked again', () => {
    fc.assert(
      fc.property(lives, (made) => {
        const list = folderOf(made)
        const names = (copies: readonly KeptCopy[]) => superfluous(copies, null).map((copy) => copy.name)
        expect(names([...list].reverse())).toEqual(names(list))
        const gone = new Set(names(list))
        expect(names(list.filter((copy) => !gone.has(copy.name)))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('thins a folder that came from elsewhere little by little, down to its bound', () => {
    let copies: readonly KeptCopy[] = folderOf(every(HOUR, 1000))
    for (let made = 0; made < 1000; made += 1) {
      const gone = new Set(copiesToRemove(copies))
      if (gone.size === 0) break
      expect(gone.size).toBeLessThanOrEqual(4)
      copies = copies.filter((copy) => !gone.has(copy.name))
    }
    expect(copies.length).toBeLessThanOrEqual(MOST_COPIES)
  })
})

describe('a budget', () => {
  it('removes the oldest beyond it, never one of the last, and nothing where it is enough', () => {
    const list = folderOf(every(HOUR, 20))
    expect(superfluous(list, 20_000)).toEqual([])
    expect(superfluous(list, 15_000).map((copy) => copy.name)).toEqual(
      list.slice(0, 5).map((copy) => copy.name),
    )
    expect(superfluous(list, 1)).toHaveLength(20 - LAST_KEPT)
  })

  it('holds copy after copy, whatever the clock', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 100_000 }), (made, budget) => {
        life(made, budget, (gone, kept) => {
          const bytes = kept.reduce((sum, copy) => sum + copy.bytes, 0)
          if (gone.length < 4) expect(bytes <= budget || kept.length <= LAST_KEPT).toBe(true)
        })
      }),
      { numRuns: 100 },
    )
  })
})

describe('a full disk', () => {
  it('takes the oldest copies until there is room for one more, a few at most and never one of the last', () => {
    const list = folderOf(every(HOUR, 20))
    const given = (bytes: number, copies = list) => copiesToGiveUp(copies, bytes).map((copy) => copy.name)
    expect(given(1500)).toEqual(list.slice(0, 2).map((copy) => copy.name))
    expect(given(1_000_000)).toHaveLength(4)
    expect(given(1_000_000, list.slice(0, LAST_KEPT))).toEqual([])
  })
})
