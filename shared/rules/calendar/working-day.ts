/** Working days: Monday to Friday ("ouvrés") for a delay, Monday to Saturday ("ouvrables") where a text says so. */
import { addDays, type Day, weekday } from '../../domain/day.ts'
import type { Zone } from '../../domain/words.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'
import { basisOfZone, isHoliday } from './holidays.ts'

export const ROLLS = ['next', 'previous', 'none'] as const
export type Roll = (typeof ROLLS)[number]

const SATURDAY = 6
const SUNDAY = 7

export interface WorkingDay {
  readonly day: Day
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function isWorkingDay(d: Day, zone: Zone, figures: Figures = BUILT_IN_FIGURES): boolean {
  return weekday(d) < SATURDAY && !isHoliday(d, zone, figures)
}

/** Jour ouvrable: Monday to Saturday, not a holiday. */
export function isBusinessDay(d: Day, zone: Zone, figures: Figures = BUILT_IN_FIGURES): boolean {
  return weekday(d) !== SUNDAY && !isHoliday(d, zone, figures)
}

/** The day itself where it is a working day, else the nearest one in that direction. */
export function rollDay(d: Day, zone: Zone, roll: Roll, figures: Figures = BUILT_IN_FIGURES): Day {
  if (roll === 'none') return d
  let rolled = d
  while (!isWorkingDay(rolled, zone, figures)) rolled = addDays(rolled, roll === 'next' ? 1 : -1)
  return rolled
}

export function workingDay(d: Day, zone: Zone, roll: Roll, figures: Figures = BUILT_IN_FIGURES): WorkingDay {
  const rolled = rollDay(d, zone, roll, figures)
  return {
    day: rolled,
    steps: rollSteps(d, rolled, zone, roll, figures),
    basis: roll === 'next' ? [...basisOf('delay-roll'), ...basisOfZone(zone)] : basisOfZone(zone),
  }
}

/** Why the day moved, or why it did not. */
export function rollSteps(
  d: Day,
  rolled: Day,
  zone: Zone,
  roll: Roll,
  figures: Figures = BUILT_IN_FIGURES,
): readonly Step[] {
  if (roll === 'none') return [{ code: 'working-day.unmoved', values: { day: d } }]
  if (rolled === d) return [{ code: 'working-day.is', values: { day: d, zone } }]
  const why = isHoliday(d, zone, figures) ? 'holiday' : weekday(d) === SATURDAY ? 'saturday' : 'sunday'
  return [{ code: `working-day.${roll}`, values: { day: d, rolled, why, zone } }]
}
