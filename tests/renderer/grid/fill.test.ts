import { describe, expect, it } from 'vitest'
import { drawnOver, repeated } from '../../../renderer/ui/grid/model/fill.ts'

const TWO_LINES = { top: 4, bottom: 5, left: 2, right: 3 }

describe('the corner of a range, drawn', () => {
  it('covers the lines below, or the lines above, in the columns of the range', () => {
    expect(drawnOver(TWO_LINES, 8)).toEqual({ top: 6, bottom: 8, left: 2, right: 3 })
    expect(drawnOver(TWO_LINES, 1)).toEqual({ top: 1, bottom: 3, left: 2, right: 3 })
  })

  it('covers nothing when it is let go on the range itself: a click on the corner changes no cell', () => {
    expect(drawnOver(TWO_LINES, 4)).toBeNull()
    expect(drawnOver(TWO_LINES, 5)).toBeNull()
  })

  it('repeats the lines of the range, going away from it', () => {
    expect(repeated(['a', 'b'], 3, false)).toEqual(['a', 'b', 'a'])
    expect(repeated(['a', 'b'], 3, true)).toEqual(['b', 'a', 'b'])
    expect(repeated([], 2, false)).toEqual([])
  })
})
