/** Columns of the structures: who they are, their posts by state, their aid. */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { CHART_WORDS, LEGAL_FORM_WORDS, SECTOR_WORDS, ZONE_WORDS } from '#shared/text/words.ts'
import { EMPLOYERS } from '../../text/directory.ts'
import { frSiret } from '../../text/employer-line.ts'
import type { GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { factColumns } from '../../ui/grid/model/fact-columns.ts'
import { aidColumn, drawOutstanding } from '../../ui/shared-cells.tsx'

const C = EMPLOYERS.columns
type Column = GridColumn<EmployerRow>

const { column } = factColumns<EmployerRow, Employer>('employer', (row) => row.employer, [
  'name',
  'sector',
  'legalForm',
  'zone',
])

function count(id: 'positions' | 'occupied' | 'vacant' | 'returned', title: string): Column {
  return {
    id,
    title,
    type: 'integer',
    width: 58,
    value: (row) => row[id],
    computed: EMPLOYERS.counted,
    total: true,
  }
}

const amount = (key: keyof AidFigures, id: string, title: string, more: Partial<Column> = {}) =>
  aidColumn<EmployerRow>(key, id, title, { computed: EMPLOYERS.amounts, ...more })

export const EMPLOYER_COLUMNS: readonly Column[] = [
  column('name', 'text', C.name, 200, { draw: (row) => <b>{row.employer.name}</b>, opens: true }),
  column('shortName', 'text', C.shortName, 80),
  column('legalForm', 'choice', C.form, 90, { words: LEGAL_FORM_WORDS, groupable: true }),
  column('sector', 'choice', C.sector, 60, { words: SECTOR_WORDS, groupable: true }),
  column('siret', 'id', C.siret, 126, {
    draw: (row) =>
      row.employer.siret === null ? (
        <span className="void">{row.employer.ridet === null ? '—' : `RIDET ${row.employer.ridet}`}</span>
      ) : (
        frSiret(row.employer.siret)
      ),
  }),
  column('communeName', 'text', C.commune, 120, { groupable: true }),
  column('departmentCode', 'id', C.department, 44, { groupable: true }),
  count('positions', C.positions),
  count('occupied', C.occupied),
  count('vacant', C.vacant),
  count('returned', C.returned),
  amount('notifiedCents', 'notified', C.notified),
  amount('earnedCents', 'earned', C.earned, { isQuiet: true }),
  amount('receivedCents', 'received', C.received),
  amount('outstandingCents', 'outstanding', C.outstanding, { draw: drawOutstanding }),
  amount('lateCents', 'late', C.late, { isHidden: true }),
  column('contactName', 'text', C.contact, 130, { isHidden: true, isPrivate: true }),
  column('email', 'text', C.email, 190, { isHidden: true, isPrivate: true }),
  column('phone', 'id', C.phone, 110, { isHidden: true, isPrivate: true }),
  column('address', 'text', C.address, 200, { isHidden: true }),
  column('postcode', 'id', C.postcode, 60, { isHidden: true }),
  column('communeCode', 'id', C.communeCode, 66, { isHidden: true }),
  column('zone', 'choice', C.zone, 110, { words: ZONE_WORDS, isHidden: true, groupable: true }),
  column('fiscalYearStart', 'id', C.fiscalYear, 80, { isHidden: true }),
  column('chart', 'choice', C.chart, 180, { words: CHART_WORDS, isHidden: true }),
  column('idcc', 'id', C.idcc, 60, { isHidden: true }),
  column('rna', 'id', C.rna, 100, { isHidden: true }),
  column('ape', 'id', C.ape, 66, { isHidden: true }),
  column('ridet', 'id', C.ridet, 100, { isHidden: true }),
  column('stateId', 'id', C.stateId, 90, { isHidden: true }),
  column('inQpv', 'flag', C.qpv, 52, { isHidden: true, groupable: true }),
  column('inFrr', 'flag', C.frr, 52, { isHidden: true, groupable: true }),
  column('franceServices', 'flag', C.franceServices, 70, { isHidden: true, groupable: true }),
  column('note', 'text', C.note, 200, { isHidden: true }),
]

export function employerProblem(row: EmployerRow): Problem | null {
  return row.aid.lateCents > 0 ? { columnId: 'outstanding', text: `${row.employer.name} : ${C.late}` } : null
}
