/**
 * May this public contract be signed for so many months? Contrat de projet, L332-8, L332-14, L332-23-1, each with what
 * was already served. A fixed-term contract refused for its length says how far it may go.
 */
import { addDays, addMonths, type Day, daysBetween, maxDay, minDay } from '../../domain/day.ts'
import type { ContractKind } from '../../domain/words.ts'
import {
  compareToMonths,
  endAfter,
  endAfterMonths,
  type Length,
  monthsMinus,
} from '../calendar/contract-end.ts'
import { lastRun, mergePeriods, type Period, totalLength } from '../calendar/periods.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export const LIMITED_KINDS = ['contrat-de-projet', 'L332-8', 'L332-13', 'L332-14', 'L332-23-1'] as const
export type LimitedKind = (typeof LIMITED_KINDS)[number]

/** Services that count towards the six years (L332-10); those of a contrat de projet never do. */
const COUNTED: readonly ContractKind[] = ['L332-8', 'L332-13', 'L332-14', 'L332-23-1']

export type PublicRefusal = 'too-short' | 'too-long' | 'permanent-contract-required'

export interface PublicPeriod extends Period {
  /** Kind of this contract; the kind asked about where it is not said. */
  readonly kind?: ContractKind
}

export interface PublicLimitsInput {
  readonly kind: LimitedKind
  /** Earlier contracts with the same employer, in any order. */
  readonly periods: readonly PublicPeriod[]
  readonly proposedStartsOn: Day
  readonly proposedMonths: number
  /** Instead of whole months, where the proposal ends on a chosen day. */
  readonly proposedEndsOn?: Day
}

