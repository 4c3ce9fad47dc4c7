/** How a command shows its result: one JSON value, or a table whose columns line up. */
import type { CommandIo } from './command.ts'

export async function printJson(io: CommandIo, value: unknown): Promise<void> {
  await io.out(`${JSON.stringify(value, null, 2)}\n`)
}

export interface TextColumn {
  readonly title: string
  readonly align?: 'left' | 'right'
}

export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) =>
    Math.max(length(column.title), ...rows.map((row) => length(row[i] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map((column, i) => {
        const cell = cells[i] ?? ''
        const space = ' '.repeat((widths[i] ?? 0) - length(cell))
        return column.align === 'right' ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd()
  return [line(columns.map((c) => c.title)), ...rows.map(line)].join('\n')
}

function length(text: string): number {
  return [...text].length
}
