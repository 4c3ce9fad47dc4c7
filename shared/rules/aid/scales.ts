/**
 * Barèmes: what a scheme grants a post for each convention year. Built-in ones are proposals with their source; a user
 * corrects or adds one, and what counts in the end is what the convention says.
 */
import type { Day } from '../../domain/day.ts'
import type { AidScale, AidScaleYear } from '../../domain/facts.ts'
import { type Cents, cents } from '../../domain/money.ts'
import type { Confidence, Scheme, Sector } from '../../domain/words.ts'

export interface ScaleYear {
  readonly baseCents: Cents
  readonly bonusCents: Cents
}

export interface Scale {
  readonly name: string
  readonly scheme: Scheme
  readonly sector: Sector
  /** True where the scale holds the bonus of a post in QPV or FRR. */
  readonly bonus: boolean
  /** Department code of an overseas scale; null: everywhere. */
  readonly territory: string | null
  readonly validFrom: Day | null
  readonly source: string
  readonly confidence: Confidence
  readonly years: readonly ScaleYear[]
  readonly builtIn: boolean
}

type Amounts = readonly (readonly [base: number, bonus: number])[]

const GUIDE = 'Instruction du dispositif conseiller numérique'
const V1_FROM = '2021-01-01' as Day
const V2_FROM = '2023-01-01' as Day

function scale(
  name: string,
  key: Pick<Scale, 'scheme' | 'sector' | 'bonus' | 'territory'>,
  source: string,
  confidence: Confidence,
  amounts: Amounts,
): Scale {
  return {
    ...key,
    name,
    validFrom: key.scheme === 'v1' ? V1_FROM : V2_FROM,
    source,
    confidence,
    years: amounts.map(([base, bonus]) => ({ baseCents: cents(base), bonusCents: cents(bonus) })),
    builtIn: true,
  }
}

const V1_PUBLIC = { scheme: 'v1', sector: 'public', bonus: false } as const

/** V1 is one cumulated amount over the whole convention. */
export const BUILT_IN_SCALES: readonly Scale[] = [
  scale(
    'V1 public',
    { ...V1_PUBLIC, territory: null },
    `${GUIDE}, V1 public\u00a0: 50\u202f000\u00a0€ sur 24 mois`,
    'primary',
    [[5_000_000, 0]],
  ),
  scale(
    'V1 privé',
    { scheme: 'v1', sector: 'private', bonus: false, territory: null },
    'Pages d’aide\u00a0: 40\u202f000\u00a0€ sur 18 mois (le code de l’État donne 32\u202f000\u00a0€\u00a0: à vérifier dans la convention)',
    'secondary',
    [[4_000_000, 0]],
  ),
  ...['971', '972', '973'].map((territory) =>
    scale(
      `V1 public ${territory}`,
      { ...V1_PUBLIC, territory },
      `${GUIDE}, V1 public outre-mer\u00a0: 70\u202f000\u00a0€`,
      'primary',
      [[7_000_000, 0]],
    ),
  ),
  ...['974', '976'].map((territory) =>
    scale(
      `V1 public ${territory}`,
      { ...V1_PUBLIC, territory },
      `${GUIDE}, V1 public outre-mer\u00a0: 67\u202f500\u00a0€`,
      'primary',
      [[6_750_000, 0]],
    ),
  ),
  scale(
    'V2 public',
    { scheme: 'v2', sector: 'public', bonus: false, territory: null },
    `${GUIDE}, V2 public sur 36 mois`,
    'primary',
    [
      [1_750_000, 0],
      [1_250_000, 0],
      [1_250_000, 0],
    ],
  ),
  scale(
    'V2 public, QPV ou FRR',
    { scheme: 'v2', sector: 'public', bonus: true, territory: null },
    `${GUIDE}, V2 public en QPV ou FRR sur 36 mois`,
    'primary',
    [
      [1_750_000, 250_000],
      [1_250_000, 500_000],
      [1_250_000, 0],
    ],
  ),
  scale(
    'V2 privé',
    { scheme: 'v2', sector: 'private', bonus: false, territory: null },
    'Une seule source\u00a0: 20\u202f000, 14\u202f000 et 10\u202f000\u00a0€ sur 36 mois, à vérifier dans la convention',
    'secondary',
    [
      [2_000_000, 0],
      [1_400_000, 0],
      [1_000_000, 0],
    ],
  ),
]

/** The user's scales before the built-in ones, latest first; a user's scale without a year is not one yet. */
export function scalesWith(scales: readonly AidScale[], years: readonly AidScaleYear[]): readonly Scale[] {
  const own = scales
    .map(
      (s): Scale => ({
        name: s.name,
        scheme: s.scheme,
        sector: s.sector,
        bonus: s.bonus,
        territory: s.territory,
        validFrom: s.validFrom,
        source: s.source,
        confidence: s.confidence,
        years: years
          .filter((y) => y.scaleId === s.id)
          .sort((a, b) => a.year - b.year)
          .map(({ baseCents, bonusCents }) => ({ baseCents, bonusCents })),
        builtIn: false,
      }),
    )
    .filter((s) => s.years.length > 0)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))
  return [...own, ...BUILT_IN_SCALES]
}
