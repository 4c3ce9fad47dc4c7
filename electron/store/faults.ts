/**
 * One table: what went wrong × what was being done → the sentence. The same fault of the disk is another thing to a person who opens a
 * dossier, changes it, makes one, or copies it. (Outputs: electron/outputs/faults.ts; sources: services/import/import-refusal.ts.)
 */
import type { FileErrorCode } from '#shared/text/errors/file-errors.ts'
import { type Cause, causeOf } from './causes.ts'

/** `any`: nobody knows what was being done; what only a mistake of ours would explain stays one (null). */
export type Deed = 'open' | 'change' | 'create' | 'any'

const DEEDS = ['open', 'change', 'create', 'any'] as const satisfies readonly Deed[]
/** One code for each of DEEDS; the sentence of a code may depend on the deed too. */
type Row = readonly [FileErrorCode, FileErrorCode, FileErrorCode, FileErrorCode | null]

const TABLE: Readonly<Record<Cause, Row>> = {
  //          open                 change                create                any
  full: ['file.disk-full', 'file.disk-full', 'file.disk-full', 'file.disk-full'],
  denied: ['file.not-readable', 'file.read-only-folder', 'file.read-only-folder', 'file.denied'],
  'read-only-disk': [
    'file.read-only-folder',
    'file.read-only-folder',
    'file.read-only-folder',
    'file.denied',
  ],
  missing: ['file.not-found', 'file.vanished', 'file.folder-missing', null],
  'is-folder': ['file.is-folder', 'file.vanished', 'file.exists', null],
  'too-long': ['file.path-too-long', 'file.path-too-long', 'file.path-too-long', 'file.path-too-long'],
  loop: ['file.link-loop', 'file.link-loop', 'file.link-loop', 'file.link-loop'],
  busy: ['file.busy', 'file.busy', 'file.busy', 'file.busy'],
  exists: ['file.exists', 'file.exists', 'file.exists', null],
  'too-many-open': ['file.too-many-open', 'file.too-many-open', 'file.too-many-open', 'file.too-many-open'],
  disk: ['file.unreadable', 'file.unreadable', 'file.unreadable', 'file.unreadable'],
}

/** What SQLite says of the file itself, whatever was being done. */
function ofTheFile(code: string): FileErrorCode | null {
  if (code === 'SQLITE_NOTADB') return 'file.not-jalon'
  if (code.startsWith('SQLITE_CORRUPT')) return 'file.damaged'
  if (code === 'SQLITE_TOOBIG' || code === 'SQLITE_NOMEM') return 'file.oversized'
  if (code === 'SQLITE_READONLY_DBMOVED') return 'file.vanished'
  if (code === 'SQLITE_READONLY_ROLLBACK' || code === 'SQLITE_READONLY_RECOVERY') return 'file.interrupted'
  return code.startsWith('SQLITE_READONLY') ? 'file.read-only-folder' : null
}

/** Null: no fault of a file. */
export function faultOf(code: string, deed: Deed): FileErrorCode | null {
  const cause = causeOf(code)
  return ofTheFile(code) ?? (cause === null ? null : (TABLE[cause][DEEDS.indexOf(deed)] ?? null))
}
