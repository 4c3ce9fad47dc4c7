/** Columns about employers, posts, persons and contracts: headers seen in the State's exports and in hand-kept workbooks. */
import { FIELD_LABELS } from '#shared/text/fields.ts'
import {
  CONTRACT_KIND_WORDS,
  END_MOTIVE_WORDS,
  POSITION_STATE_WORDS,
  RETURN_MOTIVE_WORDS,
  SECTOR_WORDS,
} from '#shared/text/words.ts'
import { looksLikePositionState } from '../cells/words-cell.ts'
import type { Field } from '../columns/field.ts'
import { field } from './build-field.ts'
import {
  isCode,
  isDepartmentText,
  isEmail,
  isKind,
  isPostNumber,
  isSector,
  isSiret,
  isWholeName,
  isWord,
  isYesNo,
} from './looks-like.ts'

const E = FIELD_LABELS.employer
const P = FIELD_LABELS.position
const H = FIELD_LABELS.person
const C = FIELD_LABELS.contract

export const EMPLOYER_FIELDS: readonly Field[] = [
  field(
    'employer.siret',
    E.siret,
    'SIRET|N° SIRET|Numéro SIRET|SIRET de la structure|SIRET structure|SIRET employeur|Siret structure employeuse',
    { looksLike: isSiret, byContent: true },
  ),
  field(
    'employer.stateId',
    E.stateId,
    'ID Structure TP|Id de la structure|Id structure|ID SA|Id structure employeuse|Identifiant structure|N° structure',
    { looksLike: isCode },
  ),
  field(
    'employer.name',
    E.name,
    'Structure|Nom de la structure|Nom structure|Raison sociale|Structure employeuse|Nom de la structure employeuse|Employeur|Nom employeur|Dénomination|Organisme|Collectivité|Association',
    { looksLike: isWord },
  ),
  field(
    'employer.sector',
    E.sector,
    'Secteur|Type de structure|Statut de la structure|Public/privé|Type|Nature de la structure',
    { looksLike: isSector, words: SECTOR_WORDS },
  ),
  field(
    'employer.departmentCode',
    E.departmentCode,
    'Département|Code département|Dept|Dpt|Dép|Département de la structure|Code département de la structure',
    { looksLike: isDepartmentText },
  ),
  field('employer.postcode', E.postcode, 'Code postal|CP|Code postal de la structure'),
  field(
    'employer.communeName',
    E.communeName,
    'Commune|Ville|Commune de la structure|Ville de la structure|Commune INSEE',
  ),
  field(
    'employer.communeCode',
    E.communeCode,
    'Code commune INSEE|Code INSEE|Code commune|Code Insee de la structure',
  ),
  field('employer.address', E.address, 'Adresse|Adresse de la structure|Adresse postale'),
]

export const POSITION_FIELDS: readonly Field[] = [
  field(
    'position.stateId',
    P.stateId,
    'ID Poste|N° poste|Numéro de poste|Id du poste|Identifiant poste|Identifiant du poste|Réf poste|Poste n°|Poste|Num poste|Code poste',
    { looksLike: isPostNumber },
  ),
  field(
    'position.label',
    P.label,
    'Nom du poste|Intitulé du poste|Intitulé|Libellé du poste|Libellé|Désignation du poste|Poste|Affectation',
    { looksLike: isWord },
  ),
  field(
    'position.coordinator',
    P.kind,
    'Coordinateur|Coordo|Coordinateur (oui/non)|Est coordinateur|Est Coordinateur',
    { looksLike: isYesNo },
  ),
  field(
    'position.workplace',
    P.workplace,
    'Lieu de permanence|Lieu|Lieu d’exercice|Lieu de travail|Lieu d’activité|Site|Territoire|Permanence|Antenne',
  ),
  field('position.inQpv', P.inQpv, 'QPV|En QPV|Poste en QPV'),
  field('position.inFrr', P.inFrr, 'FRR|ZRR|FRR/ZRR|En FRR|En ZRR|FRR (ex-ZRR)'),
  field(
    'position.grantedOn',
    P.grantedOn,
    'Poste accordé le|Date d’attribution|Date d’attribution du poste|Date COSELEC',
  ),
  field('position.returnedOn', P.returnedOn, 'Rendu le|Date de restitution|Poste rendu le|Date de rendu'),
  field('position.returnMotive', P.returnMotive, 'Motif de restitution|Motif de rendu|Motif restitution', {
    words: RETURN_MOTIVE_WORDS,
  }),
  field(
    'position.state',
    'État du poste (comparé, non repris)',
    'Statut|Statut du poste|État|État du poste|Occupation',
    { looksLike: looksLikePositionState, words: POSITION_STATE_WORDS },
  ),
]

