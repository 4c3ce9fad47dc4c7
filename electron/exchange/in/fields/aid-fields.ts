/** Columns about agreements, tranches and payments. Wide workbooks have one group of columns per tranche, long ones a line. */
import { FIELD_LABELS } from '#shared/text/fields.ts'
import { SCHEME_WORDS } from '#shared/text/words.ts'
import { looksLikeScheme } from '../cells/words-cell.ts'
import type { Field } from '../columns/field.ts'
import { field } from './build-field.ts'

const A = FIELD_LABELS.agreement

export const AGREEMENT_FIELDS: readonly Field[] = [
  field(
    'agreement.scheme',
    A.scheme,
    'Convention|Conventionnement|Type de convention|Dispositif|Enveloppe|Version|Phase de conventionnement',
    { looksLike: looksLikeScheme, words: SCHEME_WORDS },
  ),
  field(
    'agreement.reference',
    A.reference,
    'Référence|Référence convention|Réf convention|N° convention|Numéro de convention|Référence de la convention|Convention',
    { looksLike: (t) => !looksLikeScheme(t) },
  ),
  field(
    'agreement.dsNumber',
    A.dsNumber,
    'Dossier DS|N° DS|Numéro DS|N° dossier DS|Dossier Démarches simplifiées|Numéro de dossier DS',
  ),
  field('agreement.ejNumber', A.ejNumber, 'EJ|N° EJ|Numéro EJ|Engagement juridique'),
  field('agreement.funder', A.funder, 'Financeur|Payeur|Organisme financeur'),
  field(
    'agreement.signedOn',
    A.signedOn,
    'Convention signée le|Date de signature|Date de signature de la convention|Signature convention|Date signature convention',
  ),
  field(
    'agreement.startsOn',
    A.startsOn,
    'Début de convention|Date de début de convention|Début convention|Date début convention|Début de la convention',
  ),
  field(
    'agreement.endsOn',
    A.endsOn,
    'Fin de convention|Date de fin de convention|Fin convention|Date fin convention|Fin de la convention|Terme de la convention',
  ),
  field(
    'agreement.totalCents',
    'Total conventionné',
    'Total conventionné|Montant conventionné|Montant de la convention|Montant total|Subvention|Montant de la subvention|Montant subvention|Aide notifiée|Montant notifié|Subvention attribuée|Montant',
    { cents: true },
  ),
  field('agreement.bonus', 'Bonification', 'Bonification|Bonifié|Bonus|Bonification territoriale'),
  field(
    'agreement.receivedCents',
    'Total versé (comparé, non repris)',
    'Total versé|Montant versé|Total reçu|Déjà versé',
    { cents: true },
  ),
]

/** The same headers for each rank, "#" standing for it. */
export const WIDE_FIELDS: readonly Field[] = [1, 2, 3, 4].flatMap((rank): readonly Field[] => {
  const ranked = (names: string) => names.replaceAll('#', String(rank))
  const first = rank === 1
  return [
    field(
      `instalment.${rank}.amountCents`,
      `Tranche ${rank} : montant`,
      ranked(
        `Tranche #|Montant tranche #|Tranche # montant|Montant T#|T#|T# montant|${first ? '1ère tranche|1re tranche' : '#e tranche|#ème tranche|#nde tranche'}`,
      ),
      { cents: true },
    ),
    field(
      `instalment.${rank}.dueOn`,
      `Tranche ${rank} : attendue le`,
      ranked(
        'Date tranche #|Tranche # date|Échéance tranche #|Date T#|T# date|Tranche # attendue le|Date prévue tranche #',
      ),
    ),
    field(
      `payment.${rank}.amountCents`,
      `Tranche ${rank} : reçu`,
      ranked(
        `Versement #|Montant versement #|Reçu #|Tranche # reçu|Tranche # versé|Montant reçu tranche #|Reçu T#|${first ? '1er versement' : '#e versement|#ème versement'}`,
      ),
      { cents: true },
    ),
    field(
      `payment.${rank}.receivedOn`,
      `Tranche ${rank} : reçu le`,
      ranked(
        'Date versement #|Versement # le|Reçu le #|Tranche # reçue le|Date de versement #|Date reçu T#|Tranche # versée le|Versement # date',
      ),
    ),
  ]
})

export const LONG_FIELDS: readonly Field[] = [
  field('instalment.label', 'Tranche', 'Tranche|N° tranche|Libellé tranche|Rang|Numéro de tranche'),
  field(
    'instalment.amountCents',
    'Montant de la tranche',
    'Montant tranche|Montant de la tranche|Montant prévu|Montant attendu',
    { cents: true },
  ),
  field(
    'instalment.dueOn',
    'Attendue le',
    'Date prévue|Attendue le|Date d’échéance|Date attendue|Date de versement prévue|Échéance de versement|Prévue le',
  ),
  field('instalment.claimedOn', 'Demandée le', 'Demandée le|Date de demande|Appel de fonds le|Appelée le'),
  field('payment.amountCents', 'Montant reçu', 'Montant reçu|Reçu|Encaissé|Montant encaissé|Versé', {
    cents: true,
  }),
  field(
    'payment.receivedOn',
    'Reçu le',
    'Reçu le|Reçue le|Date de versement|Date de réception|Date d’encaissement|Encaissé le|Date de valeur',
  ),
  field(
    'payment.bankReference',
    'Référence bancaire',
    'Référence bancaire|Réf virement|Référence virement|Référence du versement',
  ),
  field('payment.titleNumber', 'Titre de recette', 'Titre de recette|N° titre|Titre'),
]
