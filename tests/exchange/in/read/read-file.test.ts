/** Bytes of every kind become the same rows of cells. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../electron/exchange/in/read/read-file.ts'
import { dayOfSerial } from '../../../../electron/exchange/in/read/serial.ts'
import { LIMITS, Unreadable } from '../../../../electron/exchange/in/read/source.ts'
import { isDateFormat } from '../../../../electron/exchange/in/read/xlsx-styles.ts'
import { workbook } from '../../../support/import/xlsx.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const texts = (bytes: Uint8Array) =>
  readFile(bytes).sheets[0]?.rows.map((r) => r.cells.map((c) => c?.text ?? '')) ?? []
const codeOf = (read: () => unknown) => {
  try {
    read()
    return null
  } catch (error) {
    return error instanceof Unreadable ? error.code : error
  }
}

describe('reading a text file', () => {
  it('numbers a row as a spreadsheet does and as an editor does, whatever its cells hold', () => {
    const source = readFile(utf8('a;b\n1;"x\ny\nz"\n\n2;3\n'))
    expect(source.sheets[0]?.rows.map((r) => [r.line, r.fileLine])).toEqual([
      [1, 1],
      [2, 2],
      [4, 6],
    ])
  })

  it('gives back any table of text, whatever the separator, the quotes and the line breaks inside cells', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '"', ';', ',', '\t', '|', '\n', '1'),
      maxLength: 6,
    })
    fc.assert(
      fc.property(
        fc.constantFrom(';', ',', '\t', '|'),
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (separator, rows) => {
          const table = [['Nom', 'Prénom', 'Ville'], ...rows]
          const text = table
            .map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator))
            .join('\r\n')
          const expected = table.filter((cells) => cells.some((c) => c.trim() !== ''))
          expect(texts(utf8(text))).toEqual(expected)
        },
      ),
    )
  })

  it.each([
    ['UTF-8', utf8('Prénom;Âge\nÉlise;3')],
    ['UTF-8 (BOM)', utf8('\ufeffPrénom;Âge\nÉlise;3')],
    ['Windows-1252', new Uint8Array(Buffer.from('Prénom;Âge\nÉlise;3', 'latin1'))],
    ['UTF-16LE', new Uint8Array(Buffer.from('\ufeffPrénom;Âge\nÉlise;3', 'utf16le'))],
    ['UTF-16LE', new Uint8Array(Buffer.from('Prenom;Age;Ville;Code\nElise;3;Lyon;69000', 'utf16le'))],
    ['UTF-16BE', new Uint8Array(Buffer.from('\ufeffPrénom;Âge\nÉlise;3', 'utf16le').swap16())],
  ])('recognises %s', (encoding, bytes) => {
    const source = readFile(bytes)
    expect(source.encoding).toBe(encoding)
    expect(source.sheets[0]?.rows[1]?.cells[0]?.text.slice(1)).toBe('lise')
  })

  it('keeps the euro and the curly apostrophe of Windows-1252', () => {
    const bytes = new Uint8Array([
      ...Buffer.from('Total;Note\n12 '),
      0x80,
      0x3b,
      0x6c,
      0x92,
      0x61,
      0xe9,
      0x0a,
    ])
    expect(texts(bytes)[1]).toEqual(['12 €', 'l’aé'])
  })

  it('is not misled by commas inside the cells of a semicolon file', () => {
    expect(readFile(utf8('a;b\n1,5;x, y, z\n2,5;y, z, t\n')).separator).toBe(';')
  })

  it('reads a single column as one column', () => {
    const source = readFile(utf8('Nom\nFerrand\nMaurel\n'))
    expect(source.separator).toBeNull()
    expect(source.sheets[0]?.rows).toHaveLength(3)
  })

  it('refuses a file beyond its bounds before it fills the memory', () => {
    const limits = { ...LIMITS, maxRows: 3, maxColumns: 4, maxCells: 7, maxBytes: 60 }
    expect(codeOf(() => readFile(utf8('a;b\n'.repeat(4)), limits))).toBe('too-many-rows')
    expect(codeOf(() => readFile(utf8('a;b;c;d;e\n'), limits))).toBe('too-many-columns')
    expect(codeOf(() => readFile(utf8('a;b;c\n'.repeat(3)), limits))).toBe('too-many-cells')
    expect(codeOf(() => readFile(utf8('a;b;c\n'.repeat(30)), limits))).toBe('too-big')
  })
})

describe('reading a workbook', () => {
  it('gives text, numbers, days, true and false, errors, and the saved value of formulas', () => {
    const source = readFile(
      workbook({
        sheets: [
          {
            name: 'A & B',
            rows: [
              [
                'é < ù',
                12.5,
                { day: '2024-02-29' },
                true,
                { error: '#N/A' },
                { formula: '1+1', value: 2 },
                { formula: 'A1', value: 'x' },
                { inline: 'ici' },
              ],
            ],
          },
        ],
      }),
    )
    expect(source.sheets[0]).toEqual({
      name: 'A & B',
      hidden: false,
      rows: [
        {
          line: 1,
          fileLine: 1,
          cells: [
            { kind: 'text', text: 'é < ù' },
            { kind: 'number', text: '12,5', number: 12.5 },
            { kind: 'day', text: '29/02/2024', day: '2024-02-29' },
            { kind: 'flag', text: 'VRAI', flag: true },
            { kind: 'error', text: '#N/A' },
            { kind: 'number', text: '2', number: 2 },
            { kind: 'text', text: 'x' },
            { kind: 'text', text: 'ici' },
          ],
        },
      ],
    })
  })

  it('gives a value merged downwards to each row it covers, and leaves a title merged sideways alone', () => {
    const bytes = workbook({
      sheets: [
        {
          name: 'S',
          rows: [['Titre'], ['Structure', 'Poste'], ['Rives', 1], [null, 2], [null, 3], ['Autre', 4]],
          merges: ['A1:F1', 'A3:A5', 'A6:A1048576'],
        },
      ],
    })
    expect(texts(bytes)).toEqual([
      ['Titre'],
      ['Structure', 'Poste'],
      ['Rives', '1'],
      ['Rives', '2'],
      ['Rives', '3'],
      ['Autre', '4'],
    ])
  })

  it('reads elements under a prefix, as some programs write them', () => {
    const xml =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="2"><x:c r="B2" t="str"><x:v>ok &amp; bien</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const bytes = workbook({
      sheets: [{ name: 'S', rows: [['a']] }],
      parts: { 'xl/worksheets/sheet1.xml': xml },
    })
    expect(readFile(bytes).sheets[0]?.rows).toEqual([
      { line: 2, fileLine: 2, cells: [null, { kind: 'text', text: 'ok & bien' }] },
    ])
  })

  it('refuses a part that inflates beyond what the archive announced', () => {
    const bytes = workbook({ sheets: [{ name: 'S', rows: [['a'.repeat(5000)]] }] })
    const lying = Uint8Array.from(bytes)
    // Sizes of the central directory, set to 10 bytes: the directory lies.
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(codeOf(() => readFile(lying))).toBe('archive-too-big')
  })

  it.each([
    [45351, '2024-02-29'],
    [45351.99, '2024-02-29'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [0, null],
    [-1, null],
    [2_958_466, null],
  ])('reads day number %s as %s', (serial, day) => {
    expect(dayOfSerial(serial)).toBe(day)
  })

  it('ends with the calendar, whichever of its two days it counts from', () => {
    expect(dayOfSerial(2_958_465)).toBe('9999-12-31')
    expect(dayOfSerial(2_957_003, true)).toBe('9999-12-31')
    for (const serial of [2_957_004, 2_958_465, 1e12, Number.NaN, Number.POSITIVE_INFINITY])
      expect(dayOfSerial(serial, true)).toBe(null)
  })

  it.each([
    ['dd/mm/yyyy', true],
    ['[$-40C]d mmmm yyyy;@', true],
    ['jj/mm/aaaa', true],
    ['0.00 "jours"', false],
    ['#,##0.00 [$€-40C]', false],
    ['[Red]0.00', false],
    ['General', false],
    ['[h]:mm', false],
  ])('knows whether the format %s shows a day', (format, expected) => {
    expect(isDateFormat(format)).toBe(expected)
  })
})
