/** "1 poste modifié": the posts that what was written since the last visit is about, whatever row was written. */
import { expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { indexFacts } from '#shared/rules/engine/index-facts.ts'
import { changedPositions } from '../../../electron/services/read/journal.ts'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { removeEntity, updateEntity } from '../../../electron/store/entities.ts'
import { fillDossier, memoryDossier } from '../../support/memory-dossier.ts'
import { passerelles } from '../../support/passerelles.ts'

const { facts } = passerelles()
const index = indexFacts(facts)
const [contract] = facts.contracts
const [allocation] = facts.allocations
const [grant] = facts.grants
if (contract === undefined || allocation === undefined || grant === undefined) throw new Error('no facts')

function dossier(): Dossier {
  const made = memoryDossier()
  fillDossier(made, facts)
  return made
}
const changed = (of: Dossier, since = '2026-11-22') => changedPositions(of, day(since), index)
const postsOf = (agreementId: number) =>
  new Set(facts.grants.filter((each) => each.agreementId === agreementId).map((each) => each.positionId)).size

it('counts nothing where nothing was written since, nor what undo does not offer', () => {
  expect(changed(dossier())).toBe(0)
})

it('counts the post of a contract, once, and not before the day of the visit', () => {
  const of = dossier()
  for (const note of ['a', 'b'])
    of.act({ label: 'note', kind: 'edit' }, (db) => updateEntity(db, 'contract', contract.id, { note }))
  expect(changed(of)).toBe(1)
  expect(changed(of, '2026-11-23')).toBe(0)
  of.undo()
  of.undo()
  expect(changed(of)).toBe(0)
})

it('counts every post of an agreement, and the posts of what was deleted', () => {
  const of = dossier()
  of.act({ label: 'note', kind: 'edit' }, (db) =>
    updateEntity(db, 'agreement', grant.agreementId, { note: 'x' }),
  )
  expect(changed(of)).toBe(postsOf(grant.agreementId))
  const instalment = index.instalments.get(allocation.instalmentId)
  const other = dossier()
  other.act({ label: 'part retirée', kind: 'edit' }, (db) => removeEntity(db, 'allocation', allocation.id))
  expect(changed(other)).toBe(instalment?.positionId === null ? postsOf(instalment.agreementId) : 1)
})
