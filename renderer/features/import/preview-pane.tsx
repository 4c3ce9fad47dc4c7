/** Every line before it is written: its fate, what changes, and at the cell why it is refused, with the way to mend it. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ImportPlan, PlanRow, RowFate } from '#shared/api/import.ts'
import { frInteger } from '#shared/text/format.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { navigate } from '../../app/routes.ts'
import { EmptyState } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { type Command, useCommands } from '../../ui/commands.ts'
import { Segmented } from '../../ui/fields/choice.tsx'
import { Glyph, type GlyphName } from '../../ui/glyphs/glyph.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import {
  cellOf,
  FATES,
  type Filter,
  firstWrongColumn,
  lookOf,
  reasonsOf,
  rejectsAsCsv,
  rowsOf,
  type ShownColumn,
  shownColumns,
  withCorrection,
} from './plan-view.ts'
import { IMPORT_WORDS as W } from './text.ts'
import type { ImportState } from './use-import.ts'

const FATE_GLYPH: Readonly<Record<RowFate, GlyphName>> = {
  rejected: 'refused',
  created: 'added',
  modified: 'changed',
  unchanged: 'equal',
}
const FATE_TONE: Readonly<Record<RowFate, string>> = {
  rejected: 'late b',
  created: 'ok b',
  modified: 'warn b',
  unchanged: 'dim b',
}

export function PreviewPane({ state, plan }: { readonly state: ImportState; readonly plan: ImportPlan }) {
  const [filter, setFilter] = useState<Filter>('all')
  const [mending, setMending] = useState<number | null>(null)
  const rows = useMemo(() => rowsOf(plan, filter), [plan, filter])
  const columns = useMemo(() => shownColumns(plan), [plan])
  const { count } = state
  const mend = useCallback((line: number) => {
    setFilter('all')
    setMending(line)
  }, [])
  useRejectCommands(plan, mend)
  return (
    <section className="imp-preview" aria-label={W.preview} data-area={W.preview}>
      <div className="sech">
        <h2>{W.preview}</h2>
        <Segmented
          label={W.filterLabel}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all' as Filter, label: W.filterCount('all', plan.rows.read) },
            ...FATES.map((fate) => ({
              value: fate as Filter,
              label: W.filterCount(fate, plan.rows[fate]),
              isDisabled: plan.rows[fate] === 0,
            })),
          ]}
        />
        <span className="sp" />
        {plan.rows.rejected > 0 && (
          <Button size="small" onPress={() => saveRejects(plan)}>
            {W.exportRejects}
          </Button>
        )}
      </div>
      <ScrollRegion label={W.preview}>
        {rows.length === 0 ? (
          <EmptyState
            title={W.noRows(W.filters[filter])}
            action={<Button onPress={() => setFilter('all')}>{W.showAll}</Button>}
          />
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{W.state}</th>
                <th scope="col" className="num">
                  {W.line}
                </th>
                {columns.map((column) => (
                  <th key={column.name} scope="col" className={column.numeric ? 'num' : undefined}>
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Lines
                  key={row.line}
                  row={row}
                  columns={columns}
                  state={state}
                  mending={mending === row.line}
                  onMend={(open) => setMending(open ? row.line : null)}
                />
              ))}
            </tbody>
          </table>
        )}
        {plan.previewTruncated && (
          <p className="tab-note sm">{W.truncated(plan.preview.length, plan.rows.read)}</p>
        )}
      </ScrollRegion>
      <footer className="imp-actions">
        <span className="sm mut">{W.nothingYet}</span>
        <span className="sp" />
        <Button onPress={() => navigate({ screen: 'home' })}>{W.cancel}</Button>
        <Button onPress={() => state.restart()}>{W.back}</Button>
        <Button variant="primary" autoFocus isDisabled={count === 0} onPress={() => state.confirm(true)}>
          {count === 0 ? W.nothingToWrite : W.continueWith(count)}
        </Button>
      </footer>
      <StatusSlot side="left">
        <span>
          {W.status.read(plan.rows.read)}{' '}
          {FATES.map((fate, index) => (
            <span key={fate}>
              {index > 0 && ', '}
              <b>{frInteger(plan.rows[fate])}</b> {W.fateWord(fate, plan.rows[fate])}
            </span>
          ))}
        </span>
      </StatusSlot>
      <StatusSlot side="right">
        <span className="hide-sm">{W.status.keys}</span>
      </StatusSlot>
    </section>
  )
}

function Lines(props: {
  readonly row: PlanRow
  readonly columns: readonly ShownColumn[]
  readonly state: ImportState
  readonly mending: boolean
  readonly onMend: (open: boolean) => void
}) {
  const { row, columns, state } = props
  const reasons = reasonsOf(row)
  const leftOut = state.leftOut.has(row.line)
  const wrong = firstWrongColumn(row)
  return (
    <>
      <tr className={leftOut ? 'out' : undefined} data-line={row.line}>
        <td rowSpan={reasons.length > 0 ? 2 : 1} className={FATE_TONE[row.fate]}>
          <span className="st">
            <Glyph name={FATE_GLYPH[row.fate]} />
            {leftOut ? W.leftOut : W.fates[row.fate]}
          </span>
        </td>
        <td className="num dim">{row.line}</td>
        {columns.map((column) => (
          <Cell
            key={column.name}
            row={row}
            column={column}
            mending={props.mending && column.name === (wrong ?? columns[0]?.name)}
            onCorrect={(value) => {
              props.onMend(false)
              state.remap(withCorrection(state.mapping, row.line, column.name, value))
            }}
          />
        ))}
      </tr>
      {reasons.length > 0 && (
        <tr className={leftOut ? 'out why-row' : 'why-row'}>
          <td colSpan={columns.length + 1}>
            <div className="why">
              <span className={row.fate === 'rejected' ? 'late' : 'warn'}>
                <Glyph name={row.fate === 'rejected' ? 'refused' : 'warning'} />
              </span>{' '}
              {reasons.map((reason) => reason.message).join(' ')}{' '}
              {wrong !== null && (
                <Button variant="link" onPress={() => props.onMend(true)}>
                  {W.correct}
                </Button>
              )}
              {row.fate !== 'unchanged' && (
                <Button variant="link" onPress={() => state.toggleLeftOut(row.line)}>
                  {leftOut ? W.bringBack : W.leaveOut}
                </Button>
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  )
}

const LOOKS = { plain: undefined, bad: 'bad', changed: 'mod', new: 'add', blank: 'dim' } as const

function Cell(props: {
  readonly row: PlanRow
  readonly column: ShownColumn
  readonly mending: boolean
  readonly onCorrect: (value: string) => void
}) {
  const { row, column } = props
  const cell = cellOf(row, column.name)
  const look = LOOKS[lookOf(row, cell)]
  const className = [look, column.numeric ? 'num' : null].filter(Boolean).join(' ') || undefined
  if (props.mending) {
    return (
      <td className={className}>
        <input
          className="inp mend"
          aria-label={W.correctLabel(column.label, row.line)}
          defaultValue={cell?.raw ?? ''}
          // biome-ignore lint/a11y/noAutofocus: the person just asked to correct this cell
          autoFocus
          onBlur={(event) => {
            if (event.target.value !== (cell?.raw ?? '')) props.onCorrect(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Escape') {
              event.currentTarget.value = cell?.raw ?? ''
              event.currentTarget.blur()
            }
          }}
        />
      </td>
    )
  }
  return (
    <td className={className}>
      {look === 'mod' && cell?.shownBefore !== undefined && cell.shownBefore !== '' && (
        <s className="old">
          <span className="vh">{W.before} </span>
          {cell.shownBefore}
        </s>
      )}
      {cell === null || (cell.value === null && cell.raw.trim() === '') ? W.blank : (cell.shown ?? cell.raw)}
    </td>
  )
}

/** F8 goes to the next refused line, F2 opens the correction of the one shown. */
function useRejectCommands(plan: ImportPlan, mend: (line: number) => void): void {
  const at = useRef(-1)
  const commands = useMemo<readonly Command[]>(() => {
    const rejected = rowsOf(plan, 'rejected')
    const go = () => {
      at.current = (at.current + 1) % Math.max(1, rejected.length)
      const line = rejected[at.current]?.line
      document.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' })
    }
    return [
      {
        id: 'import.next-reject',
        label: W.nextReject,
        group: W.title,
        keys: 'F8',
        inFields: true,
        isDisabled: rejected.length === 0,
        run: go,
      },
      {
        id: 'import.correct',
        label: W.correctReject,
        group: W.title,
        keys: 'F2',
        isDisabled: rejected.length === 0,
        run: () => {
          const line = rejected[Math.max(0, at.current)]?.line
          if (line !== undefined) mend(line)
        },
      },
    ]
  }, [plan, mend])
  useCommands(commands)
}

function saveRejects(plan: ImportPlan): void {
  const url = URL.createObjectURL(new Blob([rejectsAsCsv(plan, W.csv)], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = W.rejectsFile
  link.click()
  URL.revokeObjectURL(url)
}
