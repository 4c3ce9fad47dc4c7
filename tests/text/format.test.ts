import { describe, expect, it } from 'vitest'
import { frRate, frReference } from '#shared/text/format.ts'

describe('a legal reference', () => {
  it('is never broken over a line', () => {
    for (const reference of ['L1242-8-1', 'R332-39 CGFP', 'L332-24 à L332-26 CGFP', 'Loi 2000-321 art. 10'])
      expect(frReference(reference)).not.toMatch(/\d-\d| CGFP|(art\.|Loi) /)
    expect(frReference('R332-39 CGFP')).toBe('R332\u201139\u00a0CGFP')
  })

  it('leaves the words around it alone', () => {
    expect(frReference('règles de mai 2025, sous-préfecture')).toBe('règles de mai 2025, sous-préfecture')
  })
})

describe('a rate', () => {
  it('is written with a comma, its own space and a true minus', () => {
    expect(frRate(250)).toBe('2,5\u00a0%')
    expect(frRate(4_225)).toBe('42,25\u00a0%')
    expect(frRate(-250)).toBe('\u22122,5\u00a0%')
    expect(frRate(0)).toBe('0\u00a0%')
  })
})
