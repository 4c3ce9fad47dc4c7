/**
 * Where copies go beside the folder of the application, under which key, and how much room they may take. Kept on this machine: the
 * phrase itself never is, only the key made of it, so that copies are made without asking. That key protects what leaves this machine,
 * not this machine. Nothing is promised before it is kept and read back.
 */
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { UNCHANGED } from '#shared/text/errors/setting-errors.ts'
import { type CopyKey, copyKeyOf, proveKey } from '../../backup/encryption.ts'
import { networkRootsOf } from '../../store/opening/place.ts'
import { makeFolder } from '../../store/opening/rights.ts'
import { keepSmallFile, lookAtSmallFile } from '../session/small-file.ts'

const schema = z.strictObject({
  second: z.string().min(1).max(4096).nullable(),
  salt: z.base64().length(24).nullable(),
  key: z.base64().length(44).nullable(),
  /** Bytes; null: no bound. Left out by versions that had none. */
  budget: z.int().positive().nullable().optional(),
})
type Kept = z.output<typeof schema>
/** What a dossier with everything in it (46 MB) takes for all the copies of four years; small ones never come near. */
const USUAL_BUDGET = 4_000_000_000
const NONE: Kept = { second: null, salt: null, key: null }

export interface CopyPlaces {
  /** Folder of the application: always there. */
  readonly folder: string
  second(): { readonly folder: string; readonly present: boolean } | null
  /** A folder of its own is made inside `place`: where a drive is gone, so is that folder, and nothing is written elsewhere. */
  setSecond(place: string | null): void
  key(): CopyKey | null
  /** Throws a Refusal, nothing changed, where the key could not be kept or does not give back what it hides. */
  setPassphrase(passphrase: string | null): Promise<void>
  /** Bytes the copies of one dossier may take in one place; null: no bound. */
  budget(): number | null
  setBudget(bytes: number | null): void
  /** Why the last copy to the second place was not made, or at what price; null where there is nothing to say. */
  trouble(): string | null
  /** What the copy to the second place came to. */
  note(trouble: string | null): void
  /** The same of the copies of this machine. */
  troubleHere(): string | null
  noteHere(trouble: string | null): void
}

export function copyPlaces(file: string, folder: string): CopyPlaces {
  let trouble: string | null = null
  let troubleHere: string | null = null
  const look = () => lookAtSmallFile(file, schema)
  const read = (): Kept => {
    const found = look()
    return found.kind === 'read' ? found.value : NONE
  }
  const second: CopyPlaces['second'] = () => {
    const kept = read().second
    return kept === null ? null : { folder: kept, present: existsSync(kept) }
  }
  return {
    folder,
    second,
    setSecond(place) {
      const made = place === null ? null : join(place, COPIES_TEXT.folderName)
      if (made !== null) makeFolder(made)
      keepSmallFile(file, { ...read(), second: made }, UNCHANGED.place)
      trouble = null
    },
    key() {
      const { salt, key } = read()
      if (salt === null || key === null) return null
      return { salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') }
    },
    async setPassphrase(passphrase) {
      const made = passphrase === null ? null : await copyKeyOf(passphrase)
      if (made !== null) await proveKey(made, passphrase ?? '', dirname(file))
      const text = (bytes: Uint8Array | undefined) =>
        bytes === undefined ? null : Buffer.from(bytes).toString('base64')
      const unchanged = made === null ? UNCHANGED.unprotect : UNCHANGED.protect
      keepSmallFile(file, { ...read(), salt: text(made?.salt), key: text(made?.key) }, unchanged)
    },
    budget() {
      const found = look()
      // Unreadable settings must not cost copies.
      if (found.kind === 'unreadable') return null
      const kept = found.kind === 'read' ? found.value.budget : undefined
      return kept === undefined ? USUAL_BUDGET : kept
    },
    setBudget(bytes) {
      keepSmallFile(file, { ...read(), budget: bytes }, UNCHANGED.budget)
    },
    trouble() {
      if (look().kind === 'unreadable') return COPIES_TEXT.settingsUnreadable
      const place = second()
      if (place === null) return null
      return place.present ? trouble : COPIES_TEXT.secondAbsent(place.folder)
    },
    note(said) {
      trouble = said
    },
    troubleHere: () => troubleHere,
    noteHere(said) {
      troubleHere = said
    },
  }
}

export interface FoundPlace {
  readonly id: string
  readonly folder: string
}

/** Drives and network shares of this machine that may be written, where no dialog can ask: the page names one by its id. */
export function foundPlaces(
  platform: string = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): readonly FoundPlace[] {
  return roots(platform, env)
    .filter(isWritableFolder)
    .slice(0, 40)
    .map((folder) => ({ id: createHash('sha256').update(folder).digest('hex').slice(0, 16), folder }))
}

function roots(platform: string, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'win32') {
    const system = (env.SystemDrive ?? 'C:').toUpperCase()
    return [...'DEFGHIJKLMNOPQRSTUVWXYZC']
      .map((l) => `${l}:`)
      .flatMap((d) => (d === system ? [] : [`${d}\\`]))
  }
  if (platform === 'darwin') return childrenOf('/Volumes')
  const user = env.USER ?? ''
  return [
    ...childrenOf(`/media/${user}`),
    ...childrenOf(`/run/media/${user}`),
    ...childrenOf('/mnt'),
    ...networkMounts(),
  ]
}

function childrenOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function networkMounts(): readonly string[] {
  try {
    return networkRootsOf(readFileSync('/proc/mounts', 'utf8'))
  } catch {
    return []
  }
}

function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
