/** Words of the post sheet. Sentences built from facts; the plain names of codes are in shared/text/words. */
import type { AgreementRow, ContractRow, InstalmentRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Position } from '#shared/domain/facts.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { frDay, frEuros, frInteger, frMonth } from '#shared/text/format.ts'
import { AMOUNT_WORDS } from '#shared/text/rules/labels.ts'
import { CONTRACT_KIND_WORDS, SCHEME_WORDS } from '#shared/text/words.ts'
import { plural } from '../../text/fr.ts'

const NBSP = '\u00a0'

/** Whole euros, only inside bars and axes: 20 000 €. */
export function wholeEuros(amount: Cents): string {
  return `${wholeNumber(amount)}${NBSP}€`
}

function wholeNumber(amount: Cents): string {
  return frInteger(Math.round(amount / 100))
}

export function monthsWord(months: number | null): string {
  return months === null ? 'sans terme' : `${months}${NBSP}mois`
}

export const TIMELINE_WORDS = {
  laneAgreement: 'Convention',
  laneContract: 'Contrat',
  laneInstalments: 'Tranches',
  /** Longest first: the drawing keeps the first that fits. */
  agreement(row: AgreementRow): string[] {
    const { agreement: a } = row
    const scheme = a.scheme === 'other' ? a.funder : SCHEME_WORDS[a.scheme]
    const amount = wholeEuros(row.aid.notifiedCents)
    const settled = row.state === 'settled' ? ' · soldée' : ''
    return [
      `${scheme} · ${amount}${settled}`,
      `${scheme}${settled}`,
      a.scheme === 'other' ? a.funder : a.scheme.toUpperCase(),
    ]
  },
  contract(row: ContractRow): string[] {
    const kind = CONTRACT_KIND_WORDS[row.contract.kind]
    const length = row.months === null ? '' : ` · ${monthsWord(row.months)}`
    return [`${row.personName} · ${kind}${length}`, `${row.personName} · ${kind}`, row.personName]
  },
  vacancy: (days: number) => `Vacant ${frInteger(days)}${NBSP}j`,
  vacancyTitle: (from: Day, to: Day | null, days: number) =>
    to === null
      ? `Vacant depuis le ${frDay(from)} (${frInteger(days)}${NBSP}jours)`
      : `Vacant du ${frDay(from)} au ${frDay(to)} (${frInteger(days)}${NBSP}jours)`,
  unfilled: 'non pourvu',
  unfilledTitle: (from: Day, to: Day) => `Financé, non pourvu du ${frDay(from)} au ${frDay(to)}`,
  instalment(row: InstalmentRow): { amount: string; detail: string } {
    const parts = row.payments.map((p) => wholeNumber(p.amountCents))
    const split = row.state === 'received' && parts.length > 1 && parts.length < 4
    const due = row.instalment.dueOn
    const amount = split
      ? `${parts.join(' + ')}${NBSP}€`
      : wholeEuros(row.daysLate > 0 ? row.outstandingCents : row.instalment.amountCents)
    return { amount, detail: instalmentDetail(row, due) }
  },
  notice: (d: Day) => `Préavis ${frDay(d)}`,
  sentence: (p: Position, from: Day, to: Day) =>
    `Frise du poste ${p.stateId ?? p.label}, de ${frMonth(from)} à ${frMonth(to)}${NBSP}: conventions, contrats, vacances, tranches et préavis. Les mêmes données sont dans les onglets ci-dessous.`,
} as const

function instalmentDetail(row: InstalmentRow, due: Day | null): string {
  if (row.daysLate > 0) return `retard ${frInteger(row.daysLate)}${NBSP}j`
  switch (row.state) {
    case 'received':
      return row.payments.length > 1
        ? `en ${row.payments.length}${NBSP}versements`
        : row.lastReceivedOn === null
          ? 'reçue'
          : `reçue ${frDay(row.lastReceivedOn)}`
    case 'partly-received':
      return `reste ${wholeEuros(cents(row.outstandingCents))}`
    case 'claimable':
      return 'à demander'
    case 'suspended':
      return 'suspendue'
    case 'cancelled':
      return 'annulée'
    case 'planned':
    case 'claimed':
    case 'late':
      return due === null ? 'date inconnue' : `attendue ${frDay(due)}`
  }
}

