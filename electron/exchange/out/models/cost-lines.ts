/**
 * Cost of each contract, month by month over a period, with the aid allotted to that month: what its post earned in it, or the
 * income of a fiscal year spread over its months. Two contracts that overlap at a hand-over share the aid by their days, cent
 * exact: the lines add up to what was allotted.
 */
import {
  addDays,
  addMonths,
  type Day,
  day,
  firstDayOfMonth,
  inclusiveDays,
  lastDayOfMonth,
  maxDay,
  minDay,
} from '#shared/domain/day.ts'
import type { Contract, Employer } from '#shared/domain/facts.ts'
import { type Cents, cents, ZERO } from '#shared/domain/money.ts'
import { type ContractMonth, chargesRateOf, contractMonth } from '#shared/rules/cost/contract-cost.ts'
import type { AidShare } from '#shared/rules/engine/aid/aid-share.ts'
import { earnedOf } from '#shared/rules/engine/aid/earned.ts'
import { isAidWhole } from '#shared/rules/engine/derive.ts'
import { rowsOf } from '#shared/rules/engine/index-facts.ts'
import { clip } from '#shared/rules/engine/periods.ts'
import { split, splitByLargestRemainder } from '#shared/rules/engine/split.ts'
import { lastDayOf } from '#shared/rules/engine/states/contract-state.ts'
import { employerOf, type PositionView } from '#shared/rules/engine/states/position-state.ts'
import type { EmployerScope, Scope } from './scope.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

export interface CostLine {
  readonly employer: Employer
  readonly position: PositionView
  readonly contract: Contract
  /** First day of the month. */
  readonly month: Day
  /** Null where neither a payslip nor a gross is known. */
  readonly cost: ContractMonth | null
  readonly aidCents: Cents
}

/** Aid of a share in each of these months, in their order. */
export type Allot = (share: AidShare, months: readonly Span[]) => readonly number[]

const asEarned: Allot = (share, months) => months.map((month) => earnedIn(share, month))

/**
 * Exactly this income over the months, in proportion to what each earned: each takes its whole cents, those left go one by one
 * to the largest remainders. So the aid of the months never differs by a rounded cent from the income of the year.
 */
export function asIncome(incomeOf: (share: AidShare) => Cents): Allot {
  return (share, months) => {
    const earned = asEarned(share, months)
    // Held in months the agreement grants nothing for: the days are all there is to go by.
    const weights = earned.some((cents) => cents > 0) ? earned : months.map((month) => daysHeld(share, month))
    return splitByLargestRemainder(incomeOf(share), weights)
  }
}

export function costLines(scope: Scope, e: EmployerScope, period: Span, allot: Allot = asEarned): CostLine[] {
  const months = monthsOf(period).map((month): Month => {
    const last = lastDayOfMonth(month)
    return { month, span: { from: maxDay(month, period.from), to: minDay(last, period.to) } }
  })
  const spans = months.map(({ span }) => span)
  const aid = new Map<number, number[]>()
  for (const agreement of e.agreements)
    for (const share of agreement.shares) {
      if (share.positionId === null) continue
      const known = aid.get(share.positionId) ?? spans.map(() => 0)
      const allotted = allot(share, spans)
      aid.set(
        share.positionId,
        known.map((total, i) => total + (allotted[i] ?? 0)),
      )
    }
  const rate = chargesRateOf(e.employer)
  return positionsOf(scope, e).flatMap((position) => {
    const contracts = rowsOf(scope.derived.index.contractsByPosition, position.position.id)
    const own = aid.get(position.position.id) ?? []
    return months.flatMap((month, i) =>
      linesOfMonth(scope, e.employer, position, contracts, own[i] ?? 0, month, rate),
    )
  })
}

interface Month {
  /** First day of the month. */
  readonly month: Day
  /** The part of it in the period. */
  readonly span: Span
}

function linesOfMonth(
  scope: Scope,
  employer: Employer,
  position: PositionView,
  contracts: readonly Contract[],
  aid: number,
  { month, span }: Month,
  rate: number,
): CostLine[] {
  const { index } = scope.derived
  if (!isHeldBy(scope, position, employer, span.to)) return []
  const lines = contracts.flatMap((contract) => {
    const days = heldDays(contract, lastDayOf(contract, index), span)
    const cost = contractMonth(contract, index, rate, month.slice(0, 7))
    return days === 0 && cost === null ? [] : [{ contract, days, cost }]
  })
  if (lines.length === 0) return []
  const parts = split(
    cents(aid),
    lines.map((line) => line.days),
  )
  return lines.map(({ contract, cost }, i) => ({
    employer,
    position,
    contract,
    month,
    cost,
    aidCents: parts[i] ?? ZERO,
  }))
}

/** The posts attached to the structure, and those its agreements paid for before they left it; without those whose aid is not known. */
function positionsOf({ derived }: Scope, e: EmployerScope): readonly PositionView[] {
  const known = new Set(e.positions.map((p) => p.position.id))
  const others = new Set(e.agreements.flatMap((a) => a.shares.flatMap((s) => s.positionId ?? [])))
  const former = [...others].filter((id) => !known.has(id)).flatMap((id) => derived.positions.get(id) ?? [])
  return [...e.positions, ...former].filter((p) => isAidWhole(derived, p.position.id))
}

/** A post that changed structure costs each one its own months. */
function isHeldBy(scope: Scope, position: PositionView, employer: Employer, on: Day): boolean {
  const attachments = rowsOf(scope.derived.index.attachmentsByPosition, position.position.id)
  return (employerOf(attachments, on) ?? employer.id) === employer.id
}

/** Aid a share earns in a period: what is earned at its last day, less what was the day before it. */
function earnedIn(share: AidShare, { from, to }: Span): number {
  const at = (on: Day) => earnedOf(share.agreement, share.yearlyCents, share.paidDays, on)
  return at(to) - at(addDays(from, -1))
}

function daysHeld({ agreement, paidDays }: AidShare, { from, to }: Span): number {
  const funded = clip(clip(paidDays, agreement.fundedFrom, agreement.fundedTo), from, to)
  return funded.reduce((sum, period) => sum + inclusiveDays(period.from, period.to ?? to), 0)
}

export function monthsOf({ from, to }: Span): Day[] {
  const months: Day[] = []
  for (let month = firstDayOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(day(month))
  return months
}

function heldDays(contract: Contract, lastDay: Day | null, span: Span): number {
  const from = maxDay(contract.startsOn, span.from)
  const to = lastDay === null ? span.to : minDay(lastDay, span.to)
  return to < from ? 0 : inclusiveDays(from, to)
}
