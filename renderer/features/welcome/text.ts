/** Words of Bienvenue and of the small dialogs about the dossier itself. */
import { LONGEST_FILE_NAME } from '#shared/api/views/file-status.ts'
import type { Day } from '#shared/domain/day.ts'
import { frDay } from '#shared/text/format.ts'

export const WELCOME_WORDS = {
  title: 'Ouvrir ou créer un dossier',
  intro: (extension: string) => ({
    before: 'Un dossier est un seul fichier ',
    extension,
    after: ', sur cet ordinateur ou sur votre réseau. Jalon fonctionne sans Internet et n’envoie rien.',
  }),
  demo: {
    title: 'Découvrir avec le dossier de démonstration',
    detail:
      '9 postes fictifs, 2 structures, toutes les situations (retard, vacance, préavis). Ne se mélange jamais à vos données.',
  },
  import: {
    title: 'Importer mon classeur Excel ou CSV',
    detail:
      'Jalon lit vos colonnes, montre chaque ligne avant d’écrire, puis s’annule d’un seul geste. L’original n’est pas modifié.',
  },
  empty: {
    title: 'Créer un dossier vide',
    detail: 'Nommer le dossier, saisir la structure, puis le premier poste.',
  },
  restore: {
    title: 'Restaurer une sauvegarde',
    detail:
      'Voir les copies, ce que chacune contient, et revenir à l’une d’elles. Rien n’est remplacé sans que vous le demandiez.',
  },
  openAnyway: 'Ouvrir quand même',
  openFile: 'Ouvrir un fichier…',
  drop: 'ou déposer un fichier .jalon, .xlsx ou .csv dans la fenêtre',
  dropHere: 'Déposer le fichier pour l’ouvrir',
  notAFile: 'Ce fichier n’est ni un dossier (.jalon) ni un classeur (.xlsx, .csv). Rien n’a été ouvert.',
  recent: 'Dossiers récents',
  noRecent: 'Les dossiers que vous ouvrirez apparaîtront ici.',
  openedAt: (instant: string) => `${frDay(instant.slice(0, 10) as Day)} ${instant.slice(11, 16)}`,
  version: 'Version',
  scale: 'Barème d’aide',
  scaleValue: 'modifiable, source et date affichées',
  rules: 'Règles',
  rulesValue: 'chaque chiffre légal est daté, sourcé et modifiable (Réglages)',
  data: 'Données',
  dataValue: 'dans le fichier, nulle part ailleurs',
  statusLeft: 'Aucun dossier ouvert',
  statusRight: '1 à 4 choisir · Entrée ouvrir · F1 aide',
} as const

export const NEW_FILE_WORDS = {
  title: 'Créer un dossier',
  titleForImport: 'Créer le dossier de l’import',
  name: 'Nom du dossier',
  hint: 'Par exemple : postes-2026. Le fichier portera ce nom, suivi de .jalon',
  missing: 'Donner un nom au dossier.',
  tooLong: `Ce nom est trop long : ${LONGEST_FILE_NAME} caractères au plus.`,
  action: 'Créer le dossier',
  foot: 'Un fichier de plus, rien n’est remplacé.',
  defaultName: 'Mes postes',
} as const
