/** What a session needs of the outside: the file layer, and the shell it runs in. Each is handed in, so tests bring their own. */
import type { Day } from '#shared/domain/day.ts'
import type { CopyReason } from '../../backup/names.ts'
import type { Dossier } from '../../store/dossier.ts'

/** What a person asks for after a first refusal. */
export interface OpenHow {
  /** A file of a newer version, read only. */
  readonly acceptNewer?: boolean
  /** The lock of a machine known to have stopped is taken over. */
  readonly takeOver?: boolean
}

/** Opening, creating and copying dossiers. Each throws a Refusal in French where it cannot. */
export interface DossierStore {
  open(path: string, how?: OpenHow): Dossier | Promise<Dossier>
  /** The path is free: nothing is ever overwritten. */
  create(path: string, name: string): Dossier | Promise<Dossier>
  createDemo(path: string, today: Day): Dossier | Promise<Dossier>
  /** A checked copy of the dossier as it is now. */
  copyTo(dossier: Dossier, path: string): Promise<void>
  /** A checked copy among those of this dossier. */
  backup(dossier: Dossier, reason: CopyReason): Promise<{ readonly name: string }>
  /** Every place that is there holds a copy of what the dossier is now. */
  isCopied(dossier: Dossier): boolean
  /** The same, made so: a copy only where one is missing. */
  bringCopiesUp(dossier: Dossier, reason: CopyReason): Promise<void>
  /** The same, made when it returns. */
  backupAtOnce(dossier: Dossier, reason: CopyReason): void
  /** Local time of the last one made, to the minute. */
  lastBackupAt(dossier: Dossier): string | null
  /** Those of the last ones that agree with one another, the last made first. */
  lastBackups(dossier: Dossier): readonly string[]
}

/** Native dialogs: each answers a path, or null where the person gave up. */
export interface ShellDialogs {
  openDossier(): Promise<string | null>
  createDossier(suggestedName: string): Promise<string | null>
  chooseImport(): Promise<string | null>
  /** Its extension is that of the name suggested. Where a file stands at that path, the person was asked and agreed to replace it. */
  saveAs(suggestedName: string): Promise<string | null>
  /** A copy, plain or enciphered. */
  chooseCopy?(): Promise<string | null>
  /** A second place for the copies. */
  chooseFolder?(): Promise<string | null>
  /** Hands a file of the dossier to the system's own viewer; false where none would take it. */
  openFile(path: string): Promise<boolean>
}

export interface ShellPort {
  readonly kind: 'desktop' | 'browser'
  /** Null: this shell has none; files come by upload, go by download, and dossiers live in the data folder. */
  readonly dialogs: ShellDialogs | null
}
