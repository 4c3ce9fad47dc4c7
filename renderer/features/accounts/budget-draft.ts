/** A budget being typed: amounts by account, and the line that makes its two totals equal, as in the financial report. */
import type { Budget } from '#shared/api/accounts.ts'
import { type Cents, cents, ZERO } from '#shared/domain/money.ts'
import { BUDGET_CHARGES, BUDGET_PRODUCTS, type BudgetAccount } from '#shared/domain/words.ts'

export type BudgetDraft = Readonly<Partial<Record<BudgetAccount, Cents>>>

export function draftOf(lines: Budget['lines']): BudgetDraft {
  return Object.fromEntries(lines.map((line) => [line.account, line.amountCents]))
}

export function withAmount(draft: BudgetDraft, account: BudgetAccount, amount: Cents | null): BudgetDraft {
  const { [account]: _, ...rest } = draft
  return amount === null ? rest : { ...rest, [account]: amount }
}

export function linesOf(draft: BudgetDraft): { account: BudgetAccount; amountCents: Cents }[] {
  return [...BUDGET_CHARGES, ...BUDGET_PRODUCTS].flatMap((account) => {
    const amountCents = draft[account]
    return amountCents === undefined ? [] : [{ account, amountCents }]
  })
}

export interface BudgetTotals {
  readonly totalCents: Cents
  /** Own resources of the structure. */
  readonly ownCents: Cents
  /** Products beyond the charges: to carry forward or give back. */
  readonly excessCents: Cents
}

export function totalsOf(draft: BudgetDraft): BudgetTotals {
  const sum = (accounts: readonly BudgetAccount[]) =>
    accounts.reduce((total, account) => total + (draft[account] ?? ZERO), 0)
  const spent = sum(BUDGET_CHARGES)
  const earned = sum(BUDGET_PRODUCTS)
  return {
    totalCents: cents(Math.max(spent, earned)),
    ownCents: cents(Math.max(0, spent - earned)),
    excessCents: cents(Math.max(0, earned - spent)),
  }
}