export interface PublicLimits {
  readonly valid: boolean
  readonly refusals: readonly PublicRefusal[]
  readonly proposedStartsOn: Day
  readonly proposedEndsOn: Day
  /** Last day a fixed-term contract of this kind may reach; absent where only a permanent one may follow, or where there is no limit. */
  readonly maxEndsOn?: Day
  readonly mustBePermanent?: boolean
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

interface Proposal {
  readonly kind: LimitedKind
  readonly periods: readonly PublicPeriod[]
  readonly startsOn: Day
  readonly endsOn: Day
  readonly figures: Figures
  /** Value of a figure on the day the proposal starts. */
  readonly months: (code: string) => number
}

interface Verdict {
  readonly refusals: readonly PublicRefusal[]
  readonly maxEndsOn?: Day
  readonly mustBePermanent?: boolean
  readonly steps: readonly Step[]
}

/** The day after the last period, where there is one. */
export function defaultStart(periods: readonly Period[]): Day | null {
  const last = periods.reduce<Day | null>((day, p) => (day === null ? p.endsOn : maxDay(day, p.endsOn)), null)
  return last === null ? null : addDays(last, 1)
}

export function publicLimits(input: PublicLimitsInput, figures: Figures = BUILT_IN_FIGURES): PublicLimits {
  const { kind, periods, proposedStartsOn: startsOn, proposedMonths } = input
  const endsOn = input.proposedEndsOn ?? endAfterMonths(startsOn, proposedMonths)
  const proposal: Proposal = {
    kind,
    periods,
    startsOn,
    endsOn,
    figures,
    months: (code) => figures.value(code, startsOn),
  }
  const verdict = LIMITS[kind](proposal)
  const refusals = [...verdict.refusals].sort()
  return {
    valid: refusals.length === 0,
    refusals,
    proposedStartsOn: startsOn,
    proposedEndsOn: endsOn,
    ...(verdict.maxEndsOn === undefined ? {} : { maxEndsOn: verdict.maxEndsOn }),
    ...(verdict.mustBePermanent === undefined ? {} : { mustBePermanent: verdict.mustBePermanent }),
    steps: [
      { code: 'public-limits.proposed', values: { kind, startsOn, months: proposedMonths, endsOn } },
      ...verdict.steps,
    ],
    basis: basisOf(BASIS[kind], startsOn),
  }
}

const LIMITS: Readonly<Record<LimitedKind, (proposal: Proposal) => Verdict>> = {
  'contrat-de-projet': projectLimits,
  'L332-8': permanentJobLimits,
  'L332-13': () => ({ refusals: [], steps: [{ code: 'public-limits.replacement', values: {} }] }),
  'L332-14': vacancyLimits,
  'L332-23-1': temporaryLimits,
}

const BASIS = {
  'contrat-de-projet': ['L332-24'],
  'L332-8': ['L332-8', 'L332-10'],
  'L332-13': ['L332-13'],
  'L332-14': ['L332-14'],
  'L332-23-1': ['L332-23-1'],
} as const

/** One to six years in all. */
function projectLimits(p: Proposal): Verdict {
  const spans = spansOf(p, [p.kind])
  const minMonths = p.months('project.min-months')
  const maxMonths = p.months('project.max-months')
  const maxEndsOn = furthestEnd(spans, p.startsOn, maxMonths)
  const total = totalLength(mergePeriods([...spans, p]))
  const refusals: PublicRefusal[] = []
  if (compareToMonths(total, minMonths) < 0) refusals.push('too-short')
  if (p.endsOn > maxEndsOn) refusals.push('too-long')
  return {
    refusals,
    maxEndsOn,
    steps: [
      served(totalLength(spans), p.kind),
      { code: 'public-limits.project', values: { ...total, minMonths, maxMonths, maxEndsOn } },
    ],
  }
}

/** L332-14: one year, then one year, two in all. */
function vacancyLimits(p: Proposal): Verdict {
  const spans = spansOf(p, [p.kind])
  const eachMonths = p.months('l332-14.each-months')
  const totalMonths = p.months('l332-14.total-months')
  const maxEndsOn = minDay(
    endAfterMonths(p.startsOn, eachMonths),
    furthestEnd(spans, p.startsOn, totalMonths),
  )
  return {
    refusals: p.endsOn > maxEndsOn ? ['too-long'] : [],
    maxEndsOn,
    steps: [
      served(totalLength(spans), p.kind),
      { code: 'public-limits.each-and-total', values: { eachMonths, totalMonths, maxEndsOn } },
    ],
  }
}

/** L332-8: three years at a time; six years of service, then permanent. */
function permanentJobLimits(p: Proposal): Verdict {
  const gapMonths = p.months('service.gap-months')
  const eachMonths = p.months('l332-8.each-months')
  const totalMonths = p.months('l332-8.total-months')
  const spans = countedRun(p, gapMonths)
  const total = totalLength(spans)
  const eachEndsOn = endAfterMonths(p.startsOn, eachMonths)
  const steps: Step[] = [{ code: 'public-limits.service', values: { ...total, gapMonths, totalMonths } }]
  if (compareToMonths(total, totalMonths) >= 0) {
    steps.push({ code: 'public-limits.permanent', values: { totalMonths } })
    return {
      refusals:
        p.endsOn > eachEndsOn ? ['permanent-contract-required', 'too-long'] : ['permanent-contract-required'],
      mustBePermanent: true,
      steps,
    }
  }
  const maxEndsOn = minDay(eachEndsOn, furthestEnd(spans, p.startsOn, totalMonths))
  steps.push({ code: 'public-limits.each-and-total', values: { eachMonths, totalMonths, maxEndsOn } })
  return {
    refusals: p.endsOn > maxEndsOn ? ['too-long'] : [],
    maxEndsOn,
    mustBePermanent: false,
    steps,
  }
}

/**
 * Counted services of the last run before the proposal. Any contract fills an interruption (a year of contrat de projet
 * between two contracts is not one), but only counted kinds add years.
 */
function countedRun(p: Proposal, gapMonths: number): readonly Period[] {
  const proposal: PublicPeriod = { startsOn: p.startsOn, endsOn: p.endsOn }
  const run = lastRun(mergePeriods([...p.periods, proposal]), gapMonths)
  const runStartsOn = run[0]?.startsOn ?? p.startsOn
  return spansOf(p, COUNTED).filter((s) => s.startsOn >= runStartsOn)
}

/** L332-23-1: twelve months within any eighteen in a row. */
function temporaryLimits(p: Proposal): Verdict {
  const spans = spansOf(p, [p.kind])
  const maxMonths = p.months('l332-23-1.max-months')
  const windowMonths = p.months('l332-23-1.window-months')
  const respects = (endsOn: Day): boolean =>
    endsOn < p.startsOn || windowsFit(spans, { startsOn: p.startsOn, endsOn }, maxMonths, windowMonths)
  const maxEndsOn = lastDayWhere(respects, addDays(p.startsOn, -1), endAfterMonths(p.startsOn, maxMonths))
  return {
    refusals: p.endsOn > maxEndsOn ? ['too-long'] : [],
    maxEndsOn,
    steps: [
      served(totalLength(spans), p.kind),
      { code: 'public-limits.window', values: { maxMonths, windowMonths, maxEndsOn } },
    ],
  }
}

/**
 * The fullest window starts with a span or ends with one. Only those that hold a day of the proposal are looked at: months
 * served beyond the limit long ago do not forbid a contract today.
 */
function windowsFit(
  served: readonly Period[],
  proposed: Period,
  maxMonths: number,
  windowMonths: number,
): boolean {
  const spans = mergePeriods([...served, proposed])
  const windows = spans.flatMap(({ startsOn, endsOn }): readonly Period[] => [
    { startsOn, endsOn: endAfterMonths(startsOn, windowMonths) },
    { startsOn: addMonths(addDays(endsOn, 1), -windowMonths), endsOn },
  ])
  return windows.every(
    (window) =>
      window.startsOn > proposed.endsOn ||
      window.endsOn < proposed.startsOn ||
      compareToMonths(lengthWithin(spans, window), maxMonths) <= 0,
  )
}

function lengthWithin(spans: readonly Period[], window: Period): Length {
  return totalLength(
    spans
      .filter((s) => s.startsOn <= window.endsOn && s.endsOn >= window.startsOn)
      .map((s) => ({
        startsOn: maxDay(s.startsOn, window.startsOn),
        endsOn: minDay(s.endsOn, window.endsOn),
      })),
  )
}

/** Last day between the two for which `holds`; `known` always does, and once it fails it fails for good. */
function lastDayWhere(holds: (d: Day) => boolean, known: Day, until: Day): Day {
  let low = known
  let high = until
  if (holds(high)) return high
  while (addDays(low, 1) < high) {
    const middle = addDays(low, Math.trunc(daysBetween(low, high) / 2))
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** Spans of the periods of these kinds (the kind asked about where a period does not say). */
function spansOf(p: Proposal, kinds: readonly ContractKind[]): Period[] {
  return mergePeriods(p.periods.filter((period) => kinds.includes(period.kind ?? p.kind)))
}

/** Last day a proposal may reach so that all the spans together stay within so many months. */
function furthestEnd(spans: readonly Period[], startsOn: Day, maxMonths: number): Day {
  const last = spans.at(-1)
  // A proposal that follows on makes one span with the last one, counted date to date from that span's start.
  const follows = last !== undefined && addDays(last.endsOn, 1) === startsOn
  const before = follows ? spans.slice(0, -1) : spans
  return endAfter(follows ? last.startsOn : startsOn, monthsMinus(maxMonths, totalLength(before)))
}

function served(length: Length, kind: ContractKind): Step {
  return { code: 'public-limits.served', values: { ...length, kind } }
}
