/** A long list of what a letter may be about is searched, never scrolled, and keeps the one chosen. */
import { describe, expect, it } from 'vitest'
import { matching, type Subject } from '../../../renderer/features/letters/subjects.ts'

const many: readonly Subject[] = Array.from({ length: 500 }, (_, at) => ({
  value: at + 1,
  label: `Émile Essai ${at + 1}`,
  detail: at === 499 ? 'terme le 31/01/2027' : 'terme le 31/12/2026',
}))

describe('what a letter is about, among hundreds', () => {
  it('offers a hundred at most, found by words without accents, in the label or the detail', () => {
    expect(matching(many, '', null)).toHaveLength(100)
    expect(matching(many, 'emile 31/01/2027', null).map((s) => s.value)).toEqual([500])
  })

  it('keeps the one chosen in the list, and does not filter on its own name', () => {
    const shown = matching(many, 'Émile Essai 500', 500)
    expect(shown[0]?.value).toBe(500)
    expect(shown).toHaveLength(101)
  })

  it('leaves a short list whole', () => {
    expect(matching(many.slice(0, 12), 'rien de tel', null)).toHaveLength(12)
  })
})
