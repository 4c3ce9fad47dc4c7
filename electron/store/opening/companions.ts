/** The names of the files that belong to a dossier, and whose they are: what lies at such a name is never anybody else's. */
import { basename } from 'node:path'

/** Its rollback journal; what another journal mode would leave (SQLite names them so). */
export const JOURNAL_SUFFIXES = ['-journal', '-wal', '-shm'] as const
const COMPANION_SUFFIXES = ['.lock', ...JOURNAL_SUFFIXES] as const

/** The file whose lock or journal would have this name; null where it is no such name. In any case: some disks tell none apart. */
export function ownerOfCompanion(path: string): string | null {
  const suffix = COMPANION_SUFFIXES.find((each) => path.toLowerCase().endsWith(each))
  return suffix === undefined ? null : path.slice(0, -suffix.length)
}

/** What a person calls it: its name without folder nor extension. */
export function dossierStem(path: string): string {
  return basename(path).replace(/\.jalon$/i, '')
}

export function isDossierName(path: string): boolean {
  return /\.jalon(\.chiffre)?$/i.test(path)
}
