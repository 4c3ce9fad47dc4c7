/**
 * Money to come, month by month: tranches still expected (as planned, and read cautiously), cost of the contracts, aid
 * earned, and what is left to the employer. The same function answers for the dossier and for a scenario.
 */
import { addMonths, type Day, day, firstDayOfMonth, lastDayOfMonth, maxDay } from '../../domain/day.ts'
import type { Facts, Id } from '../../domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '../../domain/money.ts'
import { chargesRateOf, contractMonth } from '../cost/contract-cost.ts'
import type { AidShare } from '../engine/aid/aid-share.ts'
import { earnedOf } from '../engine/aid/earned.ts'
import { type Derived, derive, isAidWhole } from '../engine/derive.ts'
import { rowsOf } from '../engine/index-facts.ts'
import { employerOf } from '../engine/states/position-state.ts'
import { type Uncomputed, uncomputedOf } from '../engine/uncomputed.ts'

export interface ForecastMonth {
  /** "YYYY-MM". */
  readonly month: string
  readonly expectedCents: Cents
  readonly cautiousCents: Cents
  readonly costCents: Cents
  readonly earnedCents: Cents
  /** Cost less the aid earned: reste à charge. Negative where the aid covers more than the cost. */
  readonly shareCents: Cents
  /** At least one cost of the month is an estimate. */
  readonly estimated: boolean
}

export interface ForecastPosition {
  readonly positionId: Id
  readonly label: string
  readonly employerId: Id | null
  readonly costCents: Cents
  readonly earnedCents: Cents
  readonly shareCents: Cents
}

export interface ForecastEmployer {
  /** Null: posts attached to no structure. */
  readonly employerId: Id | null
  readonly name: string
  readonly posts: number
  readonly costCents: Cents
  readonly earnedCents: Cents
  readonly shareCents: Cents
}

export interface Forecast {
  readonly from: string
  readonly months: readonly ForecastMonth[]
  readonly positions: readonly ForecastPosition[]
  readonly employers: readonly ForecastEmployer[]
  readonly totals: Omit<ForecastMonth, 'month' | 'estimated'> & {
    /** Part of the cost: months that begin once the aid of the post is over. A post never aided has none. */
    readonly afterAidCents: Cents
  }
  /** Outstanding tranches no day is known for, or held back by a missing condition: counted in no month. */
  readonly undatedCents: Cents
  readonly suspendedCents: Cents
  /** What all of it is given without. */
  readonly uncomputed: readonly Uncomputed[]
}

export interface ForecastOptions {
  readonly months: number
  readonly employerId: Id | null
  /** What "cautiously" means: a tranche arrives so many months after its day. A suspended one never does. */
  readonly cautiousDelay: number
}

export function forecast(facts: Facts, today: Day, options: ForecastOptions): Forecast {
  const derived = derive(facts, today)
  const keys = monthKeys(today, options.months)
  const cash = cashOf(derived, keys, options)
  const costs = costsOf(derived, keys, options)
  const aid = aidOf(derived, keys, options)
  const months = keys.map((month, i): ForecastMonth => {
    const costCents = cents(costs.byMonth[i] ?? 0)
    const earnedCents = cents(aid.byMonth[i] ?? 0)
    return {
      month,
      expectedCents: cents(cash.expected[i] ?? 0),
      cautiousCents: cents(cash.cautious[i] ?? 0),
      costCents,
      earnedCents,
      shareCents: cents(costCents - earnedCents),
      estimated: costs.estimated[i] ?? false,
    }
  })
  const positions = positionsOf(derived, costs.byPosition, aid.byPosition, options)
  return {
    from: keys[0] ?? '',
    months,
    positions,
    employers: employersOf(derived, positions),
    totals: { ...totalsOf(months), afterAidCents: cents(costs.afterAid) },
    undatedCents: cash.undated,
    suspendedCents: cash.suspended,
    uncomputed: uncomputedOf(derived, options.employerId),
  }
}

function monthKeys(today: Day, count: number): string[] {
  const first = firstDayOfMonth(today)
  return Array.from({ length: count }, (_, i) => addMonths(first, i).slice(0, 7))
}

/** A tranche already late is expected in the current month: it is due now. */
function cashOf(derived: Derived, keys: readonly string[], options: ForecastOptions) {
  const at = new Map(keys.map((key, i) => [key, i]))
  const expected = keys.map(() => 0)
  const cautious = keys.map(() => 0)
  let undated = 0
  let suspended = 0
  for (const view of derived.instalments.values()) {
    const agreement = derived.index.agreements.get(view.instalment.agreementId)
    if (view.outstandingCents === 0 || !isInScope(agreement?.employerId ?? null, options)) continue
    // Given without the convention, the forecast is without its tranches: so are the tables it is compared with.
    if (derived.containment.has('agreement', view.instalment.agreementId)) continue
    if (view.outstandingAs === 'suspended') {
      suspended += view.outstandingCents
      continue
    }
    const due = view.instalment.dueOn ?? view.instalment.claimableOn
    if (due === null) {
      undated += view.outstandingCents
      continue
    }
    const months = derived.containment.attempt('instalment', view.instalment.id, () => {
      const expectedOn = firstDayOfMonth(maxDay(due, derived.today))
      return { expectedOn, later: addMonths(expectedOn, options.cautiousDelay) }
    })
    if (months === undefined) continue
    addAt(expected, at.get(months.expectedOn.slice(0, 7)), view.outstandingCents)
    addAt(cautious, at.get(months.later.slice(0, 7)), view.outstandingCents)
  }
  return { expected, cautious, undated: cents(undated), suspended: cents(suspended) }
}

