/**
 * Who may read the files Jalon makes. One rule, which needs to know no folder: what is made inside a folder closed to others is closed
 * to others, whatever the umask; everywhere else the system decides as for any program, and a file that takes the place of another
 * takes its rights. Windows has no such rights: there the folders of the profile are closed by their own lists.
 */
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const OTHERS = 0o077
const hasRights = process.platform !== 'win32'

/** For a file about to be made at `path`. */
export function newFileMode(path: string): number {
  return isClosed(dirname(path)) ? 0o600 : 0o666
}

/** An empty file with the rights it must have, for what makes files by itself (SQLite). What is there already stays as it is. */
export function reserve(path: string): void {
  if (isClosed(dirname(path))) closeSync(openSync(path, 'a', 0o600))
}

/** A copy under a new name, with the rights of a new file there (or those given) and never those of the copied one. */
export function copyInto(from: string, to: string, given?: number): void {
  const made = openSync(to, 'wx', given ?? newFileMode(to))
  const mode = given ?? fstatSync(made).mode & 0o777
  closeSync(made)
  copyFileSync(from, to)
  try {
    // On Windows too: a copy of a file that may only be read may only be read.
    chmodSync(to, mode)
  } catch {
    // A disk without rights of its own (keys, some shares).
  }
}

/** The folder and those above it. Throws where nothing may be put there: of a file, SQLite would only say that it cannot open. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: isClosed(nearestFolder(path)) ? 0o700 : 0o777 })
  accessSync(path, constants.W_OK)
}

/** `from` is about to be renamed over `to`: whoever could open the file could still open it. */
export function keepRights(from: string, to: string): void {
  const former = statSync(to, { throwIfNoEntry: false })
  if (!hasRights || former === undefined) return
  try {
    const now = statSync(from)
    if (now.gid !== former.gid) chownSync(from, -1, former.gid)
    if ((now.mode & 0o777) !== (former.mode & 0o777)) chmodSync(from, former.mode & 0o777)
  } catch {
    // A disk without rights of its own, or a group this person is not of: what was written is theirs all the same.
  }
}

/** `root` made where it is absent, closed, and with it what is named: links are not followed, what is linked elsewhere is left. */
export function closeToOthers(root: string, names: readonly string[]): void {
  mkdirSync(root, { recursive: true, mode: 0o700 })
  if (!hasRights) return
  closeOne(root, lstatSync(root))
  for (const name of names) closeTree(join(root, name))
}

function closeTree(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined || !closeOne(path, found) || !found.isDirectory()) return
  for (const name of readdirSync(path)) closeTree(join(path, name))
}

/** False where it is not this person's own, or not only here. */
function closeOne(path: string, found: Stats): boolean {
  const own = found.uid === process.getuid?.()
  const onlyHere = found.isDirectory() || (found.isFile() && found.nlink === 1)
  if (!own || !onlyHere) return false
  try {
    if ((found.mode & OTHERS) !== 0) chmodSync(path, found.mode & 0o777 & ~OTHERS)
    return true
  } catch {
    return false
  }
}

function isClosed(folder: string): boolean {
  const found = hasRights ? statSync(folder, { throwIfNoEntry: false }) : undefined
  return found !== undefined && (found.mode & OTHERS) === 0
}

function nearestFolder(path: string): string {
  const above = dirname(path)
  return above === path || statSync(above, { throwIfNoEntry: false }) !== undefined
    ? above
    : nearestFolder(above)
}
