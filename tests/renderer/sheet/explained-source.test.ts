import { describe, expect, it } from 'vitest'
import { explainedSource } from '../../../renderer/features/sheet/explained-source.ts'
import { aContract, aDeadline, aSheet } from '../support/rows.ts'

const NONE = { contractId: null, instalmentId: null, agreementId: null }
const sheet = aSheet({
  contracts: [aContract('2026-02-01', null, { id: 7 }), aContract('2024-02-01', '2026-01-31', { id: 3 })],
  deadlines: [
    aDeadline('notice', 7, { ...NONE, contractId: 7, agreementId: 2 }),
    aDeadline('late', -3, { ...NONE, instalmentId: 5, agreementId: 2 }),
    aDeadline('closing', 40, { ...NONE, agreementId: 2 }),
    aDeadline('label', 90, NONE),
  ],
})
const ofDeadline = (key: string) => explainedSource({ kind: 'deadline', key }, sheet)

describe('a date that is wrong is corrected where it comes from', () => {
  it('the notice: on its contract', () => {
    expect(explainedSource({ kind: 'contract-notice', contractId: 7 }, sheet)).toEqual({
      entity: 'contract',
      id: 7,
    })
  })
  it('the last day to fill the post: on the contract of the last holder', () => {
    expect(explainedSource({ kind: 'vacancy-limit', positionId: 1 }, sheet)).toEqual({
      entity: 'contract',
      id: 7,
    })
  })
  it('a deadline: on the contract, else the tranche, else the agreement it speaks of', () => {
    expect(ofDeadline('notice')).toEqual({ entity: 'contract', id: 7 })
    expect(ofDeadline('late')).toEqual({ entity: 'instalment', id: 5 })
    expect(ofDeadline('closing')).toEqual({ entity: 'agreement', id: 2 })
  })
  it('a deadline of the whole employer, or one that is gone: nowhere in particular', () => {
    expect(ofDeadline('label')).toBeNull()
    expect(ofDeadline('gone')).toBeNull()
  })
})
