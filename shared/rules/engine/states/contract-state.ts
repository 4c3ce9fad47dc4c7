/**
 * State of a contract at a day, with its reason. The term is the one moved by amendments; the last day worked is the early
 * end where there is one. "Échu non clos" only while nothing came after: a renewal or a successor closes the matter.
 */
import type { Day } from '../../../domain/day.ts'
import type { Contract, ContractAmendment } from '../../../domain/facts.ts'
import type { Cents } from '../../../domain/money.ts'
import type { ContractKind, ContractState } from '../../../domain/words.ts'
import type { Step } from '../../explanation.ts'
import { type FactsIndex, rowsOf } from '../index-facts.ts'
import type { Period } from '../periods.ts'

export interface ContractView {
  readonly contract: Contract
  readonly state: ContractState
  readonly reason: Step
  /** Term after amendments; null: without term. */
  readonly endsOn: Day | null
  /** Last day on the post: the early end, else the term; null: still running without term. */
  readonly lastDay: Day | null
  readonly renewal: Contract | null
}

export function isPermanent(kind: ContractKind): boolean {
  return kind === 'CDI' || kind === 'titulaire'
}

/** The amendment that gives the term: the latest one to name an end. */
export function termAmendment(contract: Contract, index: FactsIndex): ContractAmendment | undefined {
  return rowsOf(index.amendmentsByContract, contract.id).findLast((each) => each.newEndsOn !== null)
}

/** Term as moved by the latest amendment that gives one. */
export function termOf(contract: Contract, index: FactsIndex): Day | null {
  return termAmendment(contract, index)?.newEndsOn ?? contract.endsOn
}

export function lastDayOf(contract: Contract, index: FactsIndex): Day | null {
  return contract.endedOn ?? termOf(contract, index)
}

export function workedPeriod(contract: Contract, index: FactsIndex): Period {
  return { from: contract.startsOn, to: lastDayOf(contract, index) }
}

/** Pay and hours in force at a day, amendments included. */
export function termsAt(
  contract: Contract,
  index: FactsIndex,
  at: Day,
): { readonly monthlyGrossCents: Cents | null; readonly weeklyMinutes: number } {
  let { monthlyGrossCents, weeklyMinutes } = contract
  for (const amendment of rowsOf(index.amendmentsByContract, contract.id)) {
    if (amendment.effectiveOn > at) break
    monthlyGrossCents = amendment.newMonthlyGrossCents ?? monthlyGrossCents
    weeklyMinutes = amendment.newWeeklyMinutes ?? weeklyMinutes
  }
  return { monthlyGrossCents, weeklyMinutes }
}

export function contractView(contract: Contract, index: FactsIndex, today: Day): ContractView {
  const endsOn = termOf(contract, index)
  const lastDay = contract.endedOn ?? endsOn
  const renewal = index.renewalOf.get(contract.id) ?? null
  const { state, reason } = stateOf(contract, endsOn, renewal, index, today)
  return { contract, state, reason, endsOn, lastDay, renewal }
}

function stateOf(
  contract: Contract,
  endsOn: Day | null,
  renewal: Contract | null,
  index: FactsIndex,
  today: Day,
): { readonly state: ContractState; readonly reason: Step } {
  const { startsOn, endedOn, endMotive } = contract
  if (today < startsOn) return { state: 'upcoming', reason: step('contract.upcoming', { startsOn }) }
  if (endedOn !== null && today > endedOn)
    return endsOn !== null && endedOn >= endsOn
      ? { state: 'ended', reason: step('contract.ended', { endedOn, motive: endMotive }) }
      : { state: 'broken', reason: step('contract.broken', { endedOn, endsOn, motive: endMotive }) }
  if (endedOn !== null || endsOn === null || today <= endsOn)
    return { state: 'current', reason: step('contract.current', { startsOn, endsOn: endedOn ?? endsOn }) }
  if (renewal !== null)
    return { state: 'ended', reason: step('contract.renewed', { endsOn, renewedOn: renewal.startsOn }) }
  const successor = rowsOf(index.contractsByPosition, contract.positionId).find((c) => c.startsOn > endsOn)
  if (successor !== undefined)
    return { state: 'ended', reason: step('contract.followed', { endsOn, nextOn: successor.startsOn }) }
  return { state: 'expired-open', reason: step('contract.expired-open', { endsOn }) }
}

function step(code: string, values: Step['values']): Step {
  return { code, values }
}
