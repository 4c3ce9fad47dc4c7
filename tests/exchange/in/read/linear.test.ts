/**
 * Reading is in proportion to the file, whatever program wrote it. Judged by the characters looked at rather than by the clock:
 * each is looked at a few times at most. And what a file of a few megabytes may ask is bounded.
 */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { readFile } from '../../../../electron/exchange/in/read/read-file.ts'
import { LIMITS, Unreadable } from '../../../../electron/exchange/in/read/source.ts'
import { dateStyles } from '../../../../electron/exchange/in/read/xlsx-styles.ts'
import { attribute, scanXml } from '../../../../electron/exchange/in/read/xml.ts'
import { openArchive } from '../../../../electron/exchange/in/read/zip.ts'
import { planFile, readForImport } from '../../../../electron/services/import/import-file.ts'
import { countedText } from '../../../support/import/counted-text.ts'
import { COLUMNS, cellText, WRITERS, zip } from '../../../support/import/writers.ts'
import { memoryDossier } from '../../../support/memory-dossier.ts'

/** Times each character may be looked at: to find its tag, its name, its text, and the end of each. */
const FEW = 4
const ROWS = 400

/** Characters looked at for each one of the text, attributes asked for included. */
function lookedPerCharacter(xml: string): number {
  const counted = countedText(xml)
  let inAttributes = 0
  scanXml(counted.text, {
    open(_, attributes) {
      const own = countedText(attributes)
      attribute(own.text, 'r')
      inAttributes = Math.max(inAttributes, own.looked() / (attributes.length + 1))
    },
    close() {},
    text() {},
  })
  return Math.max(counted.looked() / xml.length, inAttributes)
}

function codeOf(bytes: Uint8Array, limits = LIMITS): string {
  try {
    readFile(bytes, limits)
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
  return 'read'
}

const sheetOf = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`

describe('a workbook', () => {
  for (const { name, write } of WRITERS)
    it(`written with ${name} is read whole, each character looked at a few times`, async () => {
      const bytes = await write(ROWS)
      const [sheet] = readFile(bytes).sheets
      expect(sheet?.rows.map((row) => row.cells.map((cell) => cell?.text))).toEqual(
        Array.from({ length: ROWS }, (_, r) => Array.from({ length: COLUMNS }, (_, c) => cellText(r, c))),
      )
      const archive = openArchive(bytes)
      for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedstrings.xml'])
        expect(lookedPerCharacter(archive.readText(part) ?? '<none/>')).toBeLessThan(FEW)
    })

  it('whose tags are made to be searched is read in proportion too, or refused', () => {
    const many = (text: string) => text.repeat(5000)
    for (const xml of [
      `<a>${many("<b x='1'/>")}</a>`,
      `<a>${many('<b>')}</a>`,
      `<a ${many('r ')} r="1"/>`,
      `<a ${many('x="r= \' r=" ')}/>`,
      `<a ${many(' ')}/>`,
      `<a ${many("x=' r=\"' ")}/>`,
      `<a>${many('&amp')}</a>`,
    ])
      expect(lookedPerCharacter(xml)).toBeLessThan(FEW)
    for (const xml of [
      `<a>${many('<b x="')}`,
      `<a>${many('<!--')}`,
      `<a>${many('<![CDATA[')}`,
      `<a ${many("'")}'`,
    ])
      expect(() => lookedPerCharacter(xml)).toThrow(Unreadable)
  })
})

describe('attributes', () => {
  it('are found by their own name only, never inside the value of another', () => {
    const written = ` x='r="1"' xr="2" a:r = '3>"' r='4'`
    expect(attribute(written, 'r')).toBe('3>"')
    expect(attribute(` x="y r='5'"`, 'r')).toBeNull()
    expect(attribute(` checked r="6"`, 'r')).toBe('6')
    expect(attribute(` r=7 s="8"`, 'r')).toBeNull()
    expect(attribute(` r=7 s="8"`, 's')).toBe('8')
    expect(attribute(` r="&amp;&#233;"`, 'r')).toBe('&é')
  })
})

describe('a shared text', () => {
  const LONG = 'Une longue remarque. '.repeat(150)
  const cells = (times: number) => '<row>'.concat('<c t="s"><v>0</v></c>'.repeat(times), '</row>')
  const strings = (texts: readonly string[]) =>
    `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`

  it('shown many times is one in memory: every cell is the same', () => {
    const bytes = zip({ sheet: sheetOf(cells(300)), strings: strings([LONG]) })
    const [row] = readFile(bytes).sheets[0]?.rows ?? []
    expect(new Set(row?.cells).size).toBe(1)
    expect(row?.cells).toHaveLength(300)
  })

  it('counts wherever it is shown: a file of a few kilobytes cannot ask for gigabytes of text', () => {
    const bytes = zip({ sheet: sheetOf(cells(100).repeat(400)), strings: strings([LONG]) })
    expect(bytes.length).toBeLessThan(20_000)
    expect(codeOf(bytes)).toBe('too-much-text')
    const filled = zip({
      sheet: sheetOf(
        `${cells(400)}${'<row><c/></row>'.repeat(400)}`.replaceAll('<c/>', '<c><v>1</v></c>'),
        `<mergeCells>${Array.from({ length: 400 }, (_, c) => `<mergeCell ref="${column(c)}1:${column(c)}401"/>`).join('')}</mergeCells>`,
      ),
      strings: strings([LONG]),
    })
    expect(codeOf(filled)).toBe('too-much-text')
  })

  it('is one of a bounded number', () => {
    const bytes = zip({ sheet: sheetOf(cells(1)), strings: strings(['a', 'b', 'c']) })
    expect(codeOf(bytes, { ...LIMITS, maxStrings: 3 })).toBe('read')
    expect(codeOf(bytes, { ...LIMITS, maxStrings: 2 })).toBe('too-many-strings')
  })

  it('that a cell does not name is none, whatever the table begins with', () => {
    const bytes = zip({
      sheet: sheetOf('<row><c t="s"/><c t="s"><v/></c><c><v>1</v></c></row>'),
      strings: strings(['a']),
    })
    expect(readFile(bytes).sheets[0]?.rows[0]?.cells.map((cell) => cell?.text)).toEqual([
      undefined,
      undefined,
      '1',
    ])
  })
})

