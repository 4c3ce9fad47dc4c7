/** Words of the forecasts and of the scenarios. */
import { type Cents, cents } from '#shared/domain/money.ts'
import type { Hypothesis } from '#shared/schemas/scenario.ts'
import { frDay, frEuros, frInteger, frRate } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS } from '#shared/text/words.ts'

const KINDS: Readonly<Record<Hypothesis['kind'], string>> = {
  renew: 'Renouveler un contrat',
  end: 'Mettre fin à un contrat',
  replace: 'Recruter sur un poste',
  'keep-permanent': 'Poursuivre en CDI',
  'late-aid': 'Aide en retard',
  'aid-stops': 'L’aide s’arrête un jour donné',
  'pay-rise': 'Hausse des salaires',
}

/** Names of what a hypothesis speaks of, looked up by the screen. */
export interface Names {
  readonly contract: (id: number) => string
  readonly position: (id: number) => string
}

function sentence(h: Hypothesis, names: Names): string {
  switch (h.kind) {
    case 'renew': {
      const pay = h.monthlyGrossCents === null ? '' : `, brut ${frEuros(cents(h.monthlyGrossCents))}`
      return `Renouveler ${names.contract(h.contractId)} pour ${h.months} mois${pay}`
    }
    case 'end':
      return `Fin de ${names.contract(h.contractId)} le ${frDay(h.on)}`
    case 'replace': {
      const length = h.months === null ? 'sans terme' : `${h.months} mois`
      return `Recruter sur ${names.position(h.positionId)} le ${frDay(h.startsOn)}, ${CONTRACT_KIND_WORDS[h.contractKind]}, ${length}, brut ${frEuros(cents(h.monthlyGrossCents))}`
    }
    case 'keep-permanent':
      return `Poursuivre ${names.contract(h.contractId)} en CDI`
    case 'late-aid':
      return `Les tranches à venir arrivent ${h.months} mois plus tard`
    case 'aid-stops':
      return `L’aide s’arrête le ${frDay(h.on)}`
    case 'pay-rise':
      return `Salaires ${h.rate > 0 ? '+' : ''}${frRate(h.rate)} à partir du ${frDay(h.from)}`
  }
}

export const FORECAST_WORDS = {
  title: 'Prévisions',
  subtitle: (from: string, to: string) => `${from} à ${to} · trésorerie, coût, reste à charge`,
  horizon: 'Durée',
  horizons: { 12: '12 mois', 24: '24 mois', 36: '36 mois' },
  scenarios: 'Scénarios',
  dossier: 'Dossier tel qu’il est',
  none: 'Aucun scénario : une hypothèse se note ici sans toucher au dossier.',
  emptyTitle: 'Rien à prévoir encore',
  emptyBody:
    'Les prévisions se calculent sur les postes, leurs contrats et leurs conventions : les importer, ou les saisir dans Postes.',
  create: 'Nouveau scénario…',
  edit: 'Modifier…',
  remove: 'Supprimer',
  apply: 'Appliquer…',
  applied: (applied: number, left: number) =>
    left === 0
      ? `${frInteger(applied)} hypothèse${applied > 1 ? 's' : ''} écrite${applied > 1 ? 's' : ''} dans le dossier.`
      : `${frInteger(applied)} écrite${applied > 1 ? 's' : ''} dans le dossier ; ${frInteger(left)} laissée${left > 1 ? 's' : ''} en hypothèse (aide, recrutement ou salaires à venir).`,
  applyTitle: (name: string) => `Appliquer « ${name} »`,
  applyMessage:
    'Les renouvellements, fins de contrat et passages en CDI de ce scénario seront écrits dans le dossier, en une seule étape annulable par Ctrl+Z. Les hypothèses sur l’aide, les recrutements et les salaires restent des hypothèses.',
  applyAction: 'Écrire dans le dossier',
  compare: 'Comparer',
  comparedAtMost: 'Quatre scénarios comparés au plus : en cocher un autre décoche le plus ancien.',
  measure: 'Sur la période',
  rows: {
    expectedCents: 'Tranches attendues',
    cautiousCents: 'Lecture prudente',
    costCents: 'Coût salarial',
    afterAidCents: 'dont après la fin de l’aide',
    earnedCents: 'Aide acquise',
    shareCents: 'Reste à charge',
  },
  suspended: (amount: Cents) => `${frEuros(amount)} de tranches suspendues ne sont comptés dans aucun mois.`,
  undated: (amount: Cents) => `${frEuros(amount)} de tranches sans date ne sont comptés dans aucun mois.`,
  estimated: 'Coûts estimés (brut × taux de charges) là où aucun coût n’est saisi.',
  shown: 'Mois par mois',
  chart: 'Graphique',
  table: 'Tableau',
  cash: 'Tranches attendues par mois',
  share: 'Coût et aide acquise par mois',
  unit: 'milliers d’euros',
  legend: {
    expected: 'Attendu',
    cautious: 'Lecture prudente',
    cost: 'Coût salarial',
    earned: 'Aide acquise',
  },
  cashSentence: (total: Cents) => `Tranches attendues mois par mois, ${frEuros(total)} en tout.`,
  shareSentence: (cost: Cents, aid: Cents) =>
    `Coût salarial mois par mois, ${frEuros(cost)} en tout, et aide acquise, ${frEuros(aid)}.`,
  monthColumns: [
    'Mois',
    'Tranches attendues (€)',
    'Lecture prudente (€)',
    'Coût salarial (€)',
    'Aide acquise (€)',
    'Reste à charge (€)',
  ],
  total: 'Total',
  employers: 'Reste à charge par structure',
  employerColumns: ['Structure', 'Postes', 'Coût salarial (€)', 'Aide acquise (€)', 'Reste à charge (€)'],
  posts: 'Reste à charge par poste',
  postColumns: ['Poste', 'Coût salarial (€)', 'Aide acquise (€)', 'Reste à charge (€)'],
  editor: {
    create: 'Nouveau scénario',
    edit: 'Modifier le scénario',
    name: 'Nom du scénario',
    list: 'Hypothèses',
    empty: 'Ajouter au moins une hypothèse.',
    add: 'Ajouter',
    removeLine: 'Retirer cette hypothèse',
    kind: 'Hypothèse',
    contract: 'Contrat',
    position: 'Poste',
    months: 'Durée (mois)',
    monthsOpen: 'Durée (mois, vide : sans terme)',
    gross: 'Brut mensuel',
    grossKept: 'Brut mensuel (vide : inchangé)',
    contractKind: 'Type de contrat',
    startsOn: 'À partir du',
    on: 'Le',
    lastDay: 'Dernier jour travaillé',
    late: 'Retard (mois)',
    rate: 'Hausse (%)',
    save: 'Enregistrer le scénario',
    hint: 'Rien n’est écrit dans les contrats ni les conventions.',
    nameMissing: 'Donner un nom au scénario.',
    incomplete: 'Compléter l’hypothèse avant de l’ajouter.',
  },
  kinds: KINDS,
  sentence,
} as const
