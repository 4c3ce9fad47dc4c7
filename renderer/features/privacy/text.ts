/** Words of the acts on personal data. */
import { frInteger } from '#shared/text/format.ts'
import { french } from '#shared/text/french.ts'

export const PRIVACY_WORDS = {
  title: 'Données personnelles',
  tabs: 'Données personnelles',
  retention: 'Durées de conservation',
  export: 'Tout exporter',
  erase: 'Effacer l’historique',
  support: 'Copie pour le support',
  retentionIntro: french(
    `Personnes parties, pas encore anonymisées. Rien ne part de soi-même : cocher, vérifier, anonymiser. Une collectivité demande d'abord le visa de ses archives.`,
  ),
  none: 'Personne à proposer : toutes celles qui restent ont un contrat en cours ou à venir.',
  person: 'Personne',
  contracts: 'Contrats',
  lastDay: 'Dernier jour',
  until: 'À garder jusqu’au',
  atOnce: 'sans contrat : peut partir',
  due: 'durée passée',
  selectOf: (name: string) => `Choisir ${name}`,
  selectDue: 'Choisir celles dont la durée est passée',
  anonymise: (count: number) => (count < 2 ? 'Anonymiser' : `Anonymiser ${frInteger(count)} personnes`),
  confirmTitle: 'Confirmer l’anonymisation',
  confirm: (names: readonly string[]) =>
    french(
      `${names.slice(0, 8).join(', ')}${names.length > 8 ? ` et ${names.length - 8} autres` : ''} : nom, contacts, identifiants, notes et pièces jointes partent du dossier. Contrats, dates et montants restent : aucun total ne change. Annulable par Ctrl+Z tant que l'historique n'est pas effacé.`,
    ),
  anonymised: (count: number) =>
    count < 2 ? 'Personne anonymisée.' : `${frInteger(count)} personnes anonymisées.`,
  exportIntro: french(
    `Tout ce que le dossier sait d'une personne, en un fichier JSON documenté : fiche, contrats, avenants, coûts, pièces jointes. À remettre à qui le demande (droit d'accès).`,
  ),
  exportAction: 'Exporter une personne…',
  eraseIntro: french(
    `Une personne anonymisée reste lisible dans l'historique des modifications. L'effacer la retire aussi de l'historique et des octets du fichier, pour toujours : Ctrl+Z ne remonte plus au-delà.`,
  ),
  noneAnonymised: 'Aucune personne anonymisée dans ce dossier.',
  on: 'Anonymisée le',
  eraseAction: 'Effacer aussi de l’historique…',
  eraseTitle: 'Effacer pour toujours',
  eraseConfirm: french(
    `Les anciens noms, contacts, notes et pièces jointes de ces personnes sont retirés de l'historique. Cela ne s'annule pas. Les copies de sauvegarde déjà faites, elles, contiennent encore ces noms : elles partent d'elles-mêmes au fil des semaines, ou en les supprimant.`,
  ),
  eraseButton: 'Effacer pour toujours',
  erased: (copies: number, mentions: number) =>
    french(
      `Effacé de l'historique.${
        copies === 0
          ? ''
          : ` ${frInteger(copies)} ${copies < 2 ? 'copie de sauvegarde plus ancienne contient' : 'copies de sauvegarde plus anciennes contiennent'} encore ces noms.`
      }${
        mentions === 0
          ? ''
          : ` ${frInteger(mentions)} ${mentions < 2 ? 'texte libre du dossier cite' : 'textes libres du dossier citent'} encore un ancien nom : les chercher (Ctrl+K) et les corriger.`
      }`,
    ),
  supportIntro: french(
    `Un dossier à part, sans noms, sans identifiants, sans notes, sans historique ni pièces jointes. Dates et montants restent : les calculs donnent la même chose. C'est ce qui peut être montré à quelqu'un qui aide.`,
  ),
  supportAction: 'Faire la copie sans noms',
  done: 'Copie sans noms enregistrée.',
  back: 'Revenir',
  close: 'Fermer',
} as const
