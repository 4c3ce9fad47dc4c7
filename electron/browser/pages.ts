/** The few words the loopback server says by itself: its small pages, and its refusals. */
import type { DoorError } from '#shared/api/envelope.ts'

const refusal = (code: string, message: string): DoorError => ({ code, message })

export const refusals = {
  stranger: refusal(
    'shell.stranger',
    'Cette adresse n’accepte que la page ouverte par Jalon sur cet ordinateur.',
  ),
  noCookie: refusal(
    'shell.no-access',
    'Cette page n’a pas accès à Jalon. Vos dossiers n’ont pas été touchés : ouvrez l’adresse complète affichée au démarrage de Jalon, ou relancez Jalon.',
  ),
  usedKey: refusal(
    'shell.used-key',
    'Cette adresse a déjà servi : elle n’ouvre Jalon qu’une fois, dans un seul navigateur. Relancez Jalon pour en obtenir une autre.',
  ),
  address: refusal('shell.no-address', 'Il n’y a rien à cette adresse.'),
  method: refusal('shell.method', 'Cette adresse ne répond pas à ce genre de demande.'),
  malformed: refusal('door.malformed', 'La demande reçue n’est pas lisible. Rien n’a été modifié.'),
  tooLarge: refusal(
    'door.too-large',
    'La demande est trop volumineuse pour être traitée en une fois. Rien n’a été modifié : procédez par parties.',
  ),
  uploadTooLarge: refusal(
    'upload.too-large',
    'Ce fichier dépasse 200 Mo : il n’a pas été reçu et rien n’a été modifié. Choisissez un fichier plus petit.',
  ),
  noDownload: refusal(
    'download.gone',
    'Ce fichier a déjà été téléchargé, ou Jalon a été relancé. Rien n’est perdu : demandez-le à nouveau.',
  ),
  noPage: refusal(
    'shell.no-page',
    'La page de Jalon n’est pas construite. Lancez « npm run build », puis réessayez.',
  ),
  internal: refusal(
    'internal',
    'Une erreur inattendue a interrompu cette demande. Le dossier est resté tel qu’il était. Réessayez, ou relancez Jalon.',
  ),
} as const

/** Opens the page itself, now that the browser holds the cookie. */
export const entryPage =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Jalon</title><meta http-equiv="refresh" content="0;url=/"></html>\n'

export function messagePage(error: DoorError): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Jalon</title><h1>Jalon</h1><p>${error.message}</p></html>\n`
}
