/** The public list of structures, from the bytes of the file to the dossier and back. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { importFile } from '../../../electron/services/import/import-file.ts'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { createMemoryDossier } from '../../../electron/store/memory.ts'
import { memoryDossier, TEST_NOW } from '../../support/memory-dossier.ts'

const LIST = readFileSync(new URL('../../fixtures/import/structures.csv', import.meta.url))
const TODAY = day('2026-11-23')

function bring(
  dossier: Dossier,
  bytes: Uint8Array = LIST,
  options: { dryRun?: boolean; leaveOut?: number[] } = {},
) {
  return importFile({
    dossier,
    bytes,
    fileName: 'structures.csv',
    dryRun: options.dryRun ?? false,
    leaveOut: options.leaveOut ?? [],
    today: TODAY,
  })
}

describe('bringing in the public list of structures', () => {
  it('makes each employer once, with all its posts attached from the day they were granted', () => {
    const dossier = memoryDossier()
    const summary = bring(dossier)
    expect(summary.rows).toEqual({ read: 10, created: 5, modified: 0, unchanged: 0, rejected: 5 })
    expect(summary.objects).toEqual({
      employer: { read: 4, created: 4, modified: 0, unchanged: 0, rejected: 0 },
      position: { read: 8, created: 8, modified: 0, unchanged: 0, rejected: 0 },
    })
    const { employers, positions, attachments } = dossier.readFacts()
    expect(employers.map((e) => [e.name, e.siret, e.sector, e.legalForm, e.zone, e.chart])).toEqual([
      ['COMMUNE DE VALOMBRE', '20000000001012', 'public', 'commune', 'metropole', 'm57'],
      ['CC DE L ORBELLE', '20000000002028', 'public', 'epci', 'metropole', 'm57'],
      ['ASS LES PASSERELLES', '90000000003039', 'private', 'association', 'alsace-moselle', 'association'],
      ['DEPARTEMENT DES LANDIERS', '20000000005054', 'public', 'departement', 'guyane', 'm57'],
    ])
    expect(attachments.map((a) => [a.employerId, a.startsOn, a.endsOn])).toEqual([
      ...Array(2).fill([1, '2021-05-19', null]),
      [2, '2021-05-19', null],
      [3, '2021-04-14', null],
      [1, '2021-05-19', null],
      ...Array(3).fill([4, '2021-04-28', null]),
    ])
    expect(new Set(positions.map((p) => p.label)).size).toBe(8)
  })

  it('restores the zeros the spreadsheet lost, and keeps the lines of the address', () => {
    const dossier = memoryDossier()
    bring(dossier)
    const [valombre, orbelle, passerelles] = dossier.readFacts().employers
    expect(valombre).toMatchObject({ departmentCode: '01', communeCode: '01901', postcode: '01990' })
    expect(orbelle?.address).toBe('12 GRANDE RUE\nZA DU MOULIN\n01991 ORBELLE-LE-HAUT')
    expect(passerelles).toMatchObject({ inQpv: true, inFrr: false, franceServices: false, postcode: '67000' })
    expect(orbelle).toMatchObject({ inQpv: false, inFrr: true, franceServices: true })
  })

  it('keeps the State’s estimate as a note and makes no agreement of it', () => {
    const dossier = memoryDossier()
    bring(dossier)
    const { employers, agreements } = dossier.readFacts()
    expect(agreements).toEqual([])
    expect(employers[0]?.note).toBe(
      'Liste publique, comité du 19/05/2021 (3 postes)\u00a0: investissement estimatif de l’État 164\u202f415,00\u00a0€.',
    )
  })

  it('rejects a line with its row, its column, the value read and the reason', () => {
    const { rejects } = bring(memoryDossier())
    const said = rejects.map((row) => [
      row.line,
      row.fileLine,
      ...row.cells.filter((c) => c.problem !== undefined).map((c) => [c.column, c.raw, c.problem?.code]),
    ])
    expect(said).toEqual([
      [5, 9, ['SIRET', 'null', 'siret.missing']],
      [7, 12, ['SIRET', '2000000000404', 'siret.thirteen']],
      [9, 16, ['Date de validation en comité de sélection', '31/04/2021', 'day.does-not-exist']],
      [10, 18, ['Nombre de conseillers validés par le COSELEC', '', 'count.missing']],
      [11, 20, ['SIRET', '90000000008088', 'siret.key']],
    ])
    expect(rejects[2]?.cells.find((c) => c.problem)?.problem?.message).toBe(
      '«\u00a031/04/2021\u00a0» n’existe pas (avril 2021 a 30 jours).',
    )
  })

  it('says which lines repeat a structure and that the last one is a total', () => {
    const { notices } = bring(memoryDossier())
    expect(notices.map((n) => [n.line, n.code])).toEqual([
      [6, 'employer.repeated'],
      [12, 'row.totals'],
    ])
    expect(notices[0]?.message).toContain('déjà en ligne 2')
  })

  it('changes nothing the second time, and leaves no step to undo', () => {
    const dossier = memoryDossier()
    bring(dossier)
    const before = dossier.readFacts()
    const revision = dossier.revision
    const summary = bring(dossier)
    expect(summary.rows).toEqual({ read: 10, created: 0, modified: 0, unchanged: 5, rejected: 5 })
    expect(summary.objects).toEqual({
      employer: { read: 4, created: 0, modified: 0, unchanged: 4, rejected: 0 },
      position: { read: 8, created: 0, modified: 0, unchanged: 8, rejected: 0 },
    })
    expect(dossier.readFacts()).toEqual(before)
    expect(dossier.revision).toBe(revision)
  })

  it('is removed whole by one undo, and comes back whole by one redo', () => {
    const dossier = memoryDossier()
    const empty = dossier.readFacts()
    bring(dossier)
    const full = dossier.readFacts()
    expect(dossier.undoLabel).toBe('import de structures.csv')
    dossier.undo()
    expect(dossier.readFacts()).toEqual(empty)
    dossier.redo()
    expect(dossier.readFacts()).toEqual(full)
  })

  it('writes nothing on a dry run and says the same thing', () => {
    const dossier = memoryDossier()
    const dry = bring(dossier, LIST, { dryRun: true })
    expect(dossier.readFacts().employers).toEqual([])
    expect(bring(dossier)).toEqual({ ...dry, dryRun: false })
  })

  it('leaves out the lines asked, with the posts they would have brought', () => {
    const dossier = memoryDossier()
    const summary = bring(dossier, LIST, { leaveOut: [6, 8] })
    expect(summary.objects.position?.created).toBe(4)
    expect(dossier.readFacts().employers).toHaveLength(3)
  })

  it('says before and after where the list and the dossier differ, and blanks erase nothing', () => {
    const dossier = memoryDossier()
    bring(dossier)
    const text = new TextDecoder().decode(LIST)
    const changed = text
      .replace('oui;;oui', 'non;;oui')
      .replace('ASS LES PASSERELLES;Strasbourg', 'ASS LES PASSERELLES;')
    const summary = bring(dossier, new TextEncoder().encode(changed))
    expect(summary.rows).toMatchObject({ created: 0, modified: 1, unchanged: 4 })
    const [, orbelle, passerelles] = dossier.readFacts().employers
    expect(orbelle?.inFrr).toBe(false)
    expect(passerelles?.communeName).toBe('Strasbourg')
  })

  it('does not put capitals back on a name typed properly since', () => {
    const dossier = memoryDossier()
    bring(dossier)
    dossier.act({ label: 'x', kind: 'edit' }, (db) =>
      db.update('employer', 1, { name: 'Commune de Valombre' }),
    )
    expect(bring(dossier).rows).toMatchObject({ modified: 0, unchanged: 5 })
  })

  it('adds only the posts granted since', () => {
    const dossier = memoryDossier()
    bring(dossier)
    const more = new TextDecoder().decode(LIST).replace('Grand Est;1;14/04', 'Grand Est;3;14/04')
    const summary = bring(dossier, new TextEncoder().encode(more))
    expect(summary.objects.position).toMatchObject({ created: 2, unchanged: 8 })
    expect(summary.rows).toMatchObject({ created: 0, modified: 1, unchanged: 4 })
  })

  it('gives its day to a post entered before by hand, and makes no second one', () => {
    const dossier = memoryDossier()
    bring(dossier)
    dossier.act({ label: 'x', kind: 'edit' }, (db) => db.update('position', 3, { granted_on: null }))
    const summary = bring(dossier)
    expect(summary.objects.position).toMatchObject({ created: 0, modified: 1 })
    expect(dossier.readFacts().positions[2]?.grantedOn).toBe('2021-05-19')
  })
})

describe('bringing one’s own data into a demonstration', () => {
  it('says first that it is one, and where real data goes', () => {
    const demo = createMemoryDossier({ who: '', now: () => TEST_NOW, demo: true })
    expect(bring(demo, LIST, { dryRun: true }).notices[0]).toEqual({
      line: null,
      code: 'dossier.demo',
      message: expect.stringContaining('créez un dossier'),
    })
    expect(bring(memoryDossier(), LIST, { dryRun: true }).notices.map((n) => n.code)).not.toContain(
      'dossier.demo',
    )
  })
})
