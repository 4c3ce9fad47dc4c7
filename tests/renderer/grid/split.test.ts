import { describe, expect, it } from 'vitest'
import type { InstalmentRow } from '#shared/api/views/grid-rows.ts'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { gridRows } from '../../../electron/services/read/grid.ts'
import { snapshotOf } from '../../../electron/services/read/snapshot.ts'
import { groupName, splitOf, stateWords } from '../../../renderer/features/instalments/instalment-state.tsx'
import { dossierWith } from '../../support/memory-dossier.ts'
import { PASSERELLES_TODAY, passerelles } from '../../support/passerelles.ts'

const rows: readonly InstalmentRow[] = gridRows(
  snapshotOf({
    dossier: dossierWith(passerelles().facts),
    today: day(PASSERELLES_TODAY),
  }),
  'instalments',
  null,
)

describe('what the notified amount became, above the tranches', () => {
  const split = splitOf(rows)

  it('adds up to the notified amount', () => {
    expect(split.notifiedCents).toBe(39_650_000)
    expect(split.receivedCents).toBe(31_500_000)
    expect(split.open).toEqual({
      late: cents(4_900_000),
      claimable: cents(1_000_000),
      claimed: cents(0),
      suspended: cents(1_000_000),
      planned: cents(1_250_000),
    })
  })

  it('counts what was cancelled as notified, and shows it apart', () => {
    const [late] = rows.filter((row) => groupName(row) === 'En retard')
    if (late === undefined) throw new Error('the file has late tranches')
    const cancelled: InstalmentRow = { ...late, state: 'cancelled', daysLate: 0, outstandingCents: cents(0) }
    const withOne = splitOf(rows.map((row) => (row === late ? cancelled : row)))
    expect(withOne.notifiedCents).toBe(39_650_000)
    expect(withOne.cancelledCents).toBe(late.outstandingCents)
    expect(withOne.open.late).toBe(4_900_000 - late.outstandingCents)
  })

  it('shares what is late by age', () => {
    expect(split.ages).toEqual([1_000_000, 1_250_000, 1_250_000, 1_400_000])
  })

  it('says each state in words, and groups late before all', () => {
    const words = new Set(rows.map(stateWords))
    expect([...words].sort()).toEqual(
      [
        'En retard, demandée',
        'En retard, non demandée',
        'Prévue, pas encore appelable',
        'Reçue',
        'Reçue en 2 versements',
        'Reçue en partie, solde en retard',
        'Suspendue, poste vacant depuis 115 jours',
        'À demander, conditions réunies',
      ].sort(),
    )
    expect(rows.filter((row) => groupName(row) === 'En retard')).toHaveLength(5)
  })
})
