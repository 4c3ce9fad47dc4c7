import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COPY_REASONS } from '../../electron/backup/names.ts'
import { type CopyAge, copiesToRemove, MOST_COPIES } from '../../electron/backup/rotation.ts'

const DAY = 24
const copy = (ageHours: number, reason: CopyAge['reason'] = 'horaire'): CopyAge => ({
  name: `${String(ageHours).padStart(6, '0')}-${reason}`,
  reason,
  rank: 1,
  ageMinutes: ageHours * 60,
})
const keptOf = (copies: readonly CopyAge[]) => {
  const gone = new Set(copiesToRemove(copies))
  return copies.filter((c) => !gone.has(c.name))
}

const ages = fc.array(
  fc.record({
    ageMinutes: fc.integer({ min: -300, max: 12 * 365 * DAY * 60 }),
    rank: fc.integer({ min: 1, max: 3 }),
    reason: fc.constantFrom(...COPY_REASONS),
  }),
  { maxLength: 400 },
)
const copies = ages.map((list) => list.map((c, i): CopyAge => ({ ...c, name: `copie ${i}` })))

describe('the rotation of copies', () => {
  it('keeps one copy an hour for two days, one a day for two weeks, one a week for three months, then one a month', () => {
    const hourly = Array.from({ length: 400 * DAY }, (_, h) => copy(h))
    const kept = keptOf(hourly).map((c) => c.ageMinutes / 60)
    expect(kept.filter((h) => h < 2 * DAY)).toHaveLength(2 * DAY)
    expect(kept.filter((h) => h >= 2 * DAY && h < 14 * DAY)).toHaveLength(12)
    expect(kept.filter((h) => h >= 14 * DAY && h < 90 * DAY)).toHaveLength(11)
    expect(kept.filter((h) => h >= 90 * DAY && h < 365 * DAY)).toHaveLength(10)
    expect(kept.length).toBeLessThan(90)
  })

  it('keeps what was copied before something risky for a month, however many there are', () => {
    const list = [
      copy(0),
      ...Array.from({ length: 20 }, (_, i) => ({ ...copy(100, 'avant-import'), name: `i${i}` })),
    ]
    expect(copiesToRemove(list)).toEqual([])
    expect(keptOf(list.map((c) => ({ ...c, ageMinutes: c.ageMinutes + 31 * DAY * 60 })))).toHaveLength(2)
  })

  it('takes, of a minute in which many were made, the last one for the newest', () => {
    const list = Array.from({ length: 200 }, (_, i) => ({
      ...copy(0, 'manuelle'),
      name: `n${i}`,
      rank: i + 1,
    }))
    const kept = keptOf(list).map((c) => c.rank)
    expect([Math.max(...kept), kept.length]).toEqual([200, MOST_COPIES])
  })

  it('never removes the newest copy, never removes what it did not see, never keeps more than its bound', () => {
    fc.assert(
      fc.property(copies, (list) => {
        const gone = copiesToRemove(list)
        const names = new Set(list.map((c) => c.name))
        expect(gone.every((name) => names.has(name))).toBe(true)
        expect(new Set(gone).size).toBe(gone.length)
        expect(list.length - gone.length).toBeLessThanOrEqual(MOST_COPIES)
        if (list.length > 0) {
          const youngest = Math.min(...list.map((c) => c.ageMinutes))
          expect(list.some((c) => c.ageMinutes === youngest && !gone.includes(c.name))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order of the list, and removes nothing more when asked again', () => {
    fc.assert(
      fc.property(copies, (list) => {
        expect(copiesToRemove([...list].reverse())).toEqual(copiesToRemove(list))
        expect(copiesToRemove(keptOf(list))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('leaves no long hole: any day of the last year has a copy about as old, where there was one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (day) => {
        const daily = Array.from({ length: 400 }, (_, d) => copy(d * DAY))
        const distance = Math.min(...keptOf(daily).map((c) => Math.abs(c.ageMinutes / 60 - day * DAY)))
        const allowed = day < 14 ? DAY : day < 90 ? 7 * DAY : 30 * DAY
        expect(distance).toBeLessThanOrEqual(allowed)
      }),
    )
  })
})
