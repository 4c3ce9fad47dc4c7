/** Days are bounded once, and by no door does one come in that the calendar of Jalon does not hold. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '#shared/api/contract.ts'
import { FIRST_DAY, LAST_DAY } from '#shared/domain/day.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { dayField, month } from '#shared/schemas/values.ts'
import { issueReason } from '#shared/text/errors/input-errors.ts'
import { isTypedOutOfCalendar, parseTypedDay } from '#shared/text/typed.ts'
import { interchangeSchema, LISTED, LISTS } from '../../electron/exchange/interchange/shape.ts'
import { entityTables } from '../../electron/store/tables.ts'

const NEVER = ['9999-12-31', '0001-01-01', '1899-12-31', '2200-01-01'] as const
const POSSIBLE = ['1900-01-01', '1961-04-12', '2026-11-23', '2100-12-31', '2199-12-31'] as const
/** What a field that holds a day is called at the door. */
const NAMES_A_DAY = /(?:On|Day)$|^(?:at|on|from|validFrom|postponedTo)$/

interface Found {
  readonly path: string
  readonly schema: z.ZodType
}

/** Every field of a schema whose name says it holds a day. */
function dayFieldsIn(schema: unknown, path: string, out: Found[]): void {
  if (!(schema instanceof z.ZodType)) return
  if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(schema.shape)) {
      if (NAMES_A_DAY.test(name)) out.push({ path: `${path}.${name}`, schema: field as z.ZodType })
      dayFieldsIn(field, `${path}.${name}`, out)
    }
    return
  }
  const {
    innerType,
    element,
    options,
    in: from,
  } = schema.def as {
    innerType?: unknown
    element?: unknown
    options?: readonly unknown[]
    in?: unknown
  }
  for (const inner of [innerType, element, from, ...(Array.isArray(options) ? options : [])])
    dayFieldsIn(inner, path, out)
}

const atTheDoor = Object.entries(contract).flatMap(([channel, { input }]) => {
  const found: Found[] = []
  dayFieldsIn(input, channel, found)
  return found
})
const inForms = Object.entries(entitySchemas).flatMap(([entity, schema]) => {
  const found: Found[] = []
  dayFieldsIn(schema, entity, found)
  return found
})
const stored = LISTED.flatMap((name) =>
  entityTables[name].columns
    .filter(({ kind }) => kind === 'day')
    .map(({ field }) => ({ name, field, path: `${LISTS[name]}.${field}` })),
)

describe('every day that enters', () => {
  it('is found: there are many, at the door, in forms and in an interchange file', () => {
    expect(atTheDoor.length).toBeGreaterThan(12)
    expect(inForms.length).toBeGreaterThan(25)
    expect(stored.length).toBeGreaterThan(35)
  })
  it.each([...atTheDoor, ...inForms])('$path is held to the calendar', ({ schema }) => {
    for (const day of NEVER) expect(schema.safeParse(day).error?.issues[0]?.message).toBe('day.out-of-range')
    for (const day of POSSIBLE) expect(schema.safeParse(day).success).toBe(true)
    expect(schema.safeParse('2026-02-30').error?.issues[0]?.message).toBe('day.invalid')
  })
  it('of a form has its column in the store, and every column of a form its schema', () => {
    const columns = stored.filter(({ name }) => Object.hasOwn(entitySchemas, name))
    expect(new Set(inForms.map(({ path }) => path))).toEqual(
      new Set(columns.map(({ name, field }) => `${name}.${field}`)),
    )
  })
  it.each(stored)('$path of an interchange file is held to the calendar', ({ name, field }) => {
    const list = interchangeSchema.shape[LISTS[name] as keyof typeof interchangeSchema.shape] as unknown
    const row = (list as z.ZodArray<z.ZodObject>).element.shape[field] as z.ZodType
    for (const day of NEVER)
      expect(row.safeParse(day).error?.issues[0]?.message).toBe(
        'saisir une date entre le 01/01/1900 et le 31/12/2199.',
      )
    for (const day of POSSIBLE) expect(row.safeParse(day).success).toBe(true)
  })
})

describe('what a refusal says', () => {
  it('names the bounds', () => {
    const issue = dayField.safeParse('9999-12-31').error?.issues[0]
    expect(issue && issueReason(issue)).toBe('saisir une date entre le 01/01/1900 et le 31/12/2199.')
    expect([FIRST_DAY, LAST_DAY]).toEqual(['1900-01-01', '2199-12-31'])
  })
})

describe('measures of time and money', () => {
  it('months are held to the same calendar', () => {
    expect(month.safeParse('9999-12').error?.issues[0]?.message).toBe('month.out-of-range')
    expect(month.safeParse('2026-11').success).toBe(true)
  })
  it.each([
    ['grants', 'year', 11],
    ['grants', 'baseCents', 2e13],
    ['contracts', 'weeklyMinutes', 6000],
    ['instalments', 'rank', 0],
    ['monthlyCosts', 'month', '9999-12'],
    ['dedicatedFunds', 'fiscalYear', 9999],
    ['ruleFigures', 'value', 1e15],
    ['employers', 'chargesRate', 20_001],
    ['employers', 'fiscalYearStart', '13-01'],
  ] as const)('%s.%s of an interchange file are bounded as in the forms', (list, field, value) => {
    const rows = interchangeSchema.shape[list as keyof typeof interchangeSchema.shape] as unknown
    const schema = (rows as z.ZodArray<z.ZodObject>).element.shape[field] as z.ZodType
    expect(schema.safeParse(value).success).toBe(false)
  })
})

describe('a day typed in a grid or a field', () => {
  const today = '2026-11-23' as typeof FIRST_DAY
  it.each(['31/12/9999', '+9999m', '-2000m', '0001-01-01'])('%s is not taken, and why is said', (typed) => {
    expect(parseTypedDay(typed, today)).toBeNull()
    expect(isTypedOutOfCalendar(typed, today)).toBe(true)
  })
})
