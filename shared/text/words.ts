/** French name of every code of shared/domain/words: screens, reports, the journal and imports say the same words. */
import type {
  AccountingMethod,
  AgreementState,
  Answer,
  Chart,
  Confidence,
  ContractKind,
  ContractState,
  DeadlineNature,
  EarningMethod,
  EndMotive,
  FunderKind,
  Ground,
  InstalmentState,
  LegalForm,
  PositionKind,
  PositionState,
  ReturnMotive,
  Scheme,
  Sector,
  Zone,
} from '../domain/words.ts'

type Words<K extends string> = Readonly<Record<K, string>>

export const SECTOR_WORDS: Words<Sector> = { public: 'Public', private: 'Privé' }

export const LEGAL_FORM_WORDS: Words<LegalForm> = {
  association: 'Association',
  commune: 'Commune',
  epci: 'EPCI',
  ccas: 'CCAS ou CIAS',
  departement: 'Département',
  region: 'Région',
  syndicat: 'Syndicat',
  gip: 'GIP',
  company: 'Entreprise',
  other: 'Autre',
}

export const ZONE_WORDS: Words<Zone> = {
  metropole: 'Métropole',
  'alsace-moselle': 'Alsace-Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
  'saint-barthelemy': 'Saint-Barthélemy',
  'saint-martin': 'Saint-Martin',
}

export const CHART_WORDS: Words<Chart> = {
  association: 'Associations (ANC 2018-06)',
  m57: 'Collectivités (M57)',
}

export const POSITION_KIND_WORDS: Words<PositionKind> = {
  adviser: 'Conseiller numérique',
  coordinator: 'Coordinateur',
}

export const RETURN_MOTIVE_WORDS: Words<ReturnMotive> = {
  'need-not-justified': 'Besoin non justifié',
  'recruitment-difficulties': 'Difficultés de recrutement',
  'financial-capacity': 'Capacité financière',
  'lack-of-visibility': 'Manque de visibilité',
  'end-of-subsidy': 'Fin de subventionnement',
  other: 'Autre motif',
}

export const CONTRACT_KIND_WORDS: Words<ContractKind> = {
  CDD: 'CDD',
  CDI: 'CDI',
  PEC: 'PEC',
  'contrat-de-projet': 'Contrat de projet',
  'L332-8': 'CDD public L332\u20118',
  'L332-13': 'CDD public L332\u201113',
  'L332-14': 'CDD public L332\u201114',
  'L332-23-1': 'CDD public L332\u201123\u20111',
  'cdd-public': 'CDD public',
  titulaire: 'Titulaire de la fonction publique',
}

export const END_MOTIVE_WORDS: Words<EndMotive> = {
  dismissal: 'Licenciement',
  'fixed-term-not-renewed': 'Non-reconduction du CDD',
  resignation: 'Démission',
  'permanent-contract': 'CDIsation ou titularisation',
  'end-of-subsidy': 'Fin de subventionnement',
  'mutual-termination': 'Rupture conventionnelle',
  other: 'Autre motif',
}

export const GROUND_WORDS: Words<Ground> = {
  replacement: 'Remplacement',
  'temporary-increase': 'Accroissement temporaire d’activité',
  'employment-policy': 'Politique de l’emploi (L1242\u20113)',
  'defined-object': 'Objet défini',
  other: 'Autre motif',
}

export const FUNDER_KIND_WORDS: Words<FunderKind> = {
  state: 'État',
  region: 'Région',
  departement: 'Département',
  epci: 'Intercommunalité',
  commune: 'Commune',
  europe: 'Union européenne',
  foundation: 'Fondation',
  'employment-aid': 'Aide à l’emploi',
  other: 'Autre financeur',
}

export const SCHEME_WORDS: Words<Scheme> = {
  v1: 'Initiale (V1)',
  v2: 'Renouvellement (V2)',
  other: 'Autre',
}

export const ACCOUNTING_METHOD_WORDS: Words<AccountingMethod> = {
  schedule: 'Selon l’échéancier de la convention',
  months: 'Au mois',
  days: 'Au jour',
}

export const EARNING_METHOD_WORDS: Words<EarningMethod> = {
  months: 'Par mois occupés',
  days: 'Par jours occupés',
}

export const ANSWER_WORDS: Words<Answer> = { done: 'Fait', postponed: 'Reportée', ignored: 'Ignorée' }

export const NATURE_WORDS: Words<DeadlineNature> = {
  legal: 'Délai légal',
  scheme: 'Règle du dispositif',
  term: 'Terme',
  internal: 'Repère interne',
}

export const POSITION_STATE_WORDS: Words<PositionState> = {
  occupied: 'Occupé',
  vacant: 'Vacant',
  returned: 'Rendu',
}

export const CONTRACT_STATE_WORDS: Words<ContractState> = {
  upcoming: 'À venir',
  current: 'En cours',
  'expired-open': 'Échu non clos',
  ended: 'Terminé',
  broken: 'Rompu',
}

export const AGREEMENT_STATE_WORDS: Words<AgreementState> = {
  upcoming: 'À venir',
  current: 'En cours',
  expired: 'Expirée',
  settled: 'Soldée',
}

export const INSTALMENT_STATE_WORDS: Words<InstalmentState> = {
  planned: 'Prévue',
  suspended: 'Suspendue',
  claimable: 'À demander',
  claimed: 'Demandée',
  late: 'En retard',
  'partly-received': 'Reçue en partie',
  received: 'Reçue',
  cancelled: 'Annulée',
}

export const CONFIDENCE_WORDS: Words<Confidence> = {
  primary: 'Texte officiel',
  secondary: 'Source secondaire',
  'to-check': 'À vérifier',
}
