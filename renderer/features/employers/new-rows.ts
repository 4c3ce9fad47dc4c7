/** Pasted lines → new structures. */
import { LEGAL_FORM_WORDS, SECTOR_WORDS } from '#shared/text/words.ts'
import { EMPLOYERS } from '../../text/directory.ts'
import { newRowColumn as column, type NewRows } from '../../ui/grid/model/new-rows.ts'

const C = EMPLOYERS.columns

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
    column('name', C.name, 'text', { isRequired: true }),
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
