/**
 * Copies of a dossier: made while it is open, each one opened and read from end to end before it counts, named by reason and
 * instant, kept in one folder per dossier (two dossiers may have the same name), thinned out by the rotation rule.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileRefusal } from '../store/errors.ts'
import { giveName, removeDossier } from '../store/opening/dossier-files.ts'
import { partialName, sweepPartials } from '../store/opening/partials.ts'
import { refuseUnverified } from './check.ts'
import { asCopyRefusal } from './copy-refusal.ts'
import { type CopyProgress, type CopySource, fileSource } from './copy-source.ts'
import { decryptFile, encryptFile, type Secret } from './encryption.ts'
import { nameCopy } from './free-path.ts'
import { type CopyReason, parseCopyName } from './names.ts'
import { rotate } from './rotate.ts'

export interface CopyRequest {
  /** The dossier, open or not. */
  readonly path: string
  /** Left out: the file at that path. */
  readonly source?: CopySource
  readonly fileId: string
  /** Root of the copies: each dossier has its own folder in it. */
  readonly folder: string
  readonly reason: CopyReason
  /** Instant, ISO 8601 local. */
  readonly now: string
  /** Enciphered. `scratch`: where the plain copy is made and read again, never at the place others may read. */
  readonly protection?: { readonly secret: Secret; readonly scratch: string } | undefined
  /** A second place (key, network): refused where it is absent, never made, or a copy would land on the wrong disk. */
  readonly mustBeThere?: boolean
}

export interface CopyInfo {
  readonly name: string
  readonly path: string
  readonly at: string
  /** 1, or more for the next ones of the same minute. */
  readonly rank: number
  readonly reason: CopyReason
  readonly encrypted: boolean
  readonly bytes: number
}

export function copiesFolderOf(root: string, fileId: string): string {
  return join(root, `dossier-${fileId.slice(0, 8)}`)
}

/** Makes a checked copy, then removes those the rotation rule no longer keeps. */
export async function makeCopy(request: CopyRequest, progress?: CopyProgress): Promise<CopyInfo> {
  const folder = copiesFolderOf(request.folder, request.fileId)
  if (request.mustBeThere && !existsSync(request.folder)) {
    throw fileRefusal('backup.folder-missing', { name: basename(request.path), detail: request.folder })
  }
  const stem = basename(request.path).replace(/\.jalon$/i, '')
  try {
    mkdirSync(folder, { recursive: true })
    sweepPartials(folder)
    const partial = join(folder, partialName())
    const source = request.source ?? fileSource(request.path)
    try {
      if (request.protection === undefined) await copyChecked(source, partial, progress)
      else await copyEnciphered(source, partial, request.protection, progress)
      const { now, reason } = request
      const made = nameCopy(partial, folder, {
        stem,
        now,
        reason,
        encrypted: request.protection !== undefined,
      })
      rotate(folder, now)
      return infoOf(folder, basename(made)) ?? unexpected(made)
    } finally {
      removeDossier(partial)
    }
  } catch (error) {
    throw asCopyRefusal(error, basename(request.path))
  }
}

/**
 * "Enregistrer une copie": a checked copy under a name the person chose; an existing file is replaced only once the copy is whole.
 * Answers in words what was found and set aside at that name.
 */
export async function copyDossierTo(
  source: CopySource,
  target: string,
  progress?: CopyProgress,
): Promise<readonly string[]> {
  if (!existsSync(dirname(target))) throw fileRefusal('file.folder-missing', { name: basename(target) })
  const partial = join(dirname(target), partialName())
  try {
    await copyChecked(source, partial, progress)
    return giveName(partial, target, { replacing: true })
  } catch (error) {
    throw asCopyRefusal(error, source.name)
  } finally {
    removeDossier(partial)
  }
}

/** Newest first. */
export function listCopies(root: string, fileId: string): readonly CopyInfo[] {
  const folder = copiesFolderOf(root, fileId)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => infoOf(folder, name) ?? [])
    .sort((a, b) => compare(b.at, a.at) || b.rank - a.rank || compare(b.name, a.name))
}

/** Copies of every dossier, for the welcome screen: a dossier that no longer opens is found by its copies. */
export function listAllCopies(root: string): readonly CopyInfo[] {
  if (!existsSync(root)) return []
  return readdirSync(root)
    .flatMap((name) => (name.startsWith('dossier-') ? [name.slice('dossier-'.length)] : []))
    .flatMap((id) => listCopies(root, id))
    .sort((a, b) => compare(b.at, a.at))
}

export function lastCopyAt(root: string, fileId: string): string | null {
  return listCopies(root, fileId)[0]?.at ?? null
}

async function copyChecked(source: CopySource, target: string, progress?: CopyProgress): Promise<void> {
  await source.writeTo(target, progress)
  refuseUnverified(target, source)
}

/** Checked by deciphering it again: a phrase that was mistyped twice the same way is the only error left. */
async function copyEnciphered(
  source: CopySource,
  target: string,
  { secret, scratch }: NonNullable<CopyRequest['protection']>,
  progress?: CopyProgress,
): Promise<void> {
  mkdirSync(scratch, { recursive: true })
  sweepPartials(scratch)
  const plain = join(scratch, partialName())
  try {
    await copyChecked(source, plain, progress)
    await encryptFile(plain, target, secret)
    rmSync(plain, { force: true })
    await decryptFile(target, plain, secret)
    refuseUnverified(plain, source)
  } finally {
    removeDossier(plain)
  }
}

function infoOf(folder: string, name: string): CopyInfo | null {
  const copy = parseCopyName(name)
  if (copy === null) return null
  const path = join(folder, name)
  const { at, rank, reason, encrypted } = copy
  return { name, path, at, rank, reason, encrypted, bytes: statSync(path).size }
}

function unexpected(path: string): never {
  throw new Error(`not the name of a copy: ${basename(path)}`)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
