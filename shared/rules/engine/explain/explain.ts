/** "Pourquoi cette date ?", "Pourquoi ce montant ?": one structure for every target a screen may ask about. */
import { type Day, inclusiveDays } from '../../../domain/day.ts'
import type { Id } from '../../../domain/facts.ts'
import type { Explanation, Step } from '../../explanation.ts'
import { dayToAct, noticeKey } from '../contracts/contract-notice.ts'
import { derivedDeadlines } from '../deadlines/deadlines.ts'
import { DEADLINE_KINDS } from '../deadlines/kinds.ts'
import type { Derived } from '../derive.ts'
import { positionName } from '../names.ts'
import { vacancyLimitOf } from '../states/vacancy-limit.ts'
import { contractSteps } from './contract-steps.ts'
import { type AmountName, explainAmount, sharesOfTarget } from './explain-amount.ts'
import { explainNotice } from './explain-notice.ts'

/** The targets of the door (`ExplainTarget`). */
export type Target =
  | { readonly kind: 'deadline'; readonly key: string }
  | { readonly kind: 'position-state'; readonly positionId: Id }
  | { readonly kind: 'position-amount'; readonly positionId: Id; readonly amount: AmountName }
  | { readonly kind: 'agreement-amount'; readonly agreementId: Id; readonly amount: AmountName }
  | { readonly kind: 'contract-notice'; readonly contractId: Id }
  | { readonly kind: 'vacancy-limit'; readonly positionId: Id }

/** Null where the target does not exist (any more), or has nothing of the kind. */
export function explain(target: Target, derived: Derived): Explanation | null {
  switch (target.kind) {
    case 'deadline':
      return explainDeadline(target.key, derived)
    case 'contract-notice':
      return explainNotice(target.contractId, derived)
    case 'vacancy-limit':
      return explainVacancy(target.positionId, derived)
    case 'position-state':
      return explainState(target.positionId, derived)
    case 'position-amount': {
      const position = derived.index.positions.get(target.positionId)
      if (position === undefined) return null
      return explainAmount(target.amount, positionName(position), sharesOfTarget(target, derived), derived)
    }
    case 'agreement-amount': {
      const agreement = derived.index.agreements.get(target.agreementId)
      if (agreement === undefined) return null
      return explainAmount(target.amount, agreement.reference, sharesOfTarget(target, derived), derived)
    }
  }
}

function explainDeadline(key: string, derived: Derived): Explanation | null {
  const deadline = derivedDeadlines(derived).find((d) => d.key === key)
  if (deadline === undefined) return null
  const { contractId, positionId } = deadline.subject
  if (contractId !== null && key === noticeKey(contractId)) return explainNotice(contractId, derived)
  if (deadline.kind === 'vacancy-limit' && positionId !== null) return explainVacancy(positionId, derived)
  const { prudentOn, legalOn } = deadline
  const contract = contractId === null ? undefined : derived.contracts.get(contractId)
  const day = dayToAct(prudentOn, legalOn, derived.today)
  const last: Step =
    legalOn !== null && legalOn !== prudentOn
      ? { code: 'explain.legal-and-prudent', values: { legalOn, prudentOn } }
      : { code: 'explain.deadline-day', values: { day } }
  return {
    subject: deadline.title,
    result: { kind: 'day', day },
    nature: DEADLINE_KINDS[deadline.kind].nature,
    steps: [
      ...(contract === undefined ? [] : contractSteps(contract, derived)),
      deadline.why,
      ...(deadline.steps ?? []),
      last,
    ],
    basis: deadline.basis,
    whatIf: [],
    notes: [],
  }
}

function explainVacancy(positionId: Id, derived: Derived): Explanation | null {
  const view = derived.positions.get(positionId)
  const limit = view === undefined ? null : vacancyLimitOf(view, derived)
  if (view === undefined || limit === null) return null
  return {
    subject: { code: 'subject.vacancy-limit', values: { position: positionName(view.position) } },
    result: { kind: 'day', day: limit.limitOn },
    nature: 'scheme',
    steps: [...lastContractSteps(view.lastDayOccupied, positionId, derived), ...limit.steps],
    basis: limit.basis,
    whatIf: [],
    notes: [{ code: 'note.vacancy', values: {} }],
  }
}

function explainState(positionId: Id, derived: Derived): Explanation | null {
  const view = derived.positions.get(positionId)
  if (view === undefined) return null
  const holder = view.holder === null ? undefined : derived.contracts.get(view.holder.id)
  const since: Day | null =
    view.state === 'returned' ? view.position.returnedOn : (holder?.contract.startsOn ?? view.vacantSince)
  return {
    subject: { code: 'subject.position-state', values: { position: positionName(view.position) } },
    result: { kind: 'day', day: since ?? derived.today },
    nature: null,
    steps: [
      ...(holder === undefined
        ? lastContractSteps(view.lastDayOccupied, positionId, derived)
        : contractSteps(holder, derived)),
      {
        code: `explain.${view.state}`,
        values: {
          today: derived.today,
          since,
          days: since === null ? null : inclusiveDays(since, derived.today),
        },
      },
    ],
    basis: [],
    whatIf: [],
    notes: [],
  }
}

/** The contract that held the post until that day. */
function lastContractSteps(lastDay: Day | null, positionId: Id, derived: Derived): readonly Step[] {
  if (lastDay === null) return []
  const last = (derived.index.contractsByPosition.get(positionId) ?? []).findLast(
    (c) => derived.contracts.get(c.id)?.lastDay === lastDay,
  )
  const view = last === undefined ? undefined : derived.contracts.get(last.id)
  return view === undefined ? [] : [...contractSteps(view, derived), view.reason]
}
