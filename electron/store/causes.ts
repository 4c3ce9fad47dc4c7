/** What went wrong, whatever the name the system or SQLite gives it. What is said of it depends on what was being done. */

export type Cause =
  | 'full'
  | 'denied'
  | 'read-only-disk'
  | 'missing'
  | 'is-folder'
  | 'too-long'
  | 'loop'
  | 'busy'
  | 'exists'
  | 'too-many-open'
  | 'disk'

const CAUSES: Readonly<Record<string, Cause>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only-disk',
  ENOENT: 'missing',
  /** A folder of the path is a file: nothing is there. */
  ENOTDIR: 'missing',
  EISDIR: 'is-folder',
  ENAMETOOLONG: 'too-long',
  ELOOP: 'loop',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  EEXIST: 'exists',
  EMFILE: 'too-many-open',
  ENFILE: 'too-many-open',
  EIO: 'disk',
  ENXIO: 'disk',
  ENODEV: 'disk',
  ESTALE: 'disk',
  ETIMEDOUT: 'disk',
  EXDEV: 'disk',
  SQLITE_FULL: 'full',
  SQLITE_PERM: 'denied',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_IOERR: 'disk',
  SQLITE_CANTOPEN: 'disk',
  SQLITE_CANTOPEN_ISDIR: 'is-folder',
  SQLITE_PROTOCOL: 'busy',
}

/** Null: no fault of a file. An extended code of SQLite (SQLITE_IOERR_READ) stands for its family where it has no line of its own. */
export function causeOf(code: string | null): Cause | null {
  if (code === null) return null
  return own(code) ?? own(/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? '')
}

function own(code: string): Cause | null {
  return Object.hasOwn(CAUSES, code) ? (CAUSES[code] ?? null) : null
}

/** Code of an error of SQLite or of the system; null for any other. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
