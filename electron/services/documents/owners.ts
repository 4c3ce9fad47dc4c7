/** Whose files are a post's: its own, and those of its contracts, of the agreements that fund it and of their tranches. */
import type { Document, Facts, Id } from '#shared/domain/facts.ts'
import type { OwnerKind } from '#shared/domain/words.ts'
import { type FactsIndex, rowsOf } from '#shared/rules/engine/index-facts.ts'
import type { Dossier } from '../../store/dossier.ts'
import { readEntities } from '../../store/entities.ts'

export type Owner = Pick<Document, 'ownerKind' | 'ownerId'>

export function ownersOfPosition(facts: Facts, index: FactsIndex, positionId: Id): readonly Owner[] {
  const agreements = new Set(rowsOf(index.grantsByPosition, positionId).map((g) => g.agreementId))
  const instalments = facts.instalments.filter((i) => i.positionId === positionId)
  for (const { agreementId } of instalments) agreements.add(agreementId)
  const owned = (ownerKind: OwnerKind, ids: Iterable<Id>): Owner[] =>
    [...ids].map((ownerId) => ({ ownerKind, ownerId }))
  return [
    { ownerKind: 'position', ownerId: positionId },
    ...owned(
      'contract',
      rowsOf(index.contractsByPosition, positionId).map((c) => c.id),
    ),
    ...owned('agreement', agreements),
    ...owned(
      'instalment',
      instalments.map((i) => i.id),
    ),
  ]
}

export function documentsOf(dossier: Dossier, owners: readonly Owner[]): readonly Document[] {
  const wanted = new Set(owners.map(keyOf))
  return dossier.read((db) => readEntities(db, 'document').filter((d) => wanted.has(keyOf(d))))
}

function keyOf({ ownerKind, ownerId }: Owner): string {
  return `${ownerKind}:${ownerId}`
}