describe('merged cells', () => {
  it('fill the rows they cover, once, whatever their order and their number', () => {
    const rows = Array.from({ length: 6 }, (_, r) =>
      r % 2 === 0
        ? `<row r="${r + 1}"><c r="A${r + 1}" t="str"><v>${r}</v></c></row>`
        : `<row r="${r + 1}"><c r="B${r + 1}"><v>${r}</v></c></row>`,
    )
    const merges = ['A5:A6', 'A1:A2', 'A1:A1048576', 'ZZZ1:ZZZ1048576', 'A3:A4', 'C1:C6']
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join('')
    const bytes = zip({ sheet: sheetOf(rows.join(''), `<mergeCells>${merges}</mergeCells>`) })
    const texts = readFile(bytes).sheets[0]?.rows.map((row) => row.cells.map((cell) => cell?.text))
    expect(texts).toEqual([['0'], ['0', '1'], ['2'], ['2', '3'], ['4'], ['4', '5']])
  })

  it('of every column and every row of a small file are refused before they fill the memory', () => {
    const rows = Array.from({ length: 8000 }, (_, r) =>
      r === 0
        ? `<row r="1">${'<c><v>1</v></c>'.repeat(500)}</row>`
        : `<row r="${r + 1}"><c><v>1</v></c></row>`,
    )
    const merges = Array.from({ length: 500 }, (_, c) => `<mergeCell ref="${column(c)}1:${column(c)}8000"/>`)
    const bytes = zip({ sheet: sheetOf(rows.join(''), `<mergeCells>${merges.join('')}</mergeCells>`) })
    expect(codeOf(bytes)).toBe('too-many-cells')
  })
})

describe('rows', () => {
  it('of a single far cell each take their places in the count', () => {
    const row = '<row><c r="SF1"><v>1</v></c></row>'
    const bytes = zip({ sheet: sheetOf(row.repeat(30)) })
    expect(codeOf(bytes)).toBe('read')
    expect(codeOf(bytes, { ...LIMITS, maxPlaces: 500 * 30 })).toBe('read')
    expect(codeOf(bytes, { ...LIMITS, maxPlaces: 500 * 30 - 1 })).toBe('too-many-cells')
  })

  it('numbered with nonsense follow each other', () => {
    const row = (r: string) => `<row r="${r}"><c><v>1</v></c></row>`
    const bytes = zip({ sheet: sheetOf(['2', '', 'x', '1e300', '-4', '0x10'].map(row).join('')) })
    expect(readFile(bytes).sheets[0]?.rows.map((r) => r.line)).toEqual([2, 3, 4, 5, 6, 16])
  })
})

describe('sheets', () => {
  it('listed twice with one part are refused: it would be read as often as it is named', () => {
    const sheet = sheetOf('<row><c><v>1</v></c></row>')
    expect(codeOf(zip({ sheet, listed: 1 }))).toBe('read')
    expect(codeOf(zip({ sheet, listed: 2 }))).toBe('archive-damaged')
  })
})

describe('formats', () => {
  it('are judged once each, however long and however many styles name them', () => {
    const code = `dd${'['.repeat(200_000)}`
    const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(20_000)}</cellXfs></styleSheet>`
    expect(dateStyles(xml).size).toBe(20_000)
  })
})

describe('cells of a text file', () => {
  it('made of thousands of brackets, signs or spaces are planned like others', () => {
    const dossier = memoryDossier()
    const header = 'Structure;N° poste;Nom prénom;Email;Type;Début;Remarque'
    const odd = ['('.repeat(30_000), '@.'.repeat(15_000), `a${' '.repeat(30_000)}b`, ';'.repeat(2)]
    const lines = odd.map((text, i) => `Asso ${i};${i};Ada Brise;${text};CDI;01/03/2024;${text}`)
    const bytes = new TextEncoder().encode([`${header};${odd[0]}`, ...lines, ...lines].join('\n'))
    const { plan } = planFile({
      ...readForImport(dossier),
      bytes,
      fileName: 'x.csv',
      today: day('2026-11-23'),
    })
    expect(plan.rows.read).toBe(8)
    dossier.close()
  })

  it('after a quote never closed are refused with the line where it opens', () => {
    const text = `a;b\n${'1;2\n'.repeat(20_000)}"3;4\n${'5;6\n'.repeat(20_000)}`
    expect(codeOf(new TextEncoder().encode(text))).toBe('quote-not-closed')
  })
})

function column(index: number): string {
  const head = index >= 26 ? column(Math.floor(index / 26) - 1) : ''
  return head + String.fromCharCode(65 + (index % 26))
}
