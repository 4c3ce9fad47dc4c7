/**
 * The same rows as different programs write them: what is between the cells, how attributes are quoted and where texts are kept
 * differ, the cells do not. Each is honest: such files come from real programs.
 */
import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { workbook } from './xlsx.ts'

export const COLUMNS = 6

export interface Writer {
  readonly name: string
  write(rows: number): Promise<Uint8Array> | Uint8Array
}

/** Text of a cell: long enough to be kept as a slice of what it was read from. */
export function cellText(row: number, column: number): string {
  return `Structure d’accueil ${row} · ${column}`
}

interface Spelling {
  /** The whole `<c …>…</c>`. */
  cell(row: number, column: number): string
  row?(inner: string, row: number): string
  /** Shared texts, one per cell, where cells name them. */
  shared?(text: string): string
  readonly between?: string
  readonly quote?: '"' | "'"
}

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
const WIDE = ' '.repeat(200)

function inline(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`
}

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  'texts in the cells': { cell: (r, c) => inline(cellText(r, c)) },
  'attributes between single quotes': {
    quote: "'",
    cell: (r, c) => `<c t='inlineStr'><is><t>${cellText(r, c)}</t></is></c>`,
  },
  'no attribute at all in the rows': {
    quote: "'",
    row: (inner) => `<row>${inner}</row>`,
    cell: (r, c) => `<c t='str'><v>${cellText(r, c)}</v></c>`,
  },
  'attributes that hold the other quote and a “>”': {
    cell: (r, c) => `<c x='"' t="inlineStr" y="a > b ' c"><is><t>${cellText(r, c)}</t></is></c>`,
  },
  'runs of rich text and readings': {
    cell: (r, c) =>
      `<c t="inlineStr"><is><r><rPr><b/></rPr><t>Structure d’accueil</t></r><r><t xml:space="preserve"> ${r} · ${c}</t></r><rPh sb="0" eb="1"><t>lu</t></rPh></is></c>`,
  },
  'shared texts': {
    cell: (r, c) => `<c t="s"><v>${r * COLUMNS + c}</v></c>`,
    shared: (text) => `<si><t>${text}</t></si>`,
  },
  'shared texts in runs, with readings': {
    cell: (r, c) => `<c t="s"><v>${r * COLUMNS + c}</v></c>`,
    shared: (text) => `<si><r><t>${text}</t></r><rPh sb="0" eb="1"><t>lu</t></rPh><phoneticPr/></si>`,
  },
  'comments between the cells': {
    between: '<!-- "écrit\' par > un programme -->',
    cell: (r, c) => inline(cellText(r, c)),
  },
  'texts as CDATA': { cell: (r, c) => inline(`<![CDATA[${cellText(r, c)}]]>`) },
  'instructions between the cells': {
    between: '<?programme "a\' ?>',
    cell: (r, c) => inline(cellText(r, c)),
  },
  'much white space, between tags and in them': {
    between: `\n${WIDE}`,
    cell: (r, c) => `<c ${WIDE} t = "inlineStr"${WIDE}><is><t>${cellText(r, c)}</t></is></c>`,
  },
  'tags closed in themselves': {
    between: '<c/><c s="0"/>',
    row: (inner) => `<row>${inner}</row>`,
    cell: (r, c) => `<c r="${'ABCDEF'[c]}${r + 1}" t="inlineStr"><is><t>${cellText(r, c)}</t></is></c>`,
  },
}

/** All of them. */
export const WRITERS: readonly Writer[] = [
  { name: 'exceljs', write: byExceljs },
  {
    name: 'our own workbooks',
    write: (rows) => workbook({ sheets: [{ name: 'Suivi', rows: table(rows) }] }),
  },
  ...Object.entries(SPELLINGS).map(([name, spelling]) => ({
    name,
    write: (rows: number) => spelled(rows, spelling),
  })),
]

function table(rows: number): readonly (readonly string[])[] {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: COLUMNS }, (_, c) => cellText(r, c)))
}

async function byExceljs(rows: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Suivi').addRows(table(rows).map((cells) => [...cells]))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function spelled(rows: number, spelling: Spelling): Uint8Array {
  const { quote = '"', between = '', row = numbered, shared } = spelling
  const lines = Array.from({ length: rows }, (_, r) => {
    const cells = Array.from({ length: COLUMNS }, (_, c) => between + spelling.cell(r, c))
    return row(cells.join(''), r)
  })
  const texts = shared === undefined ? '' : table(rows).flat().map(shared).join('')
  return zip(
    {
      sheet: `<worksheet xmlns="${NS}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
      strings: `<sst xmlns="${NS}">${texts}</sst>`,
    },
    quote,
  )
}

function numbered(inner: string, row: number): string {
  return `<row r="${row + 1}">${inner}</row>`
}

/** A workbook of one sheet from its two large parts, as written. */
export function zip(
  parts: {
    readonly sheet: string
    readonly strings?: string
    readonly styles?: string
    readonly listed?: number
  },
  quote: '"' | "'" = '"',
): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`
  const relations = (...list: readonly string[]) =>
    `<Relationships xmlns="${PACKAGE_REL}">${list.join('')}</Relationships>`
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets>${'<sheet name="Suivi" sheetId="1" r:id="rId1"/>'.repeat(parts.listed ?? 1)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
      relation('rId3', 'styles', 'styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': parts.sheet,
    'xl/sharedStrings.xml': parts.strings ?? `<sst xmlns="${NS}"/>`,
    'xl/styles.xml': parts.styles ?? `<styleSheet xmlns="${NS}"/>`,
  }
  const files = Object.entries(texts).map(([path, text]) => [
    path,
    strToU8(quote === '"' ? text : text.replaceAll('"', "'")),
  ])
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 6 })
}
