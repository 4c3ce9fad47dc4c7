/** Pasted lines → new rows: which pasted column is which, what will be refused, one undoable step. */
import { useMemo, useState } from 'react'
import type { EntityName } from '#shared/domain/facts.ts'
import { act } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { FR } from '../../../text/fr.ts'
import { GRID } from '../../../text/grid.ts'
import { Note } from '../../blocks.tsx'
import { Select } from '../../choice.tsx'
import { DialogFrame } from '../../dialog.tsx'
import { showError, showToast } from '../../toast.tsx'
import { readTyped, shownText } from '../model/cell-text.ts'
import { pasteColumns } from '../model/changes.ts'
import type { CellValue, GridColumn } from '../model/column.ts'

/** What a new row of this grid is made of: columns read like those of the grid, each to a field of the object. */
export interface NewRows {
  readonly entity: EntityName
  readonly columns: readonly NewRowColumn[]
  readonly preset: Readonly<Record<string, CellValue>>
}

export interface NewRowColumn extends GridColumn<null> {
  readonly field: string
  /** Words of a choice name another object: its code is an id. */
  readonly isReference?: boolean
}

interface ReadRow {
  readonly line: number
  readonly values: Readonly<Record<string, CellValue>>
  readonly problems: readonly string[]
}

function readRow(
  cells: readonly string[],
  columns: readonly (NewRowColumn | null)[],
  rows: NewRows,
  line: number,
  today: Parameters<typeof readTyped>[2],
): ReadRow {
  const values: Record<string, CellValue> = { ...rows.preset }
  const problems: string[] = []
  cells.forEach((text, at) => {
    const column = columns[at]
    if (column === null || column === undefined || text.trim() === '') return
    const typed = readTyped(column, text, today)
    if (!typed.ok) problems.push(`${column.title}\u00a0: « ${text} ». ${typed.message}`)
    else values[column.field] = column.isReference ? Number(typed.value) : typed.value
  })
  for (const column of rows.columns)
    if (column.edit?.isRequired && (values[column.field] === undefined || values[column.field] === null))
      problems.push(`${column.title}\u00a0: ${FR.requiredField}`)
  return { line, values, problems }
}

const IGNORED = '-'
const PREVIEWED = 40

export function PasteRowsDialog(props: {
  readonly table: readonly (readonly string[])[]
  readonly rows: NewRows
  readonly close: () => void
}) {
  const { table, rows } = props
  const today = useToday()
  const guess = useMemo(() => pasteColumns(table, rows.columns, 0), [table, rows.columns])
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    guess.columns.map((column) => column?.id ?? IGNORED),
  )
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly { readonly line: number; readonly message: string }[]>([])
  const body = guess.hasHeader ? table.slice(1) : table
  const columns = chosen.map((id) => rows.columns.find((column) => column.id === id) ?? null)
  const read = useMemo(
    () => body.map((cells, at) => readRow(cells, columns, rows, at + 1, today)),
    [body, columns, rows, today],
  )
  const good = read.filter((row) => row.problems.length === 0)
  const bad = [
    ...read.flatMap((row) => row.problems.map((message) => ({ line: row.line, message }))),
    ...refused,
  ]

  const create = async () => {
    setBusy(true)
    const answer = await act(
      'write.cells',
      {
        label: GRID.pasteRowsLabel(good.length),
        changes: good.map(({ values }) => ({ entity: rows.entity, id: null, values })),
      },
      { quiet: true },
    )
    setBusy(false)
    if (!answer.ok) return showError(answer.error)
    const wrong = answer.value.outcomes.flatMap((outcome) =>
      outcome.ok ? [] : [{ line: good[outcome.index]?.line ?? 0, message: outcome.message ?? '' }],
    )
    if (wrong.length === 0 && read.length === good.length) {
      showToast(GRID.pasteRowsLabel(answer.value.written))
      props.close()
    } else setRefused(wrong)
  }
  return (
    <DialogFrame
      title={GRID.pasteNewTitle}
      onClose={props.close}
      width={820}
      hint={GRID.pasteNewHint}
      primary={{
        label: GRID.pasteNewAction(good.length),
        onPress: () => void create(),
        isDisabled: busy || good.length === 0 || refused.length > 0,
      }}
      cancel={refused.length > 0 ? FR.close : FR.cancel}
    >
      <div className="scroll" style={{ maxHeight: 300 }}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{GRID.row}</th>
              {chosen.map((id, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a pasted column has no other name than its rank
                <th scope="col" key={at}>
                  <Select
                    label={GRID.pasteColumn(at + 1)}
                    hideLabel
                    small
                    options={[
                      { value: IGNORED, label: GRID.pasteIgnored },
                      ...rows.columns.map((column) => ({ value: column.id, label: column.title })),
                    ]}
                    value={id}
                    onChange={(next) =>
                      setChosen((now) =>
                        now.map((each, rank) => (rank === at ? next : each === next ? IGNORED : each)),
                      )
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.slice(0, PREVIEWED).map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pasted lines are read in their order
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                {chosen.map((_, rank) => {
                  const column = columns[rank]
                  const text = cells[rank] ?? ''
                  const typed =
                    column === null || column === undefined || text.trim() === ''
                      ? null
                      : readTyped(column, text, today)
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={rank} className={typed !== null && !typed.ok ? 'late' : ''}>
                      {typed?.ok && column !== null && column !== undefined
                        ? shownText(column, typed.value)
                        : text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {bad.length > 0 && (
        <Note tone="late">
          <b>{GRID.refusedCells(bad.length)}</b>
          <ul>
            {bad.slice(0, 12).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                {GRID.row} {line}
                {'\u00a0'}: {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </DialogFrame>
  )
}
