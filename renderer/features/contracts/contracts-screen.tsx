/** Contrats: every period of work, of everyone, with its term, its notice and what the rules say of it. */
import { useMemo } from 'react'
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import { addMonths, type Day } from '#shared/domain/day.ts'
import { explainCell } from '../../app/explain-cell.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { formatRoute, navigate } from '../../app/routes.ts'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { CONTRACTS } from '../../text/contracts.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { GridScreen } from '../../ui/grid/grid-screen.tsx'
import type { GridTab } from '../../ui/grid/view/view-state.ts'
import { CONTRACT_COLUMNS, contractProblem } from './columns.tsx'
import { NEW_CONTRACT_ROWS } from './new-rows.ts'

const ENDING_MONTHS = 6
const isRunning = (row: ContractRow) => row.state === 'current' || row.state === 'expired-open'

function viewsAt(today: Day): readonly GridTab<ContractRow>[] {
  const limit = addMonths(today, ENDING_MONTHS)
  const view = { grouping: 'employer', sorting: [{ id: 'person', desc: false }] }
  return [
    { id: 'current', label: CONTRACTS.views.current, view, where: isRunning },
    {
      id: 'ending',
      label: CONTRACTS.views.ending,
      view: { grouping: null, sorting: [{ id: 'endsOn', desc: false }] },
      where: (row) => isRunning(row) && row.effectiveEndsOn !== null && row.effectiveEndsOn <= limit,
    },
    { id: 'check', label: CONTRACTS.views.check, view, where: (row) => contractProblem(row) !== null },
    { id: 'all', label: CONTRACTS.views.all, view },
  ]
}

const idOf = (row: ContractRow) => row.id
const nameOf = (row: ContractRow) => row.personName
const open = (row: ContractRow) =>
  navigate({ screen: 'position', id: row.contract.positionId, tab: 'contracts' })
const hrefOf = (row: ContractRow) =>
  formatRoute({ screen: 'position', id: row.contract.positionId, tab: 'contracts' })
const summary = (rows: readonly ContractRow[]) => CONTRACTS.counts(rows.length, rows.filter(isRunning).length)

export function ContractsScreen() {
  const employerId = useScope()
  const grid = useRead('read.grid', { grid: 'contracts', employerId })
  return (
    <Reading read={grid}>
      {(answer) => <Contracts rows={answer.contracts ?? []} revision={answer.revision} />}
    </Reading>
  )
}

function Contracts({ rows, revision }: { readonly rows: readonly ContractRow[]; readonly revision: number }) {
  const today = useToday()
  const views = useMemo(() => viewsAt(today), [today])
  return (
    <GridScreen
      name="contracts"
      title={CONTRACTS.title}
      one={CONTRACTS.one}
      many={CONTRACTS.many}
      rows={rows}
      revision={revision}
      columns={CONTRACT_COLUMNS}
      rowId={idOf}
      rowName={nameOf}
      views={views}
      summary={summary}
      problem={contractProblem}
      onOpen={open}
      hrefOf={hrefOf}
      onExplain={explainCell}
      rowActions={(row) => [
        {
          id: 'edit',
          label: CONTRACTS.edit,
          run: () => openDialog({ kind: 'entity', entity: 'contract', id: row.id }),
        },
        ...(isRunning(row)
          ? [
              {
                id: 'renew',
                label: CONTRACTS.renew,
                run: () => openDialog({ kind: 'renew-contract', contractId: row.id }),
              },
              {
                id: 'end',
                label: CONTRACTS.end,
                run: () => openDialog({ kind: 'end-contract', contractId: row.id }),
              },
            ]
          : []),
      ]}
      newRows={NEW_CONTRACT_ROWS}
      deletes="contract"
      actions={
        <Button variant="primary" onPress={() => openDialog({ kind: 'new-contract' })}>
          <Icon name="plus" />
          {CONTRACTS.newContract}
        </Button>
      }
      empty={
        <EmptyState
          title={CONTRACTS.emptyTitle}
          action={
            <Button variant="primary" onPress={() => openDialog({ kind: 'new-contract' })}>
              {CONTRACTS.newContract}
            </Button>
          }
        >
          {CONTRACTS.emptyBody}
        </EmptyState>
      }
    />
  )
}
