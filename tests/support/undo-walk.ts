/** Every act of a dossier undone, then done again: the content is at each end the one it was. */
import { expect } from 'vitest'
import type { Dossier } from '../../electron/store/dossier.ts'
import { contentOf } from './content.ts'

/** Answers how many steps there were; the dossier ends as it began. */
export function expectUndoWalk(dossier: Dossier): number {
  const before = JSON.stringify(contentOf(dossier))
  let steps = 0
  while (dossier.undo() !== null) steps += 1
  const bottom = JSON.stringify(contentOf(dossier))
  while (dossier.redo() !== null);
  expect(JSON.stringify(contentOf(dossier)) === before).toBe(true)
  for (let i = 0; i < steps; i += 1) dossier.undo()
  expect(JSON.stringify(contentOf(dossier)) === bottom).toBe(true)
  while (dossier.redo() !== null);
  return steps
}
