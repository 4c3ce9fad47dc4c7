/**
 * Where the copies of a dossier lie: one folder each, named by its whole identity. Earlier versions used its first letters only, which
 * two dossiers may share: their copies are still found there, and join the folder of their own dossier.
 */
import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { reading } from '../store/connection.ts'
import { fileIdOf } from '../store/identity.ts'
import { moveAside } from '../store/opening/dossier-files.ts'
import { readHeader } from '../store/opening/header.ts'
import { makeFolder } from '../store/opening/rights.ts'
import { parseCopyName } from './names.ts'
import { copiesIn } from './rotate.ts'

const PREFIX = 'dossier-'

/** `fileId`: as `store/identity.ts` gives it. */
export function copiesFolderOf(root: string, fileId: string): string {
  return join(root, `${PREFIX}${fileId}`)
}

function formerFolderOf(root: string, fileId: string): string {
  return join(root, `${PREFIX}${fileId.slice(0, 8)}`)
}

/** The folder of each dossier that has copies there. */
export function copiesFolders(root: string): readonly string[] {
  try {
    return readdirSync(root).flatMap((name) => (name.startsWith(PREFIX) ? [join(root, name)] : []))
  } catch {
    return []
  }
}

export type FoundCopy = ReturnType<typeof copiesIn>[number] & { readonly path: string }

export function foundIn(folder: string): readonly FoundCopy[] {
  return copiesIn(folder).map((copy) => ({ ...copy, path: join(folder, copy.name) }))
}

/** Copies an earlier version left that may be this dossier's: an enciphered one does not tell. */
export function formerCopies(root: string, fileId: string): readonly FoundCopy[] {
  return foundIn(formerFolderOf(root, fileId)).filter(({ path }) => [fileId, null].includes(ownerOf(path)))
}

/**
 * They join the folder of their dossier. An enciphered one does where it bears the name of the dossier and no other dossier has copies
 * there; otherwise it stays, listed, and no rotation takes it.
 */
export function gatherFormerCopies(
  root: string,
  { fileId, stem }: { readonly fileId: string; readonly stem: string },
): void {
  const former = formerFolderOf(root, fileId)
  const found = foundIn(former).map((copy) => ({ ...copy, owner: ownerOf(copy.path) }))
  if (found.length === 0) return
  const isShared = found.some(({ owner }) => owner !== null && owner !== fileId)
  const ours = found.filter(
    ({ name, owner, encrypted }) =>
      owner === fileId || (encrypted && !isShared && parseCopyName(name)?.stem === stem),
  )
  const folder = copiesFolderOf(root, fileId)
  try {
    makeFolder(folder)
    for (const { name, path } of ours)
      if (!existsSync(join(folder, name))) moveAside(path, join(folder, name))
    if (readdirSync(former).length === 0) rmdirSync(former)
  } catch {
    // A folder that may not be written: they stay where they are, listed, and this is tried again with the next copy.
  }
}

/** The dossier a copy is of; null where it does not tell (enciphered, damaged). */
function ownerOf(path: string): string | null {
  try {
    if (readHeader(path).kind !== 'dossier') return null
    return reading(path, fileIdOf)
  } catch {
    return null
  }
}
