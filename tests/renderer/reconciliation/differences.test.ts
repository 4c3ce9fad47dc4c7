/** Counts and filters of the differences with the State's list. */
import { describe, expect, it } from 'vitest'
import type { DifferenceRow } from '#shared/api/channels/reconciliation.ts'
import { day } from '#shared/domain/day.ts'
import { countsOf, FIRST, filtered } from '../../../renderer/features/reconciliation/differences.ts'

function difference(id: number, changes: Partial<DifferenceRow>): DifferenceRow {
  return {
    id,
    positionId: 3310,
    positionLabel: 'Maison des services',
    positionStateId: '3310',
    employerId: 1,
    employerName: 'Ville de Valombre',
    field: 'receivedCents',
    fieldLabel: 'Total versé',
    stateValue: '2000000',
    stateShown: '20 000,00 €',
    ownValue: '3750000',
    ownShown: '37 500,00 €',
    same: false,
    oneDay: false,
    seenOn: day('2026-11-23'),
    decision: 'open',
    note: null,
    changed: false,
    byHand: null,
    canAccept: false,
    ...changes,
  }
}

const rows = [
  difference(1, { changed: true }),
  difference(2, { field: 'agreementEndsOn' }),
  difference(3, { positionId: 2106, positionStateId: '2106', positionLabel: 'Vallée de l’Orbelle' }),
  difference(4, { decision: 'kept', changed: true }),
  difference(5, { decision: 'contested' }),
]
const ids = (filters: Partial<typeof FIRST>) => filtered(rows, { ...FIRST, ...filters }).map((row) => row.id)

describe('differences with the State’s list', () => {
  it('counts what is left to settle, the posts it touches, and what the State changed among them', () => {
    expect(countsOf(rows)).toEqual({
      byDecision: { open: 3, contested: 1, kept: 1, accepted: 0, all: 5 },
      openPosts: 2,
      changedOpen: 1,
    })
  })

  it('shows first what is left to settle, then what is asked: a decision, a field, a post without its accents', () => {
    expect(ids({})).toEqual([1, 2, 3])
    expect(ids({ shown: 'kept' })).toEqual([4])
    expect(ids({ shown: 'all', field: 'agreementEndsOn' })).toEqual([2])
    expect(ids({ find: 'vallee 2106' })).toEqual([3])
    expect(ids({ onlyChanged: true })).toEqual([1])
    expect(ids({ find: 'personne' })).toEqual([])
  })
})
