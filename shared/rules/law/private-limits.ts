/** Private fixed-term contract: one initial period and its renewals, contiguous, within a maximum (L1242-8-1, L1243-13-1). */
import { addDays, type Day, maxDay } from '../../domain/day.ts'
import { endAfterMonths } from '../calendar/contract-end.ts'
import type { Period } from '../calendar/periods.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export type PrivateRefusal = 'gap' | 'overlap' | 'too-long' | 'too-many-renewals'

export interface PrivateLimitsInput {
  /** The initial contract, then its renewals, in the order in which they were signed. Never empty. */
  readonly periods: readonly [Period, ...Period[]]
  /** Set by a branch agreement; else the law's. */
  readonly maxMonths?: number
  readonly maxRenewals?: number
}

export interface PrivateLimits {
  readonly valid: boolean
  readonly refusals: readonly PrivateRefusal[]
  /** Last day that the contract and its renewals may reach. */
  readonly maxEndsOn: Day
  readonly renewalsLeft: number
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export function privateLimits(input: PrivateLimitsInput, figures: Figures = BUILT_IN_FIGURES): PrivateLimits {
  const [initial, ...renewals] = input.periods
  const startsOn = initial.startsOn
  const maxMonths = input.maxMonths ?? figures.value('cdd.max-months', startsOn)
  const maxRenewals = input.maxRenewals ?? figures.value('cdd.max-renewals', startsOn)
  const maxEndsOn = endAfterMonths(startsOn, maxMonths)
  const lastEndsOn = input.periods.reduce((last, p) => maxDay(p.endsOn, last), initial.endsOn)
  const refusals = new Set<PrivateRefusal>()
  const steps: Step[] = [
    {
      code: 'private-limits.maximum',
      values: { startsOn, maxMonths, maxEndsOn, lastEndsOn, byAgreement: input.maxMonths !== undefined },
    },
    {
      code: 'private-limits.renewals',
      values: { renewals: renewals.length, maxRenewals, byAgreement: input.maxRenewals !== undefined },
    },
  ]
  let previous: Period = initial
  for (const [index, renewal] of renewals.entries()) {
    const expected = addDays(previous.endsOn, 1)
    const overlaps = input.periods
      .slice(0, index + 1)
      .some((p) => renewal.startsOn <= p.endsOn && p.startsOn <= renewal.endsOn)
    if (overlaps) {
      refusals.add('overlap')
      steps.push({
        code: 'private-limits.overlap',
        values: { startsOn: renewal.startsOn, previousEndsOn: previous.endsOn },
      })
    } else if (renewal.startsOn !== expected) {
      refusals.add('gap')
      steps.push({ code: 'private-limits.gap', values: { startsOn: renewal.startsOn, expected } })
    }
    previous = renewal
  }
  if (lastEndsOn > maxEndsOn) refusals.add('too-long')
  if (renewals.length > maxRenewals) refusals.add('too-many-renewals')
  return {
    valid: refusals.size === 0,
    refusals: [...refusals].sort(),
    maxEndsOn,
    renewalsLeft: Math.max(0, maxRenewals - renewals.length),
    steps,
    basis: basisOf(['L1242-8-1', 'L1243-13-1'], startsOn),
  }
}
