/**
 * Copies of a dossier: made while it is open, each one opened and read from end to end before it counts, named by reason and
 * instant, kept in one folder per dossier (two dossiers may have the same name), thinned out by the rotation rule.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { day, daysBetween } from '#shared/domain/day.ts'
import { connect } from '../store/connection.ts'
import { fileRefusal } from '../store/errors.ts'
import { partialName, renameDurably, sweepPartials } from '../store/opening/files.ts'
import { checkCopy } from './check.ts'
import { asCopyRefusal } from './copy-refusal.ts'
import { decryptFile, encryptFile, type Secret } from './encryption.ts'
import { freeCopyPath } from './free-path.ts'
import { type CopyReason, parseCopyName } from './names.ts'
import { copiesToRemove } from './rotation.ts'

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
  readonly passphrase?: Secret | undefined
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
    const path = freeCopyPath(folder, stem, request.now, request.reason)
    const made = request.passphrase === undefined ? path : `${path}.chiffre`
    try {
      await copyLive(request.path, partial, progress)
      if (request.passphrase === undefined) renameDurably(partial, made)
      else await encryptChecked(partial, made, request.passphrase)
    } finally {
      rmSync(partial, { force: true })
    }
    rotate(folder, request.now)
    return infoOf(folder, basename(made)) ?? unexpected(made)
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
async function encryptChecked(partial: string, made: string, passphrase: Secret): Promise<void> {
  const back = `${partial}.check`
  try {
    await encryptFile(partial, made, passphrase)
    await decryptFile(made, back, passphrase)
    if (!checkCopy(back)) {
      rmSync(made, { force: true })
      throw fileRefusal('backup.not-verified', { name: basename(made) })
    }
  } finally {
    rmSync(back, { force: true })
  }
}

function rotate(folder: string, now: string): void {
  const ages = readdirSync(folder).flatMap((name) => {
    const copy = parseCopyName(name)
    if (copy === null) return []
    return [{ name, reason: copy.reason, rank: copy.rank, ageMinutes: minutesBetween(copy.at, now) }]
  })
  for (const name of copiesToRemove(ages)) rmSync(join(folder, name), { force: true })
}

/** Both are local times of this machine: an hour of summer time more or less does not matter to a rotation. */
function minutesBetween(from: string, to: string): number {
  const minuteOf = (instant: string) => Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))
  const days = daysBetween(day(from.slice(0, 10)), day(to.slice(0, 10)))
  return days * 24 * 60 + minuteOf(to) - minuteOf(from)
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
