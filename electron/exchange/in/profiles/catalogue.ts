/**
 * Every field a column of posts, advisors, contracts or agreements may be, with the headers seen in the State's exports and in
 * hand-kept workbooks. Where two fields share a header, the content of the column decides.
 */

import { FIELD_LABELS } from '#shared/text/fields.ts'
import {
  CONTRACT_KIND_WORDS,
  END_MOTIVE_WORDS,
  POSITION_STATE_WORDS,
  RETURN_MOTIVE_WORDS,
  SCHEME_WORDS,
  SECTOR_WORDS,
} from '#shared/text/words.ts'
import { parseAmountText } from '../cells/amount-cell.ts'
import { bare } from '../cells/cell.ts'
import { readContractKind } from '../cells/contract-kind-cell.ts'
import { parseDayText } from '../cells/day-cell.ts'
import { looksLikePositionState, looksLikeScheme } from '../cells/words-cell.ts'
import type { Field } from '../columns/field.ts'

const digits = (text: string) => text.replace(/[ .]/g, '')
const isWord = (text: string) => !/^\d+$/.test(digits(text)) && parseDayText(text).value === null
const isDate = (text: string) => parseDayText(text).value !== null
const isAmount = (text: string) => parseAmountText(text).value !== null && !isDate(text)
const isSiret = (text: string) => /^\d{14}$/.test(digits(text))
const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text)
const isKind = (text: string) => readContractKind({ kind: 'text', text }).value !== null
const isSector = (text: string) => /^(publi(c|que)|privee?)\b/.test(bare(text))
const isYesNo = (text: string) => /^(oui|non|o|n|x|0|1|vrai|faux)$/.test(bare(text))

const E = FIELD_LABELS.employer
const P = FIELD_LABELS.position
const H = FIELD_LABELS.person
const C = FIELD_LABELS.contract
const A = FIELD_LABELS.agreement

const EMPLOYER: readonly Field[] = [
  {
    id: 'employer.siret',
    label: E.siret,
    names: [
      'SIRET',
      'N° SIRET',
      'Numéro SIRET',
      'SIRET de la structure',
      'SIRET structure',
      'SIRET employeur',
      'Siret structure employeuse',
    ],
    looksLike: isSiret,
    byContent: true,
  },
  {
    id: 'employer.stateId',
    label: E.stateId,
    names: [
      'ID Structure TP',
      'Id de la structure',
      'Id structure',
      'ID SA',
      'Id structure employeuse',
      'Identifiant structure',
      'N° structure',
    ],
  },
  {
    id: 'employer.name',
    label: E.name,
    names: [
      'Structure',
      'Nom de la structure',
      'Nom structure',
      'Raison sociale',
      'Structure employeuse',
      'Nom de la structure employeuse',
      'Employeur',
      'Nom employeur',
      'Dénomination',
      'Organisme',
      'Collectivité',
      'Association',
    ],
    looksLike: isWord,
  },
  {
    id: 'employer.sector',
    label: E.sector,
    names: [
      'Secteur',
      'Type de structure',
      'Statut de la structure',
      'Public/privé',
      'Type',
      'Nature de la structure',
    ],
    looksLike: isSector,
    words: SECTOR_WORDS,
  },
  {
    id: 'employer.departmentCode',
    label: E.departmentCode,
    names: [
      'Département',
      'Code département',
      'Dept',
      'Dpt',
      'Dép',
      'Département de la structure',
      'Code département de la structure',
    ],
  },
  { id: 'employer.postcode', label: E.postcode, names: ['Code postal', 'CP', 'Code postal de la structure'] },
  {
    id: 'employer.communeName',
    label: E.communeName,
    names: ['Commune', 'Ville', 'Commune de la structure', 'Ville de la structure', 'Commune INSEE'],
  },
  {
    id: 'employer.communeCode',
    label: E.communeCode,
    names: ['Code commune INSEE', 'Code INSEE', 'Code commune', 'Code Insee de la structure'],
  },
  {
    id: 'employer.address',
    label: E.address,
    names: ['Adresse', 'Adresse de la structure', 'Adresse postale'],
  },
]

