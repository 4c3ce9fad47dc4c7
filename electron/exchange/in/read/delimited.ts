/**
 * Text to rows: finds the separator, then reads as RFC 4180 says (quotes, line breaks inside cells), keeping for each row its
 * number in a spreadsheet and the line of the file where it begins. Ragged rows are kept as they are: what a missing or extra cell means is judged later.
 */
import { parse } from 'csv-parse/sync'
import { LIMITS, type RawRow, type ReadLimits, textCell, Unreadable } from './source.ts'

export type Separator = ';' | ',' | '\t' | '|'
const CANDIDATES: readonly Separator[] = [';', ',', '\t', '|']
const SAMPLE_CHARACTERS = 200_000
const SAMPLE_ROWS = 60

interface ParsedRecord {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

export function readDelimited(
  text: string,
  limits: ReadLimits = LIMITS,
): { readonly separator: Separator | null; readonly rows: readonly RawRow[] } {
  // Excel's own hint, on a first line of its own.
  const hint = /^sep=(.)\r?\n/i.exec(text)
  const hinted = hint === null ? null : (CANDIDATES.find((c) => c === hint[1]) ?? null)
  const separator = hinted ?? detectSeparator(text)
  const rows: RawRow[] = []
  let cellCount = 0
  let nextLine = 1
  // Spreadsheets hide the hint: their first row is the one after it.
  let line = hint === null ? 0 : -1
  for (const { record, info } of records(text, separator ?? ';')) {
    const fileLine = nextLine
    nextLine = info.lines + 1
    line++
    if (line === 0) continue
    if (record.every((cell) => cell.trim() === '')) continue
    if (record.length > limits.maxColumns)
      throw new Unreadable('too-many-columns', { line, columns: record.length, max: limits.maxColumns })
    cellCount += record.length
    if (rows.length >= limits.maxRows) throw new Unreadable('too-many-rows', { max: limits.maxRows })
    if (cellCount > limits.maxCells) throw new Unreadable('too-many-cells', { max: limits.maxCells })
    rows.push({ line, fileLine, cells: record.map(textCell) })
  }
  return { separator, rows }
}

/** The candidate that cuts the first rows into the same number of cells most often; null where none cuts anything. */
function detectSeparator(text: string): Separator | null {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  let best: Separator | null = null
  let bestScore = 0
  for (const candidate of CANDIDATES) {
    const widths = sampleWidths(sample, candidate)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    let score = 0
    for (const [width, rows] of counts) {
      if (width < 2) continue
      // Agreement of the rows counts twice; among equals, the separator that cuts more wins.
      const share = rows / widths.length
      score = Math.max(score, share * share * (1 + Math.min(width, 30) / 30))
    }
    if (score > bestScore) {
      bestScore = score
      best = candidate
    }
  }
  return best
}

function sampleWidths(sample: string, separator: Separator): readonly number[] {
  try {
    return records(sample, separator, SAMPLE_ROWS)
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
      .map(({ record }) => record.length)
  } catch {
    // A sample cut inside a quoted cell, or quotes that only another separator explains.
    return sample
      .split(/\r\n|\n|\r/)
      .slice(0, SAMPLE_ROWS)
      .filter((l) => l.trim() !== '')
      .map((l) => l.split(separator).length)
  }
}

function records(text: string, delimiter: string, to?: number): readonly ParsedRecord[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 2_000_000,
      ...(to === undefined ? {} : { to }),
    }) as unknown as ParsedRecord[]
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new Unreadable('quote-not-closed', { line: openQuoteLine(text) })
    if (code === 'CSV_MAX_RECORD_SIZE') throw new Unreadable('record-too-long')
    throw error
  }
}

/** Line of the last quote left open: where the person must look. */
function openQuoteLine(text: string): number {
  let line = 1
  let opened = 1
  let inside = false
  for (const char of text) {
    if (char === '\n') line++
    if (char !== '"') continue
    inside = !inside
    if (inside) opened = line
  }
  return opened
}
