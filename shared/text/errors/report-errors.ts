/** What is said when a report cannot be made or written: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'
import { french } from '../french.ts'

export interface ReportErrorValues {
  /** Name of the file without its folder, or what was asked for. */
  readonly name: string
  readonly detail?: string
}

const sentences = {
  'report.unknown-kind': (v) =>
    `L'état « ${v.name} » n'existe pas. Rien n'a été écrit. États disponibles : ${v.detail ?? ''}.`,
  'report.unknown-employer': (v) =>
    `La structure demandée (${v.name}) n'est pas dans ce dossier. Rien n'a été écrit. Choisissez une structure du dossier, ou toutes.`,
  'report.unknown-agreement': () =>
    `La convention demandée n'est pas dans ce dossier. Rien n'a été écrit. Choisissez-en une autre.`,
  'report.agreement-needed': () =>
    `Cet état porte sur une seule convention. Rien n'a été écrit. Choisissez la convention.`,
  'report.unknown-sheet': (v) =>
    `La feuille « ${v.name} » n'existe pas dans cet état. Rien n'a été écrit. Feuilles : ${v.detail ?? ''}.`,
  'report.folder-missing': (v) =>
    `Le dossier où écrire « ${v.name} » n'existe pas ou n'est plus accessible. Rien n'a été écrit. Créez-le, ou choisissez un autre emplacement.`,
  'report.is-folder': (v) =>
    `« ${v.name} » est un dossier : rien n'a été écrit. Donnez un nom de fichier, par exemple « etat.xlsx ».`,
  'report.disk-full': (v) =>
    `Le disque est plein : « ${v.name} » n'a pas été écrit et un fichier du même nom, s'il existait, est resté tel quel. Libérez de la place, puis recommencez.`,
  'report.busy': (v) =>
    `« ${v.name} » est ouvert dans un autre programme (Excel, par exemple), ou ce dossier n'accepte pas l'écriture. Le fichier existant est resté tel quel. Fermez-le, ou choisissez un autre nom ou un autre emplacement.`,
} as const satisfies Readonly<Record<string, (v: ReportErrorValues) => string>>

export type ReportErrorCode = keyof typeof sentences

export function reportError(code: ReportErrorCode, values: ReportErrorValues): DoorError {
  return { code, message: french(sentences[code](values)) }
}
