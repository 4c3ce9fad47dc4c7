/** What the accountant enters by fiscal year, as the dialogs read it. */
import type { Day } from '../domain/day.ts'
import type { Id } from '../domain/facts.ts'
import type { Cents } from '../domain/money.ts'
import type { BudgetAccount } from '../domain/words.ts'
import type { DedicatedYear } from '../rules/accounting/dedicated-funds.ts'

export interface AgreementFunds {
  readonly agreementId: Id
  readonly reference: string
  readonly employerName: string
  readonly years: readonly DedicatedYear[]
}

export interface Budget {
  readonly employerName: string
  readonly from: Day
  readonly to: Day
  readonly lines: readonly { readonly account: BudgetAccount; readonly amountCents: Cents }[]
  /** Agreements of the structure, each of which may have a budget of its own. */
  readonly agreements: readonly {
    readonly id: Id
    readonly reference: string
    readonly funder: string
    readonly hasBudget: boolean
  }[]
  /** Years of this structure that hold planned amounts, whatever the agreement. */
  readonly years: readonly number[]
}
