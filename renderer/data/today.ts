/** The day the shell hands in (it may be fixed, for a demonstration or a test). The page never reads a clock. */
import { type Day, day } from '#shared/domain/day.ts'
import { useFileStatus } from './queries.ts'

const BEFORE_FIRST_ANSWER: Day = day('2026-01-01')

export function useToday(): Day {
  return useFileStatus()?.today ?? BEFORE_FIRST_ANSWER
}
