/** Pasted lines → new objects: which column each pasted one is, what a line says, what of it cannot be read. Pure. */
import type { Day } from '#shared/domain/day.ts'
import type { EntityName } from '#shared/domain/facts.ts'
import { FR } from '../../../text/fr.ts'
import { readTyped } from './cell-text.ts'
import type { CellValue, ColumnType, GridColumn } from './column.ts'

/** What a new row of this grid is made of. A column may name another object in words: the service finds it. */
export interface NewRows {
  readonly entity: EntityName
  readonly columns: readonly NewRowColumn[]
  readonly preset: Readonly<Record<string, CellValue>>
}

export interface NewRowColumn extends GridColumn<null> {
  /** Of the object, or the name of what it belongs to. */
  readonly field: string
  readonly isRequired: boolean
}

export interface ReadRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly values: Readonly<Record<string, CellValue>>
  readonly problems: readonly RowProblem[]
}

export interface RowProblem {
  readonly columnId: string | null
  readonly message: string
}

export function newRowColumn(
  field: string,
  title: string,
  type: ColumnType,
  more: { readonly isRequired?: boolean; readonly words?: Readonly<Record<string, string>> } = {},
): NewRowColumn {
  const { isRequired = false, words } = more
  return {
    id: field,
    field,
    title,
    type,
    width: 100,
    value: () => null,
    isRequired,
    ...(words === undefined ? {} : { words }),
  }
}

export function readRows(
  table: readonly (readonly string[])[],
  columns: readonly (NewRowColumn | null)[],
  rows: NewRows,
  today: Day,
): readonly ReadRow[] {
  return table.map((cells, at) => readRow(cells, at + 1, columns, rows, today))
}

function readRow(
  cells: readonly string[],
  line: number,
  columns: readonly (NewRowColumn | null)[],
  rows: NewRows,
  today: Day,
): ReadRow {
  const values: Record<string, CellValue> = { ...rows.preset }
  const problems: RowProblem[] = []
  cells.forEach((text, at) => {
    const column = columns[at]
    if (column === null || column === undefined || text.trim() === '') return
    const typed = readTyped(column, text, today)
    if (typed.ok) values[column.field] = typed.value
    else problems.push(problemOf(column, `« ${text} ». ${typed.message}`))
  })
  for (const column of rows.columns)
    if (column.isRequired && (values[column.field] ?? null) === null)
      if (!problems.some((each) => each.columnId === column.id))
        problems.push(problemOf(column, FR.requiredField))
  return { line, cells, values, problems }
}

function problemOf(column: NewRowColumn, message: string): RowProblem {
  return { columnId: column.id, message: `${column.title}\u00a0: ${message}` }
}

/** What the dossier said of a line → the column it is about, where it names one. */
export function judgedProblem(rows: NewRows, field: string | undefined, message: string): RowProblem {
  return { columnId: rows.columns.find((column) => column.field === field)?.id ?? null, message }
}
