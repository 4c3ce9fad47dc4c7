/** Postes: every funded seat on one line, by structure, with its holder, its dates and its money. */
import { useCallback, useMemo } from 'react'
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import { addMonths, type Day } from '#shared/domain/day.ts'
import { frDay } from '#shared/text/format.ts'
import { explainCell } from '../../app/explain-cell.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { formatRoute, navigate } from '../../app/routes.ts'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { employerLine } from '../../text/employer-line.ts'
import { POSITIONS } from '../../text/positions.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import { GridScreen } from '../../ui/grid/grid-screen.tsx'
import type { Problem } from '../../ui/grid/model/column.ts'
import type { GridTab } from '../../ui/grid/view/view-state.ts'
import { positionColumns } from './columns.tsx'
import { newPositionRows } from './new-rows.ts'

const RENEWAL_MONTHS = 6

function viewsAt(today: Day): readonly GridTab<PositionRow>[] {
  const limit = addMonths(today, RENEWAL_MONTHS)
  const view = { grouping: 'employer', sorting: [{ id: 'position', desc: false }] }
  return [
    { id: 'all', label: POSITIONS.views.all, view },
    {
      id: 'renew',
      label: POSITIONS.views.renew,
      view,
      where: (row) => row.state === 'occupied' && row.contractEndsOn !== null && row.contractEndsOn <= limit,
    },
    { id: 'late', label: POSITIONS.views.late, view, where: (row) => row.aid.lateCents > 0 },
    { id: 'open', label: POSITIONS.views.open, view, where: (row) => row.state !== 'occupied' },
  ]
}

function problemOf(row: PositionRow): Problem | null {
  if (row.noticeState === 'missed') return { columnId: 'notice', text: POSITIONS.noticeMissed }
  return row.aid.lateCents > 0 ? { columnId: 'outstanding', text: POSITIONS.lateInstalment } : null
}

function summary(rows: readonly PositionRow[]): string {
  const count = (state: PositionRow['state']) => rows.filter((row) => row.state === state).length
  return POSITIONS.counts(rows.length, count('occupied'), count('vacant'), count('returned'))
}

const idOf = (row: PositionRow) => row.id
const nameOf = (row: PositionRow) => row.position.stateId ?? row.position.label
const open = (row: PositionRow) => navigate({ screen: 'position', id: row.id, tab: 'contracts' })
const hrefOf = (row: PositionRow) => formatRoute({ screen: 'position', id: row.id, tab: 'contracts' })

export function PositionsScreen() {
  const employerId = useScope()
  const grid = useRead('read.grid', { grid: 'positions', employerId })
  return (
    <Reading read={grid}>
      {(answer) => <Positions rows={answer.positions ?? []} revision={answer.revision} />}
    </Reading>
  )
}

function Positions({ rows, revision }: { readonly rows: readonly PositionRow[]; readonly revision: number }) {
  const today = useToday()
  const employers = useRead('read.grid', { grid: 'employers', employerId: null }).data?.employers
  const byId = useMemo(() => new Map((employers ?? []).map((row) => [row.id, row.employer])), [employers])
  const columns = useMemo(
    () => positionColumns((row) => byId.get(row.employerId ?? 0)?.name ?? row.employerName),
    [byId],
  )
  const views = useMemo(() => viewsAt(today), [today])
  const groupNote = useCallback(
    (group: readonly PositionRow[]) => {
      const employer = byId.get(group[0]?.employerId ?? 0)
      return employer === undefined ? null : employerLine(employer)
    },
    [byId],
  )
  const newRows = useMemo(() => newPositionRows([...byId.values()], today), [byId, today])
  const groupRank = useCallback(
    (row: PositionRow) => (byId.get(row.employerId ?? 0)?.sector === 'public' ? 1 : 0),
    [byId],
  )
  return (
    <GridScreen
      name="positions"
      title={POSITIONS.title}
      one={POSITIONS.one}
      many={POSITIONS.many}
      rows={rows}
      revision={revision}
      columns={columns}
      rowId={idOf}
      rowName={nameOf}
      views={views}
      groupNote={groupNote}
      groupRank={groupRank}
      groupedWord={(id) => (id === 'employer' ? POSITIONS.groupedByEmployer : '')}
      summary={summary}
      problem={problemOf}
      onOpen={open}
      hrefOf={hrefOf}
      onExplain={explainCell}
      onPayment={recordPayment}
      rowActions={rowActions}
      newRows={newRows}
      deletes="position"
      actions={
        <Button variant="primary" onPress={() => openDialog({ kind: 'new-position' })}>
          <Icon name="plus" />
          {POSITIONS.newPosition}
        </Button>
      }
      legend={<Legend today={today} />}
      empty={
        <EmptyState
          title={POSITIONS.emptyTitle}
          action={
            <>
              <Button variant="primary" onPress={() => navigate({ screen: 'import' })}>
                {POSITIONS.import}
              </Button>
              <Button onPress={() => openDialog({ kind: 'new-position' })}>{POSITIONS.newPosition}</Button>
            </>
          }
        >
          {POSITIONS.emptyBody}
        </EmptyState>
      }
    />
  )
}

function recordPayment(rows: readonly PositionRow[]): void {
  const [row] = rows
  openDialog(row === undefined ? { kind: 'payment' } : { kind: 'payment', positionId: row.id })
}

function rowActions(row: PositionRow) {
  const { contractId } = row
  return [
    {
      id: 'payment',
      label: POSITIONS.payment,
      shortcut: 'Ctrl+Entrée',
      run: () => openDialog({ kind: 'payment', positionId: row.id }),
    },
    ...(contractId === null
      ? [
          {
            id: 'new-contract',
            label: POSITIONS.newContract,
            run: () => openDialog({ kind: 'new-contract', positionId: row.id }),
          },
        ]
      : [
          {
            id: 'renew',
            label: POSITIONS.renew,
            run: () => openDialog({ kind: 'renew-contract', contractId }),
          },
          { id: 'end', label: POSITIONS.end, run: () => openDialog({ kind: 'end-contract', contractId }) },
        ]),
    ...(row.state === 'returned'
      ? []
      : [
          {
            id: 'return',
            label: POSITIONS.giveBack,
            run: () => openDialog({ kind: 'return-position', positionId: row.id }),
          },
        ]),
  ]
}

function Legend({ today }: { readonly today: Day }) {
  return (
    <div className="legend">
      <StateGlyph of="position" state="occupied" />
      <StateGlyph of="position" state="vacant" />
      <StateGlyph of="position" state="returned" />
      <span>
        <span className="late">
          <Glyph name="late" />
        </span>
        {POSITIONS.lateLegend}
      </span>
      <span>
        <span className="warn">
          <Glyph name="flag" />
        </span>
        {POSITIONS.noticeSoon}
      </span>
      <span className="dim">{POSITIONS.methodLegend(frDay(today))}</span>
    </div>
  )
}
