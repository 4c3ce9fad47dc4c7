/** Words of the import screen. */
import type { RowFate } from '#shared/api/import.ts'
import { frInteger } from '#shared/text/format.ts'
import { plural } from '../../text/fr.ts'
import type { Filter } from './plan-view.ts'

const OBJECTS: Readonly<Record<string, readonly [string, string]>> = {
  employer: ['structure', 'structures'],
  position: ['poste', 'postes'],
  attachment: ['rattachement', 'rattachements'],
  person: ['personne', 'personnes'],
  contract: ['contrat', 'contrats'],
  contractAmendment: ['avenant', 'avenants'],
  agreement: ['convention', 'conventions'],
  grant: ['montant annuel', 'montants annuels'],
  instalment: ['tranche', 'tranches'],
  payment: ['versement', 'versements'],
  allocation: ['affectation', 'affectations'],
  monthlyCost: ['coût mensuel', 'coûts mensuels'],
  dedicatedFund: ['exercice de fonds dédiés', 'exercices de fonds dédiés'],
  budgetLine: ['ligne de budget', 'lignes de budget'],
  agreementAmendment: ['avenant de convention', 'avenants de convention'],
  freeDeadline: ['échéance libre', 'échéances libres'],
  deadlineAnswer: ['réponse à une échéance', 'réponses aux échéances'],
  ruleFigure: ['valeur de règle', 'valeurs de règles'],
  aidScale: ['barème', 'barèmes'],
  aidScaleYear: ['année de barème', 'années de barème'],
  setting: ['réglage', 'réglages'],
  savedView: ['vue', 'vues'],
  scenario: ['scénario', 'scénarios'],
  stateDifference: ['écart avec l’État', 'écarts avec l’État'],
  importMapping: ['correspondance de colonnes', 'correspondances de colonnes'],
  document: ['document', 'documents'],
}

