/** The minimum wage in force on a day, 35 h. */
import type { Day } from '../../domain/day.ts'
import { type Cents, cents } from '../../domain/money.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { HOURLY_WAGE, MONTHLY_WAGE } from '../figures/wages.ts'
import { basisOf } from '../texts.ts'

export interface MinimumWage {
  readonly monthlyCents: Cents
  readonly hourlyCents: Cents
  readonly since: Day
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

/** Null before the first wage known. */
export function minimumWage(on: Day, figures: Figures = BUILT_IN_FIGURES): MinimumWage | null {
  const monthly = figures.find(MONTHLY_WAGE, on)
  const hourly = figures.find(HOURLY_WAGE, on)
  if (monthly === null || hourly === null) return null
  return {
    monthlyCents: cents(monthly.value),
    hourlyCents: cents(hourly.value),
    since: monthly.validFrom,
    steps: [
      {
        code: 'minimum-wage.in-force',
        values: {
          on,
          since: monthly.validFrom,
          monthlyCents: monthly.value,
          hourlyCents: hourly.value,
          builtIn: monthly.builtIn,
        },
      },
    ],
    basis: basisOf('minimum-wage', on),
  }
}
