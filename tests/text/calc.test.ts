import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CALCULATOR_NAMES, runCalc } from '#shared/rules/calc/run.ts'
import type { Step } from '#shared/rules/explanation.ts'
import { ANSWER_CODE_LIST, answerCodeLabel, CALCULATORS } from '#shared/text/calculators/calculators.ts'
import { STEP_CODES, stepSentence } from '#shared/text/calculators/steps.ts'
import { CALC_ERROR_CODES, calcErrorMessage } from '#shared/text/errors/calc-errors.ts'
import { fill, serviceWords } from '#shared/text/fill.ts'

const RULES = new URL('../../shared/rules/', import.meta.url)
const FILES = [
  'calendar/contract-end.ts',
  'calendar/delay.ts',
  'calendar/holidays.ts',
  'calendar/working-day.ts',
  'law/private-limits.ts',
  'law/waiting-period.ts',
  'law/trial-period.ts',
  'law/hand-over.ts',
  'law/end-allowance.ts',
  'law/minimum-wage.ts',
  'law/notice.ts',
  'law/public-limits.ts',
  'aid/aid-scheme.ts',
  'aid/aid-earned.ts',
  'aid/accrual.ts',
  'aid/vacancy-limit.ts',
  'aid/financial-report.ts',
  'aid/threshold.ts',
  'identifiers.ts',
]
const sources = FILES.map((file) => readFileSync(new URL(file, RULES), 'utf8')).join('\n')