export const IMPORT_WORDS = {
  title: 'Importer un classeur',
  steps: {
    label: 'Étapes',
    file: 'Fichier',
    sheet: 'Feuille',
    preview: 'Correspondance et aperçu',
    confirm: 'Confirmation',
  },
  choose: 'Choisir un fichier…',
  chooseTitle: 'Choisir le fichier à lire',
  chooseDetail:
    'Liste publique des structures, exports de l’État, ou votre propre classeur (.xlsx, .csv). Rien n’est écrit avant votre accord, et l’original n’est pas modifié.',
  past: 'Imports déjà faits…',
  drop: 'ou déposer le fichier ici',
  kinds: [
    [
      'Liste publique des structures',
      'data.gouv.fr, séparée par des points-virgules : une ligne par structure, avec son nombre de postes.',
    ],
    [
      'Liste des postes',
      'Export de « Mon inclusion numérique » : postes, conventions, fins de contrat, totaux.',
    ],
    ['Liste des conseillers', 'Export du tableau de pilotage : contrats en cours et ruptures.'],
    [
      'Votre classeur',
      'N’importe quels en-têtes, plusieurs feuilles : les colonnes se reconnaissent ou se choisissent.',
    ],
    ['Coûts mensuels', 'De la paie : une ligne par agent et par mois, ou une colonne par mois.'],
    [
      'Un classeur de Jalon',
      '« État des aides » : conventions, montants, tranches et versements se relisent.',
    ],
  ],
  reading: 'Lecture du fichier',
  cancel: 'Annuler',
  retry: 'Choisir un autre fichier…',
  about: (file: string, profile: string, sheet: string | null, rows: number, header: number) =>
    `${file} · ${profile}${sheet === null ? '' : ` · feuille « ${sheet} »`} · ${plural(rows, 'ligne')} · en-têtes en ligne ${header}`,
  aboutInterchange: (file: string, profile: string, rows: number) =>
    `${file} · ${profile} · ${plural(rows, 'ligne')}`,
  sheet: 'Feuille',
  kind: 'Nature de la feuille',
  readAlso: 'Lire aussi, dans le même import',
  sheetAbout: (kind: string, rows: number) => `${kind}, ${plural(rows, 'ligne')}`,
  sheetRead: 'lue',
  header: 'Ligne des en-têtes',
  columns: 'Colonnes',
  recognised: (known: number, all: number) => `${frInteger(known)} reconnues sur ${frInteger(all)}`,
  column: 'Colonne du fichier',
  field: 'Champ Jalon',
  reading2: 'Lecture',
  skip: 'Ne pas importer',
  fieldOf: (column: string) => `Champ de la colonne ${column}`,
  read: (read: number, empty: number, refused: number) =>
    [
      plural(read, 'lue'),
      empty === 0 ? null : plural(empty, 'vide'),
      refused === 0 ? null : plural(refused, 'refusée'),
    ]
      .filter((part) => part !== null)
      .join(', '),
  keptInFile: 'reste dans le fichier d’origine',
  recognisedBy: 'Reconnaître dans le dossier',
  /** "Automatique : SIRET ou RIDET, puis Raison sociale". */
  automatic: (keys: readonly string[]) => `Automatique : ${keys.join(', puis ')}`,
  blanks: 'Une cellule vide n’efface jamais une valeur du dossier',
  keepUnmapped: 'Garder les colonnes non reconnues en note',
  preview: 'Aperçu',
  filters: {
    all: 'Toutes',
    rejected: 'Rejetées',
    created: 'Créées',
    modified: 'Modifiées',
    unchanged: 'Inchangées',
  } satisfies Readonly<Record<Filter, string>>,
  /** "Rejetées 2", "Créée 1". */
  filterCount(filter: Filter, count: number): string {
    const name = filter !== 'all' && count === 1 ? this.fates[filter] : this.filters[filter]
    return `${name} ${frInteger(count)}`
  },
  /** "1 rejetée, 3 modifiées": the words after a count. */
  fateWord(fate: RowFate, count: number): string {
    return (count < 2 ? this.fates[fate] : this.filters[fate]).toLowerCase()
  },
  fates: {
    rejected: 'Rejetée',
    created: 'Créée',
    modified: 'Modifiée',
    unchanged: 'Inchangée',
  } satisfies Readonly<Record<RowFate, string>>,
  filterLabel: 'Lignes affichées',
  exportRejects: 'Exporter les rejets',
  rejectsFile: 'rejets.csv',
  csv: { line: 'Ligne', reason: 'Motif' },
  state: 'État',
  line: 'Ligne',
  blank: 'vide',
  before: 'avant',
  correct: 'Corriger ici',
  correctLabel: (column: string, line: number) => `${column}, ligne ${line}`,
  leaveOut: 'Laisser de côté',
  bringBack: 'Reprendre',
  leftOut: 'laissée de côté',
  noRows: (filter: string) => `Aucune ligne « ${filter.toLowerCase()} » dans l’aperçu.`,
  showAll: 'Voir toutes les lignes',
  truncated: (shown: number, all: number) =>
    `${frInteger(shown)} lignes montrées sur ${frInteger(all)}, les rejetées d’abord. Toutes seront traitées.`,
  newFile: 'Créer un dossier…',
  applyToDemo: (count: number) => `Importer ${plural(count, 'ligne')} dans la démonstration`,
  nothingYet: 'Rien n’est encore écrit. L’import entier s’annulera par Ctrl+Z.',
  back: 'Retour',
  continueWith: (count: number) => `Continuer avec ${plural(count, 'ligne')}`,
  nothingToWrite: 'Rien à écrire : tout est déjà dans le dossier',
  confirmTitle: 'Ce qui va être écrit',
  object: 'Objet',
  created: 'Créés',
  modified: 'Modifiés',
  unchanged: 'Inchangés',
  objectName: (code: string, count: number) => {
    const names = OBJECTS[code] ?? [code, code]
    return count < 2 ? names[0] : names[1]
  },
  rejectedLeft: (count: number) =>
    `${plural(count, 'ligne rejetée', 'lignes rejetées')} ${count < 2 ? 'ne sera pas importée' : 'ne seront pas importées'}.`,
  apply: (count: number) => `Importer ${plural(count, 'ligne')}`,
  writing: 'Écriture dans le dossier',
  done: 'Import terminé',
  doneDetail: (rows: {
    readonly created: number
    readonly modified: number
    readonly unchanged: number
    readonly rejected: number
  }) =>
    `${plural(rows.created, 'ligne créée', 'lignes créées')}, ${plural(rows.modified, 'modifiée')}, ${plural(rows.unchanged, 'inchangée')}, ${plural(rows.rejected, 'rejetée')}.`,
  seeDifferences: 'Voir les écarts avec l’État',
  seePositions: 'Voir les postes',
  importAnother: 'Importer un autre fichier…',
  notices: 'À savoir',
  noticeLine: (line: number) => `Ligne ${line} : `,
  status: {
    read: (count: number) => `${plural(count, 'ligne lue', 'lignes lues')} :`,
    keys: 'F8 rejet suivant · F2 corriger la cellule',
  },
  nextReject: 'Rejet suivant',
  correctReject: 'Corriger la ligne rejetée',
  readOnly: 'Ce dossier est en lecture seule : un import ne peut pas y être écrit.',
} as const
