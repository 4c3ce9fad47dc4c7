/** The other workbooks of the demo facts; expected amounts worked out by hand. */
import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { ReportInput } from '../../../electron/exchange/out/models/scope.ts'
import { reportDefinition, reportDefinitions } from '../../../electron/exchange/out/registry.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'
import { recalculate } from './support/formulas.ts'
import { DEMO, demoInput, rowsBy, sheetNamed } from './support/input.ts'
import { formulaCounts, readBack, xlsxBytes } from './support/workbook.ts'

const AGREEMENT = DEMO.ids['agreement-2102'] ?? null

function build(kind: string, given: Partial<ReportInput> = {}) {
  const definition = reportDefinition(kind)
  if (definition === undefined) throw new Error(`no report ${kind}`)
  const agreementId = definition.needsAgreement === true ? AGREEMENT : null
  return definition.build(demoInput({ kind, agreementId, ...given }))
}

describe('every report', () => {
  const kinds = reportDefinitions.map((d) => d.kind)

  test('there are seven', () => {
    expect(kinds).toEqual(['fiscal-year', 'aid', 'renewals', 'contracts', 'situation', 'forecast', 'closing'])
  })

  test.each(kinds)(
    '%s: every cached value is what a spreadsheet recalculates, and every check is right',
    async (kind) => {
      const report = build(kind)
      const bytes = await xlsxBytes(report)
      const { formulas, differences } = recalculate(await readBack(bytes))
      expect(differences).toEqual([])
      expect(formulaCounts(bytes)).toEqual({ formulas, withValue: formulas })
      expect(report.checks.passed).toBe(report.checks.total)
    },
  )

  // Letters are narrower than the digits a width counts, by an eighth in the typeface of the workbooks.
  test.each(kinds)('%s: no words are cut by the cell beside them', (kind) => {
    const cut = build(kind)
      .sheets.filter((sheet) => sheet.orientation === 'landscape')
      .flatMap((sheet) =>
        sheet.rows
          .filter((row) => row.role === 'data')
          .flatMap((row) =>
            row.cells.flatMap((cell, i) => {
              const isBeside = (row.cells[i + 1] ?? null) !== null
              const room = (sheet.columns[i]?.width ?? 0) * 1.12
              return cell?.kind === 'text' && isBeside && cell.value.length > room ? [cell.value] : []
            }),
          ),
      )
    expect(cut).toEqual([])
  })

  test.each(kinds)('%s: without names holds no name', (kind) => {
    const text = JSON.stringify(build(kind, { names: false }).sheets)
    for (const person of DEMO.facts.persons) expect(text).not.toContain(person.lastName)
  })

  test.each(kinds)('%s: is the same twice', (kind) => {
    expect(JSON.stringify(build(kind))).toBe(JSON.stringify(build(kind)))
  })

  test.each(kinds)(
    '%s: has sheet names and a file name every system accepts, and a main sheet that exists',
    (kind) => {
      const report = build(kind)
      expect(report.fileStem).toMatch(/^[a-z0-9-]+$/)
      for (const sheet of report.sheets) expect(sheet.name).toMatch(/^[^\\/?*[\]:'’]{1,31}$/)
      expect(report.sheets.map((s) => s.name)).toContain(report.mainSheet)
      for (const sheet of report.sheets)
        for (const row of sheet.rows) expect(row.cells).toHaveLength(sheet.columns.length)
    },
  )

  test.each(kinds.filter((kind) => kind !== 'closing'))(
    '%s: of an empty dossier says there is nothing',
    (kind) => {
      const report = build(kind, { facts: new FactsBuilder().facts() })
      expect(report.checks.passed).toBe(report.checks.total)
      expect(JSON.stringify(report.sheets)).toContain('Rien à montrer')
    },
  )
})

describe('Échéancier de renouvellement', () => {
  const report = build('renewals')
  const contracts = sheetNamed(report, 'Contrats à échéance')

  test('lists what ends, month by month, with the notice dates and room to decide', () => {
    expect(rowsBy(contracts, 'group').map((r) => r.endsOn)).toEqual([
      'décembre 2026\u00a0: 2 contrats',
      'janvier 2027\u00a0: 1 contrat',
      'septembre 2027\u00a0: 1 contrat',
    ])
    const rows = rowsBy(contracts, 'data')
    expect(rows.map((r) => r.post)).toEqual([
      '2102 Espace Gare',
      '3312 Les Lavandières',
      '3310 Maison des services',
      '3311 Bibliothèque',
    ])
    expect(rows[0]).toMatchObject({
      noticeLegal: 'sans objet',
      latestEnd: 'maximum atteint',
      served: 18,
      maximum: 18,
    })
    // Three years at most: two months before 31/01/2027.
    expect(rows[2]).toMatchObject({
      noticeLegal: '2026-11-30',
      noticePrudent: '2026-11-30',
      noticeState: 'bientôt',
    })
    expect(rows[0]).toHaveProperty('Décision (à remplir)', null)
  })

  test('lists the agreements that end, with what is still to come', () => {
    const agreements = sheetNamed(report, 'Conventions à échéance')
    expect(rowsBy(agreements, 'data')).toHaveLength(8)
    // All but the one of post 2106, already over: 396 500 − 34 000.
    expect(rowsBy(agreements, 'total')[0]).toMatchObject({ notified: 362_500_00, outstanding: 81_500_00 })
  })
})

describe('Registre des contrats', () => {
  test('has one line per contract, whatever became of it', () => {
    const rows = rowsBy(sheetNamed(build('contracts'), 'Contrats'), 'data')
    expect(rows).toHaveLength(DEMO.facts.contracts.length)
    expect(rows.find((r) => r.holder === 'Karim Dessaint')).toMatchObject({
      state: 'Rompu',
      endedOn: '2026-07-31',
      motive: 'Démission',
      gross: 2_100_00,
      hours: 35_00,
    })
  })

  test('names the missing pieces where the documents were read, and only then', () => {
    const contractId = DEMO.ids.cCharvin ?? 0
    const documents = [
      { id: 1, ownerKind: 'contract', ownerId: contractId, checklistItem: 'signed-contract' } as never,
    ]
    const report = build('contracts', { documents })
    const own = rowsBy(sheetNamed(report, 'Pièces manquantes'), 'data').filter(
      (r) => r.holder === 'Lucie Charvin',
    )
    expect(own.map((r) => r.piece)).toContain('Délibération créant l’emploi')
    expect(own.map((r) => r.piece).join()).not.toContain('Contrat signé')
    const charvin = rowsBy(sheetNamed(report, 'Contrats'), 'data').find((r) => r.holder === 'Lucie Charvin')
    expect(charvin?.missing).toBe(own.length)
    const unread = build('contracts')
    expect(unread.sheets.map((sheet) => sheet.name)).not.toContain('Pièces manquantes')
    expect(rowsBy(sheetNamed(unread, 'Contrats'), 'data')[0]).not.toHaveProperty('missing')
  })

  test('lists the amendments', () => {
    const facts = {
      ...DEMO.facts,
      contractAmendments: [
        {
          id: 800,
          contractId: DEMO.ids.cCharvin ?? 0,
          signedOn: day('2026-01-05'),
          effectiveOn: day('2026-02-01'),
          newEndsOn: null,
          newWeeklyMinutes: 1680,
          newMonthlyGrossCents: 1_744_00 as never,
          reason: 'Temps partiel',
        },
      ],
    }
    const rows = rowsBy(sheetNamed(build('contracts', { facts }), 'Avenants'), 'data')
    expect(rows).toMatchObject([
      { holder: 'Lucie Charvin', newHours: 28_00, newGross: 1_744_00, effectiveOn: '2026-02-01' },
    ])
  })
})

describe('Situation au', () => {
  test('shows the posts as they stood on a past day', () => {
    const past = build('situation', { at: day('2026-04-01') })
    expect(past.title).toBe('Situation au 01/04/2026')
    const rows = rowsBy(sheetNamed(past, 'État des postes'), 'data')
    const state = (id: string) => rows.find((r) => r.stateId === id)
    expect(state('2103')).toMatchObject({ state: 'Vacant', vacantSince: '2026-03-01', limitOn: '2026-08-28' })
    expect(state('2104')).toMatchObject({ state: 'Occupé', holder: 'Karim Dessaint' })
    expect(state('2106')).toMatchObject({ state: 'Vacant' })
    // Received since: 6 000 on 18/06/2026 and 12 500 on 02/04/2026.
    expect(rowsBy(sheetNamed(past, 'Conventions'), 'total')[0]?.received).toBe(
      315_000_00 - 6_000_00 - 12_500_00,
    )
  })

  test('knows no agreement signed after that day', () => {
    const past = build('situation', { at: day('2024-03-15') })
    expect(rowsBy(sheetNamed(past, 'Conventions'), 'data').map((r) => r.reference)).toEqual([
      '2024-A-0118',
      '2024-A-0152',
    ])
  })
})

describe('Prévisions', () => {
  const report = build('forecast')

  test('expects the late money this month, and counts nothing twice', () => {
    const rows = rowsBy(sheetNamed(report, 'Par mois'), 'data')
    expect(rows).toHaveLength(36)
    expect(rows[0]).toMatchObject({
      month: '2026-11-01',
      expected: 49_000_00,
      cumulated: 49_000_00,
      cautious: 0,
    })
    expect(rows[1]).toMatchObject({ expected: 10_000_00, cumulated: 59_000_00 })
    expect(rows[3]).toMatchObject({
      month: '2027-02-01',
      expected: 12_500_00,
      cautious: 49_000_00,
      cumulated: 71_500_00,
    })
    expect(rowsBy(sheetNamed(report, 'Tranches attendues'), 'total')[0]?.outstanding).toBe(81_500_00)
  })

  test('costs a month of seven contracts and subtracts the aid', () => {
    const november = rowsBy(sheetNamed(report, 'Par mois'), 'data')[0]
    // 2101, 2102, 2103, 2105 at 2 982; 3310 at 3 008,40; 3311 and 3312 at 2 898.
    expect(november?.cost).toBe(4 * 2_982_00 + 3_008_40 + 2 * 2_898_00)
    expect(november?.share).toBe(Number(november?.cost) - Number(november?.earned))
  })

  test('compares the scenarios of the dossier', () => {
    const definition = JSON.stringify({ hypotheses: [] })
    const scenarios = [{ id: 1, name: 'Sans changement', createdOn: day('2026-11-01'), definition }]
    const rows = rowsBy(sheetNamed(build('forecast', { scenarios }), 'Scénarios'), 'data')
    expect(rows.map((r) => r.name)).toEqual(['Dossier tel qu’il est', 'Sans changement'])
    expect(rows[1]).toMatchObject({ difference: 0 })
  })
})

describe('Dossier de clôture', () => {
  const report = build('closing', { at: day('2027-03-01') })

  test('justifies every year: 20 000, then 14 000 less four months, then 10 000 less two', () => {
    const rows = rowsBy(sheetNamed(report, 'Consommation'), 'data')
    expect(rows).toMatchObject([
      { year: 1, notified: 20_000_00, earned: 20_000_00, unearned: 0 },
      { year: 2, notified: 14_000_00, earned: 9_333_33, unearned: 4_666_67, days: 365, occupied: 243 },
      // The fixed-term contract ends on 31/12/2026.
      { year: 3, notified: 10_000_00, earned: 8_333_33, unearned: 1_666_67 },
    ])
  })

  test('says what was earned, received and is to settle', () => {
    const rows = rowsBy(sheetNamed(report, 'Synthèse'), 'data')
    const amount = (what: string) => rows.find((r) => r.what === what)?.amount
    expect(amount('Notifié')).toBe(44_000_00)
    expect(amount('Acquis')).toBe(37_666_66)
    expect(amount('Reçu')).toBe(34_000_00)
    expect(amount('Solde\u00a0: acquis moins reçu')).toBe(3_666_66)
    // 12 months of Élise Aubry, 18 of Théo Maurel, at 2 982.
    expect(amount('Coût salarial de la période')).toBe(30 * 2_982_00)
  })

  test('lists the pieces to join, and knows which are there', () => {
    const documents = [
      { id: 1, ownerKind: 'agreement', ownerId: AGREEMENT, checklistItem: 'activity-report' } as never,
    ]
    const rows = rowsBy(sheetNamed(build('closing', { documents }), 'Pièces'), 'data')
    expect(rows.find((r) => r.piece === 'Compte rendu d’activité')?.state).toBe('jointe')
    expect(rows.filter((r) => r.state === 'manquante')).toHaveLength(4)
    expect(rowsBy(sheetNamed(build('closing'), 'Pièces'), 'data')[0]?.state).toBe('à vérifier')
  })
})
