/** "Exporter la vue": what is on the screen, columns, order and groups, as a workbook with live totals or as a CSV. */
import { useEffect, useMemo, useRef } from 'react'
import type { Input } from '#shared/api/contract.ts'
import { takeDownload } from '../../../data/client.ts'
import { useJob } from '../../../data/jobs.ts'
import { FR } from '../../../text/fr.ts'
import { GRID } from '../../../text/grid.ts'
import { Button } from '../../button.tsx'
import { type Command, useCommands } from '../../commands.ts'
import { Menu } from '../../menu.tsx'
import { StatusSlot } from '../../messages/status-slot.tsx'
import { showToast } from '../../messages/toast.tsx'
import { cellText } from '../model/cell-text.ts'
import { type CellValue, type ColumnType, columnName, type GridColumn } from '../model/column.ts'
import type { Line } from '../model/lines.ts'

type Shown = Omit<Input<'view.export'>, 'format'>

const KINDS = {
  text: 'text',
  id: 'id',
  choice: 'text',
  flag: 'text',
  hours: 'text',
  cents: 'cents',
  integer: 'integer',
  day: 'day',
} as const satisfies Readonly<Record<ColumnType, Shown['columns'][number]['kind']>>

function exportedCell<R>(column: GridColumn<R>, row: R): string | number | null {
  const value: CellValue = column.value(row)
  if (value === null || value === '') return null
  const kind = KINDS[column.type]
  return kind === 'text' || kind === 'id'
    ? kind === 'id'
      ? String(value)
      : cellText(column, row)
    : (value as string | number)
}

export function shownTable<R>(
  title: string,
  subtitle: string,
  columns: readonly GridColumn<R>[],
  lines: readonly Line<R>[],
): Shown {
  const groups: { label: string | null; rows: (string | number | null)[][] }[] = []
  const fill = (rows: readonly R[]) => rows.map((row) => columns.map((column) => exportedCell(column, row)))
  const isGrouped = lines.some((line) => line.kind === 'group')
  if (isGrouped) {
    for (const line of lines)
      if (line.kind === 'group') groups.push({ label: line.name, rows: fill(line.rows) })
  } else
    groups.push({ label: null, rows: fill(lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))) })
  return {
    title,
    subtitle,
    columns: columns.map((column) => ({
      title: columnName(column),
      kind: KINDS[column.type],
      width: Math.min(60, Math.max(8, Math.round(column.width / 6.5))),
      sum: column.total === true && KINDS[column.type] !== 'text',
    })),
    groups,
  }
}

export function ExportButton({ shown, stem }: { readonly shown: () => Shown; readonly stem: string }) {
  const job = useJob('view.export')
  const { result, state } = job
  useEffect(() => {
    if (result === null) return
    takeDownload(result.downloadId)
    if (result.savedTo !== null || result.downloadId !== null) showToast(GRID.exported(result.fileName))
  }, [result])
  const start = (format: 'xlsx' | 'csv') => void job.start({ ...shown(), format })
  const latest = useRef(start)
  latest.current = start
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'grid.export',
        label: GRID.export,
        group: GRID.view,
        keys: 'Ctrl+E',
        run: () => latest.current('xlsx'),
      },
    ],
    [],
  )
  useCommands(commands)
  return (
    <>
      <Menu
        label={GRID.export}
        groups={[
          {
            items: [
              {
                id: `${stem}-xlsx`,
                label: GRID.exportWorkbook,
                shortcut: 'Ctrl+E',
                run: () => start('xlsx'),
              },
              { id: `${stem}-csv`, label: GRID.exportCsv, run: () => start('csv') },
            ],
          },
        ]}
      >
        <Button size="small" className="hide-sm" isDisabled={state?.status === 'running'}>
          {GRID.export}
        </Button>
      </Menu>
      {state?.status === 'running' && (
        <StatusSlot side="right">
          <span role="status">
            {GRID.exporting} {FR.job.progress(state.done, state.total)}
          </span>
          <Button variant="link" onPress={job.cancel}>
            {FR.job.cancel}
          </Button>
        </StatusSlot>
      )}
    </>
  )
}
