import { describe, expect, it } from 'vitest'
import { checkIdentifier, departmentExists, withoutSpaces } from '#shared/rules/identifiers.ts'

describe('a SIRET', () => {
  const check = (value: string) => checkIdentifier('siret', value)

  it('is read through every kind of space', () => {
    for (const space of [' ', '\u00a0', '\u202f', '\u2009', '\t', '\u200b', '\ufeff'])
      expect(check(`732${space}829${space}320${space}00074`)).toMatchObject({
        valid: true,
        normalized: '73282932000074',
      })
  })

  it('has fourteen digits and a right key', () => {
    expect(check('7328293200007')).toMatchObject({ valid: false, reason: 'length' })
    expect(check('732829320000744')).toMatchObject({ valid: false, reason: 'length' })
    expect(check('73282932000075')).toMatchObject({ valid: false, reason: 'checksum' })
    expect(check('7328293200007O')).toMatchObject({ valid: false, reason: 'shape' })
    expect(check('')).toMatchObject({ valid: false, reason: 'empty', normalized: '' })
    expect(check('٧٣٢٨٢٩٣٢٠٠٠٠٧٤').valid).toBe(false)
  })

  it('of La Poste may add up to a multiple of five instead', () => {
    expect(check('35600000049837').valid).toBe(true)
    expect(check('35600000000048').valid).toBe(true)
    expect(check('35600000049836')).toMatchObject({ valid: false, reason: 'checksum' })
    // The same digit sum elsewhere is not enough.
    expect(check('73282932000078').valid).toBe(false)
  })
})

describe('other identifiers', () => {
  it('RNA: W and nine characters, upper-cased', () => {
    expect(checkIdentifier('rna', ' w751234567 ')).toMatchObject({ valid: true, normalized: 'W751234567' })
    expect(checkIdentifier('rna', 'W2A1234567').valid).toBe(true)
    expect(checkIdentifier('rna', 'WA51234567').valid).toBe(false)
    expect(checkIdentifier('rna', 'W75123456').valid).toBe(false)
    expect(checkIdentifier('rna', 'W7512345678').valid).toBe(false)
    expect(checkIdentifier('rna', 'W75 123 4567').valid).toBe(true)
  })

  it.each([
    '01001',
    '2A004',
    '2B033',
    '2a004',
    '59350',
    '95680',
    '97105',
    '97302',
    '97416',
    '97608',
    '97502',
    '97701',
    '97801',
    '98735',
    '98818',
    '98613',
  ])('COG: %s is a commune that may exist', (value) => {
    expect(checkIdentifier('cog', value).valid).toBe(true)
  })

  it.each([
    '20004',
    '00001',
    '96001',
    '99100',
    '97001',
    '97901',
    '98001',
    '98501',
    '2C004',
    '1001',
    '010011',
    '',
    'ABCDE',
    '2A04',
  ])('COG: %s is none', (value) => {
    expect(checkIdentifier('cog', value).valid).toBe(false)
  })

  it('APE: four digits and a letter, the dot dropped', () => {
    expect(checkIdentifier('ape', '94.99Z')).toMatchObject({ valid: true, normalized: '9499Z' })
    expect(checkIdentifier('ape', '9499z')).toMatchObject({ valid: true, normalized: '9499Z' })
    expect(checkIdentifier('ape', '84.11 Z').normalized).toBe('8411Z')
    for (const wrong of ['949Z', '94999', '9.499Z', '94..99Z', '9499ZZ'])
      expect(checkIdentifier('ape', wrong).valid).toBe(false)
  })

  it('a department exists or does not', () => {
    expect(['01', '19', '21', '95', '2A', '2B', '971', '978', '988'].every(departmentExists)).toBe(true)
    expect(['20', '00', '96', '99', '1', '979', '', '2C'].some(departmentExists)).toBe(false)
    expect(withoutSpaces(' 7 5\u202f0 0 ')).toBe('7500')
  })
})
