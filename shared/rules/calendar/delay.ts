/** A delay in months and days, before or after a day (Code de procédure civile art. 641 and 642). */
import { addDays, addMonths, type Day } from '../../domain/day.ts'
import type { Zone } from '../../domain/words.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'
import { basisOfZone } from './holidays.ts'
import { type Roll, rollDay, rollSteps } from './working-day.ts'

export const DIRECTIONS = ['after', 'before'] as const

export interface DelayInput {
  readonly from: Day
  readonly months?: number
  readonly days?: number
  readonly direction: (typeof DIRECTIONS)[number]
  readonly zone: Zone
  readonly roll: Roll
}

export interface Delay {
  readonly day: Day
  /** The nearest working day in the direction of `roll`; `day` itself where it is one or where roll is "none". */
  readonly rolledDay: Day
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function delay(input: DelayInput, figures: Figures = BUILT_IN_FIGURES): Delay {
  const { from, months = 0, days = 0, direction, zone, roll } = input
  const sign = direction === 'after' ? 1 : -1
  const afterMonths = addMonths(from, sign * months)
  const day = addDays(afterMonths, sign * days)
  const rolledDay = rollDay(day, zone, roll, figures)
  const steps: Step[] = [{ code: 'delay.from', values: { from, months, days, direction } }]
  if (months > 0) steps.push({ code: 'delay.months', values: { months, direction, day: afterMonths } })
  if (days > 0) steps.push({ code: 'delay.days', values: { days, direction, day } })
  return {
    day,
    rolledDay,
    steps: [...steps, ...rollSteps(day, rolledDay, zone, roll, figures)],
    basis: [
      ...basisOf(roll === 'none' ? 'delay' : ['delay', 'delay-roll']),
      ...(roll === 'none' ? [] : basisOfZone(zone)),
    ],
  }
}
