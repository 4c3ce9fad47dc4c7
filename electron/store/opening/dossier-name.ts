/** What a new dossier may be called: every disk must take its name, and those of its lock, its journal and its copies. */

import { basename } from 'node:path'
import { fileRefusal } from '../errors.ts'
import { dossierStem, ownerOfCompanion } from './companions.ts'
import { bytesOf, isDeviceName, MOST_DOSSIER_NAME_BYTES, MOST_PATH_BYTES } from './name-limits.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them, and they are not seen
const REFUSED_SIGNS = /[\u0000-\u001f<>:"|?*\\]/

/** `path`: whole. */
export function refuseLongPath(path: string): void {
  if (bytesOf(path) > MOST_PATH_BYTES) throw fileRefusal('file.path-too-long', { name: basename(path) })
}

export function refuseDossierName(name: string): void {
  const bytes = bytesOf(name)
  if (bytes > MOST_DOSSIER_NAME_BYTES)
    throw fileRefusal('file.name-too-long', { name, length: { bytes, most: MOST_DOSSIER_NAME_BYTES } })
  if (/^[. ]*$/.test(dossierStem(name))) throw fileRefusal('file.nameless', { name })
  if (ownerOfCompanion(name) !== null) throw fileRefusal('file.companion-name', { name })
  if (isDeviceName(name) || REFUSED_SIGNS.test(name) || /[. ]$/.test(name))
    throw fileRefusal('file.reserved-name', { name })
}
