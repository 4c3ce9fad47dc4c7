import { describe, expect, test } from 'vitest'
import { dataProblem } from '../../electron/api/plain-data.ts'

describe('a message', () => {
  test.each([
    ['text', 'a'],
    ['null', null],
    ['nothing', undefined],
    ['an object', { a: [1, { b: true }] }],
    ['a plain object with a key of any name', JSON.parse('{"constructor": {"name": {}}}')],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 })],
  ])('may be %s', (_name, value) => {
    expect(dataProblem(value)).toBeNull()
  })

  test.each([
    ['a map', new Map([['a', 1]])],
    ['a date', new URLSearchParams('a=1')],
    ['bytes', new Uint8Array(3)],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a big integer', 3n],
    ['not a number', Number.NaN],
    ['infinity, deep inside', { a: [{ b: Number.POSITIVE_INFINITY }] }],
    [
      'a constructor smuggled in',
      Object.assign(Object.create(null), { constructor: { name: Object.create(null) } }),
    ],
    ['a prototype smuggled in', JSON.parse('{"__proto__": {"admin": true}}')],
  ])('is not %s', (_name, value) => {
    expect(dataProblem(value)).toBe('not-plain')
  })

  test('is bounded in depth, cycles included', () => {
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    expect(dataProblem(cycle)).toBe('too-large')
    expect(dataProblem(JSON.parse('['.repeat(5000) + ']'.repeat(5000)))).toBe('too-large')
  })

  test('is bounded in number of values and of characters', () => {
    const bounds = { values: 100, depth: 10, characters: 100 }
    expect(
      dataProblem(
        Array.from({ length: 101 }, () => 0),
        bounds,
      ),
    ).toBe('too-large')
    expect(dataProblem({ a: 'x'.repeat(60), b: 'y'.repeat(60) }, bounds)).toBe('too-large')
    expect(dataProblem({ a: 'x'.repeat(60) }, bounds)).toBeNull()
  })

  test('with an array that is long only in name costs nothing to refuse', () => {
    const sparse: unknown[] = []
    sparse.length = 4_000_000_000
    expect(dataProblem({ rows: sparse })).toBe('too-large')
  })
})
