/** What a scheme grants so many posts, year by year, from the editable scales. */
import type { Day } from '../../domain/day.ts'
import { type Cents, cents } from '../../domain/money.ts'
import type { Sector } from '../../domain/words.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'
import { BUILT_IN_SCALES, type Scale, type ScaleYear } from './scales.ts'

export interface AidSchemeInput {
  readonly scheme: 'v1' | 'v2'
  readonly sector: Sector
  /** The post is in QPV or FRR. Only the public V2 scale has a bonus. */
  readonly bonus: boolean
  readonly positions: number
  /** Department code of an overseas territory. */
  readonly territory?: string
}

export interface AidScheme {
  readonly years: readonly ScaleYear[]
  readonly totalCents: Cents
  readonly source: string
  readonly scale: string
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

/** Null where no scale fits: the amounts are then in the convention only. */
export function aidScheme(
  input: AidSchemeInput,
  scales: readonly Scale[] = BUILT_IN_SCALES,
  figures: Figures = BUILT_IN_FIGURES,
): AidScheme | null {
  const found = findScale(input, scales)
  if (found === null) return null
  const years = found.years.map((y) => ({
    baseCents: cents(y.baseCents * input.positions),
    bonusCents: cents(y.bonusCents * input.positions),
  }))
  const totalCents = cents(years.reduce((total, y) => total + y.baseCents + y.bonusCents, 0))
  const steps: Step[] = [
    { code: 'aid-scheme.scale', values: { scale: found.name, source: found.source, builtIn: found.builtIn } },
  ]
  if (input.bonus && !found.bonus)
    steps.push({ code: 'aid-scheme.no-bonus', values: { scheme: input.scheme, sector: input.sector } })
  if (input.territory !== undefined && found.territory === null) {
    steps.push({ code: 'aid-scheme.no-territory-scale', values: { territory: input.territory } })
    if (input.scheme === 'v2') steps.push(overseasBonusSeen(found, figures))
  }
  steps.push({ code: 'aid-scheme.total', values: { positions: input.positions, totalCents } })
  return {
    years,
    totalCents,
    source: found.source,
    scale: found.name,
    steps,
    basis: basisOf(input.scheme === 'v1' ? 'aid-v1' : 'aid-v2'),
  }
}

/** The scale of the territory before the one that holds everywhere; with the bonus asked for, else without. */
export function findScale(input: Omit<AidSchemeInput, 'positions'>, scales: readonly Scale[]): Scale | null {
  const fitting = scales.filter((s) => s.scheme === input.scheme && s.sector === input.sector)
  for (const bonus of input.bonus ? [true, false] : [false])
    for (const territory of input.territory === undefined ? [null] : [input.territory, null]) {
      const found = fitting.find((s) => s.bonus === bonus && s.territory === territory)
      if (found !== undefined) return found
    }
  return null
}

/** One overseas bonus was seen in a V2 convention: said, never added, because its spread over the years is not known. */
function overseasBonusSeen(found: Scale, figures: Figures): Step {
  const figure = figures.at('aid.v2-overseas-bonus', found.validFrom ?? ('2023-01-01' as Day))
  return { code: 'aid-scheme.overseas-bonus-seen', values: { cents: figure.value, source: figure.source } }
}
