import { describe, expect, it } from 'vitest'
import { optionalText, textField } from '#shared/schemas/values.ts'

describe('a name brought from elsewhere', () => {
  it('stands on one line, without what nobody can see in it', () => {
    expect(textField.parse(' Espace\tGare\r\nNord\u202e ')).toBe('Espace Gare Nord')
  })
  it('of spaces and breaks only is empty, so refused', () => {
    expect(textField.safeParse('\t\n ').error?.issues[0]?.message).toBe('text.empty')
  })
})

describe('a note', () => {
  it('keeps its lines', () => {
    expect(optionalText.parse('Appeler\nla préfecture')).toBe('Appeler\nla préfecture')
  })
})
