import { describe, expect, it } from 'vitest'
import {
  extended,
  isSingle,
  moved,
  rangeOf,
  single,
  stepWithin,
} from '../../../renderer/ui/grid/model/selection.ts'

const EXTENT = { lines: 10, columns: 5 }
const at = (line: number, column: number) => ({ line, column })

describe('moving in the grid', () => {
  it('stops at its edges', () => {
    expect(moved(at(0, 0), { by: 'step', lines: -1, columns: -1 }, EXTENT)).toEqual(at(0, 0))
    expect(moved(at(9, 4), { by: 'step', lines: 5, columns: 1 }, EXTENT)).toEqual(at(9, 4))
  })

  it('with Ctrl, goes to the end of the filled cells, then over the empty ones to the next filled', () => {
    const filled = new Set([0, 1, 2, 6])
    const isFilled = (cell: { line: number }) => filled.has(cell.line)
    expect(moved(at(0, 0), { by: 'edge', lines: 1, columns: 0 }, EXTENT, isFilled)).toEqual(at(2, 0))
    expect(moved(at(2, 0), { by: 'edge', lines: 1, columns: 0 }, EXTENT, isFilled)).toEqual(at(6, 0))
    expect(moved(at(6, 0), { by: 'edge', lines: 1, columns: 0 }, EXTENT, isFilled)).toEqual(at(9, 0))
  })

  it('extends from where it began, back and forth', () => {
    const wide = extended(extended(single(at(3, 1)), at(6, 3)), at(1, 0))
    expect(rangeOf(wide)).toEqual({ top: 1, bottom: 3, left: 0, right: 1 })
    expect(wide.active).toEqual(at(3, 1))
  })

  it('with Enter or Tab inside a range, goes round the range and keeps it', () => {
    const range = extended(single(at(2, 1)), at(3, 2))
    const path = [range]
    for (let turn = 0; turn < 4; turn += 1) path.push(stepWithin(path.at(-1) ?? range, 0, 1, EXTENT))
    expect(path.map((each) => each.active)).toEqual([at(2, 1), at(2, 2), at(3, 1), at(3, 2), at(2, 1)])
    expect(path.every((each) => !isSingle(each) && rangeOf(each).bottom === 3)).toBe(true)
    expect(stepWithin(range, -1, 0, EXTENT).active).toEqual(at(3, 2))
  })

  it('with Enter on one cell, steps down', () => {
    expect(stepWithin(single(at(4, 2)), 1, 0, EXTENT)).toEqual(single(at(5, 2)))
  })
})
