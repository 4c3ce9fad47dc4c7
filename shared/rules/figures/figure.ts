/** What a legal figure is: a dated, sourced number. Nothing of this kind is a constant in a formula. */
import type { Day } from '../../domain/day.ts'
import type { Confidence } from '../../domain/words.ts'

/**
 * `rate` is in 1/10 000 (1 000 = 10 %). `month-day` is MMDD as a number (1225 = 25 December), 0 = no longer a holiday.
 * `easter-offset` is days from Easter Sunday (1 = Easter Monday), `NO_HOLIDAY` = no longer a holiday.
 */
export type FigureUnit =
  | 'months'
  | 'days'
  | 'weeks'
  | 'count'
  | 'cents'
  | 'rate'
  | 'factor'
  | 'divisor'
  | 'month-day'
  | 'easter-offset'

export const NO_HOLIDAY = 999

export interface Figure {
  readonly code: string
  readonly unit: FigureUnit
  readonly validFrom: Day
  readonly value: number
  readonly source: string
  readonly confidence: Confidence
  /** False where the user corrected or added it. */
  readonly builtIn: boolean
}
