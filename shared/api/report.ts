/**
 * One typed report model → xlsx, CSV, PDF and screen preview, so that they cannot disagree.
 * A cell with a formula also carries its value: what Excel recalculates must be what Jalon computed.
 */
import type { Day } from '../domain/day.ts'
import type { Cents } from '../domain/money.ts'

export type CellKind = 'text' | 'id' | 'day' | 'cents' | 'integer' | 'ratio' | 'check'

export type CellValue =
  | { readonly kind: 'text'; readonly value: string }
  /** Identifier: digits kept as text. */
  | { readonly kind: 'id'; readonly value: string }
  | { readonly kind: 'day'; readonly value: Day }
  | { readonly kind: 'cents'; readonly value: Cents; readonly formula?: string }
  | { readonly kind: 'integer'; readonly value: number; readonly formula?: string }
  /** value = 0.4217 shown as 42,17 %. */
  | { readonly kind: 'ratio'; readonly value: number; readonly formula?: string }
  /** "juste" or "à vérifier". */
  | { readonly kind: 'check'; readonly value: boolean; readonly formula?: string }
  | null

export interface ReportColumn {
  readonly key: string
  readonly title: string
  readonly kind: CellKind
  /** Characters. */
  readonly width: number
}

export interface ReportRow {
  readonly role: 'data' | 'group' | 'subtotal' | 'total' | 'note'
  readonly cells: readonly CellValue[]
}

export interface ReportSheet {
  readonly name: string
  readonly title: string
  readonly subtitle: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  /** 'portrait' for notices, else landscape. */
  readonly orientation: 'landscape' | 'portrait'
  /** Data rows that may be filtered: the header gets a filter. Left out: yes on a landscape sheet. */
  readonly filter?: boolean
  /** Columns that stay in sight when the sheet scrolls sideways. Left out: the first. */
  readonly frozenColumns?: number
}

/** Title, subtitle and header come first: the first row of `rows` is row 4 of the file, formulas count on it. */
export const FIRST_ROW = 4

/** On a sheet of text the words wrap; labels of groups and totals run over the empty cells beside them. */
export function wordsWrap({ orientation }: ReportSheet, { role }: ReportRow): boolean {
  return orientation === 'portrait' && (role === 'data' || role === 'note')
}

export interface Report {
  readonly kind: string
  readonly title: string
  /** Scope in words: "9 postes, 2 structures, exercice 2026". */
  readonly scope: string
  readonly fileStem: string
  /** Day of the situation: the only date the file carries, so that the same facts give the same bytes. */
  readonly day: Day
  /** Sheet a single-table format (CSV) holds where none is named. */
  readonly mainSheet: string
  readonly sheets: readonly ReportSheet[]
  readonly checks: { readonly passed: number; readonly total: number }
  /** In words, what the report is given without; absent as a rule. */
  readonly leftOut?: readonly string[]
  readonly properties: { readonly creator: string; readonly subject: string; readonly keywords: string }
}

/** First rows of each sheet for the screen; the file holds them all. */
export interface ReportPreview extends Report {
  readonly truncatedAt: number | null
}

export interface ReportKind {
  readonly kind: string
  readonly label: string
  readonly description: string
  readonly parameters: readonly ('employer' | 'fiscal-year' | 'at' | 'agreement' | 'names')[]
  readonly formats: readonly ('xlsx' | 'csv' | 'csv-state' | 'pdf')[]
}
