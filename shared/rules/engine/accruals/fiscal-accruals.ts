/**
 * The aid by fiscal year of the employer: income, what vacancy left unearned, deferred income (487) at the opening and at the
 * close, money received in the year and still receivable (441) at the close. For one agreement, or a whole employer. Spreading
 * is the rule of `accounting/share-income.ts`; this file adds the years up.
 */
import { addDays, type Day } from '../../../domain/day.ts'
import type { Id } from '../../../domain/facts.ts'
import { type Cents, cents } from '../../../domain/money.ts'
import { shareIncome } from '../../accounting/share-income.ts'
import { fiscalYears } from '../../aid/accrual.ts'
import type { AidShare } from '../aid/aid-share.ts'
import { type Derived, derive } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'

export interface FiscalAccrual {
  readonly from: Day
  readonly to: Day
  readonly openingDeferredCents: Cents
  readonly incomeCents: Cents
  readonly unearnedCents: Cents
  readonly deferredCents: Cents
  readonly receivedCents: Cents
  readonly receivableCents: Cents
}

const DEFAULT_START = '01-01'

/** Every fiscal year the agreement touches, in order. Each opening is the former closing; the years add up to the notified amount. */
export function agreementAccruals(agreementId: Id, derived: Derived): readonly FiscalAccrual[] {
  const agreement = derived.index.agreements.get(agreementId)
  if (agreement === undefined) return []
  return accrualsOf(derived.sharesByAgreement.get(agreementId) ?? [], agreement.employerId, derived)
}

/** The sum of its agreements, on the employer's own fiscal years. */
export function employerAccruals(employerId: Id, derived: Derived): readonly FiscalAccrual[] {
  const shares = rowsOf(derived.index.agreementsByEmployer, employerId).flatMap(
    (a) => derived.sharesByAgreement.get(a.id) ?? [],
  )
  return accrualsOf(shares, employerId, derived)
}

function accrualsOf(shares: readonly AidShare[], employerId: Id, derived: Derived): readonly FiscalAccrual[] {
  const first = shares.reduce<Day | null>((d, s) => earlier(d, noted(s)), null)
  const last = shares.reduce<Day | null>((d, s) => later(d, s.agreement.fundedTo), null)
  if (first === null || last === null || last < first) return []
  const start = derived.index.employers.get(employerId)?.fiscalYearStart ?? DEFAULT_START
  return fiscalYears(first, last, start).map((year): FiscalAccrual => {
    const before = standingAt(addDays(year.from, -1), shares, derived)
    const close = standingAt(year.to, shares, derived)
    let opening = 0
    let income = 0
    let unearned = 0
    let deferred = 0
    for (const share of shares) {
      const isNoted = noted(share) <= year.to
      const own = shareIncome(share, year, start)
      opening += own.openingCents
      income += own.incomeCents
      unearned += own.unearnedInYearCents
      deferred += isNoted ? own.deferredCents : 0
    }
    return {
      ...year,
      openingDeferredCents: cents(opening),
      incomeCents: cents(income),
      unearnedCents: cents(unearned),
      deferredCents: cents(deferred),
      receivedCents: cents(close.received - before.received),
      receivableCents: cents(close.receivable),
    }
  })
}

/** The grant is in the accounts from its notification: the signature, or the start where it is not known. */
function noted(share: AidShare): Day {
  const { signedOn, startsOn } = share.agreement.agreement
  return signedOn ?? startsOn
}

/** What was received and what was still to come at a day, of the same shares. */
function standingAt(
  at: Day,
  shares: readonly AidShare[],
  derived: Derived,
): { readonly received: number; readonly receivable: number } {
  const then = derivedAt(at, derived)
  let received = 0
  let receivable = 0
  for (const share of shares) {
    const same = (then.sharesByAgreement.get(share.agreement.agreement.id) ?? []).find(
      (s) => s.positionId === share.positionId,
    )
    if (same === undefined) continue
    received += same.amounts.receivedCents + same.amounts.excessCents
    if (noted(share) <= at) receivable += same.amounts.outstandingCents
  }
  return { received, receivable }
}

const past = new WeakMap<Derived, Map<Day, Derived>>()

/** The same facts at another day, derived once. */
function derivedAt(at: Day, derived: Derived): Derived {
  if (at === derived.today) return derived
  const known = past.get(derived) ?? new Map<Day, Derived>()
  past.set(derived, known)
  const found = known.get(at) ?? derive(derived.index.facts, at)
  known.set(at, found)
  return found
}

function earlier(a: Day | null, b: Day): Day {
  return a === null || b < a ? b : a
}

function later(a: Day | null, b: Day): Day {
  return a === null || b > a ? b : a
}
