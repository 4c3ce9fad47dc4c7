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

  it('tells of a row only the services write by what a person knows of it, without what is for the program', () => {
    const change: Change = {
      table: 'document',
      rowId: 3,
      op: 'insert',
      subject: 'pièce jointe',
      fields: [
        { field: 'owner_kind', before: null, after: 'position' },
        { field: 'owner_id', before: null, after: 7 },
        { field: 'name', before: null, after: 'avenant.pdf' },
        { field: 'mime', before: null, after: 'application/pdf' },
        { field: 'size', before: null, after: 12_000 },
        { field: 'sha256', before: null, after: 'ab'.repeat(32) },
        { field: 'added_on', before: null, after: '2026-11-20' },
        { field: 'checklist_item', before: null, after: null },
      ],
    }
    expect(fieldsOf(change)).toEqual([
      { name: 'Concerne', before: null, after: 'Poste' },
      { name: 'Fichier', before: null, after: 'avenant.pdf' },
      { name: 'Taille', before: null, after: '12\u00a0Ko' },
      { name: 'Ajoutée le', before: null, after: '20/11/2026' },
    ])
  })
})
