/** Last day by which a vacant post must be filled again, or returned. */
import { addMonths, type Day } from '../../domain/day.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export interface VacancyLimit {
  readonly limitOn: Day
  readonly months: number
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

/** The rule in force on the last day occupied decides: six months since 14 May 2025, three before. */
export function vacancyLimit(lastDayOccupied: Day, figures: Figures = BUILT_IN_FIGURES): VacancyLimit {
  const { value: months, validFrom } = figures.at('vacancy.months', lastDayOccupied)
  const limitOn = addMonths(lastDayOccupied, months)
  return {
    limitOn,
    months,
    steps: [{ code: 'vacancy.limit', values: { lastDayOccupied, months, ruleSince: validFrom, limitOn } }],
    basis: basisOf('vacancy', lastDayOccupied),
  }
}
