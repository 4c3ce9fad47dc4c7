/** The clipboard as spreadsheets speak it: TSV with quotes where a cell holds tabs, quotes or line breaks, and an HTML table. */
export type Table = readonly (readonly string[])[]

export function writeTsv(table: Table): string {
  return table.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Excel, LibreOffice and text editors: any line break between rows, quoted cells, one empty last row dropped. */
export function readTsv(text: string): Table {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quotedCell = false
  let began = false
  const endCell = () => {
    row.push(cell)
    cell = ''
    began = false
  }
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at]
    if (quotedCell) {
      if (c !== '"') cell += c
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quotedCell = false
    } else if (c === '"' && !began) {
      quotedCell = true
      began = true
    } else if (c === '\t') endCell()
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[at + 1] === '\n') at += 1
      endCell()
      rows.push(row)
      row = []
    } else {
      cell += c
      began = true
    }
  }
  if (cell !== '' || row.length > 0) {
    endCell()
    rows.push(row)
  }
  return rows
}

/** A cell as an HTML table gives it to a spreadsheet: its text, and its number or day where it is one. */
export interface HtmlCell {
  readonly text: string
  /** 44000.5: what the spreadsheet stores. */
  readonly number?: number
  readonly format?: 'amount' | 'integer' | 'day' | 'text'
}

const FORMATS = {
  amount: '#\\,\\#\\#0\\.00',
  integer: '0',
  day: 'dd\\/mm\\/yyyy',
  text: '\\@',
} as const

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function writeHtml(table: readonly (readonly HtmlCell[])[]): string {
  const rows = table.map((row) => {
    const cells = row.map((cell) => {
      const style = cell.format === undefined ? '' : ` style='mso-number-format:"${FORMATS[cell.format]}"'`
      const number = cell.number === undefined ? '' : ` x:num="${cell.number}"`
      return `<td${style}${number}>${escaped(cell.text).replaceAll('\n', '<br>')}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${rows.join('')}</table></body></html>`
}
