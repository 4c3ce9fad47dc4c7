import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { cents, ZERO } from '#shared/domain/money.ts'
import {
  keepGrants,
  proposeGrants,
  proposeInstalments,
  ranks,
  theoreticalEnd,
  totalsOf,
} from '../../../renderer/features/forms/agreement/agreement-draft.ts'

/** V2 public in QPV or FRR: 17 500 + 2 500, 12 500 + 5 000, 12 500. */
const SCALE = [
  { baseCents: cents(1_750_000), bonusCents: cents(250_000) },
  { baseCents: cents(1_250_000), bonusCents: cents(500_000) },
  { baseCents: cents(1_250_000), bonusCents: ZERO },
]
const label = (year: number) => `Tranche ${year}`

describe('an agreement proposed from a scale', () => {
  it('gives the bonus to the posts that are entitled to it, once', () => {
    const grants = proposeGrants(SCALE, [
      { id: 1, bonus: true },
      { id: 2, bonus: false },
    ])
    expect(totalsOf(grants, []).grantedCents).toBe(5_000_000 + 4_250_000)
  })

  it('proposes one tranche per convention year and post, claimable on its first day', () => {
    const grants = proposeGrants(SCALE, [{ id: 1, bonus: true }])
    const instalments = proposeInstalments(grants, day('2024-07-01'), 2, label)
    expect(instalments.map((i) => [i.label, i.amountCents, i.claimableOn, i.dueOn])).toEqual([
      ['Tranche 1', 2_000_000, '2024-07-01', '2024-09-01'],
      ['Tranche 2', 1_750_000, '2025-07-01', '2025-09-01'],
      ['Tranche 3', 1_250_000, '2026-07-01', '2026-09-01'],
    ])
    expect(theoreticalEnd(day('2024-07-01'), 3)).toBe('2027-06-30')
  })

  it('keeps what was typed when a post is added or a year removed', () => {
    const grants = proposeGrants(SCALE, [{ id: 1, bonus: false }])
    expect(keepGrants(grants, [1, 2], 2).map((g) => [g.positionId, g.year, g.baseCents])).toEqual([
      [1, 1, 1_750_000],
      [1, 2, 1_250_000],
      [2, 1, 0],
      [2, 2, 0],
    ])
  })

  it('numbers the tranches of each post from one', () => {
    const grants = proposeGrants(SCALE, [
      { id: 1, bonus: true },
      { id: 2, bonus: true },
    ])
    expect(ranks(proposeInstalments(grants, day('2024-07-01'), 2, label))).toEqual([1, 2, 3, 1, 2, 3])
  })

  it('proposes a schedule that adds up to the amounts, whatever they are', () => {
    const amount = fc.integer({ min: 0, max: 9_000_000 }).map((n) => cents(n))
    fc.assert(
      fc.property(
        fc.array(fc.record({ baseCents: amount, bonusCents: amount }), { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }),
        (scale, ids) => {
          const grants = proposeGrants(
            scale,
            ids.map((id) => ({ id, bonus: id % 2 === 0 })),
          )
          const instalments = proposeInstalments(grants, day('2024-02-29'), 2, label)
          expect(totalsOf(grants, instalments).gapCents).toBe(0)
        },
      ),
    )
  })
})
