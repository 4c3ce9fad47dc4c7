import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../renderer/text/journal.ts'

type Change = Parameters<typeof fieldsOf>[0]

describe('a change told in the journal', () => {
  it('is written as the screens write it, never as the file holds it', () => {
    const change: Change = {
      table: 'employer',
      rowId: 1,
      op: 'update',
      subject: 'RPN',
      fields: [
        { field: 'fiscal_year_start', before: '01-01', after: '09-01' },
        { field: 'charges_rate', before: null, after: 4250 },
        { field: 'chart', before: 'association', after: 'm57' },
        { field: 'in_qpv', before: 0, after: 1 },
      ],
    }
    expect(fieldsOf(change)).toEqual([
      { name: 'Début d’exercice', before: '01/01', after: '01/09' },
      { name: 'Taux de charges employeur', before: '—', after: '42,5\u00a0%' },
      { name: 'Plan de comptes', before: 'Associations (ANC 2018-06)', after: 'Collectivités (M57)' },
      { name: 'QPV', before: 'non', after: 'oui' },
    ])
  })
})
