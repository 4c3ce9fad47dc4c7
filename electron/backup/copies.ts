/**
 * Copies of a dossier: made while it is open, each one opened and read from end to end before it counts, named by reason and
 * instant, kept in one folder per dossier (two dossiers may have the same name), thinned out by the rotation rule.
 */
import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileRefusal } from '../store/errors.ts'
import { dossierStem } from '../store/opening/companions.ts'
import { giveName, removeDossier } from '../store/opening/dossier-files.ts'
import { partialName, sweepPartials } from '../store/opening/partials.ts'
import { makeFolder } from '../store/opening/rights.ts'
import { refuseUnverified } from './check.ts'
import { asCopyRefusal } from './copy-refusal.ts'
import { type CopyProgress, type CopySource, fileSource } from './copy-source.ts'
import { decryptFile, encryptFile, type Secret } from './encryption.ts'
import {
  copiesFolderOf,
  copiesFolders,
  type FoundCopy,
  formerCopies,
  foundIn,
  gatherFormerCopies,
} from './folders.ts'
import { nameCopy } from './free-path.ts'
import type { CopyMoment, CopyReason } from './names.ts'
import { byMaking, inTime } from './order.ts'
import { type Room, withRoom } from './room.ts'
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
  /** Name of the dossier, where `path` is itself a copy of it. */
  readonly stem?: string
  /** Bytes the copies of this dossier may take in this folder; left out or null: no bound. */
  readonly budget?: number | null
  /** Enciphered. `scratch`: where the plain copy is made and read again, never at the place others may read. */
  readonly protection?: { readonly secret: Secret; readonly scratch: string } | undefined
  /** A second place (key, network): refused where it is absent, never made, or a copy would land on the wrong disk. */
  readonly mustBeThere?: boolean
}

export interface CopyInfo extends CopyMoment {
  readonly name: string
  readonly path: string
  readonly reason: CopyReason
  readonly encrypted: boolean
  readonly bytes: number
  /** False: made under a clock that the other copies show to have been wrong. */
  readonly inTime: boolean
  /** Instant by which it is sorted among copies of other dossiers: its own, or that of its neighbour where its own is wrong. */
  readonly placedAt: string
}

export interface MadeCopy extends CopyInfo {
  /** Copies given up because the disk was full. */
  readonly givenUp: number
}

/** Makes a checked copy, then removes those the rotation rule no longer keeps. */
export async function makeCopy(request: CopyRequest, progress?: CopyProgress): Promise<MadeCopy> {
  const folder = copiesFolderOf(request.folder, request.fileId)
  const stem = request.stem ?? dossierStem(request.path)
  const dossier = `${stem}.jalon`
  if (request.mustBeThere && !existsSync(request.folder)) {
    throw fileRefusal('backup.folder-missing', { name: dossier, detail: request.folder })
  }
  try {
    makeFolder(folder)
    gatherFormerCopies(request.folder, { fileId: request.fileId, stem })
    sweepPartials(folder)
    const partial = join(folder, partialName())
    const source = request.source ?? fileSource(request.path)
    try {
      const room = withRoom(folder, request.path)
      if (request.protection === undefined) await room.for(() => copyChecked(source, partial, progress))
      else await copyEnciphered(source, partial, request.protection, room, progress)
      const { now, reason } = request
      const made = nameCopy(partial, folder, {
        stem,
        now,
        reason,
        encrypted: request.protection !== undefined,
      })
      rotate(folder, request.budget ?? null)
      const info = listed(foundIn(folder)).find((copy) => copy.path === made) ?? unexpected(made)
      return { ...info, givenUp: room.givenUp }
    } finally {
      removeDossier(partial)
    }
  } catch (error) {
    throw asCopyRefusal(error, dossier)
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

/** The last made first. */
export function listCopies(root: string, fileId: string): readonly CopyInfo[] {
  return listed([...foundIn(copiesFolderOf(root, fileId)), ...formerCopies(root, fileId)])
}

/** Copies of every dossier, for the welcome screen: a dossier that no longer opens is found by its copies. */
export function listAllCopies(root: string): readonly CopyInfo[] {
  return copiesFolders(root)
    .flatMap((folder) => listed(foundIn(folder)))
    .sort(byPlace)
}

/** Newest first; copies of one dossier keep the order in which they were made. */
export function byPlace(a: CopyInfo, b: CopyInfo): number {
  return a.placedAt < b.placedAt ? 1 : a.placedAt > b.placedAt ? -1 : 0
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
  room: Room,
  progress?: CopyProgress,
): Promise<void> {
  makeFolder(scratch)
  sweepPartials(scratch)
  const plain = join(scratch, partialName())
  try {
    await copyChecked(source, plain, progress)
    await room.for(() => encryptFile(plain, target, secret))
    rmSync(plain, { force: true })
    await decryptFile(target, plain, secret)
    refuseUnverified(plain, source)
  } finally {
    removeDossier(plain)
  }
}

/** Those of one dossier: their order tells which clocks were wrong. */
function listed(copies: readonly FoundCopy[]): readonly CopyInfo[] {
  const oldestFirst = [...copies].sort(byMaking)
  const agree = inTime(oldestFirst.map((copy) => copy.at))
  let placedAt = oldestFirst.find((_, i) => agree[i])?.at ?? ''
  return oldestFirst
    .map((copy, i): CopyInfo => {
      const isInTime = agree[i] ?? false
      if (isInTime) placedAt = copy.at
      return { ...copy, inTime: isInTime, placedAt }
    })
    .reverse()
}

function unexpected(path: string): never {
  throw new Error(`not the name of a copy: ${basename(path)}`)
}
