/**
 * One grant of one post in one fiscal year, as an accountant reads it: income before, income of the year, what vacancy left
 * unearned (never hidden inside income), what is deferred at the close (487). The five always add up to the notified amount.
 * Spreading is the rule `accrual`; what vacancy takes away is the rule `aid-earned` asked of the days nobody held the post.
 */
import { addDays, addMonths, type Day, dayOf, inclusiveDays, minDay } from '../../domain/day.ts'
import { type Cents, cents, sumCents, ZERO } from '../../domain/money.ts'
import type { AccountingMethod } from '../../domain/words.ts'
import { accrual, fiscalYearOf } from '../aid/accrual.ts'
import type { AidShare } from '../engine/aid/aid-share.ts'
import { earnedDetail, everyYear } from '../engine/aid/earned.ts'
import { clip, gaps } from '../engine/periods.ts'

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
  const spread = accrual({
    amountCents: spreadable,
    startsOn: fundedFrom,
    endsOn: fundedTo,
    method: methodOf(share),
    fiscalYearStart,
    yearlyCents: yearly,
  }).years
  const deferred = spread.findLast((year) => year.to <= close)?.deferredCents ?? spreadable
  const unearned = unearnedAt(share, close)
  // Years the agreement no longer reaches are never earned; until its end they are still to come.
  const outOfReach = notified - spreadable
  const isOver = close >= fundedTo
  return {
    incomeCents: cents(spreadable - deferred - unearned),
    unearnedCents: cents(unearned + (isOver ? outOfReach : 0)),
    deferredCents: cents(deferred + (isOver ? 0 : outOfReach)),
  }
}

/** What the days nobody held the post would have earned: rounded by itself, so that a vacancy is worth the same in every report. */
function unearnedAt(share: AidShare, at: Day): Cents {
  const { fundedFrom, fundedTo } = share.agreement
  const empty = gaps(clip(share.paidDays, fundedFrom, fundedTo), fundedFrom, fundedTo)
  return earnedDetail(share.agreement, share.yearlyCents, empty, at)?.earnedCents ?? ZERO
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
