/** Deadlines of one contract: notice, term, trial, papers, pay. Each says by itself when the matter is over. */
import { addDays, maxDay } from '../../../domain/day.ts'
import { minimumWage } from '../../law/minimum-wage.ts'
import { basisOf } from '../../texts.ts'
import { limitOf } from '../contracts/contract-limit.ts'
import { contractNotice, noticeKey } from '../contracts/contract-notice.ts'
import { regimeOfContract } from '../contracts/regime.ts'
import { wageFloor, wageRises } from '../contracts/wage-floor.ts'
import type { Derived } from '../derive.ts'
import { type ContractView, termsAt } from '../states/contract-state.ts'
import type { ContractCase } from './contract-case.ts'
import type { DerivedDeadline } from './deadline.ts'
import { addPapers, addRenewalSignatures, addTrial } from './hiring-deadlines.ts'
import { contractSubject } from './subjects.ts'

export function contractDeadlines(view: ContractView, derived: Derived, out: DerivedDeadline[]): void {
  const isRunning = view.state === 'current' || view.state === 'upcoming'
  if (!isRunning && view.state !== 'expired-open') return
  const { contract } = view
  // A post given back is over with, but a contract that still runs owes its notice and its term all the same.
  if (!isRunning && derived.positions.get(contract.positionId)?.state === 'returned') return
  const subject = contractSubject(contract, derived)
  const regime = regimeOfContract(contract, derived)
  const c: ContractCase = {
    view,
    regime,
    limit: contract.endedOn === null ? limitOf(view, regime, derived) : null,
    subject,
    derived,
    add: (deadline) =>
      out.push({
        ...deadline,
        // Titles name the person: they are read alone, in an agenda or a list.
        title: { ...deadline.title, values: { ...deadline.title.values, person: subject.personName } },
        subject,
        amountCents: null,
      }),
  }
  addTerm(c)
  if (!isRunning) return
  addNotice(c)
  addLimit(c)
  addRenewalSignatures(c)
  addTrial(c)
  addPapers(c)
  addWage(c)
}

function addTerm({ view, regime, limit, add }: ContractCase): void {
  const { contract, lastDay, endsOn, renewal } = view
  if (lastDay === null || renewal !== null) return
  const shared = { kind: contract.kind, endsOn: lastDay, vacantFrom: addDays(lastDay, 1) }
  add({
    key: `contract-end:contract:${contract.id}`,
    kind: 'contract-end',
    prudentOn: lastDay,
    legalOn: null,
    title: { code: 'deadline.contract-end', values: { kind: contract.kind } },
    why:
      contract.endedOn !== null
        ? { code: 'why.contract-end.early', values: { ...shared, term: endsOn, motive: contract.endMotive } }
        : view.state === 'expired-open'
          ? { code: 'why.contract-end.open', values: shared }
          : regime === 'private' || regime === 'pec' || limit === null
            ? { code: 'why.contract-end.private', values: shared }
            : {
                code: 'why.contract-end.public',
                values: {
                  ...shared,
                  served: limit.servedMonths,
                  maximum: limit.maximumMonths,
                  reached: limit.reached,
                },
              },
    basis: limit?.basis ?? [],
  })
}

