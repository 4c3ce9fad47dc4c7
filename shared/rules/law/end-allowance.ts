/** Allowance at the end of a fixed-term contract: private (L1243-8), public (L554-3 CGFP), and why there is none. */
import { addMonths, type Day } from '../../domain/day.ts'
import { type Cents, proportion, ZERO } from '../../domain/money.ts'
import type { ContractKind } from '../../domain/words.ts'
import { endAfterMonths } from '../calendar/contract-end.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf, type TextCode } from '../texts.ts'
import { minimumWage } from './minimum-wage.ts'

export const OUTCOMES = [
  'ended',
  'permanent-contract',
  'permanent-contract-refused',
  'renewed',
  'employee-left',
  'misconduct',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Public contracts that carry an allowance (L554-3). */
const COVERED: readonly ContractKind[] = ['L332-8', 'L332-13', 'L332-14', 'L332-23-1']

export interface EndAllowanceInput {
  readonly regime: 'private' | 'public'
  readonly kind: ContractKind
  readonly grossTotalCents: Cents
  /** Start of the first contract of the chain: a public contract needs it to know the total length. */
  readonly startsOn?: Day
  readonly endsOn: Day
  /** Monthly gross: a public contract needs it. */
  readonly monthlyGrossCents?: Cents
  readonly outcome: Outcome
}

export type EndAllowanceReason =
  | 'due'
  | 'not-fixed-term'
  | 'pec'
  | 'kind-not-covered'
  | Exclude<Outcome, 'ended'>
  | 'longer-than-maximum'
  | 'wage-at-or-above-limit'

export interface EndAllowance {
  readonly cents: Cents
  /** Public law: to be paid by. Only where an allowance is due. */
  readonly payBy?: Day
  readonly reason: EndAllowanceReason
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

/** The question cannot be answered without this field. */
export interface MissingForAllowance {
  readonly missing: 'startsOn' | 'monthlyGrossCents' | 'minimum-wage'
}

export function endAllowance(
  input: EndAllowanceInput,
  figures: Figures = BUILT_IN_FIGURES,
): EndAllowance | MissingForAllowance {
  return input.regime === 'private' ? privateAllowance(input, figures) : publicAllowance(input, figures)
}

function privateAllowance(input: EndAllowanceInput, figures: Figures): EndAllowance {
  const { kind, outcome, endsOn } = input
  if (kind === 'PEC') return none('pec', input, ['L1243-10', 'L5134-pec'])
  if (kind !== 'CDD') return none('not-fixed-term', input, ['L1243-8'])
  if (outcome !== 'ended') return none(outcome, input, ['L1243-8', 'L1243-10'])
  const rate = figures.value('end-allowance.private.rate', endsOn)
  const { cents, step } = share(input.grossTotalCents, rate)
  return { cents, reason: 'due', steps: [step], basis: basisOf('L1243-8', endsOn) }
}

function publicAllowance(input: EndAllowanceInput, figures: Figures): EndAllowance | MissingForAllowance {
  const { kind, outcome, startsOn, endsOn, monthlyGrossCents } = input
  const law: readonly TextCode[] = ['L554-3']
  if (kind === 'PEC') return none('pec', input, ['L1243-10', 'L5134-pec'])
  if (!COVERED.includes(kind)) return none('kind-not-covered', input, law)
  if (outcome !== 'ended') return none(outcome, input, law)
  if (startsOn === undefined) return { missing: 'startsOn' }
  const maxMonths = figures.value('end-allowance.public.max-months', endsOn)
  const maxEndsOn = endAfterMonths(startsOn, maxMonths)
  const length: Step = { code: 'end-allowance.length', values: { startsOn, endsOn, maxMonths, maxEndsOn } }
  if (endsOn > maxEndsOn) return none('longer-than-maximum', input, law, [length])
  if (monthlyGrossCents === undefined) return { missing: 'monthlyGrossCents' }
  const wage = minimumWage(endsOn, figures)
  if (wage === null) return { missing: 'minimum-wage' }
  const factor = figures.value('end-allowance.public.wage-factor', endsOn)
  const limitCents = wage.monthlyCents * factor
  const pay: Step = {
    code: 'end-allowance.wage',
    values: { monthlyGrossCents, wageCents: wage.monthlyCents, since: wage.since, factor, limitCents },
  }
  if (monthlyGrossCents >= limitCents) return none('wage-at-or-above-limit', input, law, [length, pay])
  const rate = figures.value('end-allowance.public.rate', endsOn)
  const { cents, step } = share(input.grossTotalCents, rate)
  const payMonths = figures.value('end-allowance.public.pay-months', endsOn)
  const payBy = addMonths(endsOn, payMonths)
  return {
    cents,
    payBy,
    reason: 'due',
    steps: [length, pay, step, { code: 'end-allowance.pay-by', values: { endsOn, payMonths, payBy } }],
    basis: basisOf(['L554-3', 'end-allowance-payment'], endsOn),
  }
}

function share(gross: Cents, rate: number): { readonly cents: Cents; readonly step: Step } {
  const cents = proportion(gross, rate, 10_000)
  return { cents, step: { code: 'end-allowance.share', values: { grossTotalCents: gross, rate, cents } } }
}

function none(
  reason: EndAllowanceReason,
  input: EndAllowanceInput,
  law: readonly TextCode[],
  before: readonly Step[] = [],
): EndAllowance {
  return {
    cents: ZERO,
    reason,
    steps: [...before, { code: `end-allowance.none-${reason}`, values: { kind: input.kind } }],
    basis: basisOf(law, input.endsOn),
  }
}
