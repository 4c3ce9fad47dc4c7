/** Where Jalon keeps what is its own: recent list, dossiers created without a dialog, temporary files. Decided here only. */
import { basename, join } from 'node:path'
import { dataFolderUnusable } from '#shared/text/errors/setting-errors.ts'
import { Refusal } from '../../refusal.ts'
import { closeToOthers } from '../../store/opening/rights.ts'
import { troubleOf } from './small-file.ts'

export interface DataFolder {
  readonly root: string
  readonly dossiers: string
  readonly demo: string
  /** Automatic and asked-for copies: never beside the dossiers. */
  readonly copies: string
  readonly temporary: string
  readonly recentFile: string
  /** The dossier being opened, for as long as it is. */
  readonly openingFile: string
  readonly windowFile: string
  readonly noticeFile: string
  /** Second place of the copies, and the key of those that leave this machine. */
  readonly copiesFile: string
  /** Notes already read. */
  readonly notesFile: string
  /** Lock of the screen: a hash of its phrase, never the phrase. */
  readonly screenLockFile: string
  /** Wrong phrases given to it. */
  readonly lockTriesFile: string
}

export function dataFolderAt(root: string): DataFolder {
  return {
    root,
    dossiers: join(root, 'dossiers'),
    demo: join(root, 'demonstration'),
    copies: join(root, 'sauvegardes'),
    temporary: join(root, 'temp'),
    recentFile: join(root, 'recents.json'),
    openingFile: join(root, 'ouverture.json'),
    windowFile: join(root, 'fenetre.json'),
    noticeFile: join(root, 'avis.json'),
    copiesFile: join(root, 'sauvegardes.json'),
    notesFile: join(root, 'notes-lues.json'),
    screenLockFile: join(root, 'verrouillage.json'),
    lockTriesFile: join(root, 'verrouillage-essais.json'),
  }
}

/** `JALON_DATA` where it is set; else the place each system gives to an application's own data. */
export function defaultDataRoot(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  if (env.JALON_DATA) return env.JALON_DATA
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Jalon')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Jalon')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'jalon')
}

/** Made where it is absent, and readable by its owner only, whatever an earlier version or a copy left there. Before it is used. */
export function keepPrivate({ root, ...inside }: DataFolder): void {
  const names = Object.values(inside).map((path) => basename(path))
  try {
    closeToOthers(root, [...names, ...names.map((name) => `${name}.nouveau`)])
  } catch (error) {
    const trouble = troubleOf(error)
    throw trouble === 'other' ? error : new Refusal(dataFolderUnusable(root, trouble))
  }
}
