/** Every code the engine may emit has its French sentence, and the panel of the mock-up says what it should. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { checkDraft } from '#shared/rules/engine/contracts/findings.ts'
import { proposeRenewals } from '#shared/rules/engine/contracts/renewals.ts'
import { derivedDeadlines } from '#shared/rules/engine/deadlines/deadlines.ts'
import { type Derived, derive } from '#shared/rules/engine/derive.ts'
import { explain, type Target } from '#shared/rules/engine/explain/explain.ts'
import type { Explanation, Finding } from '#shared/rules/explanation.ts'
import { CONTRACT_FINDING_CODES } from '#shared/text/rules/contract-findings.ts'
import { EXPLAINED_CODES, explanationLines, stepSentence } from '#shared/text/rules/explain.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import { PASSERELLES_TODAY, passerelles } from '../support/passerelles.ts'

const engine = fileURLToPath(new URL('../../shared/rules/engine/', import.meta.url))
const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(engine, path), 'utf8'))
  .join('\n')
const literals = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map((m) => m[1] ?? ''))]

const { facts, ids } = passerelles()
const derived = derive(facts, day(PASSERELLES_TODAY))
const id = (key: string) => ids[key] ?? Number.NaN

describe('the words of the engine', () => {
  it('exist for every step code written in its sources', () => {
    const codes = literals(
      /'((?:deadline|why|explain|note|what-if|subject|position|contract|agreement|instalment)\.[a-z][\w.-]*)'/g,
    )
    const findings = new Set(CONTRACT_FINDING_CODES)
    const silent = codes.filter(
      (code) => !EXPLAINED_CODES.has(code) && !findings.has(code) && !isFinding(code),
    )
    expect(codes.length).toBeGreaterThan(80)
    expect(silent).toEqual([])
  })

  it('exist for every finding code written in its sources', () => {
    const codes = literals(
      /(?:say|finding)\(\s*(?:[^'()]*\?\s*)?'(?:refused|warning|respected)'(?:\s*:\s*'[a-z]+')?,\s*(?:[^']*\?\s*)?'([\w.-]+)'/g,
    )
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => findingSentence({ code, values: {} }) === code)).toEqual([])
  })

  it('leave no gap: nothing shown on the file of the mock-ups holds a code, an "undefined" or an empty value', () => {
    const sentences: string[] = []
    for (const d of derivedDeadlines(derived)) sentences.push(stepSentence(d.title), stepSentence(d.why))
    for (const v of derived.positions.values()) sentences.push(stepSentence(v.reason))
    for (const v of derived.contracts.values()) sentences.push(stepSentence(v.reason))
    for (const v of derived.agreements.values()) sentences.push(stepSentence(v.reason))
    for (const v of derived.instalments.values()) sentences.push(stepSentence(v.reason))
    for (const e of everyExplanation(derived))
      sentences.push(...explanationLines(e), ...e.whatIf.map(stepSentence))
    for (const f of everyFinding(derived)) sentences.push(findingSentence(f))
    expect(sentences.length).toBeGreaterThan(400)
    expect(sentences.filter((s) => /undefined|null|NaN|—|\{|^[a-z-]+\.[a-z-]+/.test(s))).toEqual([])
  })
})

describe('"Pourquoi cette date ?"', () => {
  it('tells the notice of the mock-up: contract, length, rule, arithmetic, calendar, what would change it', () => {
    const e = explain({ kind: 'contract-notice', contractId: id('cCharvin') }, derived)
    expect(e).toMatchObject({ result: { kind: 'day', day: '2026-11-30' }, nature: 'legal' })
    expect(lines(e)).toEqual([
      'Contrat de projet de Lucie Charvin, du 01/02/2024 au 31/01/2027. Saisi sur le contrat.',
      'Services sans interruption de plus de 4 mois, du 01/02/2024 au 31/01/2027\u00a0: 3 ans.',
      'Contrat de projet de 36 mois au plus\u00a0: délai de prévenance de 2 mois.',
      'Fin le 31/01/2027\u00a0; 2 mois avant\u00a0: le lundi 30/11/2026 au plus tard.',
      'Le lundi 30/11/2026 est un jour ouvré (Métropole).',
      'Pas d’entretien obligatoire\u00a0: aucune durée sur emploi permanent, moins de 36 mois.',
    ])
    expect(e?.whatIf.map((w) => [w.code, w.result])).toContainEqual(['what-if.project-long', '2026-10-31'])
  })

  it('tells the limit of a vacant post from the departure', () => {
    const e = explain({ kind: 'vacancy-limit', positionId: id('2104') }, derived)
    expect(e).toMatchObject({ result: { day: '2027-01-31' }, nature: 'scheme' })
    expect(lines(e)[1]).toBe('Rompu le 31/07/2026 (démission).')
    expect(explain({ kind: 'vacancy-limit', positionId: id('2101') }, derived)).toBeNull()
  })

  it('answers for every deadline by its key, and for none that does not exist', () => {
    for (const { key } of derivedDeadlines(derived)) {
      const e = explain({ kind: 'deadline', key }, derived)
      expect(e?.steps.length, key).toBeGreaterThan(1)
    }
    expect(explain({ kind: 'deadline', key: 'notice:contract:99999' }, derived)).toBeNull()
  })
})

describe('"Pourquoi ce montant ?"', () => {
  it('tells what is outstanding: the tranche, then the subtraction', () => {
    const e = explain(
      { kind: 'position-amount', positionId: id('2101'), amount: 'outstandingCents' },
      derived,
    )
    expect(e?.result).toEqual({ kind: 'cents', cents: 4_000_00 })
    expect(lines(e)[0]).toContain('237 jours de retard')
    expect(lines(e)[1]).toContain('44\u202f000,00')
  })

  it('tells what would be asked back, and what it would be later', () => {
    const e = explain({ kind: 'position-amount', positionId: id('2102'), amount: 'earnedCents' }, derived)
    const [held, empty] = e?.whatIf ?? []
    expect(held?.result).toBeGreaterThan(Number(empty?.result))
    expect(
      explain({ kind: 'agreement-amount', agreementId: 99_999, amount: 'earnedCents' }, derived),
    ).toBeNull()
  })
})

function lines(e: Explanation | null): readonly string[] {
  return e?.steps.map(stepSentence) ?? []
}

/** Codes of findings that the catalogue of writes already says. */
function isFinding(code: string): boolean {
  return findingSentence({ code, values: {} }) !== code
}

