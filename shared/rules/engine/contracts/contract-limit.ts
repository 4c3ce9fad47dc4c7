/** How far a fixed-term contract and what it follows have gone, against the longest the law allows. */
import { addDays, type Day } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import { compareToMonths, lengthOf } from '../../calendar/contract-end.ts'
import { mergePeriods, type Period, totalLength } from '../../calendar/periods.ts'
import type { Basis } from '../../explanation.ts'
import { privateLimits } from '../../law/private-limits.ts'
import { type LimitedKind, publicLimits } from '../../law/public-limits.ts'
import { basisOf } from '../../texts.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import type { ContractView } from '../states/contract-state.ts'
import { limitedKindOf, type Regime } from './regime.ts'
import { chainOf, publicService } from './service.ts'

export interface ContractLimit {
  /** Nothing more may be signed on a fixed term. */
  readonly reached: boolean
  readonly byRenewals: boolean
  readonly renewals: number
  /** Whole months served at the term. */
  readonly servedMonths: number
  readonly maximumMonths: number
  readonly mustBePermanent: boolean
  /** Last day a next fixed-term contract may reach, where one may be signed. */
  readonly maxEndsOn: Day | null
  readonly basis: readonly Basis[]
}

/** Null where nothing limits the contract (permanent, replacement). */
export function limitOf(view: ContractView, regime: Regime, derived: Derived): ContractLimit | null {
  const { contract, endsOn } = view
  if (endsOn === null || endsOn < contract.startsOn) return null
  if (regime === 'private') return privateLimit(contract, derived)
  if (regime === 'pec') return pecLimit(contract, endsOn, derived)
  const kind = limitedKindOf(contract.kind, regime)
  return kind === null || kind === 'L332-13' ? null : publicLimit(contract, kind, endsOn, derived)
}

/** The initial period and its renewals: contracts that renew it, and amendments that prolong it. */
export function renewalPeriods(contract: Contract, derived: Derived): readonly Period[] {
  const periods: Period[] = []
  for (const link of chainOf(contract, derived)) {
    let startsOn = link.startsOn
    let endsOn = link.endsOn
    for (const amendment of rowsOf(derived.index.amendmentsByContract, link.id)) {
      if (amendment.newEndsOn === null || endsOn === null) continue
      if (amendment.newEndsOn > endsOn) {
        periods.push({ startsOn, endsOn })
        startsOn = addDays(endsOn, 1)
      }
      endsOn = amendment.newEndsOn
    }
    const last = link.id === contract.id ? endsOn : (link.endedOn ?? endsOn)
    if (last !== null && last >= startsOn) periods.push({ startsOn, endsOn: last })
  }
  return periods
}

function privateLimit(contract: Contract, derived: Derived): ContractLimit | null {
  const [first, ...renewals] = renewalPeriods(contract, derived)
  if (first === undefined) return null
  const limits = privateLimits({ periods: [first, ...renewals] }, derived.figures)
  const last = renewals.at(-1) ?? first
  return {
    reached: last.endsOn >= limits.maxEndsOn || limits.renewalsLeft === 0,
    byRenewals: last.endsOn < limits.maxEndsOn,
    renewals: renewals.length,
    servedMonths: lengthOf(first.startsOn, last.endsOn).months,
    maximumMonths: derived.figures.value('cdd.max-months', first.startsOn),
    mustBePermanent: false,
    maxEndsOn: limits.maxEndsOn,
    basis: limits.basis,
  }
}

function pecLimit(contract: Contract, endsOn: Day, derived: Derived): ContractLimit {
  const periods = renewalPeriods(contract, derived)
  const served = totalLength(mergePeriods(periods))
  const maximumMonths = derived.figures.value('pec.total-months', endsOn)
  return {
    reached: compareToMonths(served, maximumMonths) >= 0,
    byRenewals: false,
    renewals: Math.max(0, periods.length - 1),
    servedMonths: served.months,
    maximumMonths,
    mustBePermanent: false,
    maxEndsOn: null,
    basis: basisOf('L5134-pec', endsOn),
  }
}

export const TOTAL_FIGURE = {
  'contrat-de-projet': 'project.max-months',
  'L332-8': 'l332-8.total-months',
  'L332-14': 'l332-14.total-months',
  'L332-23-1': 'l332-23-1.max-months',
} as const

function publicLimit(
  contract: Contract,
  kind: Exclude<LimitedKind, 'L332-13'>,
  endsOn: Day,
  derived: Derived,
): ContractLimit {
  const periods = publicService(contract, derived, { until: contract.startsOn })
  const next = addDays(endsOn, 1)
  const limits = publicLimits({ kind, periods, proposedStartsOn: next, proposedMonths: 1 }, derived.figures)
  const mustBePermanent = limits.mustBePermanent === true
  const counted = periods.filter((p) =>
    kind === 'L332-8' ? p.kind !== 'contrat-de-projet' : p.kind === kind,
  )
  return {
    reached: mustBePermanent || limits.maxEndsOn === undefined || limits.maxEndsOn < next,
    byRenewals: false,
    renewals: 0,
    servedMonths: totalLength(mergePeriods(counted)).months,
    maximumMonths: derived.figures.value(TOTAL_FIGURE[kind], endsOn),
    mustBePermanent,
    maxEndsOn: limits.maxEndsOn ?? null,
    basis: limits.basis,
  }
}
