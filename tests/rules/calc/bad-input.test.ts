import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALCULATOR_NAMES, runCalc } from '#shared/rules/calc/run.ts'
import { CALCULATORS } from '#shared/text/calculators/calculators.ts'
import { CALC_ERROR_CODES, calcErrorMessage } from '#shared/text/errors/calc-errors.ts'
import { period, refusal } from './answer.ts'

const example = (name: string): Readonly<Record<string, unknown>> =>
  CALCULATORS.find((c) => c.name === name)?.example ?? {}

describe('bad input', () => {
  it.each([
    ['contract-end', { months: 6 }, 'field.missing', 'startsOn'],
    ['contract-end', { startsOn: '2026-02-30', months: 6 }, 'day.invalid', 'startsOn'],
    ['contract-end', { startsOn: '30/11/2026', months: 6 }, 'day.invalid', 'startsOn'],
    ['contract-end', { startsOn: 20_261_130, months: 6 }, 'type.day', 'startsOn'],
    ['contract-end', { startsOn: '2026-01-01', months: 0 }, 'number.out-of-range', 'months'],
    ['contract-end', { startsOn: '2026-01-01', months: -1 }, 'number.out-of-range', 'months'],
    ['contract-end', { startsOn: '2026-01-01', months: 1.5 }, 'number.not-whole', 'months'],
    ['contract-end', { startsOn: '2026-01-01', months: '6' }, 'type.number', 'months'],
    ['contract-end', { startsOn: '2026-01-01', months: 1e12 }, 'number.out-of-range', 'months'],
    ['contract-end', { startsOn: '2026-01-01', months: Number.NaN }, 'number.not-whole', 'months'],
    ['contract-end', { startsOn: '9999-12-31', months: 6 }, 'day.out-of-range', 'startsOn'],
    ['contract-end', null, 'type.object', 'input'],
    ['contract-end', 'x', 'type.object', 'input'],
    ['contract-end', [], 'type.object', 'input'],
    ['trial-period', 3, 'type.object', 'input'],
    ['trial-period', {}, 'field.missing', 'regime'],
    ['trial-period', { regime: 'civil' }, 'choice.unknown', 'regime'],
    [
      'trial-period',
      { regime: 'public', startsOn: '2026-01-01', sameFunctions: false },
      'field.missing',
      'endsOn',
    ],
    [
      'trial-period',
      { regime: 'public', startsOn: '2026-01-01', endsOn: null },
      'field.missing',
      'sameFunctions',
    ],
    ['trial-period', { regime: 'private-cdd', startsOn: '2026-01-01', endsOn: null }, 'type.day', 'endsOn'],
    [
      'trial-period',
      { regime: 'private-cdd', startsOn: '2026-01-02', endsOn: '2026-01-01' },
      'period.end-before-start',
      'endsOn',
    ],
    [
      'delay',
      { from: '2026-01-01', direction: 'after', zone: 'metropole', roll: 'none' },
      'delay.no-length',
      'months',
    ],
    [
      'delay',
      { from: '2026-01-01', days: 1, direction: 'sideways', zone: 'metropole', roll: 'none' },
      'choice.unknown',
      'direction',
    ],
    [
      'delay',
      { from: '2026-01-01', days: -1, direction: 'after', zone: 'metropole', roll: 'none' },
      'number.out-of-range',
      'days',
    ],
    ['holidays', { year: 2026, zone: 'bretagne' }, 'choice.unknown', 'zone'],
    ['holidays', { year: 20_260, zone: 'metropole' }, 'number.out-of-range', 'year'],
    ['cdd-private-limits', { periods: [] }, 'list.empty', 'periods'],
    [
      'cdd-private-limits',
      { periods: [period('2026-01-01', '2026-06-30'), period('2026-07-01', '2026-06-30')] },
      'period.end-before-start',
      'periods.1.endsOn',
    ],
    [
      'cdd-private-limits',
      { periods: [period('1950-01-01', '2026-06-30')] },
      'period.too-long',
      'periods.0.endsOn',
    ],
    ['cdd-private-limits', { periods: [null] }, 'type.object', 'periods.0'],
    [
      'cdd-waiting-period',
      { ...example('cdd-waiting-period'), openWeekdays: [0] },
      'number.out-of-range',
      'openWeekdays.0',
    ],
    [
      'cdd-waiting-period',
      { ...example('cdd-waiting-period'), openWeekdays: [] },
      'list.empty',
      'openWeekdays',
    ],
    [
      'end-allowance',
      { ...example('end-allowance'), grossTotalCents: -1 },
      'cents.negative',
      'grossTotalCents',
    ],
    [
      'end-allowance',
      { ...example('end-allowance'), grossTotalCents: 100.5 },
      'cents.not-whole',
      'grossTotalCents',
    ],
    [
      'end-allowance',
      { ...example('end-allowance'), grossTotalCents: 1e20 },
      'cents.out-of-range',
      'grossTotalCents',
    ],
    ['end-allowance', { ...example('end-allowance'), kind: 'L332-8' }, 'kind.other-regime', 'kind'],
    ['end-allowance', { ...example('end-allowance'), regime: 'public' }, 'kind.other-regime', 'kind'],
    [
      'end-allowance',
      { ...example('end-allowance'), regime: 'public', kind: 'L332-8' },
      'field.missing',
      'startsOn',
    ],
    [
      'end-allowance',
      { ...example('end-allowance'), regime: 'public', kind: 'L332-8', startsOn: '2027-01-01' },
      'field.missing',
      'monthlyGrossCents',
    ],
    [
      'end-allowance',
      {
        ...example('end-allowance'),
        regime: 'public',
        kind: 'L332-8',
        startsOn: '2020-01-01',
        endsOn: '2020-06-30',
        monthlyGrossCents: 1,
      },
      'minimum-wage.unknown',
      'endsOn',
    ],
    [
      'notice',
      { kind: 'CDD', periods: [period('2026-01-01', '2026-12-31')], zone: 'metropole' },
      'notice.private-law',
      'kind',
    ],
    [
      'notice',
      { kind: 'PEC', periods: [period('2026-01-01', '2026-12-31')], zone: 'metropole' },
      'notice.private-law',
      'kind',
    ],
    [
      'notice',
      { kind: 'stage', periods: [period('2026-01-01', '2026-12-31')], zone: 'metropole' },
      'choice.unknown',
      'kind',
    ],
    [
      'notice',
      {
        kind: 'cdd-public',
        periods: [period('2026-01-01', '2026-12-31')],
        zone: 'metropole',
        doubled: 'oui',
      },
      'type.yes-no',
      'doubled',
    ],
    [
      'public-limits',
      { kind: 'L332-14', periods: [], proposedMonths: 12 },
      'field.missing',
      'proposedStartsOn',
    ],
    [
      'public-limits',
      {
        kind: 'L332-14',
        periods: [period('2026-01-01', '2026-12-31')],
        proposedStartsOn: '2026-12-31',
        proposedMonths: 12,
      },
      'period.overlap',
      'proposedStartsOn',
    ],
    [
      'public-limits',
      { kind: 'CDD', periods: [], proposedStartsOn: '2026-12-31', proposedMonths: 12 },
      'choice.unknown',
      'kind',
    ],
    ['aid-scheme', { ...example('aid-scheme'), scheme: 'v3' }, 'choice.unknown', 'scheme'],
    ['aid-scheme', { ...example('aid-scheme'), positions: 0 }, 'number.out-of-range', 'positions'],
    [
      'aid-earned',
      { ...example('aid-earned'), occupied: [{ from: '2026-01-01' }] },
      'field.missing',
      'occupied.0.to',
    ],
    [
      'aid-earned',
      { ...example('aid-earned'), occupied: [{ from: '2026-01-02', to: '2026-01-01' }] },
      'period.end-before-start',
      'occupied.0.to',
    ],
    ['aid-earned', { ...example('aid-earned'), yearlyCents: [1, -1, 1] }, 'cents.negative', 'yearlyCents.1'],
    ['accrual', { ...example('accrual'), fiscalYearStart: '02-30' }, 'month-day.invalid', 'fiscalYearStart'],
    ['accrual', { ...example('accrual'), fiscalYearStart: '1-1' }, 'month-day.invalid', 'fiscalYearStart'],
    ['accrual', { ...example('accrual'), endsOn: '2020-01-01' }, 'period.end-before-start', 'endsOn'],
    ['identifier', { kind: 'iban', value: 'x' }, 'choice.unknown', 'kind'],
    ['identifier', { kind: 'siret', value: 12 }, 'type.text', 'value'],
    ['threshold', { kind: 'agreement', cents: '23000' }, 'type.cents', 'cents'],
    ['no-such-calculator', {}, 'calc.unknown', 'calc'],
    ['__proto__', {}, 'calc.unknown', 'calc'],
    ['constructor', {}, 'calc.unknown', 'calc'],
  ])('%s %j is %s in %s', (name, input, code, field) => {
    const error = refusal(name, input)
    expect(error).toEqual({ code, field })
    expect(CALC_ERROR_CODES).toContain(code)
    expect(calcErrorMessage(error, name)).not.toMatch(/undefined|\{/)
  })

  it('of any shape is answered, never thrown: forty thousand tries', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    fc.assert(
      fc.property(fc.constantFrom(...CALCULATOR_NAMES), anything, (name, input) => {
        expectAnswer(name, input)
      }),
      { numRuns: 15_000 },
    )
    fc.assert(
      fc.property(damaged, ([name, input]) => expectAnswer(name, input)),
      { numRuns: 25_000 },
    )
  })
})

