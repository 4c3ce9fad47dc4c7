/** Words of the interchange: the dossier as documented JSON, and the imports already made. */
import { frInteger } from '#shared/text/format.ts'
import { plural } from '../../text/fr.ts'

export type Part = 'all' | 'employers' | 'person'

export const INTERCHANGE_WORDS = {
  title: 'Exporter le dossier (JSON)',
  what: 'Ce qui est exporté',
  parts: {
    all: {
      label: 'Tout le dossier',
      detail: 'pour le garder, le relire ailleurs ou le fusionner dans un autre',
    },
    employers: {
      label: 'Une ou plusieurs structures',
      detail: 'avec leurs postes, contrats, conventions et versements',
    },
    person: {
      label: 'Une personne',
      detail: 'toutes les données que le dossier tient d’elle, à lui remettre',
    },
  } satisfies Readonly<Record<Part, { readonly label: string; readonly detail: string }>>,
  employers: 'Structures',
  findEmployer: 'Filtrer les structures',
  chosen: (count: number) => `${plural(count, 'structure')} ${count < 2 ? 'choisie' : 'choisies'}`,
  person: 'Personne',
  personPlaceholder: 'Nom ou prénom',
  documents: 'Avec les fichiers joints',
  documentsDetail: 'Ils voyagent dans le fichier JSON, qui grossit d’autant.',
  readable:
    'Un texte lisible et documenté, que d’autres outils peuvent reprendre. « Importer un fichier… » le relit, dans un dossier vide ou en le fusionnant.',
  nominative: 'Ce fichier contient des données nominatives.',
  run: 'Exporter (JSON)',
  running: 'Export en cours',
  stop: 'Arrêter',
  hint: 'Rien ne change dans le dossier.',
  saved: (name: string) => `Export enregistré : ${name}`,
  cancelled: 'Export arrêté. Aucun fichier n’a été écrit.',
  past: {
    title: 'Imports déjà faits',
    none: 'Aucun import dans ce dossier.',
    when: 'Quand',
    who: 'Qui',
    file: 'Import',
    changes: 'Lignes écrites',
    count: frInteger,
    state: 'État',
    undone: 'annulé',
    kept: 'en place',
    undo: 'Annuler cet import',
    undoLabel: (label: string) => `Annuler cet import : ${label}`,
    last: 'Dernière action : annulable ici.',
    others: 'Un import suivi d’autres saisies s’annule en remontant les actions une à une (Ctrl+Z).',
    more: (count: number) =>
      `Les ${frInteger(count)} derniers imports sont montrés. Les autres sont dans le journal.`,
    done: (label: string) => `Annulé : ${label}.`,
    close: 'Fermer',
  },
} as const
