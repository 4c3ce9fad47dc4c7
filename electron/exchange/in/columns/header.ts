/**
 * Where the headers are and which field each column is. Headers of real files carry line breaks, trailing spaces, stars and
 * units: they are compared without them. Titles above the headers are passed over; the best line of the first ones wins.
 */
import { createHash } from 'node:crypto'
import type { ImportMappingDefinition } from '#shared/schemas/import.ts'
import { bare, isAbsent, shownText } from '../cells/cell.ts'
import type { RawRow, Sheet } from '../read/source.ts'
import type { Field } from './field.ts'

const SEARCHED_ROWS = 40
const SAMPLED_ROWS = 80

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
  readonly shape: string
}

/** "Nom du \npays *" → "nom du pays"; "Brut mensuel (€)" → "brut mensuel"; "N° poste" → "n poste". */
export function headerKey(text: string): string {
  return bare(text)
    .replace(/\([^()]*\)/g, ' ')
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
  const asked = new Set(Object.keys(mapping.columns).map(headerKey))
  const isKnown = (key: string) => byName.has(key) || asked.has(key)
  let best: Headers | null = null
  for (const [rank, row] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    if (mapping.headerLine !== null && row.line !== mapping.headerLine) continue
    // Titles are cheap to pass over: the content is looked at only where some header is known.
    if (mapping.headerLine === null && !row.cells.some((c) => isKnown(headerKey(c?.text ?? '')))) continue
    const columns = columnsOf(
      row,
      sheet.rows.slice(rank + 1, rank + 1 + SAMPLED_ROWS),
      fields,
      byName,
      mapping,
    )
    const recognised = columns.filter((c) => c.field !== null).length
    if (mapping.headerLine !== null || recognised > (best?.recognised ?? 0))
      best = { line: row.line, rank, columns, recognised, shape: shapeOf(row) }
  }
  return best !== null && best.recognised >= least ? best : null
}

/** Identity of a row of headers, whatever its capitals, spaces and line breaks. */
function shapeOf(row: RawRow): string {
  const text = row.cells.map((cell) => headerKey(cell?.text ?? '')).join('\u0000')
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** The row whose headers have one of these shapes. */
export function findShape(
  sheet: Sheet,
  shapes: ReadonlySet<string>,
): { readonly line: number; readonly shape: string } | null {
  if (shapes.size === 0) return null
  for (const row of sheet.rows.slice(0, SEARCHED_ROWS)) {
    const shape = shapeOf(row)
    if (shapes.has(shape)) return { line: row.line, shape }
  }
  return null
}

/** Raw headers of a row, one line each. */
function headerTexts(row: RawRow): readonly string[] {
  return Array.from(row.cells, (cell, i) => {
    const text = (cell?.text ?? '').replace(/\s+/g, ' ').trim()
    return text === '' ? letterOf(i) : text
  })
}

type Names = ReadonlyMap<string, readonly Field[]>

function fieldsByName(fields: readonly Field[]): Names {
  const byName = new Map<string, Field[]>()
  for (const field of fields)
    for (const name of field.names) {
      const key = headerKey(name)
      const known = byName.get(key)
      if (known === undefined) byName.set(key, [field])
      else if (!known.includes(field)) known.push(field)
    }
  return byName
}

function columnsOf(
  row: RawRow,
  sample: readonly RawRow[],
  fields: readonly Field[],
  byName: Names,
  mapping: ImportMappingDefinition,
): readonly Column[] {
  const asked = new Map(Object.entries(mapping.columns).map(([name, field]) => [headerKey(name), field]))
  const known = new Set(fields.map((f) => f.id))
  const taken = new Set<string>()
  const claim = (id: string | null): string | null => {
    if (id === null || !known.has(id) || taken.has(id)) return null
    taken.add(id)
    return id
  }
  const named = headerTexts(row).map((name, index) => {
    const key = headerKey(name)
    const texts = sampleOf(sample, index)
    // Two columns of the same name: the first is read, the second is left out rather than mixed in.
    const field = asked.has(key)
      ? claim(asked.get(key) ?? null)
      : claim(chooseByContent(byName.get(key) ?? [], texts, taken))
    return { index, name, field, texts, asked: asked.has(key) }
  })
  return named.map(({ index, name, field, texts, asked: decided }) => ({
    index,
    name,
    field: field ?? (decided ? null : claim(recogniseByContent(fields, texts, taken))),
  }))
}

/** Of the fields that bear this header, the first whose values look right; the first of all where none can tell. */
function chooseByContent(
  candidates: readonly Field[],
  texts: readonly string[],
  taken: ReadonlySet<string>,
): string | null {
  const free = candidates.filter((f) => !taken.has(f.id))
  const fitting = free.find((f) => f.looksLike !== undefined && texts.length > 0 && fits(f, texts))
  const plain = free.find((f) => f.looksLike === undefined || texts.length === 0)
  return (fitting ?? plain ?? free[0])?.id ?? null
}

function recogniseByContent(
  fields: readonly Field[],
  texts: readonly string[],
  taken: ReadonlySet<string>,
): string | null {
  if (texts.length < 2) return null
  return fields.find((f) => f.byContent === true && !taken.has(f.id) && fits(f, texts))?.id ?? null
}

function fits(field: Field, texts: readonly string[]): boolean {
  return texts.filter((t) => field.looksLike?.(t) === true).length >= texts.length * 0.6
}

function sampleOf(rows: readonly RawRow[], index: number): readonly string[] {
  return rows
    .map((row) => shownText(row.cells[index] ?? null))
    .filter((text) => text !== '' && !isAbsent(text))
    .slice(0, 50)
}

/** 0 → "A", 27 → "AB". */
function letterOf(index: number): string {
  const head = index >= 26 ? letterOf(Math.floor(index / 26) - 1) : ''
  return head + String.fromCharCode(65 + (index % 26))
}
