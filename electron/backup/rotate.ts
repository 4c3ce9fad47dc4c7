/** Thins out a folder of copies: by the rotation rule after each copy, or as far as a new one needs room on a full disk. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { removeDossier } from '../store/opening/dossier-files.ts'
import { parseCopyName } from './names.ts'
import { copiesToGiveUp, copiesToRemove, type KeptCopy, overBudget } from './rotation.ts'

/** `budget`: bytes the copies of this folder may take; null: no bound. */
export function rotate(folder: string, budget: number | null): void {
  for (const name of copiesToRemove(copiesIn(folder), budget)) isRemoved(folder, name)
}

/** Removes the oldest copies until `bytes` are freed, and answers how many went; none of the last ones ever does. */
export function makeRoom(folder: string, bytes: number): number {
  return copiesToGiveUp(copiesIn(folder), bytes).filter(({ name }) => isRemoved(folder, name)).length
}

/** Removes what a budget a person has agreed to leaves out, and answers what went. */
export function applyBudget(folder: string, budget: number | null): readonly KeptCopy[] {
  return overBudget(copiesIn(folder), budget).filter(({ name }) => isRemoved(folder, name))
}

/** One that another program holds, or that may not be removed, stays until the next time: the copy just made is made all the same. */
function isRemoved(folder: string, name: string): boolean {
  try {
    removeDossier(join(folder, name))
    return true
  } catch {
    return false
  }
}

/** Every copy of a folder, with its size. A folder that cannot be read holds none that can be used. */
export function copiesIn(folder: string): readonly (KeptCopy & { readonly encrypted: boolean })[] {
  return namesIn(folder).flatMap((name) => {
    const copy = parseCopyName(name)
    const bytes = copy === null ? null : sizeOf(join(folder, name))
    if (copy === null || bytes === null) return []
    const { at, series, rank, reason, encrypted } = copy
    return [{ name, at, series, rank, reason, encrypted, bytes }]
  })
}

function sizeOf(path: string): number | null {
  try {
    const found = statSync(path)
    return found.isFile() ? found.size : null
  } catch {
    return null
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
