/**
 * What a file of rows becomes once read, whatever its format: sheets of raw cells, each row with its line in the file.
 * Nothing here knows what the columns mean. A file that cannot be read is refused with a code; words are in the catalogue.
 */
import type { Day } from '#shared/domain/day.ts'
import { seen } from '#shared/domain/seen-text.ts'

/** A cell as the file holds it. `day`: a real date of a workbook; `error`: #N/A and its like, or a formula without a value. */
export type RawCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly number: number }
  | { readonly kind: 'day'; readonly text: string; readonly day: Day }
  | { readonly kind: 'flag'; readonly text: string; readonly flag: boolean }
  | { readonly kind: 'error'; readonly text: string }
  | null

export interface RawRow {
  /** Row as a spreadsheet numbers it, from 1: a cell with line breaks is still one row. */
  readonly line: number
  /** Line of the text file where the row begins, as an editor numbers it; the same as `line` in a workbook. */
  readonly fileLine: number
  readonly cells: readonly RawCell[]
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly RawRow[]
}

export interface SourceNotice {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface SourceFile {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string
  readonly separator: string | null
  readonly sheets: readonly Sheet[]
  /** What the reader left out or corrected, to be said: macros ignored, external links not followed… */
  readonly notices: readonly SourceNotice[]
}

/** Bounds of an archive: one beyond them is refused before it fills the memory. */
export interface ArchiveLimits {
  readonly maxBytes: number
  /** One part once inflated, and all the parts read together. */
  readonly maxPartBytes: number
  readonly maxInflatedBytes: number
  /** Inflated over packed, judged on parts above one megabyte. */
  readonly maxRatio: number
  readonly maxEntries: number
}

/** Bounds of a file of rows. */
export interface ReadLimits extends ArchiveLimits {
  readonly maxRows: number
  readonly maxColumns: number
  readonly maxCells: number
  /** Places of all rows, empty ones before the last cell included: what the rows take in memory. */
  readonly maxPlaces: number
  /** Texts of a workbook's shared table. */
  readonly maxStrings: number
  /** Characters of all cells, a shared text counted wherever it is shown: no more than a text file may hold. */
  readonly maxCharacters: number
}

export const LIMITS: ReadLimits = {
  maxBytes: 100_000_000,
  maxRows: 200_000,
  maxColumns: 500,
  maxCells: 3_000_000,
  maxPlaces: 12_000_000,
  maxStrings: 3_000_000,
  maxCharacters: 100_000_000,
  maxPartBytes: 200_000_000,
  maxInflatedBytes: 400_000_000,
  maxRatio: 200,
  maxEntries: 5_000,
}

/** The file cannot be read. `code` names the sentence in the catalogue. */
export class Unreadable extends Error {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  constructor(code: string, values: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'Unreadable'
    this.code = code
    this.values = values
  }
}

/** Every text of every format comes in here: what nobody can see in it (marks that turn it, control characters) stays out. */
export function textCell(text: string): RawCell {
  const shown = seen(text)
  return shown === '' ? null : { kind: 'text', text: shown }
}
