/** What the door, the session, the jobs and the loopback server refuse by themselves: what happened, what was kept, what to do. */
import type { DoorError } from '../../api/envelope.ts'
import { french } from '../french.ts'

const sentences = {
  'door.unknown-channel': `Cette demande n'existe pas dans cette version de Jalon. Rien n'a été modifié.`,
  'door.malformed': `La demande reçue n'est pas lisible. Rien n'a été modifié.`,
  'door.too-large': `La demande est trop volumineuse pour être traitée en une fois. Rien n'a été modifié : procédez par parties.`,
  'not-available': `Cette opération n'est pas encore disponible. Rien n'a été modifié.`,
  internal: `Une erreur inattendue a interrompu cette opération. Rien n'a été enregistré à moitié : le dossier est resté tel qu'il était. Réessayez ; si l'erreur revient, fermez puis rouvrez Jalon.`,

  'job.file-changed': `Le dossier a été modifié pendant l'opération : rien n'a été écrit, vos modifications sont gardées. Relancez l'opération.`,
  'job.stopped': `L'opération a été arrêtée avant sa fin : rien n'a été écrit. Relancez-la.`,
  'job.too-large': `L'opération demande plus de mémoire que Jalon ne s'en accorde : rien n'a été écrit. Partagez le fichier en plusieurs, ou réduisez le périmètre demandé.`,
  'job.too-long': `L'opération demande plus de temps qu'un fichier honnête n'en demande : elle a été arrêtée et rien n'a été écrit. Vérifiez d'où vient le fichier, ou utilisez-en un plus simple.`,
  'job.too-many': `Trop d'opérations longues sont en cours. Attendez la fin de l'une d'elles, ou annulez-la.`,

  'file.none': `Aucun dossier n'est ouvert. Ouvrez un dossier, ou créez-en un depuis l'écran d'accueil.`,
  'file.taken': `Un fichier porte déjà ce nom à cet endroit : il n'a pas été touché. Choisissez un autre nom, ou ouvrez ce fichier.`,
  'file.not-recent': `Ce dossier n'est plus dans la liste des dossiers récents. Ouvrez-le par « Ouvrir un dossier ».`,
  'upload.unknown': `Le fichier choisi n'est plus disponible. Rien n'a été modifié : choisissez-le à nouveau.`,
  'upload.too-large': `Ce fichier dépasse 200 Mo : il n'a pas été reçu et rien n'a été modifié. Choisissez un fichier plus petit.`,
  'upload.no-room': `Le disque est plein : ce fichier n'a pas été reçu et rien n'a été modifié. Libérez de la place, puis recommencez.`,
  'download.gone': `Ce fichier a déjà été téléchargé, ou Jalon a été relancé. Rien n'est perdu : demandez-le à nouveau.`,

  'shell.stranger': `Cette adresse n'accepte que la page ouverte par Jalon sur cet ordinateur.`,
  'shell.no-access': `Cette page n'a pas accès à Jalon. Vos dossiers n'ont pas été touchés : ouvrez l'adresse complète affichée au démarrage de Jalon, ou relancez Jalon.`,
  'shell.locked': `L'écran de Jalon est verrouillé : rien n'a été reçu ni envoyé. Déverrouillez-le, puis recommencez.`,
  'shell.no-address': `Il n'y a rien à cette adresse.`,
  'shell.method': `Cette adresse ne répond pas à ce genre de demande.`,
  'shell.no-page': `La page de Jalon n'est pas construite. Lancez « npm run build », puis réessayez.`,
} as const satisfies Readonly<Record<string, string>>

export type DoorErrorCode = keyof typeof sentences

export function doorErrorOf(code: DoorErrorCode): DoorError {
  return { code, message: french(sentences[code]) }
}

/** An input that does not fit its schema: the first reason, after what was kept. */
export function invalidInputMessage(reason: string | undefined): string {
  const lead = reason === undefined ? `la demande n'a pas la forme attendue.` : reason
  return french(`Rien n'a été enregistré : ${lead}`)
}
