/** The working day to act by, where a day is a Saturday, a Sunday or a holiday of the structure's zone: the one before. */
import type { Day } from '../../../domain/day.ts'
import type { Id } from '../../../domain/facts.ts'
import { rollDay } from '../../calendar/working-day.ts'
import type { Derived } from '../derive.ts'

export function prudentDay(day: Day, employerId: Id | null, derived: Derived): Day {
  const employer = employerId === null ? undefined : derived.index.employers.get(employerId)
  return rollDay(day, employer?.zone ?? 'metropole', 'previous', derived.figures)
}
