import { describe, expect, test } from 'vitest'
import { seen, seenBeginning, seenOnOneLine } from '#shared/domain/seen-text.ts'

describe('what nobody can see in a text', () => {
  test.each([
    ['a name turned around', 'Contrat sign\u202efdp.exe', 'Contrat signfdp.exe'],
    ['isolates and marks of direction', '\u2066Moreau\u2069\u200f \u061cLéa\u200e', 'Moreau Léa'],
    ['signs of no width', 'Du\u200bpont\u2060\ufeff \u00adLéa\u200c\u200d', 'Dupont Léa'],
    ['fillers and tags', 'contrat\u3164.pdf\u{e0065}\u{e0078}\u{e0065}', 'contrat.pdf'],
    ['control characters', 'Post\u0000e\u0007 \u009b31m', 'Poste 31m'],
  ])('%s: removed', (_, text, expected) => {
    expect(seen(text)).toBe(expected)
  })

  test.each([
    'Maëlle Le Goff, « L’Escale » – 12 000 €',
    'une note\n\tsur deux lignes',
    'équipe 👩‍👩‍👧 et ❤️‍🔥, 👍🏽',
    'Nguyễn Thị Ánh, Łukasz, Αθηνά',
  ])('%s: kept as it is', (text) => {
    expect(seen(text)).toBe(text)
  })

  test('beyond a length its beginning is shown, never half of a sign', () => {
    expect(seenBeginning('Moreau\u202e Léa', 10)).toBe('Moreau Léa')
    expect(seenBeginning('Moreau Léa', 9)).toBe('Moreau L…')
    expect(seenBeginning('Léa 😀😀', 6)).toBe('Léa …')
    expect(seenBeginning('Léa 😀😀', 7)).toBe('Léa 😀…')
  })

  test('on one line, every kind of line break is a space', () => {
    expect(seenOnOneLine('Lettre\r\nde\u2028préavis\u2029.pdf')).toBe('Lettre de préavis .pdf')
  })
})
