/** zod schemas of single values, shared by the door, the forms and the imports. Messages are codes: words live in the text catalogue. */
import { z } from 'zod'
import { type Day, dayProblem, FIRST_YEAR, LAST_YEAR } from '../domain/day.ts'
import { MOST_ID } from '../domain/ids.ts'
import type { Cents } from '../domain/money.ts'
import { seen, seenOnOneLine } from '../domain/seen-text.ts'

/** The one schema of days, for every door: a day that exists, in the calendar of Jalon. */
export const dayField = z.custom<Day>((v) => dayProblem(v) === null, {
  error: ({ input }) => dayProblem(input) ?? 'day.invalid',
})
export const centsField = z.custom<Cents>(
  (v) => typeof v === 'number' && Number.isSafeInteger(v) && Math.abs(v) <= 1e13,
  { error: 'cents.invalid' },
)
export const positiveCents = centsField.refine((v) => v >= 0, { error: 'cents.negative' })
export const idField = z.int().positive().max(MOST_ID)
/** Named by the calendar year it starts in. */
export const fiscalYearField = z
  .int()
  .min(FIRST_YEAR, { error: 'year.invalid' })
  .max(LAST_YEAR, { error: 'year.invalid' })

export const textField = z
  .string()
  .overwrite(seenOnOneLine)
  .trim()
  .min(1, { error: 'text.empty' })
  .max(500, { error: 'text.too-long' })
export const optionalText = z
  .string()
  .overwrite(seen)
  .trim()
  .max(5000, { error: 'text.too-long' })
  .transform((v) => (v === '' ? null : v))
  .nullable()
export const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'month-day.invalid' })
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'month.invalid' })
  .refine((text) => dayProblem(`${text}-01`) === null, { error: 'month.out-of-range' })