function costsOf(derived: Derived, keys: readonly string[], options: ForecastOptions) {
  const byMonth = keys.map(() => 0)
  const estimated = keys.map(() => false)
  const byPosition = new Map<Id, number>()
  const aidedTo = lastAidedDays(derived)
  let afterAid = 0
  for (const { contract } of derived.contracts.values()) {
    const employer = employerAt(derived, contract.positionId)
    if (!isInScope(employer?.id ?? null, options)) continue
    if (!isAidWhole(derived, contract.positionId)) continue
    const months = derived.containment.attempt('contract', contract.id, () => {
      const rate = chargesRateOf(employer ?? { chargesRate: null, sector: 'private' })
      return keys.map((key) => contractMonth(contract, derived.index, rate, key))
    })
    months?.forEach((month, i) => {
      const key = keys[i] ?? ''
      if (month === null) return
      addAt(byMonth, i, month.totalCents)
      const lastAided = aidedTo.get(contract.positionId)
      if (lastAided !== undefined && `${key}-01` > lastAided) afterAid += month.totalCents
      if (month.estimated) estimated[i] = true
      byPosition.set(contract.positionId, (byPosition.get(contract.positionId) ?? 0) + month.totalCents)
    })
  }
  return { byMonth, estimated, byPosition, afterAid }
}

function lastAidedDays(derived: Derived): ReadonlyMap<Id, Day> {
  const last = new Map<Id, Day>()
  for (const { positionId, agreement } of derived.shares)
    if (positionId !== null)
      last.set(positionId, maxDay(agreement.fundedTo, last.get(positionId) ?? agreement.fundedTo))
  return last
}

/** Aid earned in each month: what is earned at its last day less what was at the last day before. */
function aidOf(derived: Derived, keys: readonly string[], options: ForecastOptions) {
  const ends = keys.map((key) => lastDayOfMonth(day(`${key}-01`)))
  const dayBefore = lastDayOfMonth(addMonths(firstDayOfMonth(derived.today), -1))
  const byMonth = keys.map(() => 0)
  const byPosition = new Map<Id, number>()
  for (const share of derived.shares) {
    if (!isInScope(share.agreement.agreement.employerId, options)) continue
    if (share.agreement.fundedTo <= dayBefore) continue
    if (share.positionId !== null && !isAidWhole(derived, share.positionId)) continue
    const earned = derived.containment.attempt('agreement', share.agreement.agreement.id, () =>
      [dayBefore, ...ends].map((end) => earnedAt(share, end)),
    )
    if (earned === undefined) continue
    const [start = 0, ...amounts] = earned
    let before = start
    amounts.forEach((now, i) => {
      addAt(byMonth, i, now - before)
      before = now
    })
    if (share.positionId !== null)
      byPosition.set(share.positionId, (byPosition.get(share.positionId) ?? 0) + before - start)
  }
  return { byMonth, byPosition }
}

function earnedAt(share: AidShare, at: Day): number {
  return earnedOf(share.agreement, share.yearlyCents, share.paidDays, at)
}

function positionsOf(
  derived: Derived,
  costs: ReadonlyMap<Id, number>,
  aid: ReadonlyMap<Id, number>,
  options: ForecastOptions,
): ForecastPosition[] {
  return [...derived.positions.values()].flatMap(({ position }) => {
    const employer = employerAt(derived, position.id)
    if (!isInScope(employer?.id ?? null, options)) return []
    const costCents = cents(costs.get(position.id) ?? 0)
    const earnedCents = cents(aid.get(position.id) ?? 0)
    if (costCents === 0 && earnedCents === 0) return []
    const label = position.stateId === null ? position.label : `${position.stateId} ${position.label}`
    return {
      positionId: position.id,
      label,
      employerId: employer?.id ?? null,
      costCents,
      earnedCents,
      shareCents: cents(costCents - earnedCents),
    }
  })
}

/** The posts of each structure added up, the largest share first. */
function employersOf(derived: Derived, positions: readonly ForecastPosition[]): ForecastEmployer[] {
  const groups = Map.groupBy(positions, (p) => p.employerId)
  const total = (rows: readonly ForecastPosition[], read: (p: ForecastPosition) => Cents) =>
    sumCents(rows.map(read))
  return [...groups]
    .map(([employerId, rows]) => ({
      employerId,
      name: derived.index.employers.get(employerId ?? 0)?.name ?? '',
      posts: rows.length,
      costCents: total(rows, (p) => p.costCents),
      earnedCents: total(rows, (p) => p.earnedCents),
      shareCents: total(rows, (p) => p.shareCents),
    }))
    .sort((a, b) => b.shareCents - a.shareCents)
}

function employerAt(derived: Derived, positionId: Id) {
  const attachments = rowsOf(derived.index.attachmentsByPosition, positionId)
  const id = employerOf(attachments, derived.today)
  return id === null ? undefined : derived.index.employers.get(id)
}

function isInScope(employerId: Id | null, options: ForecastOptions): boolean {
  return options.employerId === null || options.employerId === employerId
}

function totalsOf(months: readonly ForecastMonth[]): Omit<ForecastMonth, 'month' | 'estimated'> {
  const total = (read: (m: ForecastMonth) => Cents) => cents(months.reduce((sum, m) => sum + read(m), 0))
  return months.length === 0
    ? { expectedCents: ZERO, cautiousCents: ZERO, costCents: ZERO, earnedCents: ZERO, shareCents: ZERO }
    : {
        expectedCents: total((m) => m.expectedCents),
        cautiousCents: total((m) => m.cautiousCents),
        costCents: total((m) => m.costCents),
        earnedCents: total((m) => m.earnedCents),
        shareCents: total((m) => m.shareCents),
      }
}

function addAt(list: number[], index: number | undefined, amount: number): void {
  if (index !== undefined && index < list.length) list[index] = (list[index] ?? 0) + amount
}