const strange = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '9999-12-31',
    '1900-01-01',
    '2199-12-31',
    '2024-02-29',
    '-2026-01-01',
    '12026-01-01',
    '2026-01-01T00:00:00Z',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER,
    0.1,
    600,
    '',
    ' ',
    '\u0000',
    null,
    undefined,
    [],
    {},
    [[]],
    true,
    'toString',
    '02-29',
    [{ startsOn: '2199-01-01', endsOn: '2199-12-31' }],
    [{ from: '1900-01-01', to: null }],
    Array.from({ length: 501 }, () => 1),
  ),
  fc
    .date({ noInvalidDate: true, min: new Date('1890-01-01'), max: new Date('2210-01-01') })
    .map((d) => d.toISOString().slice(0, 10)),
  fc.integer(),
  fc.double(),
)

/** A good input in which one to three fields are replaced, removed or added. */
const damaged = fc.constantFrom(...CALCULATORS).chain(({ name, example: good }) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...Object.keys(good), 'endsOn', 'zone', 'kind', 'yearlyCents'), fc.string()),
        strange,
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((changes): [string, unknown] => {
      const input: Record<string, unknown> = { ...good }
      for (const [key, value] of changes) {
        if (value === undefined) delete input[key]
        else
          Object.defineProperty(input, key, { value, enumerable: true, configurable: true, writable: true })
      }
      return [name, input]
    }),
)

function expectAnswer(name: string, input: unknown): void {
  const answer = runCalc(name, input)
  if ('error' in answer) {
    expect(CALC_ERROR_CODES).toContain(answer.error.code)
    expect(answer.error.field).not.toBe('')
    return
  }
  expect(badNumbers(answer.output)).toEqual([])
  expect(answer.output.steps.length).toBeGreaterThan(0)
}

/** Numbers of an answer that are no whole number of anything. */
function badNumbers(value: unknown): unknown[] {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(badNumbers) : []
}
