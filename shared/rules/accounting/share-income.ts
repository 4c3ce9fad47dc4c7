/**
 * One grant of one post in one fiscal year, as an accountant reads it: income before, income of the year, what vacancy left
 * unearned (never hidden inside income), what is deferred at the close (487). The five always add up to the notified amount.
 * Both come from the rule `accrual`: what vacancy takes away is worth what the accounting method spreads over the days nobody
 * held the post, not what the aid would have earned then, so that a year nobody held it has no income (docs/decisions.md).
 */
import { addDays, addMonths, type Day, dayOf, inclusiveDays, maxDay, minDay } from '../../domain/day.ts'
import { type Cents, cents, sumCents, ZERO } from '../../domain/money.ts'
import type { AccountingMethod } from '../../domain/words.ts'
import { type AccrualInput, type AccrualYear, accrual, fiscalYearOf, spreadOf } from '../aid/accrual.ts'
import type { AidShare } from '../engine/aid/aid-share.ts'
import { everyYear } from '../engine/aid/earned.ts'
import { clip, gaps } from '../engine/periods.ts'
import { type Fraction, sum, toCents } from '../fraction.ts'

export interface FiscalYear {
  readonly from: Day
  readonly to: Day
}

export interface ShareIncome {
  readonly notifiedCents: Cents
  readonly priorCents: Cents
  readonly incomeCents: Cents
  /** Up to the close, former years included. */
  readonly unearnedCents: Cents
  readonly unearnedInYearCents: Cents
  /** 487 at the opening: what was deferred at the former close, nothing where the grant is of this year. */
  readonly openingCents: Cents
  readonly deferredCents: Cents
  /** Months of the year that earn the aid, in hundredths: days held over the days of each month. */
  readonly monthsInHundredths: number
  readonly method: AccountingMethod
}

/** The fiscal year named by the calendar year it starts in. */
export function fiscalYearNamed(year: number, fiscalYearStart: string): FiscalYear {
  return fiscalYearOf(dayOf(year, 12, 31), fiscalYearStart)
}

export function shareIncome(share: AidShare, fiscalYear: FiscalYear, fiscalYearStart: string): ShareIncome {
  const before = addDays(fiscalYear.from, -1)
  const opening = standing(share, before, fiscalYearStart)
  const closing = standing(share, fiscalYear.to, fiscalYearStart)
  const { agreement } = share.agreement
  const isOfThisYear = (agreement.signedOn ?? agreement.startsOn) >= fiscalYear.from
  return {
    notifiedCents: share.amounts.notifiedCents,
    priorCents: opening.incomeCents,
    incomeCents: cents(closing.incomeCents - opening.incomeCents),
    unearnedCents: closing.unearnedCents,
    unearnedInYearCents: cents(closing.unearnedCents - opening.unearnedCents),
    openingCents: isOfThisYear ? ZERO : opening.deferredCents,
    deferredCents: closing.deferredCents,
    monthsInHundredths: monthsHeld(share, fiscalYear),
    method: methodOf(share),
  }
}

interface Standing {
  readonly incomeCents: Cents
  readonly unearnedCents: Cents
  readonly deferredCents: Cents
}

/** Everything since the beginning, at a close. */
function standing(share: AidShare, close: Day, fiscalYearStart: string): Standing {
  const { fundedFrom, fundedTo } = share.agreement
  const notified = share.amounts.notifiedCents
  if (fundedTo < fundedFrom || close < fundedFrom)
    return { incomeCents: ZERO, unearnedCents: ZERO, deferredCents: notified }
  const yearly = everyYear(share.yearlyCents, fundedFrom, fundedTo)
  const spreadable = sumCents(yearly)
  const input: AccrualInput = {
    amountCents: spreadable,
    startsOn: fundedFrom,
    endsOn: fundedTo,
    method: methodOf(share),
    fiscalYearStart,
    yearlyCents: yearly,
  }
  const closed = accrual(input).years.filter((year) => year.to <= close)
  const deferred = closed.at(-1)?.deferredCents ?? spreadable
  const unearned = unearnedOf(share, input, closed)
  // Years the agreement no longer reaches are never earned; until its end they are still to come.
  const outOfReach = notified - spreadable
  const isOver = close >= fundedTo
  return {
    incomeCents: cents(spreadable - deferred - unearned),
    unearnedCents: cents(unearned + (isOver ? outOfReach : 0)),
    deferredCents: cents(deferred + (isOver ? 0 : outOfReach)),
  }
}

/**
 * What the method spreads over the days nobody held the post, in fiscal years already closed. Rounded from the beginning, so
 * that cents never drift; a year nobody held is unearned whole, a year held every day not at all.
 */
function unearnedOf(share: AidShare, input: AccrualInput, closed: readonly AccrualYear[]): number {
  const { startsOn, endsOn } = input
  const empty = gaps(clip(share.paidDays, startsOn, endsOn), startsOn, endsOn)
  if (empty.length === 0) return 0
  const spread = spreadOf(input)
  const seen: Fraction[] = []
  let unearned = 0
  for (const year of closed) {
    const [from, to] = [maxDay(year.from, startsOn), minDay(year.to, endsOn)]
    const inYear = clip(empty, from, to)
    if (inYear.length === 0) continue
    seen.push(...inYear.map((gap) => spread(gap.from, gap.to ?? to)))
    const isHeld = gaps(inYear, from, to).length > 0
    const due = isHeld ? Math.max(0, toCents(sum(seen)) - unearned) : year.incomeCents
    unearned += Math.min(due, year.incomeCents)
  }
  return unearned
}

function methodOf(share: AidShare): AccountingMethod {
  return share.agreement.agreement.accountingMethod
}

/** Counted month by month of the fiscal year, so that a whole month held is one. */
function monthsHeld(share: AidShare, { from, to }: FiscalYear): number {
  const { fundedFrom, fundedTo } = share.agreement
  const held = clip(clip(share.paidDays, fundedFrom, fundedTo), from, to)
  let months = 0
  for (let n = 0; addMonths(from, n) <= to; n += 1) {
    const first = addMonths(from, n)
    const last = minDay(addDays(addMonths(from, n + 1), -1), to)
    const days = clip(held, first, last).reduce((sum, p) => sum + inclusiveDays(p.from, p.to ?? last), 0)
    months += days / inclusiveDays(first, last)
  }
  return Math.round(months * 100)
}
