/**
 * Where a deadline stands today: how far, which reminder step it reached, and what a person said of it. An answer holds for
 * the day it was given for: a date that moved is shown again. Money still missing comes back at 30, 60 and 90 days.
 */
import { addDays, type Day, daysBetween } from '../../../domain/day.ts'
import type { DeadlineAnswer, Id } from '../../../domain/facts.ts'
import { dayToAct } from '../contracts/contract-notice.ts'
import type { Deadline, DerivedDeadline } from './deadline.ts'
import { DEADLINE_KINDS, type KindRule, LATE_STEPS, type LeadDays } from './kinds.ts'

const DUE_DAYS = 30
const COMING_DAYS = 90

export interface StandingInput {
  readonly today: Day
  readonly lastVisitOn: Day | null
  readonly leadDays: LeadDays
  readonly answers: ReadonlyMap<string, DeadlineAnswer>
  /** Working day at or before a day, at that structure. */
  readonly prudentDay: (day: Day, employerId: Id | null) => Day
}

/** Null where the day is past for so long that showing it helps nobody any more. */
export function standing(derived: DerivedDeadline, input: StandingInput): Deadline | null {
  const { today } = input
  const rule: KindRule = DEADLINE_KINDS[derived.kind]
  const dueOn = dayToAct(derived.prudentOn, derived.legalOn, today)
  const daysLeft = daysBetween(today, dueOn)
  if (rule.shownLateFor !== null && -daysLeft > rule.shownLateFor) return null
  const answer = input.answers.get(derived.key)
  const moved =
    answer !== undefined && answer.forDay !== derived.prudentOn && answer.forDay !== derived.legalOn
  const isAnswered = answer !== undefined && !moved && holds(answer, derived, today)
  const steps = derived.leadDays ?? input.leadDays(derived.kind)
  const step = stepReached(daysLeft, steps)
  return {
    ...derived.subject,
    key: derived.key,
    kind: derived.kind,
    nature: rule.nature,
    dueOn,
    legalOn: derived.legalOn,
    prudentOn: input.prudentDay(derived.prudentOn, derived.subject.employerId),
    daysLeft,
    status: isAnswered ? 'answered' : statusOf(daysLeft),
    title: derived.title,
    why: derived.why,
    basis: derived.basis,
    amountCents: derived.amountCents,
    answer:
      answer === undefined
        ? null
        : {
            answer: answer.answer,
            on: answer.answeredOn,
            postponedTo: answer.postponedTo,
            reason: answer.reason,
          },
    moved,
    isNew: !isAnswered && isNewSince(daysLeft, step, steps, input),
    step,
    leadDays: steps,
  }
}

function holds(answer: DeadlineAnswer, derived: DerivedDeadline, today: Day): boolean {
  if (answer.answer === 'postponed') return answer.postponedTo !== null && today < answer.postponedTo
  if (answer.answer === 'ignored' || derived.kind !== 'instalment-due') return true
  // "Fait" on money that is still missing means somebody acted: recalled when the delay reaches its next step.
  return !LATE_STEPS.some((days) => {
    const crossing = addDays(derived.prudentOn, days)
    return answer.answeredOn < crossing && crossing <= today
  })
}

function statusOf(daysLeft: number): Deadline['status'] {
  if (daysLeft < 0) return 'late'
  if (daysLeft <= DUE_DAYS) return 'due'
  return daysLeft <= COMING_DAYS ? 'coming' : 'later'
}

/** Days before the latest step reached; negative: days late. Null before the first one. */
function stepReached(daysLeft: number, leadDays: readonly number[]): number | null {
  let reached: number | null = null
  for (const step of leadDays) if (daysLeft <= step && (reached === null || step < reached)) reached = step
  if (daysLeft <= 0) reached = 0
  if (daysLeft < 0) reached = -1
  for (const days of LATE_STEPS) if (daysLeft <= -days) reached = -days
  return reached
}

function isNewSince(
  daysLeft: number,
  step: number | null,
  leadDays: readonly number[],
  { today, lastVisitOn }: StandingInput,
): boolean {
  if (step === null || lastVisitOn === null || lastVisitOn >= today) return false
  return stepReached(daysLeft + daysBetween(lastVisitOn, today), leadDays) !== step
}
