import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTsv, writeHtml, writeTsv } from '../../../renderer/ui/grid/model/clipboard.ts'

describe('the clipboard, as spreadsheets speak it', () => {
  it('reads what Excel copies: tabs, Windows line breaks, one empty last line', () => {
    expect(readTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('reads a quoted cell that holds a line break, a tab and quotes', () => {
    expect(readTsv('"ligne 1\nligne 2"\t"dit ""oui"""\t"a\tb"\nfin')).toEqual([
      ['ligne 1\nligne 2', 'dit "oui"', 'a\tb'],
      ['fin'],
    ])
  })

  it('leaves quotes inside an unquoted cell as they are', () => {
    expect(readTsv('Salle "B"\t5" de haut')).toEqual([['Salle "B"', '5" de haut']])
  })

  it('keeps empty cells, at the end of a line too', () => {
    expect(readTsv('a\t\t\n\tb\t')).toEqual([
      ['a', '', ''],
      ['', 'b', ''],
    ])
  })

  it('gives back any table it wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', '\t', '\n', ';', '€'), maxLength: 8 })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(table, (written) => {
        // A table of one empty cell is an empty clipboard.
        fc.pre(
          written.length > 1 ||
            written[0]?.some((each) => each !== '') === true ||
            (written[0]?.length ?? 0) > 1,
        )
        fc.pre((written.at(-1)?.length ?? 0) > 1 || written.at(-1)?.[0] !== '')
        expect(readTsv(writeTsv(written))).toEqual(written)
      }),
    )
  })

  it('gives a spreadsheet the number behind an amount, and identifiers as text', () => {
    const html = writeHtml([
      [
        { text: '44000,5', number: 44000.5, format: 'amount' },
        { text: '00018', format: 'text' },
      ],
    ])
    expect(html).toContain('x:num="44000.5"')
    expect(html).toContain('mso-number-format:"\\@"')
  })

  it('writes no markup a cell could smuggle in', () => {
    expect(writeHtml([[{ text: '<img src=x onerror=alert(1)>' }]])).not.toContain('<img')
  })
})