const POSITION: readonly Field[] = [
  {
    id: 'position.stateId',
    label: P.stateId,
    names: [
      'ID Poste',
      'N° poste',
      'Numéro de poste',
      'Id du poste',
      'Identifiant poste',
      'Identifiant du poste',
      'Réf poste',
      'Poste n°',
      'Poste',
      'Num poste',
      'Code poste',
    ],
    looksLike: (t) => /^[A-Z]{0,6}-?\d[\d-]*$/i.test(digits(t)),
  },
  {
    id: 'position.label',
    label: P.label,
    names: [
      'Nom du poste',
      'Intitulé du poste',
      'Intitulé',
      'Libellé du poste',
      'Libellé',
      'Désignation du poste',
      'Poste',
      'Affectation',
    ],
    looksLike: isWord,
  },
  {
    id: 'position.coordinator',
    label: P.kind,
    names: ['Coordinateur', 'Coordo', 'Coordinateur (oui/non)', 'Est coordinateur', 'Est Coordinateur'],
    looksLike: isYesNo,
  },
  {
    id: 'position.workplace',
    label: P.workplace,
    names: [
      'Lieu de permanence',
      'Lieu',
      'Lieu d’exercice',
      'Lieu de travail',
      'Lieu d’activité',
      'Site',
      'Territoire',
      'Permanence',
      'Antenne',
    ],
  },
  { id: 'position.inQpv', label: P.inQpv, names: ['QPV', 'En QPV', 'Poste en QPV'] },
  {
    id: 'position.inFrr',
    label: P.inFrr,
    names: ['FRR', 'ZRR', 'FRR/ZRR', 'En FRR', 'En ZRR', 'FRR (ex-ZRR)'],
  },
  {
    id: 'position.grantedOn',
    label: P.grantedOn,
    names: [
      'Poste accordé le',
      'Date d’attribution',
      'Date d’attribution du poste',
      'Date de validation',
      'Date COSELEC',
    ],
  },
  {
    id: 'position.returnedOn',
    label: P.returnedOn,
    names: ['Rendu le', 'Date de restitution', 'Poste rendu le', 'Date de rendu'],
  },
  {
    id: 'position.returnMotive',
    label: P.returnMotive,
    names: ['Motif de restitution', 'Motif de rendu', 'Motif restitution'],
    words: RETURN_MOTIVE_WORDS,
  },
  {
    id: 'position.state',
    label: 'État du poste (comparé, non repris)',
    names: ['Statut', 'Statut du poste', 'État', 'État du poste', 'Occupation'],
    looksLike: looksLikePositionState,
    words: POSITION_STATE_WORDS,
  },
]

const PERSON: readonly Field[] = [
  {
    id: 'person.stateId',
    label: H.stateId,
    names: [
      'Id conseiller',
      'Id CNFS',
      'ID du conseiller',
      'Identifiant conseiller',
      'Id CN',
      'ID personne',
      'Id conseiller numérique',
    ],
  },
  {
    id: 'person.fullName',
    label: C.personId,
    names: [
      'Nom prénom',
      'Nom et prénom',
      'Nom - Prénom',
      'Prénom nom',
      'Prénom et nom',
      'Titulaire',
      'Agent',
      'Salarié',
      'Salariée',
      'Salarié(e)',
      'Conseiller',
      'Conseiller numérique',
      'Conseiller(ère)',
      'Titulaire du poste',
      'Nom du conseiller',
      'Nom du titulaire',
      'CNFS',
      'Nom',
    ],
    looksLike: (t) => / |,/.test(t.trim()) && !/\d/.test(t),
  },
  {
    id: 'person.lastName',
    label: H.lastName,
    names: [
      'Nom',
      'Nom de famille',
      'Nom de naissance',
      'Nom d’usage',
      'Nom conseiller',
      'Nom agent',
      'Nom du salarié',
    ],
  },
  {
    id: 'person.firstName',
    label: H.firstName,
    names: ['Prénom', 'Prénoms', 'Prénom conseiller', 'Prénom agent', 'Prénom du salarié'],
  },
  {
    id: 'person.email',
    label: H.email,
    names: [
      'Email',
      'E-mail',
      'Mail',
      'Courriel',
      'Adresse électronique',
      'Adresse mail',
      'Email conseiller',
      'Adresse e-mail',
      'Email professionnel',
      'Email pro',
    ],
    looksLike: isEmail,
    byContent: true,
  },
  {
    id: 'person.phone',
    label: H.phone,
    names: ['Téléphone', 'Tél', 'Tel', 'Portable', 'Mobile', 'Téléphone professionnel', 'Téléphone pro'],
  },
]