export const SHEET_WORDS = {
  correct: {
    contract: 'Corriger le contrat…',
    instalment: 'Corriger la tranche…',
    agreement: 'Corriger la convention…',
  },
  letters: 'Préparer une lettre',
  letterNames: {
    renewal: 'Renouvellement…',
    'non-renewal': 'Non-renouvellement…',
    'instalment-claim': 'Demande d’une tranche…',
    'instalment-reminder': 'Relance d’une tranche en retard…',
    vacancy: 'Départ et vacance…',
    'position-return': 'Restitution du poste…',
    'use-attestation': 'Attestation d’emploi de l’aide…',
  },
  crumb: 'Postes',
  missing: 'Ce poste n’existe pas ou plus dans le dossier.',
  missingAction: 'Voir tous les postes',
  recordPayment: 'Enregistrer un versement…',
  allocatePayment: 'Affecter un versement…',
  renew: 'Renouveler…',
  newContract: 'Ajouter un contrat…',
  more: 'Actions',
  editPosition: 'Modifier le poste…',
  attach: 'Rattacher à une autre structure…',
  endContract: 'Déclarer un départ…',
  returnPosition: 'Rendre le poste…',
  addDeadline: 'Ajouter une échéance…',
  addAgreement: 'Ajouter une convention…',
  addInstalment: 'Ajouter une tranche…',
  deletePosition: 'Supprimer le poste…',
  deleteTitle: (label: string) => `Supprimer le poste « ${label} »`,
  deleteMessage:
    'La suppression est refusée tant que des contrats ou des tranches en dépendent. Pour un poste qui n’est plus financé, utilisez « Rendre le poste… ». Annulable par Ctrl+Z.',
  deleteAction: 'Supprimer le poste',
  facts: {
    employer: 'Structure',
    noEmployer: 'aucune structure',
    stateId: 'ID poste',
    ds: 'Dossier DS',
    ej: 'EJ',
    workplace: 'Lieu de permanence',
    kind: 'Nature',
    none: '—',
  },
  place: (where: string | null, inQpv: boolean, inFrr: boolean, bonus: boolean) =>
    [where, inQpv ? 'QPV' : null, inFrr ? 'FRR' : null, bonus ? 'poste bonifié' : null]
      .filter((part) => part !== null)
      .join(', '),
  of: 'dont',
  late: 'en retard',
  whyAmount: 'Pourquoi ce montant ?',
  whyState: 'Pourquoi cet état ?',
  legend: {
    agreement: 'Convention',
    contract: 'Contrat',
    unfunded: 'Contrat sans aide',
    vacancy: 'Vacance',
    received: 'Reçue',
    planned: 'Prévue',
    late: 'En retard',
    notice: 'Préavis légal',
    noticeMissed: 'Préavis dépassé',
  },
  tabs: {
    label: 'Le poste en détail',
    contracts: 'Contrats',
    aid: 'Aides et tranches',
    deadlines: 'Échéances',
    documents: 'Documents',
    journal: 'Journal',
  },
  rank: (name: string, rank: number, siblings: number, employer: string) =>
    `Poste ${name}, ${rank} sur ${siblings} dans ${employer}`,
  keys: 'Alt+↑ ↓ poste précédent, suivant · Ctrl+1 à 5 onglets · F6 panneau',
  previous: 'Poste précédent',
  next: 'Poste suivant',
  tabCommand: (label: string) => `Onglet ${label}`,
  group: 'Poste',
} as const

export const CONTRACTS_WORDS = {
  empty: 'Aucun contrat sur ce poste.',
  emptyWhere:
    'Les contrats viennent d’un import (tableau de pilotage, votre classeur) ou se saisissent ici, un par période.',
  add: 'Ajouter un contrat…',
  holder: 'Titulaire',
  kind: 'Contrat',
  starts: 'Début',
  ends: 'Fin prévue',
  ended: 'Fin réelle',
  length: 'Durée',
  notice: 'Préavis au plus tard',
  gross: 'Brut mensuel (€)',
  state: 'État',
  pieces: 'Pièces',
  piecesOf: (present: number, total: number) => `${present} sur ${total}`,
  actions: 'Actions',
  actionsOn: (who: string) => `Actions : ${who}`,
  vacancy: 'Vacance',
  vacant: 'Vacant',
  wasVacant: 'Vacant',
  limit: (d: string) => `à pourvoir avant le ${d}`,
  noTerm: 'sans terme',
  notApplicable: 'sans objet',
  whyDate: 'Pourquoi cette date ?',
  findings: (count: number) => plural(count, 'point à vérifier', 'points à vérifier'),
  findingsOf: (name: string) => `Points à vérifier sur le contrat de ${name}`,
  findingsHint: 'Ces points n’empêchent rien : ils disent ce que les règles en pensent.',
  amendment: 'Avenant',
  from: (d: string) => `à compter du ${d}`,
  newEnd: (d: string) => `fin portée au ${d}`,
  newGross: (c: Cents) => `brut mensuel ${frEuros(c)}`,
  newTime: (minutes: number) =>
    `${Math.floor(minutes / 60)}${NBSP}h${minutes % 60 === 0 ? '' : ` ${String(minutes % 60).padStart(2, '0')}`} par semaine`,
  signed: (d: string) => `signé le ${d}`,
  notSigned: 'non signé',
  editAmendment: 'Modifier l’avenant…',
  edit: 'Modifier le contrat…',
  amend: 'Ajouter un avenant…',
  renew: 'Renouveler…',
  end: 'Déclarer un départ…',
  cost: 'Saisir le coût d’un mois…',
  editPerson: (name: string) => `Modifier ${name}…`,
} as const

