/** Words of the forms and of the dialogs that create, end, return or delete. */
import { frInteger } from '#shared/text/format.ts'
import { plural } from '../../text/fr.ts'

const NBSP = '\u00a0'

export const FORM_WORDS = {
  none: 'Aucun',
  search: 'Rechercher',
  undoable: 'Annulable par Ctrl+Z, même après fermeture.',
  monthInvalid: 'Mois non compris. Exemple : 11/2026.',
  monthDayInvalid: 'Jour et mois non compris. Exemple : 01/09.',
  decimalInvalid: 'Nombre non compris. Exemple : 12,31.',
  delete: 'Supprimer…',
  fieldsToMend: (count: number) =>
    count === 1
      ? `Un champ est à corriger. Rien n’est encore écrit.`
      : `${frInteger(count)}${NBSP}champs sont à corriger. Rien n’est encore écrit.`,
  savedWithWarnings: (warnings: readonly string[]) => `Enregistré. À vérifier :\n${warnings.join('\n')}`,
  gone: 'Cet objet n’existe plus dans le dossier (supprimé ou annulé).',
} as const

export const AGREEMENT_WORDS = {
  title: 'Ajouter une convention',
  action: 'Ajouter la convention',
  defaultFunder: 'Caisse des Dépôts',
  employer: 'Structure',
  employerMissing: 'Choisir la structure signataire.',
  grants: 'Postes et montants par année',
  noPosition:
    'Cette structure n’a pas encore de poste. La convention peut être ajoutée, les montants viendront ensuite.',
  searchPosition: 'Chercher un poste',
  bonusPlace: '· QPV ou FRR',
  scale: 'Barème',
  chooseScale: 'Choisir un barème',
  applyScale: 'Proposer',
  years: 'Nombre d’années',
  position: 'Poste',
  yearAmounts: (year: number) => `Année ${year} : socle, bonification (€)`,
  total: 'Total (€)',
  baseOf: (name: string, year: number) => `Socle de l’année ${year}, ${name}`,
  bonusOf: (name: string, year: number) => `Bonification de l’année ${year}, ${name}`,
  schedule: 'Échéancier des tranches',
  scheduleHint: 'Ce qui compte est ce que dit votre convention : chaque ligne se corrige.',
  needsStart: 'Saisir d’abord le début de la convention.',
  dueAfter: 'Attendue après (mois)',
  propose: 'Proposer une tranche par année',
  addInstalment: 'Ajouter une ligne',
  instalment: 'Tranche',
  instalmentLabel: (rank: number) => `Tranche ${rank}`,
  wholeAgreement: 'Toute la convention',
  amount: 'Montant (€)',
  claimable: 'Appelable le',
  due: 'Attendue le',
  conditions: 'Conditions',
  remove: 'Retirer',
  positionOf: (name: string) => `Poste de ${name}`,
  amountOf: (name: string) => `Montant de ${name}`,
  claimableOf: (name: string) => `${name} appelable le`,
  dueOf: (name: string) => `${name} attendue le`,
  conditionsOf: (name: string) => `Conditions de ${name}`,
  removeOf: (name: string) => `Retirer ${name}`,
  totalOf: (count: number) => `Total, ${plural(count, 'tranche')}`,
  gap: (planned: string, granted: string) =>
    `Les tranches font ${planned}, les montants annuels ${granted}. Vérifier l’échéancier : la différence resterait sans tranche.`,
} as const

export const POSITION_WORDS = {
  title: 'Ajouter un poste',
  action: 'Ajouter le poste',
  employer: 'Structure',
  employerMissing:
    'Choisir la structure qui emploie. S’il n’y en a pas encore, la saisir dans « Structures ».',
  startsOn: 'Rattaché à compter du',
  startMissing: 'Saisir la date de rattachement.',
} as const

export const CONTRACT_WORDS = {
  title: 'Ajouter un contrat',
  action: 'Ajouter le contrat',
  position: 'Poste',
  positionMissing: 'Choisir le poste.',
  holder: 'Titulaire',
  newPerson: 'Nouvelle personne',
  knownPerson: 'Déjà dans le dossier',
  person: 'Personne',
  personMissing: 'Choisir la personne.',
  terms: 'Contrat',
  length: 'Durée :',
  months: (count: number) => `${count}${NBSP}mois`,
  untilAgreement: (day: string) => `Jusqu’à la fin de l’aide (${day})`,
} as const

export const END_WORDS = {
  title: (name: string) => `Déclarer le départ de ${name}`,
  subtitle: (kind: string, from: string, to: string | null) =>
    to === null ? `${kind} depuis le ${from}, sans terme` : `${kind} du ${from} au ${to}`,
  action: 'Enregistrer le départ',
  actionLetter: 'Enregistrer, puis écrire au payeur…',
  endedOn: 'Dernier jour travaillé',
  motive: 'Motif',
  dayMissing: 'Saisir le dernier jour travaillé.',
  beforeStart: 'Ce jour est avant le début du contrat.',
  motiveMissing: 'Choisir le motif : l’État le demande.',
  after: 'Ce qui s’ensuit',
  broken: 'Le contrat est rompu avant son terme.',
  ended: 'Le contrat s’arrête à son terme.',
  vacantFrom: (day: string) => `Le poste est vacant le ${day}, sauf si un autre contrat prend la suite.`,
  replaceBefore: (day: string, months: number) =>
    `Il est à pourvoir avant le ${day} (${months}${NBSP}mois), sinon à rendre.`,
  followed: 'Un autre contrat prend la suite : le poste reste occupé.',
  limitPast: (day: string, months: number) =>
    `Il était à pourvoir avant le ${day} (${months}${NBSP}mois) : cette limite est passée, le poste est à rendre.`,
  unearned: (amount: string, day: string) =>
    `Sans remplacement d’ici le ${day}, ${amount} d’aide ne seront pas acquis.`,
  aidAt: (day: string, earned: string, received: string) =>
    `Au ${day}, ce poste a acquis ${earned} et reçu ${received}.`,
  overpaid: (amount: string) => `Reçu au-delà de l’acquis : ${amount}, à reverser si rien ne reprend.`,
  suspended: (label: string, amount: string) =>
    `${label} (${amount}) sera suspendue tant que le poste est vacant.`,
  letter:
    'Le départ est à déclarer dans l’outil de l’État, et la convention peut être prolongée par avenant.',
} as const

export const RETURN_WORDS = {
  title: (name: string) => `Rendre le poste ${name}`,
  action: 'Enregistrer la restitution',
  returnedOn: 'Rendu le',
  motive: 'Motif',
  dayMissing: 'Saisir la date de restitution.',
  motiveMissing: 'Choisir le motif : il figure dans la lettre.',
  stillHeld: (name: string, end: string | null) =>
    end === null
      ? `${name} est sur ce poste sans terme. Rendre le poste ne met pas fin au contrat de travail.`
      : `${name} est sur ce poste jusqu’au ${end}. Rendre le poste ne met pas fin au contrat de travail.`,
  overpaid: (amount: string) => `${amount} ont été reçus au-delà de l’acquis : un reversement est à prévoir.`,
  after: 'Ce qui s’ensuit',
  consequences: [
    'Lettre recommandée à la Caisse des Dépôts, puis avenant à la convention.',
    'Le montant de l’aide est recalculé par le payeur ; les tranches restantes sont à annuler quand il le dit.',
    'Toute la période est à justifier dans le dossier de clôture.',
  ],
} as const
