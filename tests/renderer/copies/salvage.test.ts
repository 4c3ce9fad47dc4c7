import { describe, expect, it } from 'vitest'
import { DAMAGED_WORDS } from '../../../renderer/features/copies/text.ts'

const words = (lost: number, incomplete: boolean) => DAMAGED_WORDS.lostRows({ lost, incomplete })

describe('what a damaged part lost', () => {
  it('is a number where all of it was read, and never "0" where nothing could be', () => {
    expect([words(0, false), words(3, false), words(3, true)]).toEqual(['0', '3', 'au moins 3'])
    expect(words(0, true)).toBe('nombre inconnu')
  })
})
