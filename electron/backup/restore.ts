/**
 * Coming back to a copy, with a look before and a way back. What stood at that place is never lost: a readable dossier is copied
 * first ("avant-restauration"), a damaged one is put aside under another name.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { migrations } from '../migrations/list.ts'
import { connect } from '../store/connection.ts'
import { asOpeningRefusal, asRefusal, fileRefusal } from '../store/errors.ts'
import { refuseHugeContent, refuseHugeFile } from '../store/opening/bounds.ts'
import { partialName, renameDurably } from '../store/opening/files.ts'
import { readHeader } from '../store/opening/header.ts'
import { takeLock } from '../store/opening/lock.ts'
import { refuseForeignSchema } from '../store/opening/schema-check.ts'
import { checkCopy } from './check.ts'
import { copyDossierTo, makeCopy } from './copies.ts'
import { decryptFile, isEncryptedCopy, type Secret } from './encryption.ts'

export interface CopyPreview {
  readonly name: string
  readonly fileId: string
  readonly createdAt: string
  readonly counts: Readonly<Record<CountedTable, number>>
  /** Last action kept in the copy; null where nothing was ever written. */
  readonly lastChange: { readonly at: string; readonly who: string; readonly label: string } | null
  readonly actions: number
}

const COUNTED = ['employer', 'position', 'person', 'contract', 'agreement', 'instalment', 'payment'] as const
export type CountedTable = (typeof COUNTED)[number]

export interface RestoreRequest {
  readonly copy: string
  readonly passphrase?: Secret | undefined
  /** Where the dossier goes: it must be closed everywhere. */
  readonly target: string
  /** Root of the copies, for the way back. */
  readonly copiesFolder: string
  readonly now: string
  readonly who: string
  readonly machine: string
}

export interface Restored {
  /** Path of the copy made of what stood there; null where nothing did. */
  readonly wayBack: string | null
}

/** Counts and last change of a copy, which stays closed to everything else. `scratch`: folder for what must be deciphered. */
export async function previewCopy(copy: string, scratch: string, passphrase?: Secret): Promise<CopyPreview> {
  const name = basename(copy)
  try {
    return await withPlainCopy(copy, scratch, passphrase, async (path) => readPreview(path, name))
  } catch (error) {
    throw asRefusal(error, name)
  }
}

export async function restoreCopy(request: RestoreRequest): Promise<Restored> {
  const { copy, target, copiesFolder, now, who, machine } = request
  const name = basename(target)
  const folder = dirname(target)
  if (!existsSync(folder)) throw fileRefusal('file.folder-missing', { name })
  const taken = takeLock({ path: target, who, machine, pid: process.pid, since: now, takeOver: false })
  if (taken.kind === 'other') {
    throw fileRefusal('restore.in-use', { name, who: taken.holder.who, machine: taken.holder.machine })
  }
  try {
    return await withPlainCopy(copy, folder, request.passphrase, async (path) => {
      readPreview(path, basename(copy))
      const incoming = join(folder, partialName(`${name}.retour`))
      try {
        await copyDossierTo(path, incoming)
        const wayBack = existsSync(target) ? await keepCurrent(target, copiesFolder, now) : null
        renameDurably(incoming, target)
        return { wayBack }
      } finally {
        rmSync(incoming, { force: true })
      }
    })
  } catch (error) {
    throw asRefusal(error, name)
  } finally {
    taken.lock.release()
  }
}

/** A copy of what is about to be replaced; a file that cannot be copied is renamed, bytes untouched. */
async function keepCurrent(target: string, copiesFolder: string, now: string): Promise<string> {
  if (isSound(target)) {
    const db = connect(target, { readOnly: true, mustExist: true })
    const fileId = db.prepare('SELECT file_id FROM dossier').pluck().get() as string
    db.close()
    const made = await makeCopy({
      path: target,
      fileId,
      folder: copiesFolder,
      reason: 'avant-restauration',
      now,
    })
    return made.path
  }
  const stamp = now.slice(0, 16).replace('T', ' ').replace(':', '')
  for (let rank = 1; ; rank += 1) {
    const again = rank > 1 ? ` ${rank}` : ''
    const aside = target.replace(/(\.jalon)?$/i, ` (endommagé ${stamp}${again}).jalon`)
    if (existsSync(aside)) continue
    renameSync(target, aside)
    return aside
  }
}

function isSound(path: string): boolean {
  try {
    return checkCopy(path)
  } catch {
    return false
  }
}

function readPreview(path: string, name: string): CopyPreview {
  refuseHugeFile(path, name)
  const header = readHeader(path)
  if (header.kind !== 'dossier') throw fileRefusal('file.not-jalon', { name })
  if (header.version > migrations.length) throw fileRefusal('file.newer', { name })
  const db = connect(path, { readOnly: true, mustExist: true })
  try {
    refuseForeignSchema(db, name, migrations, header.version)
    refuseHugeContent(db, name)
    if (!checkCopy(path)) throw fileRefusal('file.damaged', { name })
    const count = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    const identity = db.prepare('SELECT file_id, created_at FROM dossier').get() as {
      file_id: string
      created_at: string
    }
    return {
      name,
      fileId: identity.file_id,
      createdAt: identity.created_at,
      counts: Object.fromEntries(COUNTED.map((t) => [t, count(t)])) as Record<CountedTable, number>,
      lastChange:
        (db
          .prepare("SELECT at, who, label FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1")
          .get() as CopyPreview['lastChange'] | undefined) ?? null,
      actions: count('action'),
    }
  } catch (error) {
    throw asOpeningRefusal(error, name)
  } finally {
    db.close()
  }
}

/** Deciphered into a folder of its own where needed, removed whatever happens. */
async function withPlainCopy<T>(
  copy: string,
  scratch: string,
  passphrase: Secret | undefined,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const name = basename(copy)
  if (!existsSync(copy)) throw fileRefusal('file.not-found', { name })
  if (!(await isEncryptedCopy(copy))) return work(copy)
  if (passphrase === undefined) throw fileRefusal('backup.wrong-passphrase', { name })
  const folder = await mkdtemp(join(scratch, '.jalon-'))
  try {
    const plain = join(folder, name.replace(/\.chiffre$/, ''))
    await decryptFile(copy, plain, passphrase)
    return await work(plain)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
