/** Columns of the structures: who they are, their posts by state, their aid. */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { CHART_WORDS, LEGAL_FORM_WORDS, SECTOR_WORDS, ZONE_WORDS } from '#shared/text/words.ts'
import { EMPLOYERS } from '../../text/directory.ts'
import { frSiret } from '../../text/employer-line.ts'
import type { ColumnType, GridColumn, Problem } from '../../ui/grid/model/column.ts'
import { drawOutstanding } from '../../ui/shared-cells.tsx'

const C = EMPLOYERS.columns
type Column = GridColumn<EmployerRow>

function employer(field: keyof Employer, isRequired = false): NonNullable<Column['edit']> {
  return { entity: 'employer', field, id: (row) => row.id, isRequired }
}

type Plain = {
  [K in keyof Employer]: Employer[K] extends string | boolean | null ? K : never
}[keyof Employer]

function plain(
  field: Plain,
  title: string,
  type: ColumnType,
  width: number,
  more: Partial<Column> = {},
): Column {
  return {
    id: field,
    title,
    type,
    width,
    value: (row) => row.employer[field],
    edit: employer(
      field,
      field === 'name' || field === 'sector' || field === 'legalForm' || field === 'zone',
    ),
    ...more,
  }
}

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

function amount(key: keyof AidFigures, id: string, title: string, more: Partial<Column> = {}): Column {
  return {
    id,
    title,
    type: 'cents',
    width: 84,
    value: (row) => row.aid[key],
    computed: EMPLOYERS.amounts,
    total: true,
    ...more,
  }
}

export const EMPLOYER_COLUMNS: readonly Column[] = [
  plain('name', C.name, 'text', 200, { draw: (row) => <b>{row.employer.name}</b>, opens: true }),
  plain('shortName', C.shortName, 'text', 80),
  plain('legalForm', C.form, 'choice', 90, { words: LEGAL_FORM_WORDS, groupable: true }),
  plain('sector', C.sector, 'choice', 60, { words: SECTOR_WORDS, groupable: true }),
  plain('siret', C.siret, 'id', 126, {
    draw: (row) =>
      row.employer.siret === null ? (
        <span className="void">{row.employer.ridet === null ? '—' : `RIDET ${row.employer.ridet}`}</span>
      ) : (
        frSiret(row.employer.siret)
      ),
  }),
  plain('communeName', C.commune, 'text', 120, { groupable: true }),
  plain('departmentCode', C.department, 'id', 44, { groupable: true }),
  count('positions', C.positions),
  count('occupied', C.occupied),
  count('vacant', C.vacant),
  count('returned', C.returned),
  amount('notifiedCents', 'notified', C.notified),
  amount('earnedCents', 'earned', C.earned, { isQuiet: true }),
  amount('receivedCents', 'received', C.received),
  amount('outstandingCents', 'outstanding', C.outstanding, { draw: drawOutstanding }),
  amount('lateCents', 'late', C.late, { isHidden: true }),
  plain('contactName', C.contact, 'text', 130, { isHidden: true, isPrivate: true }),
  plain('email', C.email, 'text', 190, { isHidden: true, isPrivate: true }),
  plain('phone', C.phone, 'id', 110, { isHidden: true, isPrivate: true }),
  plain('address', C.address, 'text', 200, { isHidden: true }),
  plain('postcode', C.postcode, 'id', 60, { isHidden: true }),
  plain('communeCode', C.communeCode, 'id', 66, { isHidden: true }),
  plain('zone', C.zone, 'choice', 110, { words: ZONE_WORDS, isHidden: true, groupable: true }),
  plain('fiscalYearStart', C.fiscalYear, 'id', 80, { isHidden: true }),
  plain('chart', C.chart, 'choice', 180, { words: CHART_WORDS, isHidden: true }),
  plain('idcc', C.idcc, 'id', 60, { isHidden: true }),
  plain('rna', C.rna, 'id', 100, { isHidden: true }),
  plain('ape', C.ape, 'id', 66, { isHidden: true }),
  plain('ridet', C.ridet, 'id', 100, { isHidden: true }),
  plain('stateId', C.stateId, 'id', 90, { isHidden: true }),
  plain('inQpv', C.qpv, 'flag', 52, { isHidden: true, groupable: true }),
  plain('inFrr', C.frr, 'flag', 52, { isHidden: true, groupable: true }),
  plain('franceServices', C.franceServices, 'flag', 70, { isHidden: true, groupable: true }),
  plain('note', C.note, 'text', 200, { isHidden: true }),
]

export function employerProblem(row: EmployerRow): Problem | null {
  return row.aid.lateCents > 0 ? { columnId: 'outstanding', text: `${row.employer.name} : ${C.late}` } : null
}
