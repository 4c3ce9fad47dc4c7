/**
 * A budget as it is copied from a spreadsheet: an account or a wording, and an amount; or amounts alone, from a line down.
 * What is not understood is given back as it was, never guessed.
 */
import type { Cents } from '#shared/domain/money.ts'
import { BUDGET_ACCOUNTS, type BudgetAccount } from '#shared/domain/words.ts'
import { CERFA } from '#shared/text/reports/fiscal-year.ts'
import { parseTypedCents } from '#shared/text/typed.ts'

export interface PastedBudget {
  readonly amounts: ReadonlyMap<BudgetAccount, Cents>
  /** Lines that were left, as they were copied. */
  readonly left: readonly string[]
}

/** More than one cell: a table to read. One amount belongs to the field it is pasted in. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.trim())
}

export function readPastedBudget(text: string, from: BudgetAccount): PastedBudget {
  const lines = text
    .replace(/\r/g, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
  while (lines.at(-1)?.every((cell) => cell === '')) lines.pop()
  return lines.every((cells) => cells.length === 1) ? downwards(lines, from) : named(lines)
}

function downwards(lines: readonly (readonly string[])[], from: BudgetAccount): PastedBudget {
  const accounts = BUDGET_ACCOUNTS.slice(BUDGET_ACCOUNTS.indexOf(from))
  const amounts = new Map<BudgetAccount, Cents>()
  const left: string[] = []
  for (const [i, [cell = '']] of lines.entries()) {
    if (cell === '') continue
    const amount = amountOf(cell)
    const account = accounts[i]
    if (amount === null || account === undefined) left.push(cell)
    else amounts.set(account, amount)
  }
  return { amounts, left }
}

function named(lines: readonly (readonly string[])[]): PastedBudget {
  const amounts = new Map<BudgetAccount, Cents>()
  const left: string[] = []
  for (const cells of lines) {
    if (cells.every((cell) => cell === '')) continue
    const words = cells.slice(0, -1)
    const account = accountOf(words)
    const amount = amountOf(cells.at(-1) ?? '')
    if (account === null || amount === null || amounts.has(account))
      left.push(cells.filter((c) => c !== '').join(' '))
    else amounts.set(account, amount)
  }
  return { amounts, left }
}

/** The wording says more than the number: several lines are account 74. */
function accountOf(cells: readonly string[]): BudgetAccount | null {
  for (const cell of cells) {
    const found = BUDGET_ACCOUNTS.find((account) => plain(CERFA.lines[account]) === plain(cell))
    if (found !== undefined) return found
  }
  const number = cells.map((cell) => /^(\d{2,6})\b/.exec(cell)?.[1]).find((digits) => digits !== undefined)
  return BUDGET_ACCOUNTS.find((account) => account === number) ?? null
}

function amountOf(cell: string): Cents | null {
  const amount = parseTypedCents(cell)
  return amount === null || amount < 0 ? null : amount
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
