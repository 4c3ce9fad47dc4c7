/** Structures: the employers of the dossier. */
import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { navigate } from '../../app/routes.ts'
import { scope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { EMPLOYERS } from '../../text/directory.ts'
import { plural } from '../../text/fr.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { GridScreen } from '../../ui/grid/grid-screen.tsx'
import type { GridTab } from '../../ui/grid/view/view-state.ts'
import { EMPLOYER_COLUMNS, employerProblem } from './columns.tsx'
import { NEW_EMPLOYER_ROWS } from './new-rows.ts'

const VIEWS: readonly GridTab<EmployerRow>[] = [
  { id: 'all', label: EMPLOYERS.all, view: { sorting: [{ id: 'name', desc: false }] } },
  { id: 'public', label: EMPLOYERS.publicOnes, where: (row) => row.employer.sector === 'public' },
  { id: 'private', label: EMPLOYERS.privateOnes, where: (row) => row.employer.sector === 'private' },
]

const create = () => openDialog({ kind: 'entity', entity: 'employer', id: null })
const idOf = (row: EmployerRow) => row.id
const nameOf = (row: EmployerRow) => row.employer.shortName ?? row.employer.name
const edit = (row: EmployerRow) => openDialog({ kind: 'entity', entity: 'employer', id: row.id })

export function EmployersScreen() {
  const grid = useRead('read.grid', { grid: 'employers', employerId: null })
  return (
    <Reading read={grid}>
      {(answer) => (
        <GridScreen
          name="employers"
          title={EMPLOYERS.title}
          one={EMPLOYERS.one}
          many={EMPLOYERS.many}
          rows={answer.employers ?? NONE}
          revision={answer.revision}
          columns={EMPLOYER_COLUMNS}
          rowId={idOf}
          rowName={nameOf}
          views={VIEWS}
          summary={summary}
          problem={employerProblem}
          onOpen={edit}
          rowActions={(row) => [
            { id: 'edit', label: EMPLOYERS.edit, run: () => edit(row) },
            {
              id: 'budget',
              label: EMPLOYERS.budget,
              run: () => openDialog({ kind: 'budget', employerId: row.id }),
            },
            {
              id: 'only',
              label: EMPLOYERS.showOnly,
              run: () => {
                scope.set(row.id)
                navigate({ screen: 'positions' })
              },
            },
          ]}
          newRows={NEW_EMPLOYER_ROWS}
          deletes="employer"
          actions={
            <Button variant="primary" onPress={create}>
              <Icon name="plus" />
              {EMPLOYERS.newEmployer}
            </Button>
          }
          empty={
            <EmptyState
              title={EMPLOYERS.emptyTitle}
              action={
                <Button variant="primary" onPress={create}>
                  {EMPLOYERS.newEmployer}
                </Button>
              }
            >
              {EMPLOYERS.emptyBody}
            </EmptyState>
          }
        />
      )}
    </Reading>
  )
}

const NONE: readonly EmployerRow[] = []
const summary = (rows: readonly EmployerRow[]) => plural(rows.length, EMPLOYERS.one, EMPLOYERS.many)
