/**
 * Where the headers are and which field each column is. Headers of real files carry line breaks, trailing spaces, stars and
 * units: they are compared without them. Titles above the headers are passed over; the best line of the first ones wins.
 */
import type { ImportMappingDefinition } from '#shared/schemas/import.ts'
import { bare } from '../cells/cell.ts'
import type { RawRow, Sheet } from '../read/source.ts'
import type { Field } from './field.ts'

const SEARCHED_ROWS = 40

export interface Column {
  readonly index: number
  /** As the file writes it, on one line; a letter where it is blank. */
  readonly name: string
  readonly field: string | null
}

export interface Headers {
  readonly line: number
  /** Rank of the header row among the rows of the sheet. */
  readonly rank: number
  readonly columns: readonly Column[]
  readonly recognised: number
}

/** "Nom du \npays *" → "nom du pays"; "Brut mensuel (€)" → "brut mensuel"; "N° poste" → "n poste". */
export function headerKey(text: string): string {
  return bare(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[°º*:€#"_./-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The line that names the most fields, the first of equals. Null where no line names `least` of them. */
export function findHeaders(
  sheet: Sheet,
  fields: readonly Field[],
  mapping: ImportMappingDefinition,
  least: number,
): Headers | null {
  const byName = fieldsByName(fields)
  const known = new Set(fields.map((f) => f.id))
  let best: Headers | null = null
  for (const [rank, row] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    if (mapping.headerLine !== null && row.line !== mapping.headerLine) continue
    const columns = columnsOf(row, byName, known, mapping)
    const recognised = columns.filter((c) => c.field !== null).length
    if (mapping.headerLine !== null || recognised > (best?.recognised ?? 0))
      best = { line: row.line, rank, columns, recognised }
  }
  return best !== null && best.recognised >= least ? best : null
}

/** Raw headers of a row, one line each. */
export function headerTexts(row: RawRow): readonly string[] {
  return row.cells.map((cell, i) => {
    const text = (cell?.text ?? '').replace(/\s+/g, ' ').trim()
    return text === '' ? letterOf(i) : text
  })
}

function fieldsByName(fields: readonly Field[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string>()
  for (const field of fields)
    for (const name of field.names) {
      if (!byName.has(headerKey(name))) byName.set(headerKey(name), field.id)
    }
  return byName
}

function columnsOf(
  row: RawRow,
  byName: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  mapping: ImportMappingDefinition,
): readonly Column[] {
  const asked = new Map(Object.entries(mapping.columns).map(([name, field]) => [headerKey(name), field]))
  const taken = new Set<string>()
  return headerTexts(row).map((name, index) => {
    const key = headerKey(name)
    const chosen = asked.has(key) ? (asked.get(key) ?? null) : (byName.get(key) ?? null)
    // Two columns of the same name: the first is read, the second is left out rather than mixed in.
    const field = chosen !== null && known.has(chosen) && !taken.has(chosen) ? chosen : null
    if (field !== null) taken.add(field)
    return { index, name, field }
  })
}

/** 0 → "A", 27 → "AB". */
export function letterOf(index: number): string {
  const head = index >= 26 ? letterOf(Math.floor(index / 26) - 1) : ''
  return head + String.fromCharCode(65 + (index % 26))
}
