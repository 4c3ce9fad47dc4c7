/** Ids at the doors of the page: what is rounded, negative, cut or written otherwise names no row. */
import { describe, expect, test } from 'vitest'
import { idIn, MOST_ID } from '#shared/domain/ids.ts'
import { idField } from '#shared/schemas/values.ts'

describe('an id', () => {
  test.each([2 ** 53, 2 ** 53 + 2, MOST_ID + 1, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '7', null])(
    '%s is refused at the door',
    (value) => {
      expect(idField.safeParse(value).success).toBe(false)
    },
  )

  test.each(['9007199254740993', '9007199254740991.4', '1e3', '0x10', ' 7', '07', '-7', '7.0', ''])(
    'written %j in an address names no row',
    (text) => {
      expect(idIn(text)).toBeNull()
    },
  )

  test('is any whole number from 1 to the largest', () => {
    for (const id of [1, 42, MOST_ID]) {
      expect(idField.parse(id)).toBe(id)
      expect(idIn(String(id))).toBe(id)
    }
  })
})
