/** The read services on the file of the mock-ups, in a dossier in memory. */
import { describe, expect, it } from 'vitest'
import type { GridName } from '#shared/api/views/grid-rows.ts'
import { day } from '#shared/domain/day.ts'
import { readServices } from '../../../electron/services/read/index.ts'
import { snapshotOf } from '../../../electron/services/read/snapshot.ts'
import { fillDossier, memoryDossier, TEST_NOW } from '../../support/memory-dossier.ts'
import { PASSERELLES_TODAY, passerelles } from '../../support/passerelles.ts'

const { facts, ids } = passerelles()
const id = (key: string) => ids[key] ?? Number.NaN

function open() {
  const dossier = memoryDossier()
  fillDossier(dossier, facts)
  return { dossier, today: day(PASSERELLES_TODAY), now: TEST_NOW, who: 'Test' }
}

describe('the grid of posts', () => {
  const context = open()
  const rows = readServices['read.grid'](context, { grid: 'positions', employerId: null }).positions ?? []
  const row = (stateId: string) => rows.find((r) => r.position.stateId === stateId)

  it('shows the holder, the notice, the aid and what comes next of each post', () => {
    expect(rows).toHaveLength(9)
    expect(row('3310')).toMatchObject({
      state: 'occupied',
      holderName: 'Lucie Charvin',
      contractEndsOn: '2027-01-31',
      noticeOn: '2026-11-30',
      noticeState: 'soon',
      agreementLabel: 'v2-bonus',
      agreementEndsOn: '2027-06-30',
      aid: { notifiedCents: 50_000_00, receivedCents: 37_500_00, lateCents: 12_500_00 },
      nextDeadline: { kind: 'notice', dueOn: '2026-11-30' },
    })
    expect(row('3312')).toMatchObject({ noticeOn: '2026-10-31', noticeState: 'missed' })
    expect(row('3311')).toMatchObject({ noticeOn: '2027-07-30', noticeState: 'upcoming' })
    expect(row('2101')).toMatchObject({ noticeOn: null, noticeState: 'not-applicable' })
    expect(row('2104')).toMatchObject({
      state: 'vacant',
      vacantSince: '2026-08-01',
      vacancyLimitOn: '2027-01-31',
      noticeState: 'none',
      nextDeadline: { kind: 'vacancy-limit' },
    })
    expect(row('2106')).toMatchObject({ state: 'returned', nextDeadline: { kind: 'closing-file' } })
  })

  it('keeps to one structure when asked', () => {
    const own = readServices['read.grid'](context, { grid: 'positions', employerId: id('valombre') })
    expect(own.positions?.map((r) => r.position.stateId)).toEqual(['3310', '3311', '3312'])
  })

  it('answers every grid, once derived and then from the same snapshot', () => {
    const sizes: Record<GridName, number> = {
      positions: 9,
      contracts: 14,
      instalments: 26,
      payments: 20,
      agreements: 9,
      employers: 2,
      persons: 14,
    }
    for (const [grid, size] of Object.entries(sizes)) {
      const name = grid as GridName
      expect(readServices['read.grid'](context, { grid: name, employerId: null })[name], grid).toHaveLength(
        size,
      )
    }
    expect(snapshotOf(context)).toBe(snapshotOf(context))
  })
})

describe('Accueil', () => {
  const home = readServices['read.home'](open(), { employerId: null })

  it('gives the key figures of the mock-up', () => {
    expect(home.counts).toEqual({
      positions: 9,
      employers: 2,
      agreements: 9,
      instalments: 26,
      openInstalments: 8,
      lateInstalments: 5,
      latestDays: 237,
      occupied: 7,
      vacant: 1,
      returned: 1,
    })
    expect(home.aid).toMatchObject({
      notifiedCents: 396_500_00,
      outstandingCents: 81_500_00,
      lateCents: 49_000_00,
    })
    expect(home.ageing.map((a) => [a.instalments, a.cents])).toEqual([
      [1, 10_000_00],
      [1, 12_500_00],
      [1, 12_500_00],
      [2, 14_000_00],
    ])
    expect(home.nextAidEnds.slice(0, 4).map((a) => [a.label, a.endsOn, a.monthlyCents])).toEqual([
      ['2101 Itinérance Nord', '2027-01-31', 833_33],
      ['2102 Espace Gare', '2027-02-28', 833_33],
      ['2104 Les Forges', '2027-05-31', 833_33],
      ['3310 Maison des services', '2027-06-30', 1_041_67],
    ])
  })

  it('charts 36 months from January of last year', () => {
    expect(home.months).toHaveLength(36)
    expect(home.months[0]).toMatchObject({ month: '2025-01', receivedCents: 20_000_00 })
    expect(home.months.find((m) => m.month === '2026-07')).toMatchObject({
      suspendedCents: 10_000_00,
      lateCents: 0,
    })
    expect(home.months.find((m) => m.month === '2026-03')).toMatchObject({ lateCents: 4_000_00 })
  })
})

