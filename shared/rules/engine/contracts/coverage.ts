/**
 * What the aids of a post cover of a contract, and what the employer pays: month by month of the contract, then financed and
 * not financed parts. The aid is what the contract earns on top of what is earned without it; a contract without term is
 * looked at over a year.
 */
import { addDays, addMonths, type Day, minDay } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import { type Cents, cents, ZERO } from '../../../domain/money.ts'
import { endAfterMonths, lengthOf, sumLengths } from '../../calendar/contract-end.ts'
import { chargesRateOf, contractMonth } from '../../cost/contract-cost.ts'
import type { AidShare } from '../aid/aid-share.ts'
import { earnedDetail } from '../aid/earned.ts'
import type { Derived } from '../derive.ts'
import { clip, gaps, includes, type Period, union } from '../periods.ts'
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
  const aids = shares.map((s) => ({ from: s.agreement.fundedFrom, to: s.agreement.fundedTo }))
  const funded = clip(union(aids), startsOn, endsOn)
  const part = (periods: readonly Period[], aidCents: Cents): CoveragePart => {
    const { months, days } = sumLengths(periods.map((p) => lengthOf(p.from, p.to ?? endsOn)))
    const cost = periods.reduce((sum, p) => sum + costWithin(draft, p.from, p.to ?? endsOn, derived), 0)
    return { months, days, costCents: cents(cost), aidCents, shareCents: cents(cost - aidCents) }
  }
  const aid = cents(shares.reduce((sum, s) => sum + aidOf(s, startsOn, endsOn), 0))
  return {
    fundedTo,
    months: monthsOf(startsOn, endsOn, funded),
    funded: part(funded, aid),
    unfunded: part(gaps(funded, startsOn, endsOn), ZERO),
    total: part([{ from: startsOn, to: endsOn }], aid),
    isCosted: draft.monthlyGrossCents !== null,
  }
}

function monthsOf(startsOn: Day, endsOn: Day, funded: readonly Period[]): Coverage['months'] {
  const months: Coverage['months'][number][] = []
  for (let n = 0; n < MOST_MONTHS; n++) {
    const from = n === 0 ? startsOn : addDays(endAfterMonths(startsOn, n), 1)
    if (from > endsOn) break
    const to = minDay(endAfterMonths(startsOn, n + 1), endsOn)
    months.push({ from, to, isFunded: funded.some((p) => p.from <= from && includes(p, to)) })
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

function costWithin(draft: ContractDraft, from: Day, to: Day, derived: Derived): number {
  return costUntil(draft, to, derived) - costUntil(draft, addDays(from, -1), derived)
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
