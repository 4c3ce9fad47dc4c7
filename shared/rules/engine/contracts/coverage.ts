/**
 * What the aids of a post cover of a contract, and what the employer pays: month by month of the contract, then financed and
 * not financed parts. The aid is what the contract earns on top of what is earned without it; a contract without term is
 * looked at over a year.
 */
import { addDays, addMonths, type Day, minDay } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import { type Cents, cents, ZERO } from '../../../domain/money.ts'
import { endAfterMonths, lengthOf } from '../../calendar/contract-end.ts'
import { chargesRateOf, contractMonth } from '../../cost/contract-cost.ts'
import type { AidShare } from '../aid/aid-share.ts'
import { earnedDetail } from '../aid/earned.ts'
import type { Derived } from '../derive.ts'
import { clip, union } from '../periods.ts'
import type { ContractDraft } from './contract-draft.ts'

export interface CoveragePart {
  /** Whole months, and the days left over. */
  readonly months: number
  readonly days: number
  readonly costCents: Cents
  readonly aidCents: Cents
  readonly shareCents: Cents
}

export interface Coverage {
  /** Last day an aid covers; null: none does. */
  readonly fundedTo: Day | null
  readonly months: readonly { readonly from: Day; readonly to: Day; readonly isFunded: boolean }[]
  readonly funded: CoveragePart
  readonly unfunded: CoveragePart
  readonly total: CoveragePart
  /** The pay is known: costs mean something. */
  readonly isCosted: boolean
}

const PERMANENT_MONTHS = 12
const MOST_MONTHS = 120

export function coverageOf(draft: ContractDraft, derived: Derived): Coverage {
  const { startsOn } = draft
  const endsOn = draft.endsOn ?? endAfterMonths(startsOn, PERMANENT_MONTHS)
  const shares = (derived.sharesByPosition.get(draft.positionId) ?? []).filter(
    (s) =>
      s.agreement.state !== 'settled' && s.agreement.fundedTo >= startsOn && s.agreement.fundedFrom <= endsOn,
  )
  let fundedTo: Day | null = null
  for (const { agreement } of shares)
    if (fundedTo === null || agreement.fundedTo > fundedTo) fundedTo = agreement.fundedTo
  const lastFunded = fundedTo === null ? addDays(startsOn, -1) : minDay(fundedTo, endsOn)
  const costTo = (last: Day) => costUntil(draft, last, derived)
  const fundedCost = costTo(lastFunded)
  const totalCost = costTo(endsOn)
  const aid = cents(shares.reduce((sum, s) => sum + aidOf(s, startsOn, endsOn), 0))
  return {
    fundedTo,
    months: monthsOf(startsOn, endsOn, lastFunded),
    funded: part(startsOn, lastFunded, fundedCost, aid),
    unfunded: part(addDays(lastFunded, 1), endsOn, cents(totalCost - fundedCost), ZERO),
    total: part(startsOn, endsOn, totalCost, aid),
    isCosted: draft.monthlyGrossCents !== null,
  }
}

function part(from: Day, to: Day, costCents: Cents, aidCents: Cents): CoveragePart {
  const { months, days } = lengthOf(from, to)
  return { months, days, costCents, aidCents, shareCents: cents(costCents - aidCents) }
}

function monthsOf(startsOn: Day, endsOn: Day, lastFunded: Day): Coverage['months'] {
  const months: Coverage['months'][number][] = []
  for (let n = 0; n < MOST_MONTHS; n++) {
    const from = n === 0 ? startsOn : addDays(endAfterMonths(startsOn, n), 1)
    if (from > endsOn) break
    const to = minDay(endAfterMonths(startsOn, n + 1), endsOn)
    months.push({ from, to, isFunded: to <= lastFunded })
  }
  return months
}

/** Earned with the contract, less earned without it, at its end. */
function aidOf(share: AidShare, startsOn: Day, endsOn: Day): number {
  const without = clip(share.paidDays, null, addDays(startsOn, -1))
  const occupied = union([...without, { from: startsOn, to: endsOn }])
  const earned = (days: typeof occupied) =>
    earnedDetail(share.agreement, share.yearlyCents, days, endsOn)?.earnedCents ?? 0
  return earned(occupied) - earned(without)
}

function costUntil(draft: ContractDraft, last: Day, derived: Derived): Cents {
  if (last < draft.startsOn || draft.monthlyGrossCents === null) return ZERO
  const employerId = derived.positions.get(draft.positionId)?.employerId ?? null
  const employer = employerId === null ? undefined : derived.index.employers.get(employerId)
  const rate = chargesRateOf(employer ?? { chargesRate: null, sector: 'private' })
  // Nothing is entered nor amended for a contract that does not exist yet: every month is estimated.
  const contract: Contract = { ...contractOf(draft), id: 0, endsOn: last }
  let total = 0
  for (let month = draft.startsOn; month.slice(0, 7) <= last.slice(0, 7); month = addMonths(month, 1))
    total += contractMonth(contract, derived.index, rate, month.slice(0, 7))?.totalCents ?? 0
  return cents(total)
}

function contractOf(draft: ContractDraft): Contract {
  return {
    ...draft,
    trialEndsOn: null,
    signedOn: null,
    endedOn: null,
    endMotive: null,
    stateId: null,
    note: null,
  }
}
