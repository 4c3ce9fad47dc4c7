/** The legal notice of a contract: the rule `notice` asked with the contracts of its holder, and where it stands today. */
import { type Day, daysBetween } from '../../../domain/day.ts'
import type { Contract, Id } from '../../../domain/facts.ts'
import { type Notice, type NoticeInput, notice } from '../../law/notice.ts'
import type { Derived } from '../derive.ts'
import type { ContractView } from '../states/contract-state.ts'
import { employerOfContract, limitedKindOf, regimeOfContract } from './regime.ts'
import { mustBePermanentNext, publicService } from './service.ts'

export type NoticeState = 'not-applicable' | 'none' | 'upcoming' | 'soon' | 'missed' | 'answered'

export interface ContractNotice {
  readonly contract: Contract
  readonly input: NoticeInput
  readonly rule: Notice
}

const SOON_DAYS = 30
const cache = new WeakMap<Derived, Map<Id, ContractNotice | null>>()

export function noticeKey(contractId: Id): string {
  return `notice:contract:${contractId}`
}

/** Null where no notice is owed: private law, no term, or an end before the term. */
export function contractNotice(view: ContractView, derived: Derived): ContractNotice | null {
  const known = cache.get(derived) ?? new Map<Id, ContractNotice | null>()
  cache.set(derived, known)
  const found = known.get(view.contract.id)
  if (found !== undefined) return found
  const computed = compute(view, derived)
  known.set(view.contract.id, computed)
  return computed
}

function compute(view: ContractView, derived: Derived): ContractNotice | null {
  const { contract, endsOn } = view
  const regime = regimeOfContract(contract, derived)
  if (endsOn === null || contract.endedOn !== null || endsOn < contract.startsOn) return null
  if (regime !== 'project' && regime !== 'public') return null
  const periods = publicService(contract, derived, { until: contract.startsOn })
  const input = noticeInput(
    contract,
    endsOn,
    periods.length > 0 ? periods : [{ startsOn: contract.startsOn, endsOn }],
    derived,
  )
  return { contract, input, rule: notice(input, derived.figures) }
}

/** What the rule is asked for a contract, entered or proposed, that ends that day after these services. */
export function noticeInput(
  contract: Contract,
  endsOn: Day,
  periods: NoticeInput['periods'],
  derived: Derived,
): NoticeInput {
  const regime = regimeOfContract(contract, derived)
  return {
    kind: regime === 'project' ? 'contrat-de-projet' : 'cdd-public',
    periods,
    zone: employerOfContract(contract, derived)?.zone ?? 'metropole',
    permanentNext:
      limitedKindOf(contract.kind, regime) === 'L332-8' && mustBePermanentNext(periods, endsOn, derived),
    doubled: derived.index.persons.get(contract.personId)?.doubledNotice ?? false,
  }
}

/** The prudent day while it can still be met, then the legal one: that is the day one is late on. */
export function dayToAct(prudentOn: Day, legalOn: Day | null, today: Day): Day {
  return legalOn !== null && today > prudentOn ? legalOn : prudentOn
}

export function noticeStanding(
  view: ContractView | undefined,
  derived: Derived,
): { readonly noticeOn: Day | null; readonly noticeState: NoticeState } {
  if (view === undefined) return { noticeOn: null, noticeState: 'none' }
  const found = contractNotice(view, derived)
  if (found === null || view.state === 'ended') return { noticeOn: null, noticeState: 'not-applicable' }
  const { today, index } = derived
  const { prudentOn, legalOn } = found.rule
  const noticeOn = dayToAct(prudentOn, legalOn, today)
  const answer = index.answers.get(noticeKey(view.contract.id))
  const isAnswered =
    view.renewal !== null ||
    (answer !== undefined &&
      (answer.answer !== 'postponed' || (answer.postponedTo ?? today) > today) &&
      (answer.forDay === legalOn || answer.forDay === prudentOn))
  if (isAnswered) return { noticeOn, noticeState: 'answered' }
  if (today > noticeOn) return { noticeOn, noticeState: 'missed' }
  return { noticeOn, noticeState: daysBetween(today, noticeOn) <= SOON_DAYS ? 'soon' : 'upcoming' }
}
