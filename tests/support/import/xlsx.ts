/** Workbooks written part by part, so that a test may hold what no library would write: merges, errors, links, bombs. */
import { strToU8, zipSync } from 'fflate'

export type Cell =
  | string
  | number
  | boolean
  | null
  /** A day, as Excel stores it. */
  | { readonly day: string }
  | { readonly serial: number }
  | { readonly error: string }
  | { readonly formula: string; readonly value: string | number | null }
  /** Text kept in the cell rather than in the shared table. */
  | { readonly inline: string }

export interface SheetSpec {
  readonly name: string
  readonly rows: readonly (readonly Cell[] | null)[]
  readonly hidden?: boolean
  readonly merges?: readonly string[]
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[]
  readonly date1904?: boolean
  /** Other parts, by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** The same date in every archive: a fixture written twice is the same file. */
const MTIME = new Date(2026, 0, 1, 12)

export function workbook(spec: WorkbookSpec): Uint8Array {
  const strings: string[] = []
  const sheets = spec.sheets.map((sheet) => sheetXml(sheet, strings, spec.date1904 === true))
  const parts: Record<string, Uint8Array> = {}
  const add = (path: string, xml: string) => {
    parts[path] = strToU8(xml)
  }
  add(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${spec.sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
  )
  add('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']]))
  add(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${NS}" xmlns:r="${REL}"><workbookPr${spec.date1904 === true ? ' date1904="1"' : ''}/><sheets>${spec.sheets.map((s, i) => `<sheet name="${escaped(s.name)}" sheetId="${i + 1}"${s.hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  )
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...spec.sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rIdS', 'styles', 'styles.xml'],
      ['rIdT', 'sharedStrings', 'sharedStrings.xml'],
    ]),
  )
  for (const [i, xml] of sheets.entries()) add(`xl/worksheets/sheet${i + 1}.xml`, xml)
  add(
    'xl/styles.xml',
    `${HEAD}<styleSheet xmlns="${NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  )
  add(
    'xl/sharedStrings.xml',
    `${HEAD}<sst xmlns="${NS}">${strings.map((s) => `<si><t xml:space="preserve">${escaped(s)}</t></si>`).join('')}</sst>`,
  )
  for (const [path, content] of Object.entries(spec.parts ?? {}))
    parts[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(parts, { level: 6, mtime: MTIME })
}

function sheetXml(sheet: SheetSpec, strings: string[], date1904: boolean): string {
  const rows = sheet.rows.map((cells, r) =>
    cells === null
      ? ''
      : `<row r="${r + 1}">${cells.map((cell, c) => cellXml(cell, `${letter(c)}${r + 1}`, strings, date1904)).join('')}</row>`,
  )
  const merges = sheet.merges ?? []
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return `${HEAD}<worksheet xmlns="${NS}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`
}

function cellXml(cell: Cell, ref: string, strings: string[], date1904: boolean): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${ref}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('day' in cell) return `<c r="${ref}" s="1"><v>${serialOf(cell.day, date1904)}</v></c>`
  if ('serial' in cell) return `<c r="${ref}" s="1"><v>${cell.serial}</v></c>`
  if ('error' in cell) return `<c r="${ref}" t="e"><v>${escaped(cell.error)}</v></c>`
  if ('inline' in cell) return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`
  const value = cell.value === null ? '' : `<v>${escaped(String(cell.value))}</v>`
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  return `<c r="${ref}"${type}><f>${escaped(cell.formula)}</f>${value}</c>`
}

function serialOf(day: string, date1904: boolean): number {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000
  return days + (date1904 ? 24_107 : 25_569)
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}

function letter(column: number): string {
  const head = column >= 26 ? letter(Math.floor(column / 26) - 1) : ''
  return head + String.fromCharCode(65 + (column % 26))
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
