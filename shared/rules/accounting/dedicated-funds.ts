/**
 * Dedicated funds of an agreement, fiscal year by fiscal year: what the accountant entered, the balance of account 194 it
 * makes, and beside it what the rules would leave unspent, with its arithmetic. Nothing is entered from here: the unspent part
 * of a defined project is the accountant's decision (règlement ANC 2018-06).
 */
import {
  addMonths,
  type Day,
  firstDayOfMonth,
  inclusiveDays,
  lastDayOfMonth,
  maxDay,
  minDay,
  yearOf,
} from '../../domain/day.ts'
import type { DedicatedFund, Id } from '../../domain/facts.ts'
import { type Cents, cents, proportion, ZERO } from '../../domain/money.ts'
import { fiscalYears } from '../aid/accrual.ts'
import { chargesRateOf, contractMonth } from '../cost/contract-cost.ts'
import type { AidShare } from '../engine/aid/aid-share.ts'
import type { Derived } from '../engine/derive.ts'
import { rowsOf } from '../engine/index-facts.ts'
import { type FiscalYear, fiscalYearNamed, shareIncome } from './share-income.ts'

export interface FundsOfYear {
  readonly openingCents: Cents
  readonly carriedCents: Cents
  readonly usedCents: Cents
  readonly closingCents: Cents
}

/** Account 194 of an agreement in a fiscal year, from what was entered up to it. */
export function fundsOfYear(rows: readonly DedicatedFund[], fiscalYear: number): FundsOfYear {
  let opening = 0
  for (const row of rows) if (row.fiscalYear < fiscalYear) opening += row.carriedCents - row.usedCents
  const own = rows.find((row) => row.fiscalYear === fiscalYear)
  const carriedCents = own?.carriedCents ?? ZERO
  const usedCents = own?.usedCents ?? ZERO
  return {
    openingCents: cents(opening),
    carriedCents,
    usedCents,
    closingCents: cents(opening + carriedCents - usedCents),
  }
}

/** What the rules know of a year: income of the agreement, cost of its posts while it finances them, other aid on the same posts. */
export interface UnspentOfYear {
  readonly incomeCents: Cents
  readonly costCents: Cents
  readonly otherAidCents: Cents
  /** Cost the agreement bears: cost less other aid, not below zero. */
  readonly borneCents: Cents
  /** Income beyond that cost, to carry; zero where there is none. */
  readonly toCarryCents: Cents
  /** Cost beyond the income, as far as the opening balance goes; zero where there is none. */
  readonly toUseCents: Cents
  /** Some pay is not known: the cost is below what it is, and nothing is proposed from it. */
  readonly costUnknown: boolean
}

export interface DedicatedYear extends FundsOfYear {
  readonly fiscalYear: number
  readonly from: Day
  readonly to: Day
  readonly note: string | null
  readonly unspent: UnspentOfYear
}

/** Every fiscal year the agreement touches or funds were entered for, in order. */
export function dedicatedYears(agreementId: Id, derived: Derived): readonly DedicatedYear[] {
  const { index } = derived
  const agreement = index.agreements.get(agreementId)
  const employer = agreement === undefined ? undefined : index.employers.get(agreement.employerId)
  const view = derived.agreements.get(agreementId)
  if (employer === undefined || view === undefined) return []
  const rows = rowsOf(index.fundsByAgreement, agreementId)
  const start = employer.fiscalYearStart
  const years = new Set(rows.map((row) => row.fiscalYear))
  if (view.fundedFrom <= view.fundedTo)
    for (const { from } of fiscalYears(view.fundedFrom, view.fundedTo, start)) years.add(yearOf(from))
  return [...years]
    .sort((a, b) => a - b)
    .map((fiscalYear) => {
      const year = fiscalYearNamed(fiscalYear, start)
      const funds = fundsOfYear(rows, fiscalYear)
      return {
        fiscalYear,
        ...year,
        ...funds,
        note: rows.find((row) => row.fiscalYear === fiscalYear)?.note ?? null,
        unspent: unspentOf(agreementId, year, funds.openingCents, derived),
      }
    })
}

function unspentOf(agreementId: Id, year: FiscalYear, openingCents: Cents, derived: Derived): UnspentOfYear {
  const shares = derived.sharesByAgreement.get(agreementId) ?? []
  const positionIds = [...new Set(shares.flatMap((share) => share.positionId ?? []))]
  const others = positionIds
    .flatMap((id) => derived.sharesByPosition.get(id) ?? [])
    .filter((share) => share.agreement.agreement.id !== agreementId)
  const incomeCents = incomeOf(shares, year, derived)
  const otherAidCents = incomeOf(others, year, derived)
  const cost = costOf(agreementId, positionIds, year, derived)
  const borne = Math.max(0, cost.cents - otherAidCents)
  const known = !cost.unknown
  return {
    incomeCents,
    costCents: cents(cost.cents),
    otherAidCents,
    borneCents: cents(borne),
    toCarryCents: cents(known ? Math.max(0, incomeCents - borne) : 0),
    toUseCents: cents(known ? Math.max(0, Math.min(openingCents, borne - incomeCents)) : 0),
    costUnknown: cost.unknown,
  }
}

function incomeOf(shares: readonly AidShare[], year: FiscalYear, derived: Derived): Cents {
  let income = 0
  for (const share of shares) {
    const employer = derived.index.employers.get(share.agreement.agreement.employerId)
    income += shareIncome(share, year, employer?.fiscalYearStart ?? '01-01').incomeCents
  }
  return cents(income)
}

/** Pay of the agreement's posts, month by month, in the days it finances. */
function costOf(
  agreementId: Id,
  positionIds: readonly Id[],
  year: FiscalYear,
  derived: Derived,
): { readonly cents: number; readonly unknown: boolean } {
  const { index } = derived
  const view = derived.agreements.get(agreementId)
  const employer = view === undefined ? undefined : index.employers.get(view.agreement.employerId)
  if (view === undefined || employer === undefined) return { cents: 0, unknown: false }
  const rate = chargesRateOf(employer)
  const first = maxDay(year.from, view.fundedFrom)
  const last = minDay(year.to, view.fundedTo)
  let total = 0
  let unknown = false
  for (let month = firstDayOfMonth(first); month <= last; month = addMonths(month, 1)) {
    const end = lastDayOfMonth(month)
    const days = inclusiveDays(maxDay(month, first), minDay(end, last))
    for (const positionId of positionIds)
      for (const contract of rowsOf(index.contractsByPosition, positionId)) {
        const cost = contractMonth(contract, index, rate, month.slice(0, 7))
        if (cost !== null) total += proportion(cost.totalCents, days, inclusiveDays(month, end))
        else if (runsIn(derived, contract.id, month, end)) unknown = true
      }
  }
  return { cents: total, unknown }
}

function runsIn(derived: Derived, contractId: Id, from: Day, to: Day): boolean {
  const view = derived.contracts.get(contractId)
  return view !== undefined && view.contract.startsOn <= to && (view.lastDay === null || view.lastDay >= from)
}
