/** Words of the frame of the help screen; its pages are in topics.ts. */
export const HELP_WORDS = {
  title: 'Aide',
  list: 'Pages d’aide',
  keys: 'Au clavier',
  allKeys: 'Tous les raccourcis…',
  licences: 'Logiciels livrés et leurs licences',
  licencesIntro:
    'Jalon contient les paquets ci-dessous. « voir le paquet » : la licence est un fichier du paquet. Electron contient Chromium et Node.js, dont les licences sont dans le fichier LICENSES.chromium.html du programme installé ; better-sqlite3 contient SQLite, qui est du domaine public.',
  back: 'Revenir à l’écran précédent',
} as const
