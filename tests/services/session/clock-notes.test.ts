/** What is said of a clock that is far from the dossier, its copies or the last opening, in either direction; and what is not. */
import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { clockNote, type Witnesses } from '../../../electron/services/session/clock-notes.ts'

const TODAY = day('2026-11-23')
const seen = (more: Partial<Witnesses> = {}) =>
  clockNote({ today: TODAY, lastChange: null, copies: [], lastOpening: null, ...more })
const monthly = Array.from({ length: 10 }, (_, i) => day(`20${26 - i}-06-15`))

describe('A clock is said to be', () => {
  test('behind the last change', () => {
    expect(seen({ today: day('2020-01-01'), lastChange: TODAY })?.message).toMatch(
      /01\/01\/2020.*en retard.*23\/11\/2026/,
    )
  })
  test('behind a copy, or the last opening: it was ahead, or is behind', () => {
    for (const more of [{ copies: [day('2037-01-01'), TODAY] }, { lastOpening: day('2037-01-01') }])
      expect(seen({ lastChange: TODAY, ...more })?.message).toMatch(
        /a été en avance.*les copies gardent l’ordre/,
      )
  })
  test('far ahead of the last change, and still after a change or copies made under it', () => {
    const today = day('2037-01-02')
    const wrong = day('2037-01-01')
    expect(seen({ today, lastChange: TODAY })?.message).toMatch(
      /02\/01\/2037.*23\/11\/2026.*Rien n’a été effacé/,
    )
    expect(
      seen({ today, lastChange: wrong, copies: [wrong, wrong, TODAY], lastOpening: wrong })?.message,
    ).toContain('23/11/2026')
  })
})

describe('Nothing is said', () => {
  test('of an ordinary clock, nor of a dossier opened once a year', () => {
    expect(seen()).toBeNull()
    expect(seen({ lastChange: TODAY, copies: [TODAY], lastOpening: TODAY })).toBeNull()
    expect(seen({ lastChange: day('2026-06-15'), copies: monthly })).toBeNull()
  })
})

test('What was read of one clock does not hide another', () => {
  const ids = [
    seen({ today: day('2020-01-01'), lastChange: TODAY }),
    seen({ today: day('2020-01-02'), lastChange: TODAY }),
    seen({ copies: [day('2037-01-01')] }),
    seen({ today: day('2037-01-01'), lastChange: TODAY }),
  ].map((note) => note?.id)
  expect(new Set(ids).size).toBe(4)
})
