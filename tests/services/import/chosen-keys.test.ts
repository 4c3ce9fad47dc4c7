/** By what an import recognises the objects of the dossier, where a person chose it. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { ImportMappingDefinition } from '#shared/schemas/import.ts'
import { importFile, planFile, readForImport } from '../../../electron/services/import/import-file.ts'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { dossierWith } from '../../support/memory-dossier.ts'

const TODAY = day('2026-11-23')

type Keys = Partial<ImportMappingDefinition['keys']>

function csv(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

function bring(dossier: Dossier, bytes: Uint8Array, keys: Keys, dryRun = false) {
  return importFile({
    dossier,
    bytes,
    fileName: 'a.csv',
    mapping: JSON.stringify({ keys }),
    dryRun,
    today: TODAY,
  })
}

/** Two structures, a post with a number at the first, held by one person. */
function known(): Dossier {
  const f = new FactsBuilder()
  const first = f.employer({ name: 'Les Passerelles', siret: '90000000003039', stateId: 'S1' })
  f.employer({ name: 'Commune de Valombre', siret: '20000000001012', stateId: 'S2', sector: 'public' })
  const post = f.position(first, { stateId: '2101', label: 'Poste Nord' })
  f.contract(post, '2025-01-01', '2026-06-30', { kind: 'CDD' })
  return dossierWith(f.facts())
}

const problems = (summary: ReturnType<typeof bring>) =>
  summary.rejects.flatMap((row) => row.cells.flatMap((c) => (c.problem ? [[c.column, c.problem.code]] : [])))

describe('structures', () => {
  const file = csv(
    'Raison sociale;SIRET;ID poste;Nom du poste',
    'Association des Passerelles;90000000003039;2101;Poste Nord',
  )

  it('are found by their SIRET under another name, as usual', () => {
    const summary = bring(known(), file, {}, true)
    expect(summary.objects.employer).toMatchObject({ created: 0, unchanged: 1 })
  })

  it('by name, an unknown name is refused where its SIRET is another’s, so that none is written twice', () => {
    const summary = bring(known(), file, { employer: 'name' }, true)
    expect(problems(summary)).toEqual([['SIRET', 'key.taken']])
  })

  it('by SIRET, a line without one is refused at its cell, even where the name is known', () => {
    const lines = csv('Raison sociale;SIRET;ID poste;Nom du poste', 'Les Passerelles;;2101;Poste Nord')
    expect(problems(bring(known(), lines, { employer: 'siret' }, true))).toEqual([['SIRET', 'key.missing']])
    expect(bring(known(), lines, {}, true).rows.rejected).toBe(0)
  })
})

describe('posts', () => {
  const file = csv('Raison sociale;ID poste;Nom du poste;QPV', 'Les Passerelles;9999;Poste Nord;oui')

  it('by number, a new number is a new post whatever its label', () => {
    expect(bring(known(), file, { position: 'stateId' }, true).objects.position).toMatchObject({ created: 1 })
  })

  it('by label in the structure, the post of that label is found, and keeps its number', () => {
    const dossier = known()
    const summary = bring(dossier, file, { position: 'label' })
    expect(summary.objects.position).toMatchObject({ created: 0, modified: 1 })
    expect(dossier.readFacts().positions[0]).toMatchObject({ stateId: '2101', inQpv: true })
  })
})

describe('people and contracts', () => {
  const file = (name: string, email: string, start: string) =>
    csv(
      'Raison sociale;ID poste;Nom;Prénom;Email;Id contrat;Type de contrat;Début;Fin',
      `Les Passerelles;2101;${name};Nadia;${email};C7;CDD;${start};31/12/2027`,
    )

  it('by address, a person who changed name is the same one; by name, another', () => {
    const dossier = known()
    bring(dossier, file('Ferrand', 'nadia@passerelles.example', '01/07/2026'), {})
    const after = file('Marceau', 'nadia@passerelles.example', '01/07/2026')
    expect(bring(dossier, after, { person: 'email' }, true).objects.person).toMatchObject({
      created: 0,
      modified: 1,
    })
    expect(bring(dossier, after, { person: 'name' }, true).objects.person).toMatchObject({ created: 1 })
  })

  it('by number, a contract whose first day was corrected is the same one; by first day, another that overlaps', () => {
    const dossier = known()
    bring(dossier, file('Ferrand', 'n@passerelles.example', '01/07/2026'), {})
    const moved = file('Ferrand', 'n@passerelles.example', '06/07/2026')
    expect(bring(dossier, moved, { contract: 'stateId' }, true).objects.contract).toMatchObject({
      modified: 1,
    })
    expect(problems(bring(dossier, moved, { contract: 'start' }, true))).toEqual([
      ['Début', 'contract.same-person-overlap'],
    ])
  })
})

describe('the choice', () => {
  const file = csv('Raison sociale;SIRET;Nom du poste', 'Les Passerelles;90000000003039;Poste Nord')
  const plan = (dossier: Dossier, keys: Keys | null) =>
    planFile({
      ...readForImport(dossier),
      bytes: file,
      fileName: 'a.csv',
      today: TODAY,
      mapping: keys === null ? null : JSON.stringify({ keys }),
    }).plan

  it('is offered among the keys the columns give, automatic first', () => {
    expect(plan(known(), null).keys).toEqual([
      { object: 'employer', offered: ['siret', 'name'], chosen: null },
      { object: 'position', offered: ['label'], chosen: null },
    ])
  })

  it('is remembered with the shape of the file, for the next one', () => {
    const dossier = known()
    const lines = csv('Raison sociale;SIRET;Nom du poste', 'Les Passerelles;90000000003039;Poste Sud')
    bring(dossier, lines, { employer: 'siret' })
    const next = plan(dossier, null)
    expect(next.remembered).toBe(true)
    expect(next.keys[0]).toMatchObject({ object: 'employer', chosen: 'siret' })
  })

  it('of a key no column gives is said, and the usual order holds', () => {
    const { keys, notices, rows } = plan(known(), { employer: 'stateId', person: 'email' })
    expect(keys[0]?.chosen).toBeNull()
    expect(notices.map((n) => n.code)).toContain('key.no-column')
    expect(rows.rejected).toBe(0)
  })

  it('of a key that does not exist refuses the mapping, naming it', () => {
    expect(() => plan(known(), { employer: 'postcode' as never })).toThrow(/keys\.employer/)
  })
})
