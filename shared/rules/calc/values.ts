/**
 * What a calculator accepts, value by value. Each refusal is a code; the words are in the text catalogue. Bounds are wide
 * for the trade and narrow for a typing mistake: a contract of a thousand years is refused, not computed.
 */
import { z } from 'zod'
import { type Day, dayProblem, isDay } from '../../domain/day.ts'
import type { Cents } from '../../domain/money.ts'
import { ZONES } from '../../domain/words.ts'
import { monthDay } from '../../schemas/values.ts'
import { endAfterMonths } from '../calendar/contract-end.ts'

/** Fifty years. */
const MAX_MONTHS = 600
const MAX_DAYS = 18_300
const MAX_CENTS = 1e12
const MAX_ROWS = 500
const MAX_TEXT = 200

/** A value that `problem` finds nothing wrong with; `problem` answers a code. */
function checked<T>(problem: (value: unknown) => string | null): z.ZodType<T> {
  return z.unknown().superRefine((value, context) => {
    const code = value === undefined ? 'field.missing' : problem(value)
    // Not to be continued: a check of the whole object would otherwise run on values of the wrong type.
    if (code !== null) context.addIssue({ code: 'custom', message: code, continue: false })
  }) as z.ZodType as z.ZodType<T>
}

/** Absent, or null as spreadsheets and forms write it. */
export function maybe<T>(schema: z.ZodType<T>): z.ZodType<T | undefined> {
  return schema.nullish().transform((value) => value ?? undefined) as z.ZodType as z.ZodType<T | undefined>
}

export const dayValue = checked<Day>((value) => {
  if (typeof value !== 'string') return 'type.day'
  return dayProblem(value)
})

/** A day, or null where null has a meaning (no term, still there). Absent is missing. */
export const dayOrNull = checked<Day | null>((value) => {
  if (value === null) return null
  if (typeof value !== 'string') return 'type.day'
  return dayProblem(value)
})

export function whole(min: number, max: number): z.ZodType<number> {
  return checked<number>((value) => {
    if (typeof value !== 'number') return 'type.number'
    if (!Number.isInteger(value)) return 'number.not-whole'
    return value < min || value > max ? 'number.out-of-range' : null
  })
}

export const monthsValue = whole(1, MAX_MONTHS)
export const monthsOrZero = whole(0, MAX_MONTHS)
export const daysOrZero = whole(0, MAX_DAYS)

export const centsValue = checked<Cents>((value) => {
  if (typeof value !== 'number') return 'type.cents'
  if (!Number.isInteger(value)) return 'cents.not-whole'
  if (value < 0) return 'cents.negative'
  return value > MAX_CENTS ? 'cents.out-of-range' : null
})

export const flag = checked<boolean>((value) => (typeof value === 'boolean' ? null : 'type.yes-no'))

export function choice<const T extends readonly string[]>(choices: T): z.ZodType<T[number]> {
  return checked<T[number]>((value) => {
    if (typeof value !== 'string') return 'type.choice'
    return choices.includes(value) ? null : 'choice.unknown'
  })
}

export const zoneValue = choice(ZONES)

export const textValue = checked<string>((value) => {
  if (typeof value !== 'string') return 'type.text'
  return value.length > MAX_TEXT ? 'text.too-long' : null
})

export const fiscalStartValue = checked<string>((value) => {
  if (typeof value !== 'string') return 'type.month-day'
  // 2024 has a 29 February: a year may start there, but never on 30 February nor 31 April.
  return monthDay.safeParse(value).success && isDay(`2024-${value}`) ? null : 'month-day.invalid'
})

/** A list, each element checked at its own place; `min` is 0 or 1. */
export function list<T>(element: z.ZodType<T>, min: 0 | 1): z.ZodType<readonly T[]> {
  return checked<readonly unknown[]>((value) => {
    if (!Array.isArray(value)) return 'type.list'
    if (value.length < min) return 'list.empty'
    return value.length > MAX_ROWS ? 'list.too-long' : null
  }).pipe(z.array(element)) as z.ZodType as z.ZodType<readonly T[]>
}

export const centsList = list(centsValue, 1)

/** Refuses an end before its start, and a length beyond reason, naming the end. */
export function checkPeriod(
  context: z.RefinementCtx,
  startsOn: Day,
  endsOn: Day | null | undefined,
  endField: string,
): void {
  if (endsOn === null || endsOn === undefined) return
  if (endsOn < startsOn)
    context.addIssue({
      code: 'custom',
      message: 'period.end-before-start',
      path: [endField],
      continue: false,
    })
  else if (endsOn > endAfterMonths(startsOn, MAX_MONTHS))
    context.addIssue({ code: 'custom', message: 'period.too-long', path: [endField], continue: false })
}

/** An object, refused as a whole where it is none. Fields it does not know are passed over. */
export function fields<S extends z.ZodRawShape>(shape: S) {
  return z.object(shape, { error: 'type.object' })
}

const periodValue = fields({ startsOn: dayValue, endsOn: dayValue }).superRefine((p, context) => {
  checkPeriod(context, p.startsOn, p.endsOn, 'endsOn')
})

export const periodList = list(periodValue, 1)