const CONTRACT: readonly Field[] = [
  { id: 'contract.stateId', label: C.stateId, names: ['Id contrat', 'ID contrat', 'Identifiant contrat'] },
  {
    id: 'contract.kind',
    label: C.kind,
    names: [
      'Type de contrat',
      'Type contrat',
      'Contrat',
      'Nature du contrat',
      'Nature contrat',
      'Type',
      'Statut',
      'Statut agent',
    ],
    looksLike: isKind,
    byContent: true,
    words: CONTRACT_KIND_WORDS,
  },
  {
    id: 'contract.startsOn',
    label: C.startsOn,
    names: [
      'Date de début de contrat',
      'Date de début',
      'Début',
      'Début de contrat',
      'Début du contrat',
      'Début contrat',
      'Date début',
      'Date début contrat',
      'Date d’embauche',
      'Embauche',
      'Date de recrutement',
      'Entrée',
      'Date d’entrée',
      'Prise de poste',
      'Date de prise de poste',
      'Du',
    ],
    looksLike: isDate,
  },
  {
    id: 'contract.endsOn',
    label: C.endsOn,
    names: [
      'Date de fin de contrat',
      'Fin de contrat',
      'Date de fin',
      'Fin',
      'Fin du contrat',
      'Fin contrat',
      'Date fin',
      'Date fin contrat',
      'Fin prévue',
      'Date de fin prévue',
      'Terme',
      'Échéance',
      'Échéance du contrat',
      'Au',
    ],
  },
  {
    id: 'contract.months',
    label: 'Durée en mois',
    names: ['Durée', 'Durée du contrat', 'Durée en mois', 'Nombre de mois', 'Durée (mois)', 'Nb mois'],
  },
  {
    id: 'contract.endedOn',
    label: C.endedOn,
    names: [
      'Date de rupture',
      'Rupture',
      'Sortie',
      'Date de sortie',
      'Fin réelle',
      'Date de fin réelle',
      'Date de départ',
      'Départ',
      'Date rupture',
    ],
  },
  {
    id: 'contract.endMotive',
    label: C.endMotive,
    names: [
      'Motif de rupture',
      'Motif de fin',
      'Motif',
      'Motif de sortie',
      'Motif de départ',
      'Raison du départ',
      'Motif rupture',
    ],
    words: END_MOTIVE_WORDS,
  },
  {
    id: 'contract.monthlyGrossCents',
    label: C.monthlyGrossCents,
    names: [
      'Salaire',
      'Salaire brut',
      'Salaire brut mensuel',
      'Brut mensuel',
      'Brut',
      'Rémunération brute',
      'Rémunération',
      'Salaire mensuel brut',
      'Montant du salaire',
      'Traitement brut',
      'Salaire mensuel',
    ],
    cents: true,
  },
  {
    id: 'contract.weeklyMinutes',
    label: C.weeklyMinutes,
    names: [
      'Durée hebdomadaire',
      'Heures hebdo',
      'Temps de travail',
      'Quotité',
      'ETP',
      'Heures par semaine',
      'Horaire hebdomadaire',
      'Temps hebdomadaire',
    ],
  },
  {
    id: 'contract.trialEndsOn',
    label: C.trialEndsOn,
    names: ['Fin de période d’essai', 'Fin période d’essai', 'Fin d’essai', 'Période d’essai'],
  },
  {
    id: 'contract.signedOn',
    label: C.signedOn,
    names: ['Contrat signé le', 'Date de signature du contrat', 'Signature contrat'],
  },
  { id: 'contract.note', label: C.note, names: ['Commentaire', 'Commentaires'] },
]

