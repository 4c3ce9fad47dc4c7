/** What a new dossier may be called: every disk must take its name, and those of its lock, its journal and its copies. */

import { basename } from 'node:path'
import { fileRefusal } from '../errors.ts'
import { ownerOfCompanion } from './companions.ts'
import { bytesOf, MOST_DOSSIER_NAME_BYTES, MOST_PATH_BYTES } from './name-limits.ts'

/** Names Windows keeps for its devices, whatever follows the first point. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them, and they are not seen
const REFUSED_SIGNS = /[\u0000-\u001f<>:"|?*\\]/

/** `path`: whole. */
export function refuseLongPath(path: string): void {
  if (bytesOf(path) > MOST_PATH_BYTES) throw fileRefusal('file.path-too-long', { name: basename(path) })
}

export function refuseDossierName(name: string): void {
  const bytes = bytesOf(name)
  if (bytes > MOST_DOSSIER_NAME_BYTES)
    throw fileRefusal('file.name-too-long', {
      name,
      detail: `${bytes} octets pour ${MOST_DOSSIER_NAME_BYTES} au plus, une lettre accentuée en prenant deux`,
    })
  if (/^[. ]*$/.test(name.replace(/\.jalon$/i, ''))) throw fileRefusal('file.nameless', { name })
  if (ownerOfCompanion(name) !== null) throw fileRefusal('file.companion-name', { name })
  if (RESERVED.test(name) || REFUSED_SIGNS.test(name) || /[. ]$/.test(name))
    throw fileRefusal('file.reserved-name', { name })
}
