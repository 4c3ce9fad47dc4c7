/** What is said when a letter or a person's own template cannot be made: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'
import { french } from '../french.ts'

const sentences = {
  'letter.unknown-subject': () =>
    `L'objet de la lettre n'est plus dans le dossier. Rien n'a été écrit. Actualisez la liste, puis recommencez.`,
  'template.not-docx': () =>
    `Ce modèle n'est pas un document Word (.docx) lisible. Rien n'a été écrit et le modèle n'a pas été modifié. Enregistrez-le au format .docx, puis recommencez.`,
  'template.not-xlsx': () =>
    `Ce modèle n'est pas un classeur (.xlsx) lisible, ou il est protégé par un mot de passe. Rien n'a été écrit et le modèle n'a pas été modifié. Enregistrez-le au format .xlsx sans mot de passe, puis recommencez.`,
  'template.too-large': () =>
    `Ce modèle est trop volumineux une fois décompressé. Rien n'a été écrit. Utilisez un modèle plus léger.`,
  'template.broken-tags': (names: string) =>
    `Des champs du modèle ne sont pas bien formés${names === '' ? '' : ` : ${names}`}. Rien n'a été écrit. Écrivez chaque champ d'un seul tenant entre accolades, par exemple {titulaire}.`,
  'template.unknown-fields': (names: string) =>
    `Le modèle nomme des champs qui n'existent pas : ${names}. Rien n'a été écrit. Corrigez-les d'après la liste des champs.`,
  'template.foreign': (names: string) =>
    `Ce modèle contient ce qui agirait à son ouverture : ${names}. Rien n'a été écrit. Demandez à Jalon de le retirer avant de remplir, ou choisissez un modèle dont vous connaissez l'auteur.`,
  'template.foreign-left': () =>
    `Ce modèle contient ce qui agirait à son ouverture, et Jalon n'a pas pu tout en retirer. Rien n'a été écrit. Repartez du modèle de départ de Jalon, ou recopiez votre texte dans un document neuf.`,
  'template.no-name': () =>
    `Ce classeur n'a aucune cellule nommée que Jalon sache remplir. Rien n'a été écrit. Nommez les cellules à remplir d'après la liste des noms (menu Formules, Définir un nom).`,
} as const satisfies Readonly<Record<string, (names: string) => string>>

export type TemplateErrorCode = keyof typeof sentences

export function templateError(code: TemplateErrorCode, names: readonly string[] = []): DoorError {
  return { code, message: french(sentences[code](names.map((n) => `« ${n} »`).join(', '))) }
}

export const LOST_PARTS: Readonly<Record<string, string>> = {
  'xl/charts/': 'graphiques',
  'xl/pivotTables/': 'tableaux croisés dynamiques',
  'xl/slicers/': 'segments',
  'xl/threadedComments/': 'commentaires en fil',
}

export const TEMPLATE_LABELS = {
  total: (label: string) => `Total : ${label}`,
  suffix: 'rempli',
} as const
