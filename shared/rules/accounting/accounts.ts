/**
 * Accounts proposed for the aid, by chart. What the convention itself says comes first: some local authorities use another
 * 7478x. Proposals, to be confirmed by the accountant.
 */
import type { Agreement } from '../../domain/facts.ts'
import type { Chart } from '../../domain/words.ts'

export interface AidAccounts {
  readonly income: string
  readonly receivable: string
  readonly deferred: string
}

interface ProposedAccounts extends AidAccounts {
  readonly source: string
}

/** Sources: DOMAIN, accounting; ANC 2018-06 for associations, M57 for local authorities. */
export const PROPOSED_ACCOUNTS: Readonly<Record<Chart, ProposedAccounts>> = {
  association: { income: '741', receivable: '441', deferred: '487', source: 'Règlement ANC 2018-06' },
  m57: { income: '74718', receivable: '441', deferred: '487', source: 'Instruction budgétaire M57' },
}

export function accountsOf(
  agreement: Pick<Agreement, 'incomeAccount' | 'receivableAccount' | 'deferredAccount'>,
  chart: Chart,
): AidAccounts {
  const proposed = PROPOSED_ACCOUNTS[chart]
  return {
    income: agreement.incomeAccount ?? proposed.income,
    receivable: agreement.receivableAccount ?? proposed.receivable,
    deferred: agreement.deferredAccount ?? proposed.deferred,
  }
}
