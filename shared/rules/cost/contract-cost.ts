/**
 * What a contract costs its employer, month by month: as entered from the payslips, else estimated from the gross in
 * force, the days worked in the month and the employer's own rate of charges. Cents; an estimate is always marked.
 */
import { dayOf, daysInMonth, inclusiveDays, maxDay, minDay } from '../../domain/day.ts'
import type { Contract, Employer } from '../../domain/facts.ts'
import { type Cents, cents, proportion, ZERO } from '../../domain/money.ts'
import { type FactsIndex, rowsOf } from '../engine/index-facts.ts'
import { lastDayOf, termsAt } from '../engine/states/contract-state.ts'

export interface ContractMonth {
  /** "YYYY-MM". */
  readonly month: string
  readonly grossCents: Cents
  readonly chargesCents: Cents
  readonly taxesCents: Cents
  readonly totalCents: Cents
  readonly estimated: boolean
}

/** Where the employer gives no rate: about 42 % in an association, 36 to 42 % for a public contract (user's setting, not law). */
const USUAL_CHARGES_RATE = { private: 4_200, public: 4_000 } as const

export function chargesRateOf(employer: Pick<Employer, 'chargesRate' | 'sector'>): number {
  return employer.chargesRate ?? USUAL_CHARGES_RATE[employer.sector]
}

/**
 * Cost of one month ("YYYY-MM"); null where the contract does not run and nothing was entered.
 * `chargesRate`: employer charges in 1/10 000 of gross.
 */
export function contractMonth(
  contract: Contract,
  index: FactsIndex,
  chargesRate: number,
  month: string,
): ContractMonth | null {
  const entered = rowsOf(index.costsByContract, contract.id).find((cost) => cost.month === month)
  if (entered) {
    const { grossCents, chargesCents, taxesCents } = entered
    return monthOfCost(month, grossCents, chargesCents, taxesCents, false)
  }
  const grossCents = estimatedGross(contract, index, month)
  if (grossCents === null) return null
  return monthOfCost(month, grossCents, proportion(grossCents, chargesRate, 10_000), ZERO, true)
}

/** Days worked of the month over its days, times the gross in force on the first day worked of the month. */
function estimatedGross(contract: Contract, index: FactsIndex, month: string): Cents | null {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  const length = daysInMonth(year, number)
  const lastDay = lastDayOf(contract, index)
  const first = maxDay(dayOf(year, number, 1), contract.startsOn)
  const last = lastDay === null ? dayOf(year, number, length) : minDay(dayOf(year, number, length), lastDay)
  if (last < first) return null
  const { monthlyGrossCents } = termsAt(contract, index, first)
  return monthlyGrossCents === null ? null : proportion(monthlyGrossCents, inclusiveDays(first, last), length)
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
