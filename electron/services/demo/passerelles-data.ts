/**
 * The invented file "passerelles.jalon" of the design mock-ups, as tables: two employers, nine posts, their holders and their
 * aid, seen on 23 November 2026. Names and SIRETs are fictitious. Amounts in euros, days as in a dossier.
 */

export const PASSERELLES_TODAY = '2026-11-23'

export type EmployerKey = 'rpn' | 'valombre'

export interface TrancheRow {
  readonly euros: number
  readonly claimableOn: string
  readonly claimedOn: string | null
  readonly dueOn: string
  readonly conditions: string
  readonly conditionsMetOn: string | null
  readonly payments: readonly (readonly [receivedOn: string, euros: number, reference: string])[]
}

export interface ContractRow {
  readonly firstName: string
  readonly lastName: string
  readonly kind: 'CDD' | 'CDI' | 'contrat-de-projet' | 'cdd-public'
  readonly startsOn: string
  readonly endsOn: string | null
  readonly grossEuros: number
  readonly signedOn: string
  readonly endedOn?: string
  readonly endMotive?: 'resignation' | 'fixed-term-not-renewed' | 'mutual-termination'
  readonly ground?: 'defined-object'
}

export interface PostRow {
  readonly employer: EmployerKey
  readonly stateId: string
  readonly label: string
  readonly workplace: string
  readonly coordinator?: true
  readonly inQpv?: true
  readonly returned?: { readonly on: string; readonly amendedOn: string }
  readonly note?: string
  readonly agreement: {
    readonly reference: string
    readonly ds: string
    readonly ej: string
    readonly signedOn: string
    readonly startsOn: string
    readonly endsOn: string
  }
  readonly base: readonly number[]
  readonly bonus: readonly number[]
  readonly tranches: readonly TrancheRow[]
  readonly contracts: readonly ContractRow[]
}

const PRIVATE = [20_000, 14_000, 10_000]
const PUBLIC = [17_500, 12_500, 12_500]
const BONUS = [2_500, 5_000, 0]
const NO_BONUS = [0, 0, 0]

const CONDITIONS = [
  'Contrat de travail déposé, recrutement validé',
  'Compte rendu d’activité de la 1re année, tranche 1 justifiée',
  'Compte rendu d’activité de la 2e année, tranche 2 justifiée',
]

/** Rank 1, 2, 3: the conditions are met on the day the tranche is asked for, or on the day given. */
function tranche(
  rank: 1 | 2 | 3,
  euros: number,
  claimableOn: string,
  claimedOn: string | null,
  dueOn: string,
  payments: TrancheRow['payments'] = [],
  conditionsMetOn: string | null = claimedOn,
): TrancheRow {
  const conditions = CONDITIONS[rank - 1] ?? ''
  return { euros, claimableOn, claimedOn, dueOn, conditions, conditionsMetOn, payments }
}