function addNotice(c: ContractCase): void {
  const { view, derived, add } = c
  const { contract } = view
  const found = view.renewal === null ? contractNotice(view, derived) : null
  if (found === null) return
  const { rule } = found
  const key = noticeKey(contract.id)
  const { answers, persons } = derived.index
  const values = {
    kind: contract.kind,
    endsOn: view.endsOn,
    months: rule.months ?? null,
    days: rule.days ?? null,
    serviceMonths: rule.service.months,
    serviceDays: rule.service.days,
    doubled: persons.get(contract.personId)?.doubledNotice ?? false,
  }
  add({
    key,
    kind: 'notice',
    prudentOn: rule.prudentOn,
    legalOn: rule.legalOn,
    title: { code: 'deadline.notice', values: {} },
    why: { code: 'why.notice', values },
    basis: rule.basis,
  })
  const answer = answers.get(key)
  const isGiven = answer?.answer === 'done'
  if (rule.interview && !isGiven)
    add({
      key: `interview:contract:${contract.id}`,
      kind: 'interview',
      prudentOn: addDays(rule.prudentOn, -INTERVIEW_LEAD_DAYS),
      legalOn: rule.legalOn,
      title: { code: 'deadline.interview', values: {} },
      why: { code: 'why.interview', values: { ...values, noticeOn: rule.legalOn } },
      basis: rule.basis,
    })
  if (!isGiven || answer === undefined) return
  const days = derived.figures.value('notice.answer-days', answer.answeredOn)
  const answerOn = addDays(answer.answeredOn, days)
  add({
    key: `agent-answer:contract:${contract.id}`,
    kind: 'agent-answer',
    prudentOn: answerOn,
    legalOn: answerOn,
    title: { code: 'deadline.agent-answer', values: {} },
    why: { code: 'why.agent-answer', values: { noticedOn: answer.answeredOn, days } },
    basis: rule.basis,
  })
}

/** The interview comes before the notice: a week leaves time to hold it. Internal mark, the text gives no day. */
const INTERVIEW_LEAD_DAYS = 7

function addLimit({ view, regime, limit, derived, add }: ContractCase): void {
  const { contract, endsOn } = view
  if (endsOn === null || contract.endedOn !== null || view.renewal !== null) return
  if (limit === null || !limit.reached) return
  if (regime === 'private') {
    add({
      key: `permanent-offer:contract:${contract.id}`,
      kind: 'permanent-offer',
      prudentOn: addDays(endsOn, -OFFER_LEAD_DAYS),
      legalOn: null,
      title: { code: 'deadline.permanent-offer', values: {} },
      why: {
        code: limit.byRenewals ? 'why.permanent-offer.renewals' : 'why.permanent-offer.months',
        values: { endsOn, maximum: limit.maximumMonths, renewals: limit.renewals },
      },
      basis: [...limit.basis, ...basisOf('L1243-11-1', derived.today)],
    })
    return
  }
  const kind = limit.mustBePermanent ? 'permanent-required' : 'maximum-duration'
  add({
    key: `${kind}:contract:${contract.id}`,
    kind,
    prudentOn: endsOn,
    legalOn: endsOn,
    title: { code: `deadline.${kind}`, values: {} },
    why: {
      code: `why.${kind}`,
      values: { kind: contract.kind, endsOn, maximum: limit.maximumMonths, served: limit.servedMonths },
    },
    basis: limit.basis,
  })
}

/** A written offer is prepared a month before the term. Internal mark: the text only says "before the term". */
const OFFER_LEAD_DAYS = 30

/** Pay under the wage in force today, or under one already known that comes later. */
function addWage({ view, derived, add }: ContractCase): void {
  const { contract, lastDay } = view
  const { today, figures, index } = derived
  const from = maxDay(contract.startsOn, today)
  const { monthlyGrossCents } = termsAt(contract, index, from)
  if (monthlyGrossCents === null) return
  for (const on of [from, ...wageRises(figures)]) {
    if (on < from || (lastDay !== null && on > lastDay)) continue
    const floor = wageFloor(contract, on, derived)
    if (floor === null || floor.grossCents === null || floor.grossCents >= floor.floorCents) continue
    const since = minimumWage(on, figures)?.since ?? on
    const dueOn = maxDay(since, contract.startsOn)
    add({
      key: `minimum-wage:contract:${contract.id}`,
      kind: 'minimum-wage',
      prudentOn: dueOn,
      legalOn: dueOn,
      title: { code: 'deadline.minimum-wage', values: {} },
      why: {
        code: 'why.minimum-wage',
        values: {
          grossCents: floor.grossCents,
          floorCents: floor.floorCents,
          weeklyMinutes: floor.weeklyMinutes,
          since,
        },
      },
      basis: basisOf('minimum-wage', on),
    })
    return
  }
}
