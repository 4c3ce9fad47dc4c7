import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { describeFilter, matches } from '../../../renderer/ui/grid/model/filter.ts'
import {
  defaultView,
  moveColumn,
  readView,
  toggleSort,
  writeView,
} from '../../../renderer/ui/grid/model/view.ts'
import { AMOUNT, COLUMNS, KIND, LABEL, ON, row, TODAY } from './support.ts'

describe('filters', () => {
  it('by value use the words of the screen', () => {
    const filter = { kind: 'values', values: ['Contrat de projet'] } as const
    expect(matches(KIND, row(1, { kind: 'contrat-de-projet' }), filter, TODAY)).toBe(true)
    expect(matches(KIND, row(1), filter, TODAY)).toBe(false)
    expect(describeFilter(KIND, filter)).toBe('Contrat\u00a0: Contrat de projet')
  })

  it('by words ignore accents and case', () => {
    const filter = { kind: 'contains', text: 'ELEVE' } as const
    expect(matches(LABEL, row(1, { label: 'Poste élevé' }), filter, TODAY)).toBe(true)
  })

  it('by number keep empty cells out', () => {
    const filter = { kind: 'between', min: 0, max: null } as const
    expect(matches(AMOUNT, row(1), filter, TODAY)).toBe(true)
    expect(matches(AMOUNT, row(1, { amount: null }), filter, TODAY)).toBe(false)
    expect(describeFilter(AMOUNT, { kind: 'between', min: 4_000_000, max: null })).toBe(
      'Notifié\u00a0: au moins 40\u202f000,00',
    )
  })

  it('in the next days count today and the last day', () => {
    const filter = { kind: 'within', days: 7 } as const
    expect(matches(ON, row(1, { on: day('2026-11-23') }), filter, TODAY)).toBe(true)
    expect(matches(ON, row(1, { on: day('2026-11-30') }), filter, TODAY)).toBe(true)
    expect(matches(ON, row(1, { on: day('2026-12-01') }), filter, TODAY)).toBe(false)
    expect(matches(ON, row(1, { on: day('2026-11-22') }), filter, TODAY)).toBe(false)
  })

  it('takes any number of days that may be typed or saved', () => {
    for (const days of [99_999_999, Number.MAX_SAFE_INTEGER])
      expect(matches(ON, row(1, { on: day('2026-11-30') }), { kind: 'within', days }, TODAY)).toBe(true)
    expect(matches(ON, row(1, { on: day('1999-01-01') }), { kind: 'within', days: -9e9 }, TODAY)).toBe(true)
  })
})

describe('a view', () => {
  it('is read as it was written', () => {
    const view = defaultView(COLUMNS, {
      sorting: [{ id: 'on', desc: true }],
      filters: [{ id: 'kind', value: { kind: 'values', values: ['CDI'] } }],
      grouping: 'structure',
      frozen: 2,
    })
    expect(readView(writeView(view), COLUMNS)).toEqual(view)
  })

  it('loses what no longer exists, and shows no column it did not know', () => {
    const old = defaultView([...COLUMNS, { ...LABEL, id: 'gone' }], {
      sorting: [{ id: 'gone', desc: false }],
    })
    const [first, ...rest] = COLUMNS
    const read = readView(writeView(old), [first, ...rest, { ...LABEL, id: 'new' }])
    expect(read?.sorting).toEqual([])
    expect(read?.order).not.toContain('gone')
    expect(read?.hidden).toContain('new')
  })

  it('is refused where the text is no view', () => {
    expect(readView('{"sorting":"x"}', COLUMNS)).toBeNull()
    expect(readView('not json', COLUMNS)).toBeNull()
  })

  it('sorts up, then down, then not; with Shift beside the others', () => {
    const up = toggleSort([], 'on', false)
    const down = toggleSort(up, 'on', false)
    expect([up, down, toggleSort(down, 'on', false)]).toEqual([
      [{ id: 'on', desc: false }],
      [{ id: 'on', desc: true }],
      [],
    ])
    expect(toggleSort(up, 'kind', true)).toEqual([
      { id: 'on', desc: false },
      { id: 'kind', desc: false },
    ])
  })

  it('moves a column one place, not beyond the ends', () => {
    expect(moveColumn(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moveColumn(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  })
})
