/** The pasted lines as they are understood: a column to choose over each, refused cells in place. */

import { useToday } from '../../../data/today.ts'
import { GRID } from '../../../text/grid.ts'
import { Select } from '../../fields/choice.tsx'
import { readTyped, shownText } from '../model/cell-text.ts'
import type { NewRowColumn, ReadRow, RowProblem } from '../model/new-rows.ts'

export const IGNORED = '-'
const PREVIEWED = 40

export function PastedTable(props: {
  readonly read: readonly ReadRow[]
  readonly columns: readonly NewRowColumn[]
  readonly chosen: readonly string[]
  readonly problems: (row: ReadRow) => readonly RowProblem[]
  /** Null once the lines are written. */
  readonly onChoose: ((chosen: readonly string[]) => void) | null
}) {
  const { chosen, columns, onChoose } = props
  const today = useToday()
  const options = [
    { value: IGNORED, label: GRID.pasteIgnored },
    ...columns.map((column) => ({ value: column.id, label: column.title })),
  ]
  const shown = (column: NewRowColumn | undefined, text: string): string => {
    if (column === undefined || text.trim() === '') return text
    const typed = readTyped(column, text, today)
    return typed.ok ? shownText(column, typed.value) : text
  }
  return (
    <div className="scroll" style={{ maxHeight: 300 }}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{GRID.row}</th>
            {chosen.map((id, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a pasted column has no other name than its rank
              <th scope="col" key={at}>
                {onChoose === null ? (
                  options.find((option) => option.value === id)?.label
                ) : (
                  <Select
                    label={GRID.pasteColumn(at + 1)}
                    hideLabel
                    small
                    options={options}
                    value={id}
                    onChange={(next) =>
                      onChoose(
                        chosen.map((each, rank) => (rank === at ? next : each === next ? IGNORED : each)),
                      )
                    }
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.read.slice(0, PREVIEWED).map((row) => {
            const problems = props.problems(row)
            return (
              <tr key={row.line}>
                <th scope="row" className={problems.length > 0 ? 'late' : ''}>
                  {row.line}
                </th>
                {chosen.map((id, at) => {
                  const problem = problems.find((each) => each.columnId === id && id !== IGNORED)
                  const column = columns.find((each) => each.id === id)
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={at} className={problem === undefined ? '' : 'late b'} title={problem?.message}>
                      {shown(column, row.cells[at] ?? '')}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