export const POSTS: readonly PostRow[] = [
  {
    employer: 'rpn',
    stateId: '2101',
    label: 'Itinérance Nord',
    workplace: 'Tournée de neuf communes, camion aménagé',
    agreement: {
      reference: '2024-A-0118',
      ds: '16204417',
      ej: '2104118860',
      signedOn: '2024-01-24',
      startsOn: '2024-02-01',
      endsOn: '2027-01-31',
    },
    base: PRIVATE,
    bonus: NO_BONUS,
    tranches: [
      tranche(1, 20_000, '2024-02-01', '2024-02-05', '2024-03-31', [['2024-04-12', 20_000, 'CDC-24-0871']]),
      tranche(2, 14_000, '2025-02-01', '2025-02-10', '2025-03-31', [['2025-04-22', 14_000, 'CDC-25-0964']]),
      tranche(3, 10_000, '2026-02-01', '2026-02-10', '2026-03-31', [['2026-06-18', 6_000, 'CDC-26-1702']]),
    ],
    contracts: [
      {
        firstName: 'Nadia',
        lastName: 'Ferrand',
        kind: 'CDI',
        startsOn: '2024-02-01',
        endsOn: null,
        grossEuros: 2_240,
        signedOn: '2024-01-29',
      },
    ],
  },
  {
    employer: 'rpn',
    stateId: '2102',
    label: 'Espace Gare',
    workplace: '2 place de la Gare, Orbelle',
    agreement: {
      reference: '2024-A-0152',
      ds: '16288903',
      ej: '2104121437',
      signedOn: '2024-02-20',
      startsOn: '2024-03-01',
      endsOn: '2027-02-28',
    },
    base: PRIVATE,
    bonus: NO_BONUS,
    tranches: [
      tranche(1, 20_000, '2024-03-01', '2024-03-04', '2024-04-30', [['2024-05-07', 20_000, 'CDC-24-1033']]),
      tranche(2, 14_000, '2025-03-01', '2025-03-11', '2025-04-30', [['2025-06-16', 14_000, 'CDC-25-1478']]),
      tranche(3, 10_000, '2026-03-01', '2026-03-12', '2026-04-30'),
    ],
    contracts: [
      {
        firstName: 'Inès',
        lastName: 'Valbon',
        kind: 'CDD',
        startsOn: '2023-09-01',
        endsOn: '2025-02-28',
        grossEuros: 1_960,
        signedOn: '2023-08-30',
        endedOn: '2025-02-28',
        endMotive: 'fixed-term-not-renewed',
        ground: 'defined-object',
      },
      {
        firstName: 'Théo',
        lastName: 'Maurel',
        kind: 'CDD',
        startsOn: '2025-07-01',
        endsOn: '2026-12-31',
        grossEuros: 2_010,
        signedOn: '2025-06-27',
        ground: 'defined-object',
      },
    ],
  },
  {
    employer: 'rpn',
    stateId: '2103',
    label: 'Les Tanneries',
    workplace: 'Tiers-lieu des Tanneries, Orbelle',
    agreement: {
      reference: '2024-A-0307',
      ds: '17911254',
      ej: '2104130092',
      signedOn: '2024-08-26',
      startsOn: '2024-09-01',
      endsOn: '2027-08-31',
    },
    base: PRIVATE,
    bonus: NO_BONUS,
    tranches: [
      tranche(1, 20_000, '2024-09-01', '2024-09-03', '2024-10-31', [['2024-11-14', 20_000, 'CDC-24-2590']]),
      tranche(2, 14_000, '2025-09-01', '2025-09-08', '2025-10-31', [['2025-12-09', 14_000, 'CDC-25-2871']]),
      tranche(3, 10_000, '2026-09-01', null, '2026-10-31', [], '2026-09-14'),
    ],
    contracts: [
      {
        firstName: 'Lény',
        lastName: 'Castagne',
        kind: 'CDD',
        startsOn: '2024-09-01',
        endsOn: '2026-02-28',
        grossEuros: 2_000,
        signedOn: '2024-08-29',
        endedOn: '2026-02-28',
        endMotive: 'fixed-term-not-renewed',
        ground: 'defined-object',
      },
      {
        firstName: 'Sofia',
        lastName: 'Brunel',
        kind: 'CDI',
        startsOn: '2026-06-01',
        endsOn: null,
        grossEuros: 2_090,
        signedOn: '2026-05-28',
      },
    ],
  },
  {
    employer: 'rpn',
    stateId: '2104',
    label: 'Les Forges',
    workplace: 'Maison de quartier des Forges, Orbelle',
    agreement: {
      reference: '2024-A-0233',
      ds: '17140385',
      ej: '2104125516',
      signedOn: '2024-05-21',
      startsOn: '2024-06-01',
      endsOn: '2027-05-31',
    },
    base: PRIVATE,
    bonus: NO_BONUS,
    tranches: [
      tranche(1, 20_000, '2024-06-01', '2024-06-04', '2024-07-31', [['2024-08-02', 20_000, 'CDC-24-1846']]),
      tranche(2, 14_000, '2025-06-01', '2025-06-10', '2025-07-31', [['2025-09-18', 14_000, 'CDC-25-2207']]),
      // Met on time, then the holder left: the empty post suspends it, not a missing piece.
      tranche(3, 10_000, '2026-06-01', null, '2026-07-31', [], '2026-07-08'),
    ],
    contracts: [
      {
        firstName: 'Karim',
        lastName: 'Dessaint',
        kind: 'CDI',
        startsOn: '2024-06-01',
        endsOn: null,
        grossEuros: 2_150,
        signedOn: '2024-05-28',
        endedOn: '2026-07-31',
        endMotive: 'resignation',
      },
    ],
  },
  {
    employer: 'rpn',
    stateId: '2105',
    label: 'Coordination',
    workplace: 'Siège de l’association, Orbelle',
    coordinator: true,
    agreement: {
      reference: '2024-A-0361',
      ds: '18350771',
      ej: '2104133748',
      signedOn: '2024-10-22',
      startsOn: '2024-11-01',
      endsOn: '2027-10-31',
    },
    base: PRIVATE,
    bonus: NO_BONUS,
    tranches: [
      tranche(1, 20_000, '2024-11-01', '2024-11-06', '2024-12-31', [['2025-01-15', 20_000, 'CDC-25-0112']]),
      tranche(2, 14_000, '2025-11-01', '2025-11-12', '2025-12-31', [['2026-01-21', 14_000, 'CDC-26-0188']]),
      tranche(3, 10_000, '2026-11-01', null, '2026-12-31', [], '2026-11-12'),
    ],
    contracts: [
      {
        firstName: 'Mathilde',
        lastName: 'Orcival',
        kind: 'CDI',
        startsOn: '2024-11-01',
        endsOn: null,
        grossEuros: 2_550,
        signedOn: '2024-10-25',
      },
    ],
  },
  {
    employer: 'rpn',
    stateId: '2106',
    label: 'Vallée de l’Orbelle',
    workplace: 'Mairies de la vallée, sur rendez-vous',
    returned: { on: '2026-04-30', amendedOn: '2026-05-12' },
    note: 'Poste rendu au 30/04/2026 : convention réduite par avenant, troisième année non versée. Dossier de clôture à déposer.',
    agreement: {
      reference: '2024-A-0177',
      ds: '16633028',
      ej: '2104122985',
      signedOn: '2024-03-19',
      startsOn: '2024-04-01',
      endsOn: '2027-03-31',
    },
    base: [20_000, 14_000],
    bonus: [0, 0],
    tranches: [
      tranche(1, 20_000, '2024-04-01', '2024-04-03', '2024-05-31', [['2024-05-28', 20_000, 'CDC-24-1190']]),
      tranche(2, 14_000, '2025-04-01', '2025-04-09', '2025-05-31', [['2025-07-11', 14_000, 'CDC-25-1683']]),
    ],
    contracts: [
      {
        firstName: 'Bastien',
        lastName: 'Loubère',
        kind: 'CDI',
        startsOn: '2024-04-01',
        endsOn: null,
        grossEuros: 2_070,
        signedOn: '2024-03-27',
        endedOn: '2026-02-28',
        endMotive: 'mutual-termination',
      },
    ],
  },
  {
    employer: 'valombre',
    stateId: '3310',
    label: 'Maison des services',
    workplace: 'Maison des services, quartier des Vignes (QPV)',
    inQpv: true,
    note: 'Convention V1 2022-P-0087 (50 000,00 €, du 01/07/2022 au 30/06/2024) entièrement reçue et soldée avant l’ouverture de ce dossier : elle n’y est pas comptée.',
    agreement: {
      reference: '2024-P-0412',
      ds: '18742056',
      ej: '2104127204',
      signedOn: '2024-06-24',
      startsOn: '2024-07-01',
      endsOn: '2027-06-30',
    },
    base: PUBLIC,
    bonus: BONUS,
    tranches: [
      tranche(1, 20_000, '2024-07-01', '2024-07-08', '2024-08-31', [['2024-09-24', 20_000, 'CDC-24-2251']]),
      tranche(2, 17_500, '2025-07-01', '2025-07-07', '2025-08-31', [
        ['2025-09-30', 12_500, 'CDC-25-2318'],
        ['2025-11-25', 5_000, 'CDC-25-2764'],
      ]),
      tranche(3, 12_500, '2026-07-01', '2026-07-07', '2026-08-31'),
    ],
    contracts: [
      {
        firstName: 'Yanis',
        lastName: 'Cordier',
        kind: 'contrat-de-projet',
        startsOn: '2022-07-18',
        endsOn: '2024-07-17',
        grossEuros: 2_050,
        signedOn: '2022-07-11',
        endedOn: '2023-10-31',
        endMotive: 'resignation',
      },
      {
        firstName: 'Lucie',
        lastName: 'Charvin',
        kind: 'contrat-de-projet',
        startsOn: '2024-02-01',
        endsOn: '2027-01-31',
        grossEuros: 2_180,
        signedOn: '2024-01-26',
      },
    ],
  },
  {
    employer: 'valombre',
    stateId: '3311',
    label: 'Bibliothèque',
    workplace: 'Bibliothèque municipale, quartier du Lac (QPV)',
    inQpv: true,
    agreement: {
      reference: '2024-P-0439',
      ds: '18790612',
      ej: '2104128830',
      signedOn: '2024-07-18',
      startsOn: '2024-08-01',
      endsOn: '2027-07-31',
    },
    base: PUBLIC,
    bonus: BONUS,
    tranches: [
      tranche(1, 20_000, '2024-08-01', '2024-10-02', '2024-09-30', [['2024-10-22', 20_000, 'CDC-24-2414']]),
      tranche(2, 17_500, '2025-08-01', '2025-08-18', '2025-09-30', [['2025-11-04', 17_500, 'CDC-25-2602']]),
      tranche(3, 12_500, '2026-08-01', '2026-08-18', '2026-09-30'),
    ],
    contracts: [
      {
        firstName: 'Hugo',
        lastName: 'Tessandier',
        kind: 'cdd-public',
        startsOn: '2024-10-01',
        endsOn: '2027-09-30',
        grossEuros: 2_210,
        signedOn: '2024-09-23',
      },
    ],
  },
  {
    employer: 'valombre',
    stateId: '3312',
    label: 'Les Lavandières',
    workplace: 'Espace France services des Lavandières',
    agreement: {
      reference: '2024-P-0518',
      ds: '19033467',
      ej: '2104135591',
      signedOn: '2024-12-16',
      startsOn: '2025-01-01',
      endsOn: '2027-12-31',
    },
    base: PUBLIC,
    bonus: NO_BONUS,
    tranches: [
      tranche(1, 17_500, '2025-01-01', '2025-01-07', '2025-02-28', [['2025-03-13', 17_500, 'CDC-25-0655']]),
      tranche(2, 12_500, '2026-01-01', '2026-01-08', '2026-02-28', [['2026-04-02', 12_500, 'CDC-26-0931']]),
      tranche(3, 12_500, '2027-01-01', null, '2027-02-28', [], '2026-11-02'),
    ],
    contracts: [
      {
        firstName: 'Paul',
        lastName: 'Aubrac',
        kind: 'contrat-de-projet',
        startsOn: '2025-01-01',
        endsOn: '2025-12-31',
        grossEuros: 1_940,
        signedOn: '2024-12-19',
        endedOn: '2025-12-31',
        endMotive: 'fixed-term-not-renewed',
      },
      {
        firstName: 'Amel',
        lastName: 'Rivoire',
        kind: 'contrat-de-projet',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        grossEuros: 1_990,
        signedOn: '2025-12-18',
      },
    ],
  },
]
