/**
 * Columns of the object behind a row: each shows one of its fields as it was recorded, and writes it back to that very field.
 * What a column shows otherwise (a joined name, a computed amount) is said by its screen.
 */
import type { EntityName, Id } from '#shared/domain/facts.ts'
import type { CellValue, ColumnType, EditSpec, GridColumn } from './column.ts'

type Fields<F> = { readonly [K in keyof F]: CellValue }

export interface FactColumns<R, F> {
  /** How the field is typed in, for a column that shows something made from it. */
  readonly edit: (field: keyof F & string) => EditSpec<R>
  /** The column of one field; its id is the field's name unless `more` gives another. */
  readonly column: (
    field: keyof F & string,
    type: ColumnType,
    title: string,
    width: number,
    more?: Partial<GridColumn<R>>,
  ) => GridColumn<R>
}

export function factColumns<R extends { readonly id: Id }, F extends Fields<F>>(
  entity: EntityName,
  factOf: (row: R) => F,
  required: readonly (keyof F & string)[],
  /** Why nothing of this row can be typed in, in French; null where it can. */
  refusal?: (row: R) => string | null,
): FactColumns<R, F> {
  const edit = (field: keyof F & string): EditSpec<R> => ({
    entity,
    field,
    id: (row) => row.id,
    isRequired: required.includes(field),
    ...(refusal === undefined ? {} : { refusal }),
  })
  return {
    edit,
    column: (field, type, title, width, more = {}) => ({
      id: field,
      title,
      type,
      width,
      value: (row) => factOf(row)[field],
      edit: edit(field),
      ...more,
    }),
  }
}