export const PERSON_FIELDS: readonly Field[] = [
  field(
    'person.stateId',
    H.stateId,
    'Id conseiller|Id CNFS|ID du conseiller|Identifiant conseiller|Id CN|ID personne|Id conseiller numérique',
  ),
  field(
    'person.fullName',
    C.personId,
    'Nom prénom|Nom et prénom|Nom - Prénom|Prénom nom|Prénom et nom|Titulaire|Agent|Salarié|Salariée|Salarié(e)|Conseiller|Conseiller numérique|Conseiller(ère)|Titulaire du poste|Nom du conseiller|Nom du titulaire|CNFS|Nom',
    { looksLike: isWholeName },
  ),
  field(
    'person.lastName',
    H.lastName,
    'Nom|Nom de famille|Nom de naissance|Nom d’usage|Nom conseiller|Nom agent|Nom du salarié',
  ),
  field('person.firstName', H.firstName, 'Prénom|Prénoms|Prénom conseiller|Prénom agent|Prénom du salarié'),
  field(
    'person.email',
    H.email,
    'Email|E-mail|Mail|Courriel|Adresse électronique|Adresse mail|Email conseiller|Adresse e-mail|Email professionnel|Email pro',
    { looksLike: isEmail, byContent: true },
  ),
  field('person.phone', H.phone, 'Téléphone|Tél|Tel|Portable|Mobile|Téléphone professionnel|Téléphone pro'),
]

export const CONTRACT_FIELDS: readonly Field[] = [
  field('contract.stateId', C.stateId, 'Id contrat|ID contrat|Identifiant contrat'),
  field(
    'contract.kind',
    C.kind,
    'Type de contrat|Type contrat|Contrat|Nature du contrat|Nature contrat|Type|Statut|Statut agent',
    { looksLike: isKind, byContent: true, words: CONTRACT_KIND_WORDS },
  ),
  field(
    'contract.startsOn',
    C.startsOn,
    'Date de début de contrat|Date de début|Début|Début de contrat|Début du contrat|Début contrat|Date début|Date début contrat|Date d’embauche|Embauche|Date de recrutement|Entrée|Date d’entrée|Prise de poste|Date de prise de poste|Du',
  ),
  field(
    'contract.endsOn',
    C.endsOn,
    'Date de fin de contrat|Fin de contrat|Date de fin|Fin|Fin du contrat|Fin contrat|Date fin|Date fin contrat|Fin prévue|Date de fin prévue|Terme|Échéance|Échéance du contrat|Au',
  ),
  field(
    'contract.months',
    'Durée en mois',
    'Durée|Durée du contrat|Durée en mois|Nombre de mois|Durée (mois)|Nb mois',
  ),
  field(
    'contract.endedOn',
    C.endedOn,
    'Date de rupture|Rupture|Sortie|Date de sortie|Fin réelle|Date de fin réelle|Date de départ|Départ|Date rupture',
  ),
  field(
    'contract.endMotive',
    C.endMotive,
    'Motif de rupture|Motif de fin|Motif|Motif de sortie|Motif de départ|Raison du départ|Motif rupture',
    { words: END_MOTIVE_WORDS },
  ),
  field(
    'contract.monthlyGrossCents',
    C.monthlyGrossCents,
    'Salaire|Salaire brut|Salaire brut mensuel|Brut mensuel|Brut|Rémunération brute|Rémunération|Salaire mensuel brut|Montant du salaire|Traitement brut|Salaire mensuel',
    { cents: true },
  ),
  field(
    'contract.weeklyMinutes',
    C.weeklyMinutes,
    'Durée hebdomadaire|Heures hebdo|Temps de travail|Quotité|ETP|Heures par semaine|Horaire hebdomadaire|Temps hebdomadaire',
  ),
  field(
    'contract.trialEndsOn',
    C.trialEndsOn,
    'Fin de période d’essai|Fin période d’essai|Fin d’essai|Période d’essai',
  ),
  field('contract.signedOn', C.signedOn, 'Contrat signé le|Date de signature du contrat|Signature contrat'),
  field('contract.note', C.note, 'Commentaire|Commentaires'),
]
