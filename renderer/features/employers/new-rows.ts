/** Pasted lines → new structures. */
import { LEGAL_FORM_WORDS, SECTOR_WORDS } from '#shared/text/words.ts'
import { EMPLOYERS } from '../../text/directory.ts'
import type { NewRowColumn, NewRows } from '../../ui/grid/acts/paste-rows-dialog.tsx'

const C = EMPLOYERS.columns
const required = { edit: { entity: 'employer', field: '', id: () => null, isRequired: true } } as const

function column(
  field: string,
  title: string,
  type: NewRowColumn['type'],
  more: Partial<NewRowColumn> = {},
): NewRowColumn {
  return { id: field, field, title, type, width: 100, value: () => null, ...more }
}

export const NEW_EMPLOYER_ROWS: NewRows = {
  entity: 'employer',
  preset: {
    sector: 'private',
    legalForm: 'association',
    zone: 'metropole',
    fiscalYearStart: '01-01',
    chart: 'association',
  },
  columns: [
    column('name', C.name, 'text', required),
    column('shortName', C.shortName, 'text'),
    column('legalForm', C.form, 'choice', { words: LEGAL_FORM_WORDS }),
    column('sector', C.sector, 'choice', { words: SECTOR_WORDS }),
    column('siret', C.siret, 'id'),
    column('communeName', C.commune, 'text'),
    column('communeCode', C.communeCode, 'id'),
    column('departmentCode', C.department, 'id'),
    column('address', C.address, 'text'),
    column('postcode', C.postcode, 'id'),
    column('contactName', C.contact, 'text'),
    column('email', C.email, 'text'),
    column('phone', C.phone, 'id'),
    column('idcc', C.idcc, 'id'),
    column('note', C.note, 'text'),
  ],
}
