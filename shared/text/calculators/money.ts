/** Calculators of aid and accounting, and identifiers: labels, fields, results. */
import type { CalcField, CalculatorText } from './calculator-text.ts'
import { ZONE_FIELD } from './law.ts'

const START: CalcField = { name: 'startsOn', label: 'Début de la convention', kind: 'day' }
const END: CalcField = { name: 'endsOn', label: 'Fin de la convention', kind: 'day' }
const YEARLY: CalcField = { name: 'yearlyCents', label: 'Montant de chaque année', kind: 'cents-list' }

export const MONEY_CALCULATORS: readonly CalculatorText[] = [
  {
    name: 'aid-scheme',
    label: 'Barème de l’aide',
    description: 'Ce que le dispositif accorde, année par année. La convention signée fait foi.',
    group: 'money',
    fields: [
      {
        name: 'scheme',
        label: 'Dispositif',
        kind: 'choice',
        choices: [
          { value: 'v2', label: 'Renouvellement (V2)' },
          { value: 'v1', label: 'Initiale (V1)' },
        ],
      },
      {
        name: 'sector',
        label: 'Secteur',
        kind: 'choice',
        choices: [
          { value: 'public', label: 'Public' },
          { value: 'private', label: 'Privé' },
        ],
      },
      { name: 'bonus', label: 'Bonification (QPV ou FRR)', kind: 'yes-no' },
      { name: 'positions', label: 'Nombre de postes', kind: 'int' },
      { name: 'territory', label: 'Département d’outre-mer (971, 974…)', kind: 'text', optional: true },
    ],
    results: [
      { name: 'years', label: 'Années', kind: 'scheme-years' },
      { name: 'totalCents', label: 'Total', kind: 'cents' },
      { name: 'source', label: 'Source', kind: 'text' },
    ],
    example: { scheme: 'v2', sector: 'public', bonus: true, positions: 1 },
  },
  {
    name: 'aid-earned',
    label: 'Aide acquise',
    description: 'Part de l’aide acquise à un jour, selon l’occupation du poste.',
    group: 'money',
    fields: [
      START,
      END,
      YEARLY,
      { name: 'occupied', label: 'Périodes d’occupation du poste', kind: 'occupations' },
      { name: 'at', label: 'Acquis au', kind: 'day' },
      {
        name: 'method',
        label: 'Méthode',
        kind: 'choice',
        choices: [
          { value: 'days', label: 'Par jours occupés' },
          { value: 'months', label: 'Par mois occupés' },
        ],
      },
    ],
    results: [
      { name: 'earnedCents', label: 'Acquis', kind: 'cents' },
      { name: 'byYear', label: 'Par année de convention', kind: 'cents-list' },
    ],
    example: {
      startsOn: '2024-07-18',
      endsOn: '2027-07-17',
      yearlyCents: [1_750_000, 1_250_000, 1_250_000],
      occupied: [
        { from: '2024-07-18', to: '2025-08-31' },
        { from: '2025-12-01', to: null },
      ],
      at: '2026-11-23',
      method: 'days',
    },
  },
  {
    name: 'accrual',
    label: 'Produits par exercice',
    description: 'Produit de chaque exercice et produits constatés d’avance (487) à chaque clôture.',
    group: 'money',
    fields: [
      { name: 'amountCents', label: 'Montant notifié', kind: 'cents' },
      START,
      END,
      {
        name: 'method',
        label: 'Méthode',
        kind: 'choice',
        choices: [
          { value: 'schedule', label: 'Selon l’échéancier de la convention' },
          { value: 'months', label: 'Au mois' },
          { value: 'days', label: 'Au jour' },
        ],
      },
      { name: 'fiscalYearStart', label: 'Début de l’exercice', kind: 'month-day' },
      { ...YEARLY, optional: true, onlyWhen: { field: 'method', is: ['schedule'] } },
    ],
    results: [{ name: 'years', label: 'Exercices', kind: 'accrual-years' }],
    example: {
      amountCents: 4_250_000,
      startsOn: '2023-11-01',
      endsOn: '2026-10-31',
      method: 'schedule',
      fiscalYearStart: '01-01',
      yearlyCents: [1_750_000, 1_250_000, 1_250_000],
    },
  },
  {
    name: 'vacancy-limit',
    label: 'Limite de vacance',
    description: 'Dernier jour pour remplacer le titulaire avant de devoir rendre le poste.',
    group: 'money',
    fields: [{ name: 'lastDayOccupied', label: 'Dernier jour occupé', kind: 'day' }],
    results: [
      { name: 'limitOn', label: 'À remplacer au plus tard', kind: 'day' },
      { name: 'months', label: 'Délai en mois', kind: 'int' },
    ],
    example: { lastDayOccupied: '2026-08-31' },
  },
  {
    name: 'minimum-wage',
    label: 'SMIC',
    description: 'Salaire minimum en vigueur un jour donné, pour 35 h.',
    group: 'money',
    fields: [{ name: 'on', label: 'Le', kind: 'day' }],
    results: [
      { name: 'monthlyCents', label: 'Brut mensuel', kind: 'cents' },
      { name: 'hourlyCents', label: 'Brut horaire', kind: 'cents' },
      { name: 'since', label: 'Depuis le', kind: 'day' },
    ],
    example: { on: '2026-06-01' },
  },
  {
    name: 'financial-report-deadline',
    label: 'Compte rendu financier',
    description: 'Jour limite d’envoi du compte rendu financier d’un organisme privé.',
    group: 'money',
    fields: [
      { name: 'fiscalYearEnd', label: 'Clôture de l’exercice', kind: 'day' },
      { ...ZONE_FIELD, optional: true },
    ],
    results: [
      { name: 'dueOn', label: 'Jour limite', kind: 'day' },
      { name: 'prudentOn', label: 'Jour prudent', kind: 'day' },
    ],
    example: { fiscalYearEnd: '2025-12-31' },
  },
  {
    name: 'threshold',
    label: 'Seuils de subvention',
    description: 'Convention obligatoire, commissaire aux comptes : le montant dépasse-t-il le seuil ?',
    group: 'money',
    fields: [
      {
        name: 'kind',
        label: 'Seuil',
        kind: 'choice',
        choices: [
          { value: 'agreement', label: 'Convention écrite' },
          { value: 'auditor', label: 'Commissaire aux comptes' },
        ],
      },
      { name: 'cents', label: 'Subventions publiques de l’année', kind: 'cents' },
      { name: 'on', label: 'À la date du', kind: 'day', optional: true },
    ],
    results: [
      { name: 'required', label: 'Obligatoire', kind: 'yes-no' },
      { name: 'thresholdCents', label: 'Seuil', kind: 'cents' },
    ],
    example: { kind: 'auditor', cents: 15_300_001 },
  },
  {
    name: 'identifier',
    label: 'Identifiant',
    description: 'Forme et clé d’un SIRET, d’un numéro RNA, d’un code commune (COG) ou d’un code APE.',
    group: 'identifiers',
    fields: [
      {
        name: 'kind',
        label: 'Nature',
        kind: 'choice',
        choices: [
          { value: 'siret', label: 'SIRET' },
          { value: 'rna', label: 'RNA' },
          { value: 'cog', label: 'Code commune (COG)' },
          { value: 'ape', label: 'Code APE' },
        ],
      },
      { name: 'value', label: 'Valeur', kind: 'text' },
    ],
    results: [
      { name: 'valid', label: 'Valable', kind: 'yes-no' },
      { name: 'normalized', label: 'Écriture normalisée', kind: 'text' },
      { name: 'reason', label: 'Motif', kind: 'reason' },
    ],
    example: { kind: 'siret', value: '732 829 320 00074' },
  },
]