const AGREEMENT: readonly Field[] = [
  {
    id: 'agreement.scheme',
    label: A.scheme,
    names: [
      'Convention',
      'Conventionnement',
      'Type de convention',
      'Dispositif',
      'Enveloppe',
      'Version',
      'Phase de conventionnement',
    ],
    looksLike: looksLikeScheme,
    words: SCHEME_WORDS,
  },
  {
    id: 'agreement.reference',
    label: A.reference,
    names: [
      'Référence',
      'Référence convention',
      'Réf convention',
      'N° convention',
      'Numéro de convention',
      'Référence de la convention',
      'Convention',
    ],
    looksLike: (t) => !looksLikeScheme(t),
  },
  {
    id: 'agreement.dsNumber',
    label: A.dsNumber,
    names: [
      'Dossier DS',
      'N° DS',
      'Numéro DS',
      'N° dossier DS',
      'Dossier Démarches simplifiées',
      'Numéro de dossier DS',
    ],
  },
  {
    id: 'agreement.ejNumber',
    label: A.ejNumber,
    names: ['EJ', 'N° EJ', 'Numéro EJ', 'Engagement juridique'],
  },
  { id: 'agreement.funder', label: A.funder, names: ['Financeur', 'Payeur', 'Organisme financeur'] },
  {
    id: 'agreement.signedOn',
    label: A.signedOn,
    names: [
      'Convention signée le',
      'Date de signature',
      'Date de signature de la convention',
      'Signature convention',
      'Date signature convention',
    ],
  },
  {
    id: 'agreement.startsOn',
    label: A.startsOn,
    names: [
      'Début de convention',
      'Date de début de convention',
      'Début convention',
      'Date début convention',
      'Début de la convention',
    ],
  },
  {
    id: 'agreement.endsOn',
    label: A.endsOn,
    names: [
      'Fin de convention',
      'Date de fin de convention',
      'Fin convention',
      'Date fin convention',
      'Fin de la convention',
      'Terme de la convention',
    ],
  },
  {
    id: 'agreement.totalCents',
    label: 'Total conventionné',
    names: [
      'Total conventionné',
      'Montant conventionné',
      'Montant de la convention',
      'Montant total',
      'Subvention',
      'Montant de la subvention',
      'Montant subvention',
      'Aide notifiée',
      'Montant notifié',
      'Subvention attribuée',
      'Montant',
    ],
    looksLike: isAmount,
    cents: true,
  },
  {
    id: 'agreement.bonus',
    label: 'Bonification',
    names: ['Bonification', 'Bonifié', 'Bonus', 'Bonification territoriale'],
  },
  {
    id: 'agreement.receivedCents',
    label: 'Total versé (comparé, non repris)',
    names: ['Total versé', 'Montant versé', 'Total reçu', 'Déjà versé'],
    cents: true,
  },
]

