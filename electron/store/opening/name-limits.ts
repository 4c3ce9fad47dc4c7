/**
 * How long a name may be. Linux counts bytes of UTF-8 (255), Windows and macOS 255 units: the bytes are the tighter bound. A name
 * of ours must leave room for what is put beside it.
 */
const MOST_NAME_BYTES = 255
/** The longest companion is "-journal". */
export const MOST_DOSSIER_NAME_BYTES = MOST_NAME_BYTES - '-journal'.length

/** SQLite takes paths of 512 bytes, its journal's among them, and only says of a longer one that it cannot open it. */
export const MOST_PATH_BYTES = 512 - '-journal'.length

/** Names Windows keeps for its devices, whatever follows the first point. */
export function isDeviceName(name: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
}

export function bytesOf(name: string): number {
  return Buffer.byteLength(name)
}

/** `stem` followed by `rest`, the stem cut (never inside a character) so that the whole is a name every disk takes. */
export function fittingName(stem: string, rest: string): string {
  let kept = ''
  let room = MOST_DOSSIER_NAME_BYTES - bytesOf(rest)
  for (const character of stem) {
    room -= bytesOf(character)
    if (room < 0) return kept.trimEnd() + rest
    kept += character
  }
  return stem + rest
}
