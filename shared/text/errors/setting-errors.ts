/** A setting of this machine that could not be kept: what stopped it, and what still stands. */
import type { DoorError } from '../../api/envelope.ts'
import { seenOnOneLine } from '../../domain/seen-text.ts'
import { french } from '../french.ts'

export type SettingTrouble = 'full' | 'denied' | 'folder' | 'other'

const causes: Readonly<Record<SettingTrouble, string>> = {
  full: 'le disque est plein',
  denied: `l'écriture y est refusée`,
  folder: 'un répertoire, ou autre chose, occupe sa place',
  other: `le fichier n'a pas pu être écrit et relu`,
}

/** `unchanged`: what is so now, since nothing was. */
export function settingNotKept(file: string, trouble: SettingTrouble, unchanged: string): DoorError {
  return {
    code: 'setting.not-kept',
    message: french(
      `Ce réglage n'a pas été enregistré dans le répertoire de données de Jalon (« ${file} » : ${causes[trouble]}). ${unchanged} Vérifiez la place et les droits de ce répertoire, puis recommencez.`,
    ),
  }
}

/** Nothing of Jalon starts without it: its copies would have nowhere to go. */
export function dataFolderUnusable(folder: string, trouble: SettingTrouble): DoorError {
  return {
    code: 'data-folder.unusable',
    message: french(
      `Le répertoire de données de Jalon (« ${seenOnOneLine(folder)} ») ne peut pas servir : ${causes[trouble]}. Rien n'a été modifié. Libérez cette place ou rendez-la accessible en écriture, ou donnez un autre répertoire par la variable JALON_DATA.`,
    ),
  }
}

/** What still stands, for each of them. */
export const UNCHANGED = {
  protect: `Les copies ne sont pas chiffrées par cette phrase : ce qui était en place avant l'est toujours.`,
  unprotect: `Les copies du second dossier restent chiffrées comme avant.`,
  place: `Le second dossier de sauvegarde est le même qu'avant.`,
  budget: `La place accordée aux copies est la même qu'avant, et aucune copie n'a été retirée.`,
  lock: `Le verrouillage est le même qu'avant.`,
  note: `Cette remarque reviendra.`,
} as const
