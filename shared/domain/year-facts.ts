/** Facts of accounting: what a month cost, what a fiscal year carries and plans. Part of `Facts`, and read through it. */
import type { Id } from './id.ts'
import type { Cents } from './money.ts'
import type { BudgetAccount } from './words.ts'

/** Coût salarial of one contract for one month ("YYYY-MM"). */
export interface MonthlyCost {
  readonly id: Id
  readonly contractId: Id
  readonly month: string
  readonly grossCents: Cents
  readonly chargesCents: Cents
  readonly taxesCents: Cents
}

/**
 * Fonds dédiés of an agreement for one fiscal year, as the accountant decided them: carried forward (6894 to 194) and used
 * (194 to 7894). A fiscal year is named by the calendar year it starts in.
 */
export interface DedicatedFund {
  readonly id: Id
  readonly agreementId: Id
  readonly fiscalYear: number
  readonly carriedCents: Cents
  readonly usedCents: Cents
  readonly note: string | null
}

/** Planned amount of one account for a fiscal year: of the structure itself, or of one of its agreements. They add up. */
export interface BudgetLine {
  readonly id: Id
  readonly employerId: Id
  readonly agreementId: Id | null
  readonly fiscalYear: number
  readonly account: BudgetAccount
  readonly amountCents: Cents
}
