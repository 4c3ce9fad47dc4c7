/** Deadlines of one contract: notice, term, trial, papers, pay. Each says by itself when the matter is over. */
import { addDays, addMonths, type Day, maxDay } from '../../../domain/day.ts'
import { contractHandOver } from '../../law/hand-over.ts'
import { minimumWage } from '../../law/minimum-wage.ts'
import { trialPeriod } from '../../law/trial-period.ts'
import { basisOf } from '../../texts.ts'
import { limitOf } from '../contracts/contract-limit.ts'
import { contractNotice, noticeKey } from '../contracts/contract-notice.ts'
import { employerOfContract, type Regime, regimeOfContract } from '../contracts/regime.ts'
import { wageFloor, wageRises } from '../contracts/wage-floor.ts'
import type { Derived } from '../derive.ts'
import { rowsOf } from '../index-facts.ts'
import { type ContractView, termsAt } from '../states/contract-state.ts'
import type { DerivedDeadline, Subject } from './deadline.ts'
import { contractSubject } from './subjects.ts'

interface Case {
  readonly view: ContractView
  readonly regime: Regime
  readonly subject: Subject
  readonly derived: Derived
  readonly add: (deadline: Omit<DerivedDeadline, 'subject' | 'amountCents'>) => void
}

/** Papers of a hiring are only followed for so long after it. */
const HIRING_DAYS = 60
const TRIAL_MAX_MONTHS = 8

export function contractDeadlines(view: ContractView, derived: Derived, out: DerivedDeadline[]): void {
  const isRunning = view.state === 'current' || view.state === 'upcoming'
  if (!isRunning && view.state !== 'expired-open') return
  const { contract } = view
  const position = derived.positions.get(contract.positionId)
  if (position?.state === 'returned') return
  const subject = contractSubject(contract, derived)
  const regime = regimeOfContract(contract, derived)
  const c: Case = {
    view,
    regime,
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

function addTerm({ view, regime, derived, add }: Case): void {
  const { contract, lastDay, endsOn, renewal } = view
  if (lastDay === null || renewal !== null) return
  const limit = contract.endedOn === null ? limitOf(view, regime, derived) : null
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

function addNotice(c: Case): void {
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

function addLimit({ view, regime, derived, add }: Case): void {
  const { contract, endsOn } = view
  if (endsOn === null || contract.endedOn !== null || view.renewal !== null) return
  const limit = limitOf(view, regime, derived)
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

/** What prolongs a contract is signed before its term: a renewal, or an amendment that moves the end. */
function addRenewalSignatures({ view, regime, derived, add }: Case): void {
  const { contract, renewal } = view
  const basis = regime === 'private' ? basisOf('L1243-13-1', derived.today) : []
  const sign = (key: string, before: Day, endsOn: Day | null) =>
    add({
      key,
      kind: 'renewal-signature',
      prudentOn: before,
      legalOn: before,
      title: { code: 'deadline.renewal-signature', values: {} },
      why: { code: 'why.renewal-signature', values: { before, endsOn } },
      basis,
    })
  if (renewal !== null && renewal.signedOn === null && view.lastDay !== null)
    sign(`renewal-signature:contract:${renewal.id}`, view.lastDay, renewal.endsOn)
  let term = contract.endsOn
  for (const amendment of rowsOf(derived.index.amendmentsByContract, contract.id)) {
    if (amendment.newEndsOn === null) continue
    if (amendment.signedOn === null && term !== null && amendment.newEndsOn > term)
      sign(`renewal-signature:amendment:${amendment.id}`, term, amendment.newEndsOn)
    term = amendment.newEndsOn
  }
}

function addTrial({ view, regime, derived, add }: Case): void {
  const { contract, endsOn } = view
  const { today, figures } = derived
  if (contract.renewsId !== null || addMonths(contract.startsOn, TRIAL_MAX_MONTHS) < today) return
  const rule =
    regime === 'permanent' && contract.kind !== 'titulaire'
      ? null
      : regime === 'private' && endsOn !== null
        ? trialPeriod({ regime: 'private-cdd', startsOn: contract.startsOn, endsOn }, figures)
        : regime === 'public' || regime === 'project'
          ? trialPeriod(
              { regime: 'public', startsOn: contract.startsOn, endsOn, sameFunctions: false },
              figures,
            )
          : null
  const trialEndsOn = contract.trialEndsOn ?? rule?.endsOn ?? null
  if (trialEndsOn === null || trialEndsOn < today) return
  add({
    key: `trial-end:contract:${contract.id}`,
    kind: 'trial-end',
    prudentOn: trialEndsOn,
    legalOn: trialEndsOn,
    title: { code: 'deadline.trial-end', values: {} },
    why: {
      code: contract.trialEndsOn === null ? 'why.trial-end.computed' : 'why.trial-end.entered',
      values: { startsOn: contract.startsOn, endsOn: trialEndsOn },
    },
    basis: rule?.basis ?? [],
    ...(contract.trialEndsOn === null && rule !== null ? { steps: rule.steps } : {}),
  })
}

function addPapers({ view, regime, derived, add }: Case): void {
  const { contract } = view
  const { today, figures } = derived
  if (addDays(contract.startsOn, HIRING_DAYS) < today) return
  const employer = employerOfContract(contract, derived)
  if (regime === 'private' || regime === 'pec') {
    const rule = contractHandOver(contract.startsOn, employer?.zone ?? 'metropole', figures)
    // Signed by both in time: it was handed over with the signature.
    if (contract.signedOn !== null && contract.signedOn <= rule.by) return
    add({
      key: `contract-hand-over:contract:${contract.id}`,
      kind: 'contract-hand-over',
      prudentOn: rule.by,
      legalOn: rule.by,
      title: { code: 'deadline.contract-hand-over', values: {} },
      why: { code: 'why.contract-hand-over', values: { hiredOn: contract.startsOn } },
      basis: rule.basis,
      steps: rule.steps,
    })
    return
  }
  if (employer?.sector !== 'public' || regime === 'permanent') return
  add({
    key: `transmission:contract:${contract.id}`,
    kind: 'transmission',
    prudentOn: contract.startsOn,
    legalOn: contract.startsOn,
    title: { code: 'deadline.transmission', values: {} },
    why: { code: 'why.transmission', values: { startsOn: contract.startsOn } },
    basis: basisOf('transmission', contract.startsOn),
  })
}

/** Pay under the wage in force today, or under one already known that comes later. */
function addWage({ view, derived, add }: Case): void {
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
