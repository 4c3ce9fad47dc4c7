/** What is said when a report cannot be made: what happened, what was kept, what to do. */
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
} as const satisfies Readonly<Record<string, (v: ReportErrorValues) => string>>

export type ReportErrorCode = keyof typeof sentences

export function reportError(code: ReportErrorCode, values: ReportErrorValues): DoorError {
  return { code, message: french(sentences[code](values)) }
}
