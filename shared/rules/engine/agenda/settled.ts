/**
 * Matters that a fact settled: the money came, the contract was renewed or ended, the post was filled, the agreement was
 * closed. They are no deadline any more, but an agenda that took them at an earlier export still holds them: it is told to
 * drop them, under the same key. Only what facts still say is known here: a row erased leaves no trace to cancel.
 */
import { addDays, maxDay } from '../../../domain/day.ts'
import { derivedDeadlines } from '../deadlines/deadlines.ts'
import type { Derived } from '../derive.ts'
import { settledAgreement } from './settled-agreements.ts'
import { settledContract } from './settled-contracts.ts'
import { settledInstalment } from './settled-instalments.ts'
import type { Settle, SettledMatter } from './settled-matter.ts'
import { settledPosition } from './settled-positions.ts'

/**
 * A year back: an agenda is imported again well before that, and older items only lie in its past. Not a setting: nobody
 * would choose it, and every export would grow for ever without it.
 */
const KEPT_DAYS = 365

export function settledMatters(derived: Derived): readonly SettledMatter[] {
  const oldest = addDays(derived.today, -KEPT_DAYS)
  const open = new Set(derivedDeadlines(derived).map((each) => each.key))
  const found = new Map<string, SettledMatter>()
  const settle: Settle = (matter) => {
    if (!open.has(matter.key) && maxDay(matter.on, matter.since) >= oldest) found.set(matter.key, matter)
  }
  const { containment } = derived
  for (const [id, view] of derived.contracts)
    containment.attempt('contract', id, () => settledContract(view, derived, settle))
  for (const [id, view] of derived.positions)
    containment.attempt('position', id, () => settledPosition(view, derived, settle))
  for (const [id, view] of derived.instalments)
    containment.attempt('instalment', id, () => settledInstalment(view, derived, settle))
  for (const [id, view] of derived.agreements)
    containment.attempt('agreement', id, () => settledAgreement(view, derived, settle))
  return [...found.values()].sort(byDay)
}

function byDay(a: SettledMatter, b: SettledMatter): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.key < b.key ? -1 : 1
}