describe('the steps of the calculators', () => {
  it('each have a sentence: every code written in the rules is in the catalogue', () => {
    const literal = [...sources.matchAll(/code: '([a-z-]+\.[a-z0-9-]+)'/g)].map((m) => m[1] ?? '')
    const chosen = [
      ...sources.matchAll(/code: [a-zA-Z .=>]+\? '([a-z-]+\.[a-z-]+)' : '([a-z-]+\.[a-z-]+)'/g),
    ].flatMap((m) => [m[1] ?? '', m[2] ?? ''])
    const codes = new Set([...literal, ...chosen])
    expect(codes.size).toBeGreaterThan(50)
    expect([...codes].filter((code) => !STEP_CODES.includes(code))).toEqual([])
  })

  it('are said in full for every worked case and example, without a hole', () => {
    const lines = readFileSync(new URL('../fixtures/calc-cases.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    const asked = [
      ...lines.map((line) => JSON.parse(line) as { calc: string; input: unknown }),
      ...CALCULATORS.map((c) => ({ calc: c.name, input: c.example })),
      ...MORE,
    ]
    const seen = new Set<string>()
    for (const { calc, input } of asked)
      for (const step of stepsOf(calc, input)) {
        seen.add(step.code)
        const sentence = stepSentence(step)
        expect(sentence).not.toMatch(/—|undefined|\{|\}|NaN|\[object/)
        expect(sentence).not.toBe(step.code)
        expect(sentence.endsWith('.')).toBe(true)
        // French typography: no plain space before a colon, a semicolon or the euro sign.
        expect(sentence).not.toMatch(/ [:;€»]|« /)
      }
    expect(STEP_CODES.filter((code) => !seen.has(code))).toEqual([])
  })

  it('say figures the user entered as such', () => {
    expect(
      stepSentence({ code: 'aid-scheme.scale', values: { scale: 'X', source: 'Y', builtIn: false } }),
    ).toContain('que vous avez saisie')
  })

  it('of another catalogue keep their code', () => {
    expect(stepSentence({ code: 'engine.something', values: {} })).toBe('engine.something')
  })
})

describe('the catalogue of calculators', () => {
  it('lists every calculator once, by its name in the rules', () => {
    expect(CALCULATORS.map((c) => c.name).sort()).toEqual([...CALCULATOR_NAMES].sort())
  })

  it('opens each form with an example that works and shows every result it has', () => {
    for (const c of CALCULATORS) {
      const answer = runCalc(c.name, c.example)
      if ('error' in answer) throw new Error(`${c.name}: ${answer.error.code} ${answer.error.field}`)
      const output = answer.output as unknown as Readonly<Record<string, unknown>>
      const named = new Set([
        ...c.results.map((r) => r.name),
        'steps',
        'basis',
        'service',
        'proposedStartsOn',
        'scale',
      ])
      expect(Object.keys(output).filter((key) => !named.has(key))).toEqual([])
      for (const key of Object.keys(c.example)) expect(c.fields.map((f) => f.name)).toContain(key)
    }
  })

  it('knows every field of every calculator: an optional one may be left out, another may not', () => {
    for (const c of CALCULATORS)
      for (const field of c.fields) {
        if (!(field.name in c.example)) continue
        const { [field.name]: _, ...without } = c.example
        const answer = runCalc(c.name, without)
        if (field.optional === true || field.onlyWhen !== undefined) continue
        expect(answer).toMatchObject({ error: { field: field.name } })
      }
  })

  it('offers choices that the rules accept', () => {
    for (const c of CALCULATORS)
      for (const field of c.fields.filter((f) => f.kind === 'choice'))
        for (const choice of field.choices ?? []) {
          const answer = runCalc(c.name, { ...c.example, [field.name]: choice.value })
          if ('error' in answer) expect([answer.error.code, c.name]).not.toEqual(['choice.unknown', c.name])
        }
  })

  it('names every refusal and reason', () => {
    for (const code of ANSWER_CODE_LIST) expect(answerCodeLabel(code)).not.toBe(code)
    for (const code of [
      'gap',
      'overlap',
      'too-long',
      'too-short',
      'too-many-renewals',
      'permanent-contract-required',
      'checksum',
    ])
      expect(ANSWER_CODE_LIST).toContain(code)
  })
})

describe('the errors of the calculators', () => {
  it('each have words, and name the field as the form does', () => {
    const written = [...sources.matchAll(/refused\('([a-z-]+\.[a-z-]+)'/g)].map((m) => m[1] ?? '')
    for (const code of written) expect(CALC_ERROR_CODES).toContain(code)
    expect(calcErrorMessage({ code: 'period.end-before-start', field: 'periods.1.endsOn' }, 'notice')).toBe(
      'Périodes, élément 2, fin\u00a0: la fin est avant le début.',
    )
    expect(calcErrorMessage({ code: 'field.missing', field: 'months' }, 'contract-end')).toBe(
      'Durée en mois\u00a0: valeur manquante.',
    )
    expect(calcErrorMessage({ code: 'type.object', field: 'input' })).toMatch(/^Un objet JSON/)
  })
})

describe('sentences with gaps', () => {
  it('never fail on a missing value', () => {
    expect(fill('{a|day} et {b|eur} et {c}', {})).toBe('— et — et —')
  })

  it('say lengths as people do', () => {
    expect(serviceWords(26, 3)).toBe('2 ans, 2 mois et 3 jours')
    expect(serviceWords(12, 0)).toBe('1 an')
    expect(serviceWords(0, 1)).toBe('1 jour')
    expect(serviceWords(0, 0)).toBe('aucune durée')
  })
})

function stepsOf(calc: string, input: unknown): readonly Step[] {
  const answer = runCalc(calc, input)
  if ('error' in answer) throw new Error(`${calc}: ${answer.error.code} ${answer.error.field}`)
  return answer.output.steps
}

const period = (startsOn: string, endsOn: string, kind?: string) => ({
  startsOn,
  endsOn,
  ...(kind === undefined ? {} : { kind }),
})
const allowance = {
  regime: 'private',
  kind: 'CDD',
  grossTotalCents: 100_000,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  outcome: 'ended',
}
const publicAllowance = { ...allowance, regime: 'public', kind: 'L332-8', monthlyGrossCents: 500_000 }

/** Inputs that reach the steps no worked case reaches. */
const MORE = [
  { calc: 'contract-end', input: { startsOn: '2026-01-01', months: 1, typo: true } },
  {
    calc: 'delay',
    input: {
      from: '2026-01-01',
      months: 1,
      days: 2,
      direction: 'before',
      zone: 'metropole',
      roll: 'previous',
    },
  },
  {
    calc: 'cdd-private-limits',
    input: {
      periods: [period('2026-01-01', '2026-06-30'), period('2026-06-01', '2026-12-31')],
      maxMonths: 24,
    },
  },
  { calc: 'trial-period', input: { regime: 'private-cdd', startsOn: '2026-01-01', endsOn: '2026-01-03' } },
  {
    calc: 'trial-period',
    input: { regime: 'public', startsOn: '2026-01-01', endsOn: '2026-01-10', sameFunctions: false },
  },
  {
    calc: 'trial-period',
    input: { regime: 'public', startsOn: '2026-01-01', endsOn: null, sameFunctions: false },
  },
  { calc: 'end-allowance', input: { ...allowance, kind: 'CDI' } },
  { calc: 'end-allowance', input: { ...publicAllowance, kind: 'contrat-de-projet' } },
  { calc: 'end-allowance', input: publicAllowance },
  ...['permanent-contract-refused', 'renewed', 'employee-left', 'misconduct'].map((outcome) => ({
    calc: 'end-allowance',
    input: { ...allowance, outcome },
  })),
  {
    calc: 'notice',
    input: { kind: 'contrat-de-projet', periods: [period('2020-01-01', '2025-12-31')], zone: 'metropole' },
  },
  {
    calc: 'notice',
    input: {
      kind: 'cdd-public',
      periods: [period('2020-01-01', '2025-12-31')],
      zone: 'metropole',
      permanentNext: true,
    },
  },
  {
    calc: 'notice',
    input: { kind: 'cdd-public', periods: [period('2020-01-01', '2025-12-31')], zone: 'metropole' },
  },
  {
    calc: 'public-limits',
    input: { kind: 'L332-13', periods: [], proposedStartsOn: '2026-01-01', proposedMonths: 3 },
  },
  {
    calc: 'public-limits',
    input: { kind: 'L332-23-1', periods: [], proposedStartsOn: '2026-01-01', proposedMonths: 3 },
  },
  {
    calc: 'aid-scheme',
    input: { scheme: 'v2', sector: 'private', bonus: true, positions: 2, territory: '971' },
  },
  {
    calc: 'aid-earned',
    input: {
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      yearlyCents: [1],
      occupied: [],
      at: '2026-06-01',
      method: 'days',
    },
  },
  { calc: 'identifier', input: { kind: 'siret', value: '123' } },
]
