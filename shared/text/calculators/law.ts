/** Calculators of dates and of the law of contracts: labels, fields, results. */
import { CONTRACT_KINDS, ZONES } from '../../domain/words.ts'
import { CONTRACT_KIND_WORDS, ZONE_WORDS } from '../words.ts'
import type { CalcChoice, CalcField, CalculatorText } from './calculator-text.ts'

const ZONE_CHOICES: readonly CalcChoice[] = ZONES.map((value) => ({ value, label: ZONE_WORDS[value] }))
const KIND_CHOICES: readonly CalcChoice[] = CONTRACT_KINDS.map((value) => ({
  value,
  label: CONTRACT_KIND_WORDS[value],
}))
const ROLL_CHOICES: readonly CalcChoice[] = [
  { value: 'next', label: 'Jour ouvré suivant' },
  { value: 'previous', label: 'Jour ouvré précédent' },
  { value: 'none', label: 'Sans report' },
]

export const ZONE_FIELD: CalcField = {
  name: 'zone',
  label: 'Zone (jours fériés)',
  kind: 'choice',
  choices: ZONE_CHOICES,
}
const ROLL: CalcField = { name: 'roll', label: 'Report', kind: 'choice', choices: ROLL_CHOICES }
const START: CalcField = { name: 'startsOn', label: 'Début', kind: 'day' }
const END: CalcField = { name: 'endsOn', label: 'Fin', kind: 'day' }
const PERIODS: CalcField = { name: 'periods', label: 'Périodes', kind: 'periods' }

const kinds = (...values: readonly string[]): readonly CalcChoice[] =>
  KIND_CHOICES.filter((c) => values.includes(c.value))

