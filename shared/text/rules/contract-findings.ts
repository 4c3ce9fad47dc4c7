/** What the contract rules found, in two parts: the fact, then what it rests on. */
import type { Finding } from '../../rules/explanation.ts'
import { type Sentence, sentenceIn } from './deadlines.ts'

const FACTS: Readonly<Record<string, Sentence>> = {
  'contract.ground-missing': 'Motif de recours non saisi',
  'contract.overlap-same-person': 'Chevauche un autre contrat de la même personne',
  'contract.no-overlap': 'Aucun chevauchement avec un autre contrat du poste',
  'contract.gap': 'Interruption entre le contrat et son renouvellement',
  'contract.waiting-period': 'Délai de carence jusqu’au {freeFrom|day}',
  'contract.wage-below': 'Brut mensuel sous le SMIC ({floorCents|eur})',
  'contract.wage': 'Brut mensuel au-dessus du SMIC ({floorCents|eur})',
  'contract.beyond-funding': 'Contrat au-delà de l’aide, qui finit le {fundedTo|day}',
  'contract.before-funding': 'Contrat commencé avant l’aide',
  'contract.between-fundings': 'Jours sans aide au milieu du contrat',
  'contract.funded': 'Contrat entièrement dans la période financée',
  'cdd.too-long': 'CDD au-delà de {maximum|months}',
  'cdd.length': 'Durée totale : {total|months} sur {maximum|n}',
  'cdd.too-many-renewals': '{renewals|n} renouvellements pour {maxRenewals|n} permis',
  'cdd.renewals': 'Renouvellements : {renewals|n} sur {maxRenewals|n}',
  'pec.too-short': 'PEC de moins de {minimum|months}',
  'pec.too-long': 'PEC de plus de {maximum|months} d’un coup',
  'pec.total': 'Durée totale en PEC : {total|months} sur {maxTotal|n}',
  'public.too-long': (v) =>
    v.maxEndsOn === null
      ? 'Durée au-delà du maximum'
      : 'Durée au-delà du maximum : fin le {maxEndsOn|day} au plus tard',
  'public.too-short': 'Durée totale inférieure à un an',
  'public.permanent-contract-required': 'Seul un CDI peut suivre',
  'public.length': 'Durée totale : {total|months} sur {maximum|n}',
  'public.replacement': 'Remplacement : pas de durée maximale propre',
  'public.article-missing': 'Article du contrat non précisé',
  'public.permanent-next': 'Le contrat suivant ne pourra être qu’un CDI',
  'renewal.permanent-not-open': 'Passage en CDI par ce renouvellement',
  'renewal.permanent-required': 'Le CDI est la suite prévue par la loi',
  'renewal.permanent-only': 'Plus de renouvellement à durée déterminée',
  'renewal.notice': 'Préavis à notifier le {on|day} au plus tard',
  'renewal.notice-passed': 'Préavis dépassé depuis le {legalOn|day}',
  'renewal.unfunded-months': (v) =>
    typeof v.months === 'number' && v.months > 0
      ? '{months|n} mois sur {total|n} sans aide'
      : '{days|length} sans aide',
  'renewal.unfunded-permanent': (v) =>
    v.fundedTo === null ? 'CDI sans aide' : 'CDI sans aide après le {fundedTo|day}',
  'renewal.transmission': 'Contrat à transmettre au contrôle de légalité',
  'renewal.sign-before': 'Avenant à signer avant le {before|day}',
}

const DETAILS: Readonly<Record<string, Sentence>> = {
  'contract.ground-missing':
    'Un CDD suppose un motif prévu par la loi ; une subvention de l’État n’en est pas un à elle seule.',
  'contract.overlap-same-person': 'Contrat du {startsOn|day} : clore l’un des deux, ou corriger les dates.',
  'contract.no-overlap': 'Contrôle sur les {contracts|n} contrats enregistrés du poste.',
  'contract.gap': 'Le contrat renouvelé finit le {endsOn|day}, celui-ci commence le {startsOn|day}.',
  'contract.waiting-period':
    'Le CDD précédent sur ce poste finit le {endsOn|day} : {waitDays|n} jours d’ouverture à attendre, sauf cas dispensés.',
  'contract.wage-below':
    'Saisi : {grossCents|eur} ; SMIC au {since|day} pour {weeklyMinutes|hours} par semaine.',
  'contract.wage': 'SMIC au {since|day} pour {weeklyMinutes|hours} par semaine.',
  'contract.between-fundings':
    'Aucune convention ne couvre du {from|day} au {to|day} : ces jours sont à la charge de la structure.',
  'contract.beyond-funding': 'La suite est à la charge de la structure.',
  'cdd.too-long':
    'Du {startsOn|day} au {endsOn|day} : fin le {maxEndsOn|day} au plus tard, renouvellements compris.',
  'pec.too-short': 'Première période de {minimum|months} au moins, sauf cas prévus.',
  'public.too-long': '{total|months} en tout pour {maximum|n} permis.',
  'public.too-short': 'Un contrat de projet dure au moins un an, prolongations comprises.',
  'public.permanent-contract-required': '{maximum|months} de services accomplis.',
  'public.article-missing': 'Sans article, les limites appliquées sont celles de L332-8.',
  'renewal.permanent-not-open': 'Le contrat de projet n’ouvre pas droit au CDI.',
  'renewal.notice': 'Recommandé ou remise contre signature. Réponse sous 8 jours, silence = renonciation.',
  'renewal.notice-passed': 'Le notifier sans attendre ; le retard peut ouvrir droit à réparation.',
  'renewal.unfunded-months': (v) =>
    v.fundedTo === null
      ? 'Aucune aide en cours ne couvre cette période.'
      : 'La convention finit le {fundedTo|day} et aucune nouvelle convention n’est ouverte (règles de mai 2025).',
  'renewal.unfunded-permanent': 'Le coût reste à la charge de la structure.',
}

/** Codes that have words, for the test that none goes without. */
export const CONTRACT_FINDING_CODES: readonly string[] = Object.keys(FACTS)

export interface FindingWords {
  readonly fact: string
  /** Empty where the fact says it all. */
  readonly detail: string
}

/** Null where the code belongs to another catalogue. */
export function contractFindingWords(finding: Pick<Finding, 'code' | 'values'>): FindingWords | null {
  const fact = sentenceIn(FACTS, finding)
  return fact === undefined ? null : { fact, detail: sentenceIn(DETAILS, finding) ?? '' }
}