describe('the sheet of a post', () => {
  it('holds its contracts, the vacancy between them, its tranches and its neighbours', () => {
    const sheet = readServices['read.position'](open(), { positionId: id('3310') })
    expect(sheet).toMatchObject({ rank: 1, siblings: 3, previousId: null, nextId: id('3311'), documents: 0 })
    expect(sheet?.contracts.map((c) => [c.personName, c.state, c.months])).toEqual([
      ['Lucie Charvin', 'current', 36],
      ['Yanis Cordier', 'broken', 15],
    ])
    expect(sheet?.vacancies).toEqual([{ from: '2023-11-01', to: '2024-01-31', days: 92 }])
    expect(sheet?.instalments.map((i) => i.state)).toEqual(['received', 'received', 'late'])
    expect(sheet?.deadlines.map((d) => d.kind)).toEqual([
      'instalment-due',
      'notice',
      'contract-end',
      'agreement-end',
    ])
  })

  it('is null for a post that does not exist', () => {
    expect(readServices['read.position'](open(), { positionId: 999_999 })).toBeNull()
  })
})

describe('search', () => {
  const context = open()
  const search = (text: string) =>
    readServices['read.search'](context, { text, limit: 10 }).map((h) => `${h.kind} ${h.label}`)

  it('finds posts by number, people without accents, agreements by reference', () => {
    expect(search('3310')[0]).toBe('position 3310 Maison des services')
    expect(search('theo maur')).toContain('person Théo Maurel')
    expect(search('vallee orbelle')[0]).toBe('position 2106 Vallée de l’Orbelle')
    expect(search('2024-p-0412')).toContain('agreement 2024-P-0412')
    expect(search('   ')).toEqual([])
  })
})

describe('the journal', () => {
  it('tells an edit with its value before and after, on the post it concerns', () => {
    const context = open()
    const { dossier } = context
    dossier.act({ label: 'modification : contrat du 01/02/2024', kind: 'edit' }, (db) =>
      db.update('contract', id('cCharvin'), { monthly_gross_cents: 2_190_00 }),
    )
    const read = (positionId: number | null) =>
      readServices['read.journal'](context, { positionId, before: null, limit: 10 })
    const [latest] = read(id('3310'))
    expect(latest).toMatchObject({ who: 'Test', undone: false, changeCount: 1 })
    expect(latest?.changes[0]).toMatchObject({
      table: 'contract',
      op: 'update',
      fields: [{ field: 'monthlyGrossCents', before: 2_180_00, after: 2_190_00 }],
    })
    expect(read(id('2101')).map((e) => e.label)).not.toContain('modification : contrat du 01/02/2024')
    expect(read(null)[0]?.changes[0]?.subject).toContain('Lucie Charvin')
  })

  it('keeps an action that was undone and then replaced by another one, marked as undone', () => {
    const context = open()
    const { dossier } = context
    const edit = (label: string, gross: number) =>
      dossier.act({ label, kind: 'edit' }, (db) =>
        db.update('contract', id('cCharvin'), { monthly_gross_cents: gross }),
      )
    edit('première saisie', 2_190_00)
    dossier.undo()
    edit('seconde saisie', 2_200_00)
    expect(dossier.redo()).toBeNull()
    for (const positionId of [null, id('3310')]) {
      const entries = readServices['read.journal'](context, { positionId, before: null, limit: 2 })
      expect(entries.map(({ label, undone }) => [label, undone])).toEqual([
        ['seconde saisie', false],
        ['première saisie', true],
      ])
      expect(entries[1]?.changes[0]?.fields[0]).toMatchObject({ before: 2_180_00, after: 2_190_00 })
    }
  })

  it('of a post begins with that post where one action changed many', () => {
    const context = open()
    const posts = ['2101', '2102', '3310'].map(id)
    context.dossier.act({ label: 'modification : 3 postes', kind: 'edit' }, (db) => {
      for (const post of posts) db.update('position', post, { note: 'relue' })
    })
    const firstOf = (positionId: number | null) =>
      readServices['read.journal'](context, { positionId, before: null, limit: 10 })[0]?.changes[0]?.rowId
    expect(firstOf(id('3310'))).toBe(id('3310'))
    expect(firstOf(id('2102'))).toBe(id('2102'))
    expect(firstOf(null)).toBe(id('2101'))
  })
})

describe('the imports already made', () => {
  it('are listed alone, an edit is not one of them', () => {
    const context = open()
    const act = (label: string, kind: 'edit' | 'import', gross: number) =>
      context.dossier.act({ label, kind }, (db) =>
        db.update('contract', id('cCharvin'), { monthly_gross_cents: gross }),
      )
    act('import de postes.csv', 'import', 2_190_00)
    act('modification', 'edit', 2_200_00)
    const labels = readServices['read.journal'](context, {
      positionId: null,
      before: null,
      limit: 50,
      kind: 'import',
    }).map((entry) => entry.label)
    expect(labels).toContain('import de postes.csv')
    expect(labels).not.toContain('modification')
  })
})

describe('one object', () => {
  it('is read by its name and id; unknown names answer nothing', () => {
    const context = open()
    expect(readServices['read.entity'](context, { entity: 'position', id: id('2101') })).toMatchObject({
      label: 'Itinérance Nord',
    })
    expect(readServices['read.entity'](context, { entity: 'sqlite_master', id: 1 })).toBeNull()
    expect(readServices['read.entity'](context, { entity: 'position', id: 999_999 })).toBeNull()
  })

  it('lists the scales, the built-in ones with negative ids', () => {
    const scales = readServices['read.scales'](open(), {})
    expect(scales.length).toBeGreaterThan(3)
    expect(scales.every((s) => s.id < 0 && s.years.length > 0)).toBe(true)
  })
})