export const LEGAL_CALCULATORS: readonly CalculatorText[] = [
  {
    name: 'contract-end',
    label: 'Fin d’un contrat',
    description: 'Dernier jour d’un contrat de N mois, de date à date.',
    group: 'dates',
    fields: [START, { name: 'months', label: 'Durée en mois', kind: 'int' }],
    results: [
      { name: 'endsOn', label: 'Dernier jour', kind: 'day' },
      { name: 'days', label: 'Jours calendaires', kind: 'int' },
    ],
    example: { startsOn: '2026-03-01', months: 18 },
  },
  {
    name: 'delay',
    label: 'Délai',
    description: 'Un délai en mois et en jours, avant ou après un jour, et le jour ouvré le plus proche.',
    group: 'dates',
    fields: [
      { name: 'from', label: 'Départ', kind: 'day' },
      { name: 'months', label: 'Mois', kind: 'int', optional: true },
      { name: 'days', label: 'Jours', kind: 'int', optional: true },
      {
        name: 'direction',
        label: 'Sens',
        kind: 'choice',
        choices: [
          { value: 'after', label: 'Après' },
          { value: 'before', label: 'Avant' },
        ],
      },
      ZONE_FIELD,
      ROLL,
    ],
    results: [
      { name: 'day', label: 'Jour', kind: 'day' },
      { name: 'rolledDay', label: 'Jour ouvré', kind: 'day' },
    ],
    example: { from: '2026-12-31', months: 2, direction: 'after', zone: 'metropole', roll: 'next' },
  },
  {
    name: 'working-day',
    label: 'Jour ouvré',
    description: 'Le jour ouvré le plus proche d’un jour.',
    group: 'dates',
    fields: [{ name: 'day', label: 'Jour', kind: 'day' }, ZONE_FIELD, ROLL],
    results: [{ name: 'day', label: 'Jour ouvré', kind: 'day' }],
    example: { day: '2027-05-01', zone: 'metropole', roll: 'next' },
  },
  {
    name: 'holidays',
    label: 'Jours fériés',
    description: 'Les jours fériés d’une zone dans une année.',
    group: 'dates',
    fields: [{ name: 'year', label: 'Année', kind: 'int' }, ZONE_FIELD],
    results: [{ name: 'days', label: 'Jours fériés', kind: 'days' }],
    example: { year: 2026, zone: 'metropole' },
  },
  {
    name: 'cdd-private-limits',
    label: 'Limites d’un CDD de droit privé',
    description: 'Durée maximale et renouvellements d’un CDD d’association ou d’entreprise.',
    group: 'private',
    fields: [
      PERIODS,
      { name: 'maxMonths', label: 'Durée maximale en mois (accord de branche)', kind: 'int', optional: true },
      {
        name: 'maxRenewals',
        label: 'Nombre maximal de renouvellements (accord de branche)',
        kind: 'int',
        optional: true,
      },
    ],
    results: [
      { name: 'valid', label: 'Conforme', kind: 'yes-no' },
      { name: 'refusals', label: 'Motifs', kind: 'refusals' },
      { name: 'maxEndsOn', label: 'Fin au plus tard', kind: 'day' },
      { name: 'renewalsLeft', label: 'Renouvellements encore possibles', kind: 'int' },
    ],
    example: {
      periods: [
        { startsOn: '2026-01-15', endsOn: '2026-07-14' },
        { startsOn: '2026-07-15', endsOn: '2027-01-14' },
      ],
    },
  },
  {
    name: 'cdd-waiting-period',
    label: 'Délai de carence entre deux CDD',
    description: 'Jours d’ouverture à attendre avant un nouveau CDD sur le même poste.',
    group: 'private',
    fields: [
      START,
      END,
      ZONE_FIELD,
      { name: 'openWeekdays', label: 'Jours d’ouverture', kind: 'weekdays' },
      { name: 'kind', label: 'Contrat', kind: 'choice', choices: kinds('CDD', 'PEC') },
    ],
    results: [
      { name: 'waitDays', label: 'Jours de carence', kind: 'int' },
      { name: 'lastWaitDay', label: 'Dernier jour de carence', kind: 'day', none: 'aucune carence' },
      { name: 'freeFrom', label: 'Poste libre à partir du', kind: 'day' },
    ],
    example: {
      startsOn: '2026-09-01',
      endsOn: '2026-09-30',
      zone: 'metropole',
      openWeekdays: [1, 2, 3, 4, 5],
      kind: 'CDD',
    },
  },
  {
    name: 'trial-period',
    label: 'Période d’essai',
    description: 'Dernier jour de la période d’essai, en droit privé ou public.',
    group: 'dates',
    fields: [
      {
        name: 'regime',
        label: 'Régime',
        kind: 'choice',
        choices: [
          { value: 'private-cdd', label: 'CDD de droit privé' },
          { value: 'public', label: 'Contrat de droit public' },
        ],
      },
      START,
      { ...END, kind: 'day-or-none' },
      {
        name: 'sameFunctions',
        label: 'Mêmes fonctions chez le même employeur',
        kind: 'yes-no',
        onlyWhen: { field: 'regime', is: ['public'] },
      },
    ],
    results: [{ name: 'endsOn', label: 'Fin de l’essai', kind: 'day', none: 'pas de période d’essai' }],
    example: { regime: 'private-cdd', startsOn: '2026-09-01', endsOn: '2028-02-29' },
  },
  {
    name: 'contract-hand-over',
    label: 'Remise du contrat',
    description: 'Jour au plus tard pour remettre le CDD signé à la personne.',
    group: 'private',
    fields: [{ name: 'hiredOn', label: 'Embauche', kind: 'day' }, ZONE_FIELD],
    results: [{ name: 'by', label: 'À remettre au plus tard', kind: 'day' }],
    example: { hiredOn: '2026-10-02', zone: 'metropole' },
  },
  {
    name: 'end-allowance',
    label: 'Indemnité de fin de contrat',
    description: 'Montant dû à la fin d’un contrat à durée déterminée, ou pourquoi rien n’est dû.',
    group: 'dates',
    fields: [
      {
        name: 'regime',
        label: 'Régime',
        kind: 'choice',
        choices: [
          { value: 'private', label: 'Droit privé' },
          { value: 'public', label: 'Droit public' },
        ],
      },
      { name: 'kind', label: 'Contrat', kind: 'choice', choices: KIND_CHOICES },
      { name: 'grossTotalCents', label: 'Total brut versé', kind: 'cents' },
      { ...START, optional: true },
      END,
      {
        name: 'monthlyGrossCents',
        label: 'Brut mensuel',
        kind: 'cents',
        optional: true,
        onlyWhen: { field: 'regime', is: ['public'] },
      },
      {
        name: 'outcome',
        label: 'Suite',
        kind: 'choice',
        choices: [
          { value: 'ended', label: 'Fin au terme' },
          { value: 'permanent-contract', label: 'CDI' },
          { value: 'permanent-contract-refused', label: 'CDI refusé' },
          { value: 'renewed', label: 'Renouvellement' },
          { value: 'employee-left', label: 'Départ de la personne' },
          { value: 'misconduct', label: 'Faute grave ou licenciement' },
        ],
      },
    ],
    results: [
      { name: 'cents', label: 'Indemnité', kind: 'cents' },
      { name: 'payBy', label: 'À verser au plus tard', kind: 'day' },
      { name: 'reason', label: 'Motif', kind: 'reason' },
    ],
    example: {
      regime: 'private',
      kind: 'CDD',
      grossTotalCents: 3_360_636,
      endsOn: '2027-08-31',
      outcome: 'ended',
    },
  },
  {
    name: 'notice',
    label: 'Délai de prévenance',
    description: 'Jour limite pour dire à l’agent si son contrat est renouvelé (droit public seulement).',
    group: 'public',
    fields: [
      {
        name: 'kind',
        label: 'Contrat',
        kind: 'choice',
        choices: kinds('contrat-de-projet', 'cdd-public', 'L332-8', 'L332-13', 'L332-14', 'L332-23-1'),
      },
      PERIODS,
      ZONE_FIELD,
      { name: 'permanentNext', label: 'Le contrat suivant peut être un CDI', kind: 'yes-no', optional: true },
      { name: 'doubled', label: 'Délai de prévenance doublé', kind: 'yes-no', optional: true },
    ],
    results: [
      { name: 'months', label: 'Délai en mois', kind: 'int' },
      { name: 'days', label: 'Délai en jours', kind: 'int' },
      { name: 'legalOn', label: 'Jour limite légal', kind: 'day' },
      { name: 'prudentOn', label: 'Jour prudent', kind: 'day' },
      { name: 'interview', label: 'Entretien préalable', kind: 'yes-no' },
    ],
    example: {
      kind: 'contrat-de-projet',
      periods: [{ startsOn: '2025-01-01', endsOn: '2026-12-31' }],
      zone: 'metropole',
    },
  },
  {
    name: 'public-limits',
    label: 'Limites d’un contrat de droit public',
    description: 'Peut-on signer ce contrat pour N mois, compte tenu des services accomplis ?',
    group: 'public',
    fields: [
      {
        name: 'kind',
        label: 'Contrat proposé',
        kind: 'choice',
        choices: kinds('contrat-de-projet', 'L332-8', 'L332-13', 'L332-14', 'L332-23-1'),
      },
      { ...PERIODS, label: 'Contrats précédents', kind: 'periods-with-kind', choices: KIND_CHOICES },
      { name: 'proposedStartsOn', label: 'Début proposé', kind: 'day', optional: true },
      { name: 'proposedMonths', label: 'Durée proposée en mois', kind: 'int' },
    ],
    results: [
      { name: 'valid', label: 'Conforme', kind: 'yes-no' },
      { name: 'refusals', label: 'Motifs', kind: 'refusals' },
      { name: 'proposedEndsOn', label: 'Fin proposée', kind: 'day' },
      { name: 'maxEndsOn', label: 'Fin au plus tard', kind: 'day' },
      { name: 'mustBePermanent', label: 'CDI obligatoire', kind: 'yes-no' },
    ],
    example: {
      kind: 'contrat-de-projet',
      periods: [{ startsOn: '2023-11-01', endsOn: '2026-10-31' }],
      proposedMonths: 12,
    },
  },
]