export const AID_WORDS = {
  empty: 'Aucune convention pour ce poste.',
  emptyWhere:
    'Une convention donne les montants par année et l’échéancier des tranches. Un barème les propose, vous les corrigez.',
  addAgreement: 'Ajouter une convention…',
  addInstalment: 'Ajouter une tranche…',
  instalmentLabel: (rank: number) => `Tranche ${rank}`,
  payment: 'Enregistrer un versement…',
  agreement: 'Convention',
  funder: 'Financeur',
  scheme: 'Dispositif',
  period: 'Période',
  fromTo: (from: string, to: string) => `${from} au ${to}`,
  notified: 'Notifié (€)',
  earned: 'Acquis (€)',
  received: 'Reçu (€)',
  outstanding: 'Reste à recevoir (€)',
  amounts: AMOUNT_WORDS,
  whyAmount: 'Pourquoi ce montant ?',
  state: 'État',
  actions: 'Actions',
  actionsOn: (what: string) => `Actions : ${what}`,
  editAgreement: 'Modifier la convention…',
  amendAgreement: 'Ajouter un avenant…',
  dedicatedFunds: 'Fonds dédiés…',
  budget: 'Budget de la convention…',
  addGrant: 'Ajouter un montant annuel…',
  noInstalment: 'Aucune tranche : l’échéancier de la convention n’est pas saisi.',
  instalment: 'Tranche',
  amount: 'Montant (€)',
  claimable: 'Appelable le',
  claimed: 'Demandée le',
  due: 'Attendue le',
  receivedOn: 'Reçue le',
  gap: 'Écart (€)',
  stateAndCondition: 'État et condition',
  total: (count: number) => `Total, ${plural(count, 'tranche')}`,
  editInstalment: 'Modifier la tranche…',
} as const

export const DEADLINES_WORDS = {
  empty: 'Aucune échéance connue pour ce poste.',
  day: 'Échéance',
  delay: 'Délai',
  nature: 'Nature',
  subject: 'Objet',
  origin: 'Origine',
  answer: 'Réponse',
  done: 'Fait',
  postpone: 'Reporter…',
  ignore: 'Ignorer…',
  clear: 'Rouvrir',
  until: (d: string) => `au ${d}`,
  whyDate: 'Pourquoi cette date ?',
  add: 'Ajouter une échéance…',
  edit: (title: string) => `Modifier « ${title} »…`,
} as const

/** 1 234 567 → "1,2 Mo". */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'octet')
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'Ko'] : [bytes / (1024 * 1024), 'Mo']
  return `${value.toFixed(value < 10 ? 1 : 0).replace('.', ',')}${NBSP}${unit}`
}

export const DOCUMENTS_WORDS = {
  empty:
    'Aucun document attaché à ce poste, à ses contrats ni à ses conventions. PDF, images et fichiers bureautiques restent dans le dossier.',
  attach: 'Joindre un fichier…',
  attachTo: 'Le fichier concerne',
  drop: 'ou déposer les fichiers ici',
  attached: (name: string) => `Fichier joint : ${name}`,
  ofContract: (name: string, from: string) => `Contrat de ${name} (${from})`,
  ofAgreement: (reference: string) => `Convention ${reference}`,
  ofInstalment: (label: string, reference: string) => `${label}, ${reference}`,
  attachPiece: (piece: string) => `Joindre un fichier : ${piece}`,
  weight: (size: string) => `Documents du dossier entier : ${size}`,
  file: 'Fichier',
  owner: 'Concerne',
  piece: 'Pièce',
  added: 'Ajouté le',
  size: 'Taille',
  actions: 'Actions',
  save: (name: string) => `Enregistrer ${name} sous…`,
  saved: (place: string) => `Pièce enregistrée : ${place}`,
  doubtTitle: (name: string) => `Enregistrer « ${name} » sans l’ouvrir`,
  doubtMessage: (why: string) =>
    `Jalon n’ouvre pas cette pièce : ${why}. Enregistrez-la seulement si vous savez de qui elle vient et pourquoi elle est ainsi. Dans le doute, demandez à son auteur par un autre moyen, ou montrez-la à votre service informatique : une fois enregistrée, votre ordinateur ne saura plus d’où elle vient.`,
  doubtAction: 'Enregistrer quand même',
  remove: (name: string) => `Retirer ${name}`,
  removeTitle: (name: string) => `Retirer « ${name} »`,
  removeMessage: 'Le fichier quitte le dossier. Annulable par Ctrl+Z.',
  removeAction: 'Retirer le document',
  owners: {
    employer: 'Structure',
    position: 'Poste',
    person: 'Personne',
    contract: 'Contrat',
    agreement: 'Convention',
    instalment: 'Tranche',
    payment: 'Versement',
  },
  checklists: 'Pièces à réunir',
  event: 'Événement',
  noOwner: 'Rien de tel sur ce poste.',
  missing: (missing: number, total: number) =>
    missing === 0
      ? `Les ${total} pièces sont réunies.`
      : `${plural(missing, 'pièce manquante', 'pièces manquantes')} sur ${total}. Liste indicative, à compléter selon votre convention.`,
  present: 'Présente :',
  absent: 'Manquante :',
} as const

export const JOURNAL_WORDS = {
  empty: 'Aucune modification enregistrée sur ce poste.',
} as const
