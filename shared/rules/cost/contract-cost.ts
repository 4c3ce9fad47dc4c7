/**
 * What a contract costs its employer, month by month: as entered from the payslips, else estimated from the gross in
 * force, the days worked in the month and the employer's own rate of charges. Cents; an estimate is always marked.
 */
import { type Day, dayOf, daysInMonth, inclusiveDays, maxDay, minDay } from '../../domain/day.ts'
import type { Contract, ContractAmendment, Employer, MonthlyCost } from '../../domain/facts.ts'
import { type Cents, cents, proportion, ZERO } from '../../domain/money.ts'

export interface ContractMonth {
  /** "YYYY-MM". */
  readonly month: string
  readonly grossCents: Cents
  readonly chargesCents: Cents
  readonly taxesCents: Cents
  readonly totalCents: Cents
  readonly estimated: boolean
}

export interface CostInput {
  readonly contract: Contract
  readonly amendments: readonly ContractAmendment[]
  /** Last day worked as known: early end, else the term as amended, else null. */
  readonly lastDay: Day | null
  /** Rate of employer charges in 1/10 000 of gross. */
  readonly chargesRate: number
  /** Costs entered for this contract, by month. */
  readonly entered: ReadonlyMap<string, MonthlyCost>
}

/** Where the employer gives no rate: about 42 % in an association, 36 to 42 % for a public contract (user's setting, not law). */
export const USUAL_CHARGES_RATE = { private: 4_200, public: 4_000 } as const

export function chargesRateOf(employer: Pick<Employer, 'chargesRate' | 'sector'>): number {
  return employer.chargesRate ?? USUAL_CHARGES_RATE[employer.sector]
}

/** Cost of one month; null where the contract does not run and nothing was entered. */
export function contractMonth(input: CostInput, month: string): ContractMonth | null {
  const entered = input.entered.get(month)
  if (entered) {
    const { grossCents, chargesCents, taxesCents } = entered
    return monthOfCost(month, grossCents, chargesCents, taxesCents, false)
  }
  const grossCents = estimatedGross(input, month)
  if (grossCents === null) return null
  return monthOfCost(month, grossCents, proportion(grossCents, input.chargesRate, 10_000), ZERO, true)
}

/** Gross in force on a day, amendments included; null where none is known. */
export function grossOn(contract: Contract, amendments: readonly ContractAmendment[], on: Day): Cents | null {
  let gross = contract.monthlyGrossCents
  let since = ''
  for (const amendment of amendments) {
    if (amendment.newMonthlyGrossCents === null || amendment.effectiveOn > on) continue
    if (amendment.effectiveOn < since) continue
    gross = amendment.newMonthlyGrossCents
    since = amendment.effectiveOn
  }
  return gross
}

/** Days worked of the month over its days, times the gross in force on the first day worked of the month. */
function estimatedGross({ contract, amendments, lastDay }: CostInput, month: string): Cents | null {
  const year = Number(month.slice(0, 4))
  const index = Number(month.slice(5, 7))
  const length = daysInMonth(year, index)
  const first = maxDay(dayOf(year, index, 1), contract.startsOn)
  const last = lastDay === null ? dayOf(year, index, length) : minDay(dayOf(year, index, length), lastDay)
  if (last < first) return null
  const gross = grossOn(contract, amendments, first)
  return gross === null ? null : proportion(gross, inclusiveDays(first, last), length)
}

function monthOfCost(
  month: string,
  grossCents: Cents,
  chargesCents: Cents,
  taxesCents: Cents,
  estimated: boolean,
): ContractMonth {
  const totalCents = cents(grossCents + chargesCents + taxesCents)
  return { month, grossCents, chargesCents, taxesCents, totalCents, estimated }
}
