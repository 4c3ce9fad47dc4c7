/** Aid earned by a share of an agreement at a day: the calculator `aid-earned` asked with the engine's own figures. */
import type { Day } from '../../../domain/day.ts'
import { type Cents, ZERO } from '../../../domain/money.ts'
import { type AidEarned, aidEarned } from '../../aid/aid-earned.ts'
import { yearCount } from '../../aid/convention-years.ts'
import type { Period } from '../periods.ts'
import type { AgreementView } from '../states/agreement-state.ts'

export function earnedOf(
  agreement: AgreementView,
  yearlyCents: readonly Cents[],
  paidDays: readonly Period[],
  at: Day,
): Cents {
  const first = paidDays[0]
  if (first === undefined || at < agreement.fundedFrom || first.from > at) return ZERO
  return earnedDetail(agreement, yearlyCents, paidDays, at)?.earnedCents ?? ZERO
}

/** With its steps; null where the agreement has no amount or no length. */
export function earnedDetail(
  agreement: AgreementView,
  yearlyCents: readonly Cents[],
  paidDays: readonly Period[],
  at: Day,
): AidEarned | null {
  const { fundedFrom, fundedTo } = agreement
  if (yearlyCents.length === 0 || fundedTo < fundedFrom) return null
  return aidEarned({
    startsOn: fundedFrom,
    endsOn: fundedTo,
    yearlyCents: everyYear(yearlyCents, fundedFrom, fundedTo),
    occupied: paidDays,
    at,
    method: agreement.agreement.earningMethod,
  })
}

/**
 * One amount per year of the agreement: a year nobody granted anything for (after an extension) is worth nothing by itself,
 * a year the agreement no longer reaches (after an early end) is never earned.
 */
export function everyYear(yearlyCents: readonly Cents[], from: Day, to: Day): readonly Cents[] {
  const years = yearCount(from, to)
  if (yearlyCents.length >= years) return yearlyCents.slice(0, years)
  return [...yearlyCents, ...Array.from({ length: years - yearlyCents.length }, () => ZERO)]
}