/** Wide workbooks: one group of columns per tranche. */
const WIDE: readonly Field[] = [1, 2, 3, 4].flatMap((rank): readonly Field[] => [
  {
    id: `instalment.${rank}.amountCents`,
    label: `Tranche ${rank} : montant`,
    names: [
      `Tranche ${rank}`,
      `Montant tranche ${rank}`,
      `Tranche ${rank} montant`,
      `Montant T${rank}`,
      `T${rank}`,
      `T${rank} montant`,
      ...ordinals(rank, 'tranche'),
    ],
    looksLike: isAmount,
    cents: true,
  },
  {
    id: `instalment.${rank}.dueOn`,
    label: `Tranche ${rank} : attendue le`,
    names: [
      `Date tranche ${rank}`,
      `Tranche ${rank} date`,
      `Échéance tranche ${rank}`,
      `Date T${rank}`,
      `T${rank} date`,
      `Tranche ${rank} attendue le`,
      `Date prévue tranche ${rank}`,
    ],
  },
  {
    id: `payment.${rank}.amountCents`,
    label: `Tranche ${rank} : reçu`,
    names: [
      `Versement ${rank}`,
      `Montant versement ${rank}`,
      `Reçu ${rank}`,
      `Tranche ${rank} reçu`,
      `Tranche ${rank} versé`,
      `Montant reçu tranche ${rank}`,
      `Reçu T${rank}`,
      ...ordinals(rank, 'versement'),
    ],
    looksLike: isAmount,
    cents: true,
  },
  {
    id: `payment.${rank}.receivedOn`,
    label: `Tranche ${rank} : reçu le`,
    names: [
      `Date versement ${rank}`,
      `Versement ${rank} le`,
      `Reçu le ${rank}`,
      `Tranche ${rank} reçue le`,
      `Date de versement ${rank}`,
      `Date reçu T${rank}`,
      `Tranche ${rank} versée le`,
      `Versement ${rank} date`,
    ],
  },
])

/** Long workbooks: one line per tranche. */
const LONG: readonly Field[] = [
  {
    id: 'instalment.label',
    label: 'Tranche',
    names: ['Tranche', 'N° tranche', 'Libellé tranche', 'Rang', 'Numéro de tranche'],
  },
  {
    id: 'instalment.amountCents',
    label: 'Montant de la tranche',
    names: ['Montant tranche', 'Montant de la tranche', 'Montant prévu', 'Montant attendu'],
    looksLike: isAmount,
    cents: true,
  },
  {
    id: 'instalment.dueOn',
    label: 'Attendue le',
    names: [
      'Date prévue',
      'Attendue le',
      'Date d’échéance',
      'Date attendue',
      'Date de versement prévue',
      'Échéance de versement',
      'Prévue le',
    ],
  },
  {
    id: 'instalment.claimedOn',
    label: 'Demandée le',
    names: ['Demandée le', 'Date de demande', 'Appel de fonds le', 'Appelée le'],
  },
  {
    id: 'payment.amountCents',
    label: 'Montant reçu',
    names: ['Montant reçu', 'Reçu', 'Encaissé', 'Montant encaissé', 'Versé'],
    looksLike: isAmount,
    cents: true,
  },
  {
    id: 'payment.receivedOn',
    label: 'Reçu le',
    names: [
      'Reçu le',
      'Reçue le',
      'Date de versement',
      'Date de réception',
      'Date d’encaissement',
      'Encaissé le',
      'Date de valeur',
    ],
  },
  {
    id: 'payment.bankReference',
    label: 'Référence bancaire',
    names: ['Référence bancaire', 'Réf virement', 'Référence virement', 'Référence du versement'],
  },
  { id: 'payment.titleNumber', label: 'Titre de recette', names: ['Titre de recette', 'N° titre', 'Titre'] },
]

export const CATALOGUE: readonly Field[] = [
  ...EMPLOYER,
  ...POSITION,
  ...PERSON,
  ...CONTRACT,
  ...AGREEMENT,
  ...WIDE,
  ...LONG,
]

function ordinals(rank: number, noun: 'tranche' | 'versement'): readonly string[] {
  const feminine = noun === 'tranche' ? '1ère' : '1er'
  return rank === 1
    ? [`${feminine} ${noun}`, `1re ${noun}`]
    : [`${rank}e ${noun}`, `${rank}ème ${noun}`, `${rank}nde ${noun}`]
}
