/**
 * Where copies go beside the folder of the application, and under which key. Kept on this machine: the phrase itself never is, only
 * the key made of it, so that copies are made without asking. That key protects what leaves this machine, not this machine.
 */
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { type CopyKey, copyKeyOf } from '../../backup/encryption.ts'
import { networkRootsOf } from '../../store/opening/place.ts'
import { readSmallFile, writeSmallFile } from '../session/small-file.ts'

const schema = z.strictObject({
  second: z.string().min(1).max(4096).nullable(),
  salt: z.base64().length(24).nullable(),
  key: z.base64().length(44).nullable(),
})
const NONE: z.output<typeof schema> = { second: null, salt: null, key: null }

export interface CopyPlaces {
  /** Folder of the application: always there. */
  readonly folder: string
  second(): { readonly folder: string; readonly present: boolean } | null
  /** A folder of its own is made inside `place`: where a drive is gone, so is that folder, and nothing is written elsewhere. */
  setSecond(place: string | null): void
  key(): CopyKey | null
  setPassphrase(passphrase: string | null): Promise<void>
  /** Why the last copy to the second place was not made; null where it was. */
  trouble(): string | null
  /** What the copy to the second place came to. */
  note(trouble: string | null): void
}

export function copyPlaces(file: string, folder: string): CopyPlaces {
  let trouble: string | null = null
  const read = () => readSmallFile(file, schema, NONE)
  const second: CopyPlaces['second'] = () => {
    const kept = read().second
    return kept === null ? null : { folder: kept, present: existsSync(kept) }
  }
  return {
    folder,
    second,
    setSecond(place) {
      const made = place === null ? null : join(place, COPIES_TEXT.folderName)
      if (made !== null) mkdirSync(made, { recursive: true })
      writeSmallFile(file, { ...read(), second: made })
      trouble = null
    },
    key() {
      const { salt, key } = read()
      if (salt === null || key === null) return null
      return { salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') }
    },
    async setPassphrase(passphrase) {
      const made = passphrase === null ? null : await copyKeyOf(passphrase)
      const text = (bytes: Uint8Array | undefined) =>
        bytes === undefined ? null : Buffer.from(bytes).toString('base64')
      writeSmallFile(file, { ...read(), salt: text(made?.salt), key: text(made?.key) })
    },
    trouble() {
      const place = second()
      if (place === null) return null
      return place.present ? trouble : COPIES_TEXT.secondAbsent(place.folder)
    },
    note(said) {
      trouble = said
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
