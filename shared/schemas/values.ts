/** zod schemas of single values, shared by the door, the forms and the imports. Messages are codes: words live in the text catalogue. */
import { z } from 'zod'
import { type Day, isDay } from '../domain/day.ts'
import type { Cents } from '../domain/money.ts'
import { seen, seenOnOneLine } from '../domain/seen-text.ts'

export const dayField = z.custom<Day>((v) => isDay(v), { error: 'day.invalid' })
export const centsField = z.custom<Cents>(
  (v) => typeof v === 'number' && Number.isSafeInteger(v) && Math.abs(v) <= 1e13,
  { error: 'cents.invalid' },
)
export const positiveCents = centsField.refine((v) => v >= 0, { error: 'cents.negative' })
export const idField = z.int().positive()
/** Named by the calendar year it starts in. */
export const fiscalYearField = z
  .int()
  .min(1900, { error: 'year.invalid' })
  .max(2199, { error: 'year.invalid' })

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
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'month.invalid' })
