/** What a contract costs month by month: gross for the days worked, charges at the employer's rate, payroll taxes. */
import { type Day, dayOf, daysInMonth, maxDay, minDay, monthOf, yearOf } from '#shared/domain/day.ts'
import type { Contract, Employer } from '#shared/domain/facts.ts'
import { type Cents, proportion } from '#shared/domain/money.ts'
import { sharedDays } from '#shared/rules/aid/convention-years.ts'
import type { FactsDraft } from './facts-draft.ts'

const RATE_UNIT = 10_000
/** Taxes on pay of an association and contribution to training of a public body, in 1/10 000 of gross. */
const PRIVATE_TAXES = 625
const PUBLIC_TAXES = 90

/** Every month from the start of the contract, or from `from`, to the month of `until` at most. */
export function addMonthlyCosts(
  draft: FactsDraft,
  contract: Contract,
  employer: Employer,
  from: Day,
  until: Day,
): void {
  const gross = contract.monthlyGrossCents
  if (gross === null) return
  const startsOn = maxDay(contract.startsOn, from)
  const lastDay = minDay(contract.endedOn ?? contract.endsOn ?? until, until)
  let year = yearOf(startsOn)
  let month = monthOf(startsOn)
  for (let first = dayOf(year, month, 1); first <= lastDay; first = dayOf(year, month, 1)) {
    const days = daysInMonth(year, month)
    const worked = sharedDays(first, dayOf(year, month, days), startsOn, lastDay)
    const grossCents = proportion(gross, worked, days)
    draft.monthlyCost({
      contractId: contract.id,
      month: first.slice(0, 7),
      grossCents,
      chargesCents: share(grossCents, employer.chargesRate ?? 0),
      taxesCents: share(grossCents, employer.sector === 'private' ? PRIVATE_TAXES : PUBLIC_TAXES),
    })
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
  }
}

function share(gross: Cents, rate: number): Cents {
  return proportion(gross, rate, RATE_UNIT)
}
