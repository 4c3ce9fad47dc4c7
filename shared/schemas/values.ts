/** zod schemas of single values, shared by the door, the forms and the imports. Messages are codes: words live in the text catalogue. */
import { z } from 'zod'
import { type Day, isDay } from '../domain/day.ts'
import type { Cents } from '../domain/money.ts'

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
/**
 * Marks that show nothing and turn the direction of what follows (U+202E: a text that reads otherwise than it is), and control
 * characters: they come from copying or from malice, never from a person typing French. Tabs and line breaks stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const seen = (text: string) => text.replace(UNSEEN, '')

export const textField = z
  .string()
  .overwrite(seen)
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
