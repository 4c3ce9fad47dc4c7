import { describe, expect, it } from 'vitest'
import { roomForSums, sumsOf } from '../../../renderer/ui/grid/model/totals.ts'
import { AMOUNT, LABEL, row } from './support.ts'

const columns = [LABEL, AMOUNT]

describe('the total of a column', () => {
  it('leaves the width alone where it fits', () => {
    const sums = sumsOf(columns, [row(1)])
    expect(roomForSums(columns, [150, 84], sums)).toEqual([150, 84])
  })

  it('is never cut: a total of hundreds of millions widens its column, and only that one', () => {
    const sums = new Map([[AMOUNT.id, 36_844_400_400]])
    const [label, amount] = roomForSums(columns, [150, 84], sums)
    expect(label).toBe(150)
    // Eleven digits of some 7 px, two thin spaces, a comma, and the padding of the cell.
    expect(amount).toBeGreaterThan(100)
    expect(amount).toBeLessThan(125)
  })

  it('keeps room for the sign of a negative total', () => {
    const width = (sum: number) => roomForSums([AMOUNT], [40], new Map([[AMOUNT.id, sum]]))[0] ?? 0
    expect(width(-4_256_660_000)).toBeGreaterThan(width(4_256_660_000))
  })
})
