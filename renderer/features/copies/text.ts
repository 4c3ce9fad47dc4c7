/** Words of the copies, of their second place, and of a file that no longer opens. */
import type { SalvageView } from '#shared/api/channels/copies.ts'
import { frInteger } from '#shared/text/format.ts'
import { french } from '#shared/text/french.ts'

export const COPIES_WORDS = {
  title: 'Restaurer une sauvegarde',
  intro: french(
    `Choisir une copie pour voir ce qu'elle contient. Rien n'est remplacé avant que vous le demandiez, et le fichier actuel est d'abord copié.`,
  ),
  list: 'Copies de sauvegarde',
  dossier: 'Dossier',
  at: 'Faite le',
  reason: 'Pourquoi',
  size: 'Taille',
  place: 'Où',
  here: 'cet ordinateur',
  second: 'second dossier',
  encrypted: 'chiffrée',
  doubtful: 'date douteuse (horloge déréglée)',
  checked: french(
    'Chaque copie est relue en entier quand elle est faite, et de nouveau quand on la choisit.',
  ),
  none: 'Aucune copie sur cet ordinateur pour l’instant.',
  onlyOpen: 'Seulement le dossier ouvert',
  chooseFile: 'Choisir un fichier de copie…',
  look: 'Voir cette copie',
  lookOf: (name: string, at: string) => `Voir cette copie de ${name} du ${at}`,
  back: 'Revenir à la liste',
  kilobytes: (bytes: number) => `${frInteger(Math.max(1, Math.round(bytes / 1024)))}\u00a0Ko`,
  contents: 'Contenu de la copie',
  counts: {
    employer: 'Structures',
    position: 'Postes',
    person: 'Personnes',
    contract: 'Contrats',
    agreement: 'Conventions',
    instalment: 'Tranches',
    payment: 'Versements',
  },
  lastChange: 'Dernière modification',
  noChange: 'aucune',
  change: (label: string, who: string, at: string) => `${label}, par ${who}, le ${at}`,
  sound: french('Copie relue : entière.'),
  passphrase: 'Phrase secrète de la copie',
  passphraseHint: french(
    `Cette copie est chiffrée et n'a pas été faite par cet ordinateur : saisir la phrase de la fiche de secours.`,
  ),
  where: 'Où la restaurer',
  replace: (name: string) => `À la place de « ${name} »`,
  replaceHint: (folder: string) =>
    french(`${folder} : le fichier actuel est copié d'abord, et cette copie reste dans la liste.`),
  asNew: 'Dans un nouveau fichier',
  asNewHint: french(`Rien n'est remplacé : les deux fichiers existent.`),
  restore: 'Restaurer',
  reading: 'Lecture de la copie…',
  done: 'Copie restaurée.',
  doneWayBack: (name: string) => french(`Copie restaurée. Ce qu'il y avait avant est gardé : « ${name} ».`),
} as const

export const DAMAGED_WORDS = {
  title: 'Ce fichier ne s’ouvre plus',
  copies: 'Voir les copies de sauvegarde…',
  salvage: 'Récupérer ce qui est lisible',
  hint: french(`Le fichier endommagé n'est pas touché.`),
  done: 'Ce qui a été récupéré',
  into: (name: string) =>
    french(`Un nouveau dossier « ${name} » a été créé et ouvert. L'historique n'est pas repris.`),
  table: 'Données',
  saved: 'Récupérées',
  lost: 'Perdues',
  /** A part that was not read to its end, and of which nothing says how much it held, did not lose "0". */
  lostRows: ({ lost, incomplete }: Pick<SalvageView['tables'][number], 'lost' | 'incomplete'>) => {
    if (!incomplete) return frInteger(lost)
    return lost === 0 ? 'nombre inconnu' : `au moins ${frInteger(lost)}`
  },
  nothingLost: 'Aucune perte connue.',
  incomplete: french(
    `« au moins », « nombre inconnu » : cette partie n'a pas pu être lue jusqu'au bout. Une copie de sauvegarde peut l'avoir entière.`,
  ),
  close: 'Fermer',
} as const

export const PROTECT_WORDS = {
  title: 'Chiffrer les copies du second dossier',
  phrase: 'Phrase secrète',
  phraseHint: '12 caractères au moins ; quatre ou cinq mots font une bonne phrase.',
  again: 'La même phrase, une seconde fois',
  differs: 'Les deux phrases ne sont pas les mêmes.',
  short: 'Il faut au moins 12 caractères.',
  honest: french(
    `La phrase n'est gardée nulle part : sans elle, une copie ne se relit que sur cet ordinateur. Le dossier lui-même et les copies de cet ordinateur ne sont pas chiffrés.`,
  ),
  action: 'Chiffrer',
  sheetTitle: 'Fiche de secours',
  sheetIntro: french(`Imprimer cette fiche, y écrire la phrase à la main, la ranger loin de l'ordinateur.`),
  print: 'Imprimer la fiche',
  close: 'Fermer',
} as const

export const PLACE_WORDS = {
  title: 'Choisir où faire la seconde copie',
  label: 'Disques et partages trouvés',
  none: french(
    `Aucune clé ni aucun partage réseau accessible en écriture. Branchez-en un, puis recommencez.`,
  ),
  hint: french(`Un dossier « Sauvegardes Jalon » y est créé.`),
  action: 'Choisir ce disque',
  again: 'Chercher de nouveau',
} as const
