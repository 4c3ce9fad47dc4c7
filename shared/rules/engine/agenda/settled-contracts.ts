/** A contract renewed, ended or followed: its term, its notice and what went with them ask for nothing more. */
import type { Day } from '../../../domain/day.ts'
import type { Contract } from '../../../domain/facts.ts'
import { limitOf } from '../contracts/contract-limit.ts'
import { contractNotice, noticeKey } from '../contracts/contract-notice.ts'
import { regimeOfContract } from '../contracts/regime.ts'
import type { DeadlineKind } from '../deadlines/kinds.ts'
import { contractSubject } from '../deadlines/subjects.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { type ContractView, isPermanent, termAmendment } from '../states/contract-state.ts'
import type { Settle } from './settled-matter.ts'

export function settledContract(view: ContractView, derived: Derived, settle: Settle): void {
  const { contract } = view
  const subject = contractSubject(contract, derived)
  const over = (kind: DeadlineKind, on: Day, end: End, key = `${kind}:contract:${contract.id}`) =>
    settle({
      key,
      kind,
      on,
      since: end.since,
      title: { code: `deadline.${kind}`, values: { kind: contract.kind, person: subject.personName } },
      why: { code: `why.settled.${end.code}`, values: { on: end.since } },
      subject,
    })
  addSigned(view, derived, over)

  const end = endOf(view, derived)
  // The day the agenda knew: the term, which an early end made moot.
  const term = view.endsOn ?? view.lastDay
  if (end === null || term === null) return
  over('contract-end', view.renewal === null ? (view.lastDay ?? term) : term, end)
  const regime = regimeOfContract(contract, derived)
  if (regime === 'project' || regime === 'public') {
    const rule = contractNotice(view, derived)?.rule
    const on = rule?.prudentOn ?? term
    over('notice', on, end)
    if (rule === undefined || rule.interview) over('interview', on, end)
    if (derived.index.answers.get(noticeKey(contract.id))?.answer === 'done') over('agent-answer', on, end)
  }
  if (!isPermanent(contract.kind) && limitOf(view, regime, derived)?.reached === true)
    for (const kind of LIMITS) over(kind, term, end)
  if (contract.trialEndsOn !== null && contract.endedOn !== null && contract.trialEndsOn > contract.endedOn)
    over('trial-end', contract.trialEndsOn, end)
}

const LIMITS = ['permanent-offer', 'permanent-required', 'maximum-duration'] as const

interface End {
  readonly code: 'renewed' | 'ended' | 'amended' | 'signed'
  readonly since: Day
}

/** The fact that settled the term; null where nothing did yet. */
function endOf({ contract, state, renewal, lastDay }: ContractView, derived: Derived): End | null {
  if (renewal !== null) return { code: 'renewed', since: renewal.signedOn ?? renewal.startsOn }
  if (contract.endedOn !== null) return { code: 'ended', since: contract.endedOn }
  if (lastDay !== null && state !== 'upcoming' && state !== 'current' && state !== 'expired-open')
    return { code: 'ended', since: lastDay }
  // A term moved keeps its key and moves in the agenda; what the new term no longer asks for leaves it.
  const moved = termAmendment(contract, derived.index)
  return moved === undefined ? null : { code: 'amended', since: moved.signedOn ?? moved.effectiveOn }
}

type Over = (kind: DeadlineKind, on: Day, end: End, key?: string) => void

/** What prolongs a contract, once signed. */
function addSigned({ contract, renewal, lastDay }: ContractView, derived: Derived, over: Over): void {
  const signed = (of: string, row: Pick<Contract, 'id' | 'signedOn'>, on: Day | null) => {
    if (row.signedOn !== null && row.signedOn <= derived.today && on !== null)
      over(
        'renewal-signature',
        on,
        { code: 'signed', since: row.signedOn },
        `renewal-signature:${of}:${row.id}`,
      )
  }
  if (renewal !== null) signed('contract', renewal, lastDay)
  let term = contract.endsOn
  for (const amendment of rowsOf(derived.index.amendmentsByContract, contract.id)) {
    if (amendment.newEndsOn === null) continue
    if (term !== null && amendment.newEndsOn > term) signed('amendment', amendment, term)
    term = amendment.newEndsOn
  }
}
