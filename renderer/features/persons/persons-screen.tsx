/** Personnes: who holds, or held, a post. Only what managing a contract needs. */
import type { PersonRow } from '#shared/api/views/grid-rows.ts'
import type { Person } from '#shared/domain/facts.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { PERSONS } from '../../text/directory.ts'
import { plural } from '../../text/fr.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { GridScreen } from '../../ui/grid/grid-screen.tsx'
import type { GridColumn } from '../../ui/grid/model/column.ts'
import { factColumns } from '../../ui/grid/model/fact-columns.ts'
import { type NewRows, newRowColumn } from '../../ui/grid/model/new-rows.ts'
import type { GridTab } from '../../ui/grid/view/view-state.ts'

const C = PERSONS.columns
type Column = GridColumn<PersonRow>

const { column } = factColumns<PersonRow, Person>(
  'person',
  (row) => row.person,
  ['lastName', 'firstName'],
  (row) => (row.person.anonymisedOn === null ? null : PERSONS.anonymisedRefusal),
)

const fullName = (row: PersonRow) => `${row.person.firstName} ${row.person.lastName}`.trim()

const COLUMNS: readonly Column[] = [
  {
    id: 'name',
    title: C.name,
    type: 'text',
    width: 180,
    value: fullName,
    draw: (row) => <b>{fullName(row)}</b>,
    sortValue: (row) => `${row.person.lastName} ${row.person.firstName}`,
    computed: PERSONS.name,
    opens: true,
    isPrivate: true,
  },
  column('lastName', 'text', C.lastName, 130, { isPrivate: true }),
  column('firstName', 'text', C.firstName, 120, { isPrivate: true }),
  {
    id: 'position',
    title: C.position,
    type: 'text',
    width: 190,
    value: (row) => row.positionLabel,
    computed: PERSONS.counted,
    groupable: true,
  },
  {
    id: 'contracts',
    title: C.contracts,
    type: 'integer',
    width: 70,
    value: (row) => row.contracts,
    computed: PERSONS.counted,
    total: true,
  },
  column('email', 'text', C.email, 230, { isPrivate: true }),
  column('phone', 'id', C.phone, 120, { isPrivate: true }),
  column('stateId', 'id', C.stateId, 96),
  column('doubledNotice', 'flag', C.doubled, 84, { id: 'doubled', isPrivate: true }),
  {
    id: 'anonymised',
    title: C.anonymised,
    type: 'day',
    width: 90,
    value: (row) => row.person.anonymisedOn,
    computed: PERSONS.counted,
    isHidden: true,
  },
  column('note', 'text', C.note, 200, { isHidden: true, isPrivate: true }),
]

const VIEWS: readonly GridTab<PersonRow>[] = [
  { id: 'all', label: PERSONS.all, view: { sorting: [{ id: 'name', desc: false }] } },
  { id: 'in', label: PERSONS.inPost, where: (row) => row.currentContractId !== null },
  { id: 'gone', label: PERSONS.gone, where: (row) => row.currentContractId === null },
]

const NEW_ROWS: NewRows = {
  entity: 'person',
  preset: {},
  columns: [
    newRowColumn('lastName', C.lastName, 'text', { isRequired: true }),
    newRowColumn('firstName', C.firstName, 'text', { isRequired: true }),
    newRowColumn('email', C.email, 'text'),
    newRowColumn('phone', C.phone, 'id'),
    newRowColumn('stateId', C.stateId, 'id'),
    newRowColumn('note', C.note, 'text'),
  ],
}

const NONE: readonly PersonRow[] = []
const create = () => openDialog({ kind: 'entity', entity: 'person', id: null })
const edit = (row: PersonRow) => openDialog({ kind: 'entity', entity: 'person', id: row.id })
const idOf = (row: PersonRow) => row.id
const summary = (rows: readonly PersonRow[]) => plural(rows.length, PERSONS.one, PERSONS.many)

export function PersonsScreen() {
  const employerId = useScope()
  const grid = useRead('read.grid', { grid: 'persons', employerId })
  return (
    <Reading read={grid}>
      {(answer) => (
        <GridScreen
          name="persons"
          title={PERSONS.title}
          one={PERSONS.one}
          many={PERSONS.many}
          rows={answer.persons ?? NONE}
          revision={answer.revision}
          columns={COLUMNS}
          rowId={idOf}
          rowName={fullName}
          views={VIEWS}
          summary={summary}
          onOpen={edit}
          rowActions={(row) => [
            { id: 'edit', label: PERSONS.edit, run: () => edit(row) },
            {
              id: 'export',
              label: PERSONS.exportData,
              run: () => openDialog({ kind: 'interchange', personId: row.id }),
            },
          ]}
          newRows={NEW_ROWS}
          deletes="person"
          actions={
            <>
              <Button onPress={() => openDialog({ kind: 'personal-data' })}>{PERSONS.personalData}</Button>
              <Button variant="primary" onPress={create}>
                <Icon name="plus" />
                {PERSONS.newPerson}
              </Button>
            </>
          }
          empty={
            <EmptyState
              title={PERSONS.emptyTitle}
              action={<Button onPress={create}>{PERSONS.newPerson}</Button>}
            >
              {PERSONS.emptyBody}
            </EmptyState>
          }
        />
      )}
    </Reading>
  )
}