const AMOUNTS = [
  'notifiedCents',
  'earnedCents',
  'receivedCents',
  'outstandingCents',
  'claimableCents',
  'lateCents',
  'cancelledCents',
  'overpaidCents',
] as const

function everyExplanation(d: Derived): readonly Explanation[] {
  const targets: Target[] = [
    ...derivedDeadlines(d).map(({ key }): Target => ({ kind: 'deadline', key })),
    ...facts.positions.flatMap((p): Target[] => [
      { kind: 'position-state', positionId: p.id },
      ...AMOUNTS.map((amount): Target => ({ kind: 'position-amount', positionId: p.id, amount })),
    ]),
    ...facts.agreements.flatMap((a): Target[] =>
      AMOUNTS.map((amount): Target => ({ kind: 'agreement-amount', agreementId: a.id, amount })),
    ),
  ]
  return targets.flatMap((target) => explain(target, d) ?? [])
}

function everyFinding(d: Derived): readonly Pick<Finding, 'code' | 'values'>[] {
  return facts.contracts.flatMap((contract) => {
    const renewal = proposeRenewals(contract.id, d, {
      endsOn: day('2028-12-31'),
      permanent: false,
      monthlyGrossCents: 1_200_00 as never,
    })
    return [
      ...checkDraft(contract, d),
      ...(renewal?.options.flatMap((o) => o.refusals) ?? []),
      ...(renewal?.choice?.findings ?? []),
    ]
  })
}
