/** The room copies take: how much now, and what a budget removes, said before it is done. */
import type { BudgetLook, CopiesRoom, CopyRow } from '#shared/api/channels/copies.ts'
import { copiesFolders } from '../../backup/folders.ts'
import { applyBudget, copiesIn } from '../../backup/rotate.ts'
import { type KeptCopy, overBudget } from '../../backup/rotation.ts'
import type { CopyPlaces } from './copy-places.ts'

export interface PlaceRoot {
  readonly place: CopyRow['place']
  readonly root: string
}

export function roomTaken(places: readonly PlaceRoot[]): readonly CopiesRoom[] {
  return places.map(({ place, root }) => roomOf(place, copiesFolders(root).flatMap(copiesIn)))
}

/** The budget holds for each dossier in each place. `apply`: kept first; where it cannot be, nothing is removed. Answers what went. */
export function lookAtBudget(
  copyPlaces: Pick<CopyPlaces, 'setBudget'>,
  places: readonly PlaceRoot[],
  { bytes, apply }: { readonly bytes: number | null; readonly apply: boolean },
): BudgetLook {
  const leftOut = (folder: string) =>
    apply ? applyBudget(folder, bytes) : overBudget(copiesIn(folder), bytes)
  if (apply) copyPlaces.setBudget(bytes)
  const removed = places.map(({ place, root }) => roomOf(place, copiesFolders(root).flatMap(leftOut)))
  return { budget: bytes, removed }
}

function roomOf(place: CopyRow['place'], copies: readonly KeptCopy[]): CopiesRoom {
  return { place, copies: copies.length, bytes: copies.reduce((sum, copy) => sum + copy.bytes, 0) }
}
