/**
 * Copies of a dossier: made while it is open, each one opened and read from end to end before it counts, named by reason and
 * instant, kept in one folder per dossier (two dossiers may have the same name), thinned out by the rotation rule.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { connect } from '../store/connection.ts'
import type { Dossier } from '../store/dossier.ts'
import { fileRefusal } from '../store/errors.ts'
import { partialName, renameDurably, sweepPartials } from '../store/opening/files.ts'
import { checkCopy } from './check.ts'
import { asCopyRefusal } from './copy-refusal.ts'
import { decryptFile, encryptFile, type Secret } from './encryption.ts'
import { freeCopyPath } from './free-path.ts'
import { type CopyReason, parseCopyName } from './names.ts'
import { rotate } from './rotate.ts'

/** Plain data only, so that a worker may do it. */
export interface CopyRequest {
  /** The dossier, open or not. */
  readonly path: string
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

export type CopyProgress = (done: number, total: number) => void

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
    const partial = join(folder, partialName(stem))
    try {
      if (request.protection === undefined) await copyLive(request.path, partial, progress)
      else await copyEnciphered(request.path, partial, request.protection, progress)
      // Named last and in one go: copies made at the same time never take each other's place.
      const path = freeCopyPath(folder, stem, request.now, request.reason)
      const made = request.protection === undefined ? path : `${path}.chiffre`
      renameDurably(partial, made)
      rotate(folder, request.now)
      return infoOf(folder, basename(made)) ?? unexpected(made)
    } finally {
      rmSync(partial, { force: true })
    }
  } catch (error) {
    throw asCopyRefusal(error, basename(request.path))
  }
}

/** "Enregistrer une copie": a checked copy under a name the person chose; an existing file is replaced only once the copy is whole. */
export async function copyDossierTo(source: string, target: string, progress?: CopyProgress): Promise<void> {
  const partial = join(dirname(target), partialName(basename(target)))
  if (!existsSync(dirname(target))) throw fileRefusal('file.folder-missing', { name: basename(target) })
  try {
    await copyLive(source, partial, progress)
    renameDurably(partial, target)
  } catch (error) {
    throw asCopyRefusal(error, basename(source))
  } finally {
    rmSync(partial, { force: true })
  }
}

/** The same of an open dossier whose file is no longer where it was: what its connection still reads. */
export function saveVanished(dossier: Pick<Dossier, 'name' | 'writeTo'>, target: string): void {
  const partial = join(dirname(target), partialName(basename(target)))
  try {
    dossier.writeTo(partial)
    if (!checkCopy(partial)) throw fileRefusal('backup.not-verified', { name: dossier.name })
    renameDurably(partial, target)
  } catch (error) {
    throw asCopyRefusal(error, dossier.name)
  } finally {
    rmSync(partial, { force: true })
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

/** The online backup API: pages are copied while the dossier stays usable, and the copy is one consistent state. */
async function copyLive(source: string, target: string, progress?: CopyProgress): Promise<void> {
  rmSync(target, { force: true })
  const db = connect(source, { readOnly: true, mustExist: true })
  try {
    await db.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        progress?.(totalPages - remainingPages, totalPages)
        return 500
      },
    })
  } finally {
    db.close()
  }
  if (!checkCopy(target)) throw fileRefusal('backup.not-verified', { name: basename(source) })
}

/** Checked by deciphering it again: a phrase that was mistyped twice the same way is the only error left. */
async function copyEnciphered(
  source: string,
  target: string,
  { secret, scratch }: NonNullable<CopyRequest['protection']>,
  progress?: CopyProgress,
): Promise<void> {
  mkdirSync(scratch, { recursive: true })
  sweepPartials(scratch)
  const plain = join(scratch, partialName(basename(source)))
  try {
    await copyLive(source, plain, progress)
    await encryptFile(plain, target, secret)
    rmSync(plain, { force: true })
    await decryptFile(target, plain, secret)
    if (!checkCopy(plain)) throw fileRefusal('backup.not-verified', { name: basename(source) })
  } finally {
    rmSync(plain, { force: true })
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
