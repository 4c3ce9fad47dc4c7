/** The State's list of posts beside the dossier: what differs, what is decided, and what the next list changes. */
import { describe, expect, it } from 'vitest'
import type { Parsed } from '#shared/api/contract.ts'
import { day } from '#shared/domain/day.ts'
import { importFile } from '../../../electron/services/import/import-file.ts'
import { reconciliationServices } from '../../../electron/services/reconciliation/index.ts'
import { Refusal, type ServiceContext } from '../../../electron/services/service.ts'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { dossierWith, TEST_NOW } from '../../support/memory-dossier.ts'
import { passerelles } from '../../support/passerelles.ts'

const TODAY = day('2026-11-23')
const HEADERS =
  'ID Poste,ID Structure TP,Structure,Département,Statut,Coordinateur,Convention,Fin de convention,Fin de contrat,Bonification,Total conventionné,Total versé'

function dossier(): Dossier {
  return dossierWith(passerelles().facts)
}

function bring(target: Dossier, ...lines: readonly string[]) {
  const bytes = new TextEncoder().encode([HEADERS, ...lines].join('\n'))
  return importFile({ dossier: target, bytes, fileName: 'postes.csv', dryRun: false, today: TODAY })
}

const contextOf = (target: Dossier): ServiceContext => ({
  dossier: target,
  today: TODAY,
  now: TEST_NOW,
  who: 'Test',
})
const rows = (target: Dossier, settled = false) =>
  reconciliationServices['reconciliation.rows'](contextOf(target), {
    employerId: null,
    positionId: null,
    settled,
  })
const decide = (target: Dossier, input: Parsed<'reconciliation.decide'>) =>
  reconciliationServices['reconciliation.decide'](contextOf(target), input)
const codeOf = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.error.code : error
  }
}

/** What the dossier says of post 3310, as the State would write it: no difference. */
const SAME = '3310,,Ville de Valombre,,Occupé,Non,Renouvellement (V2),30/06/2027,31/01/2027,Oui,50000,37500'

describe('reconciling with the State’s list of posts', () => {
  it('finds nothing to say where both agree, whole euros being enough', () => {
    const target = dossier()
    const summary = bring(target, SAME)
    expect(summary.rows).toMatchObject({ read: 1, unchanged: 1, rejected: 0 })
    expect(rows(target)).toEqual([])
  })

  it('lists what differs side by side, and knows the day lost by the State’s exports', () => {
    const target = dossier()
    bring(
      target,
      SAME.replace('30/06/2027', '29/06/2027').replace('37500', '20000').replace('Occupé', 'Vacant'),
    )
    expect(
      rows(target).map((r) => [r.positionStateId, r.field, r.stateShown, r.ownShown, r.oneDay, r.canAccept]),
    ).toEqual([
      ['3310', 'state', 'Vacant', 'Occupé', false, false],
      ['3310', 'agreementEndsOn', '29/06/2027', '30/06/2027', true, true],
      ['3310', 'receivedCents', '20\u202f000,00\u00a0€', '37\u202f500,00\u00a0€', false, false],
    ])
  })

  it('takes the State’s end where it is one value of one object, in one undoable act', () => {
    const target = dossier()
    bring(target, SAME.replace('31/01/2027', '28/02/2027'))
    const [row] = rows(target)
    if (row === undefined) throw new Error('no difference')
    decide(target, { id: row.id, decision: 'accepted', note: null })
    expect(rows(target)).toEqual([])
    expect(target.undoLabel).toBe('valeur de l’État acceptée (fin de contrat)')
    expect(rows(target, true)[0]).toMatchObject({ same: true, decision: 'accepted' })
    target.undo()
    expect(rows(target)[0]).toMatchObject({ same: false, ownValue: '2027-01-31', decision: 'open' })
  })

  it('refuses to accept a total, which several entries make, and to keep or contest without a word', () => {
    const target = dossier()
    bring(target, SAME.replace('37500', '20000'))
    const [row] = rows(target)
    if (row === undefined) throw new Error('no difference')
    expect(codeOf(() => decide(target, { id: row.id, decision: 'accepted', note: null }))).toBe(
      'difference.by-hand',
    )
    expect(codeOf(() => decide(target, { id: row.id, decision: 'kept', note: null }))).toBe(
      'difference.note-missing',
    )
    decide(target, { id: row.id, decision: 'contested', note: 'Versement du 12 mars absent de leur fichier' })
    expect(rows(target)).toEqual([])
    expect(rows(target, true)).toHaveLength(1)
    expect(codeOf(() => decide(target, { id: 9999, decision: 'open', note: null }))).toBe('difference.gone')
  })

  it('leaves a decision alone while the State repeats itself, opens it again when the State changes, forgets it when both agree', () => {
    const target = dossier()
    const contested = SAME.replace('37500', '20000')
    bring(target, contested)
    const [row] = rows(target)
    if (row === undefined) throw new Error('no difference')
    decide(target, { id: row.id, decision: 'kept', note: 'Relevé de banque à l’appui' })
    expect(bring(target, contested).objects.stateDifference).toMatchObject({ modified: 0, unchanged: 1 })
    expect(rows(target)).toEqual([])
    bring(target, SAME.replace('37500', '30000'))
    expect(rows(target)[0]).toMatchObject({
      decision: 'open',
      stateValue: '3000000',
      note: 'Relevé de banque à l’appui\nLe 23/11/2026, l’État disait\u00a0: 20\u202f000,00\u00a0€.',
    })
    bring(target, SAME)
    expect(rows(target, true)).toEqual([])
  })
})
