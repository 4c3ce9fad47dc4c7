/** The last day to fill a vacant post, where the rule applies: someone left it, and it was not given back. */
import { type VacancyLimit, vacancyLimit } from '../../aid/vacancy-limit.ts'
import type { Derived } from '../derive.ts'
import type { PositionView } from './position-state.ts'

export function vacancyLimitOf(view: PositionView, derived: Derived): VacancyLimit | null {
  if (view.state !== 'vacant' || view.lastDayOccupied === null) return null
  return vacancyLimit(view.lastDayOccupied, derived.figures)
}
