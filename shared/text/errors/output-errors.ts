/** What is said when a file made for a person cannot be put where they asked: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'
import { french } from '../french.ts'

export interface OutputErrorValues {
  /** Name of the file asked for, without its folder. */
  readonly name: string
  /** Another file the sentence speaks of, or the code of the fault. */
  readonly detail?: string | undefined
}

const ELSEWHERE = `Choisissez un autre nom ou un autre emplacement.`

const sentences = {
  'output.dossier': (v) =>
    `« ${v.name} » est un dossier Jalon ou l'une de ses copies : il n'est jamais remplacé par un autre fichier, et n'a pas été touché. Rien n'a été écrit. ${ELSEWHERE}`,
  'output.companion': (v) =>
    `« ${v.name} » est le nom du verrou ou du journal d'un dossier Jalon : rien n'y est jamais écrit d'autre. Rien n'a été touché. ${ELSEWHERE}`,
  'output.journal': (v) =>
    `« ${v.name} » est le journal d'une base de données, sans lequel elle pourrait être perdue : il n'est pas remplacé. Rien n'a été écrit. ${ELSEWHERE}`,
  'output.source': (v) =>
    `« ${v.name} » est le fichier dont cette sortie est tirée (sous ce nom ou par un lien) : il n'est pas remplacé. Rien n'a été écrit. ${ELSEWHERE}`,
  'output.exists': (v) =>
    `Un fichier « ${v.name} » existe déjà à cet endroit. Il n'a pas été remplacé. Choisissez un autre nom, ou demandez son remplacement (--force en ligne de commande).`,
  'output.changed': (v) =>
    `« ${v.name} » a été remplacé par un autre programme pendant l'écriture. Il a été laissé tel quel ; rien n'a été écrit. Vérifiez ce fichier, puis recommencez.`,
  'output.special': (v) =>
    `« ${v.name} » n'est pas un fichier ordinaire (périphérique, tube…). Rien n'y a été écrit. Donnez un nom de fichier.`,
  'output.link-to-nothing': (v) =>
    `« ${v.name} » est un lien vers un fichier absent (disque débranché ?), ou qui tourne en rond. Rien n'a été écrit. Supprimez ce lien, ou choisissez un autre nom.`,
  'output.not-judged': (v) =>
    `« ${v.name} » existe et Jalon n'a pas le droit de le lire : il ne peut pas s'assurer que ce n'est pas un dossier, et ne le remplace pas. Rien n'a été écrit. ${ELSEWHERE}`,
  'output.name-too-long': (v) =>
    `Le nom « ${v.name} », ou son chemin complet, est trop long pour ce disque. Rien n'a été écrit. Choisissez un nom plus court, ou un dossier moins profond.`,
  'output.denied': (v) =>
    `Jalon n'a pas le droit d'écrire « ${v.name} » à cet endroit, ou ce fichier est ouvert dans un autre programme. Rien n'a été écrit ; un fichier du même nom, s'il existait, est resté tel quel. Fermez-le, ou choisissez un emplacement où vous avez le droit d'écrire (Documents, par exemple).`,
  'output.read-only-disk': (v) =>
    `Le disque où enregistrer « ${v.name} » est en lecture seule. Rien n'a été écrit. Choisissez un autre emplacement.`,
  'output.failed': (v) =>
    `« ${v.name} » n'a pas pu être écrit (${v.detail ?? 'erreur du disque'}). Un fichier du même nom, s'il existait, est resté tel quel. Vérifiez le disque ou le réseau, puis recommencez.`,
  'report.folder-missing': (v) =>
    `Le dossier où écrire « ${v.name} » n'existe pas ou n'est plus accessible. Rien n'a été écrit. Créez-le, ou choisissez un autre emplacement.`,
  'report.is-folder': (v) =>
    `« ${v.name} » est un dossier : rien n'a été écrit. Donnez un nom de fichier, par exemple « etat.xlsx ».`,
  'report.disk-full': (v) =>
    `Le disque est plein : « ${v.name} » n'a pas été écrit et un fichier du même nom, s'il existait, est resté tel quel. Libérez de la place, puis recommencez.`,
  'report.busy': (v) =>
    `« ${v.name} » est ouvert dans un autre programme (Excel, par exemple). Le fichier existant est resté tel quel. Fermez-le, ou choisissez un autre nom.`,
} as const satisfies Readonly<Record<string, (v: OutputErrorValues) => string>>

export type OutputErrorCode = keyof typeof sentences

export function outputError(code: OutputErrorCode, values: OutputErrorValues): DoorError {
  return { code, message: french(sentences[code](values)) }
}
