/** Dedicated funds being typed: the balance of account 194 follows each amount, year after year. */

import { type Cents, cents, ZERO } from '#shared/domain/money.ts'
import type { DedicatedYear } from '#shared/rules/accounting/dedicated-funds.ts'

export interface FundsDraft {
  readonly fiscalYear: number
  readonly carriedCents: Cents
  readonly usedCents: Cents
  readonly note: string
}

export interface FundsLine extends FundsDraft {
  readonly openingCents: Cents
  readonly closingCents: Cents
}

export function fundsDraft(years: readonly DedicatedYear[]): readonly FundsDraft[] {
  return years.map(({ fiscalYear, carriedCents, usedCents, note }) => ({
    fiscalYear,
    carriedCents,
    usedCents,
    note: note ?? '',
  }))
}

export function fundsLines(drafts: readonly FundsDraft[]): readonly FundsLine[] {
  let balance = 0
  return drafts.map((draft) => {
    const openingCents = cents(balance)
    balance += draft.carriedCents - draft.usedCents
    return { ...draft, openingCents, closingCents: cents(balance) }
  })
}

export function addYear(
  drafts: readonly FundsDraft[],
  where: 'before' | 'after',
  today: number,
): readonly FundsDraft[] {
  const first = drafts[0]?.fiscalYear
  const last = drafts.at(-1)?.fiscalYear
  const fiscalYear = where === 'before' ? (first ?? today) - 1 : (last ?? today - 1) + 1
  const added = { fiscalYear, carriedCents: ZERO, usedCents: ZERO, note: '' }
  return where === 'before' ? [added, ...drafts] : [...drafts, added]
}
