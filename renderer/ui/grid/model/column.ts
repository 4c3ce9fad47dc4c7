/**
 * What a screen says of its columns; the grid does the rest. A column has one raw value (sorted, filtered, totalled, copied)
 * and may say how it is drawn and how it is edited. The grid knows nothing of posts: entities and fields are names it hands on.
 */
import type { ReactNode } from 'react'
import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { EntityName, Id } from '#shared/domain/facts.ts'

export type CellValue = string | number | boolean | null

/** text: words · id: digits kept as text · choice: one of a few codes, shown in words · cents, integer, hours: numbers · day · flag: yes or no. */
export type ColumnType = 'text' | 'id' | 'choice' | 'cents' | 'integer' | 'hours' | 'day' | 'flag'

export interface EditSpec<R> {
  readonly entity: EntityName
  readonly field: string
  /** The object behind the cell; null where there is none on this row (then the cell refuses to be typed in). */
  readonly id: (row: R) => Id | null
  /** Why this cell cannot be typed in on this row, in French; null where it can. */
  readonly refusal?: (row: R) => string | null
  readonly isRequired?: boolean
  /** What the field holds, where the column shows something else (a joined name, an effective end). */
  readonly value?: (row: R) => CellValue
  /**
   * The facts behind this cell, where they differ from row to row (a contract or its amendment) or are several of them
   * (an amount a year). Left out: the one of `entity`, `field` and `id`. Several are typed as a sum of as many terms.
   */
  readonly facts?: (row: R) => readonly CellFact[]
  /** Said in the entry bar after "saisi": where it is written. */
  readonly note?: (row: R) => string
}

/** One recorded value behind a cell. */
export interface CellFact {
  readonly entity: EntityName
  readonly field: string
  readonly id: Id
  readonly value: CellValue
  readonly isRequired?: boolean
}

export function factsBehind<R>(edit: EditSpec<R>, row: R): readonly Omit<CellFact, 'value'>[] {
  if (edit.facts !== undefined) return edit.facts(row)
  const id = edit.id(row)
  return id === null ? [] : [{ entity: edit.entity, field: edit.field, id }]
}

export interface GridColumn<R> {
  readonly id: string
  /** Two lines at most; the unit is said here. */
  readonly title: string
  /** In lists of columns, filters, messages; the title where left out. */
  readonly name?: string
  readonly type: ColumnType
  readonly width: number
  readonly value: (row: R) => CellValue
  /** Words of a choice, in their order. */
  readonly words?: Readonly<Record<string, string>>
  /** As words, for filters, search and screen readers, where the type alone does not say. */
  readonly text?: (row: R) => string
  readonly draw?: (row: R) => ReactNode
  readonly edit?: EditSpec<R>
  /** Result of a rule or of other cells: from what, in a sentence, for the entry bar. */
  readonly computed?: string | ((row: R) => string)
  /** Drawn in a lighter ink: a result among typed values. */
  readonly isQuiet?: boolean
  readonly explain?: (row: R) => ExplainTarget | null
  /** Summed in subtotals and totals. */
  readonly total?: boolean
  /** What a subtotal or total line shows in this column, where it is not a sum. */
  readonly totalNote?: (rows: readonly R[], line: 'subtotal' | 'total') => ReactNode
  readonly groupable?: boolean
  /** Name of its group, where it is longer than the cell. */
  readonly groupText?: (row: R) => string
  /** Not shown until asked for. */
  readonly isHidden?: boolean
  /** Names and amounts are covered by the privacy veil; amounts always are. */
  readonly isPrivate?: boolean
  /** Where a row opens: drawn in 600, Enter opens it. */
  readonly opens?: boolean
  /** Order of a sort, where the raw value does not give it. */
  readonly sortValue?: (row: R) => string | number | null
}

export function columnName<R>(column: GridColumn<R>): string {
  return column.name ?? column.title
}

/** What the field behind a cell holds: the shown value, unless the column shows something made from it. */
export function fieldValue<R>(column: GridColumn<R>, row: R): CellValue {
  const held = column.edit?.value
  return held === undefined ? column.value(row) : held(row)
}

export function isNumeric(type: ColumnType): boolean {
  return type === 'cents' || type === 'integer' || type === 'hours'
}

/** A line below a row (payments of a tranche…): words and amounts at the columns they belong to, nothing to edit. */
export interface DetailLine {
  readonly key: string
  readonly label: string
  readonly cells: Readonly<Record<string, ReactNode>>
}

/** Something wrong or late on a row: F8 goes there, and a filter that hides it says so. */
export interface Problem {
  readonly columnId: string
  readonly text: string
}
