/**
 * Notice before the end of a public fixed-term contract (délai de prévenance): how long, by which day, and whether an
 * interview comes first. There is none in private law: callers refuse before asking.
 */
import { addDays, addMonths, type Day, maxDay } from '../../domain/day.ts'
import type { ContractKind, Zone } from '../../domain/words.ts'
import { compareToMonths, type Length } from '../calendar/contract-end.ts'
import { lastRun, mergePeriods, type Period, totalLength } from '../calendar/periods.ts'
import { rollDay, rollSteps } from '../calendar/working-day.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'
import { basisOf } from '../texts.ts'

export const NOTICE_KINDS = ['contrat-de-projet', 'cdd-public'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Fixed-term public contracts that are not on a permanent job: their years never call for an interview. */
const NOT_ON_PERMANENT_JOB: readonly ContractKind[] = ['contrat-de-projet', 'L332-23-1']

export interface NoticePeriod extends Period {
  /** Kind of this contract where it differs from the rule asked for. */
  readonly kind?: ContractKind
}

export interface NoticeInput {
  /** `cdd-public` stands for every public fixed-term contract that is not a contrat de projet. */
  readonly kind: NoticeKind
  /** Contracts with the same employer, in any order. Never empty. */
  readonly periods: readonly NoticePeriod[]
  readonly zone: Zone
  /** The next contract may be permanent. */
  readonly permanentNext?: boolean
  /** Declared disability: "délai de prévenance doublé". */
  readonly doubled?: boolean
}

export interface Notice {
  /** One of the two. */
  readonly months?: number
  readonly days?: number
  readonly legalOn: Day
  /** The working day before, where `legalOn` is not one. */
  readonly prudentOn: Day
  readonly interview: boolean
  /** Length of service that decided. */
  readonly service: Length
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

type NoticeLength = { readonly months: number } | { readonly days: number }

export function notice(input: NoticeInput, figures: Figures = BUILT_IN_FIGURES): Notice {
  const { kind, periods, zone, permanentNext = false, doubled = false } = input
  const endsOn = periods.reduce((last, p) => maxDay(last, p.endsOn), periods[0]?.endsOn ?? ('' as Day))
  const gapMonths = figures.value('service.gap-months', endsOn)
  const run = lastRun(mergePeriods(periods), gapMonths)
  const service = totalLength(run)
  const runStartsOn = run[0]?.startsOn ?? endsOn
  const steps: Step[] = [
    {
      code: 'notice.service',
      values: { from: runStartsOn, endsOn, months: service.months, days: service.days, gapMonths },
    },
  ]
  const single = singleLength(kind, service, permanentNext, endsOn, figures, steps)
  const length = doubled ? doubledLength(single, endsOn, figures, steps) : single
  const legalOn = 'months' in length ? addMonths(endsOn, -length.months) : addDays(endsOn, -length.days)
  const prudentOn = rollDay(legalOn, zone, 'previous', figures)
  steps.push({ code: 'notice.legal-day', values: { endsOn, ...valuesOf(length), legalOn } })
  steps.push(...rollSteps(legalOn, prudentOn, zone, 'previous', figures))
  const interview = needsInterview(input, run, gapMonths, endsOn, figures, steps)
  return {
    ...length,
    legalOn,
    prudentOn,
    interview,
    service,
    steps,
    basis: basisOf(kind === 'contrat-de-projet' ? 'project-notice' : 'public-notice', endsOn),
  }
}

function singleLength(
  kind: NoticeKind,
  service: Length,
  permanentNext: boolean,
  endsOn: Day,
  figures: Figures,
  steps: Step[],
): NoticeLength {
  const figure = (code: string): number => figures.value(`notice.${code}`, endsOn)
  const tier = (code: string, length: NoticeLength, limit: number): NoticeLength => {
    steps.push({ code: `notice.${code}`, values: { limit, ...valuesOf(length) } })
    return length
  }
  if (kind === 'contrat-de-projet') {
    const limit = figure('project.short-max-months')
    return compareToMonths(service, limit) <= 0
      ? tier('project-short', { months: figure('project.short-months') }, limit)
      : tier('project-long', { months: figure('project.long-months') }, limit)
  }
  if (permanentNext) return tier('permanent-next', { months: figure('public.permanent-months') }, 0)
  const first = figure('public.tier1-under-months')
  if (compareToMonths(service, first) < 0) return tier('under', { days: figure('public.tier1-days') }, first)
  const second = figure('public.tier2-under-months')
  if (compareToMonths(service, second) < 0)
    return tier('under', { months: figure('public.tier2-months') }, second)
  return tier('from', { months: figure('public.tier3-months') }, second)
}

function doubledLength(single: NoticeLength, endsOn: Day, figures: Figures, steps: Step[]): NoticeLength {
  const factor = figures.value('notice.doubled-factor', endsOn)
  const maximum = figures.value('notice.doubled-max-months', endsOn)
  const length =
    'months' in single
      ? { months: Math.min(single.months * factor, Math.max(maximum, single.months)) }
      : { days: single.days * factor }
  steps.push({ code: 'notice.doubled', values: { factor, maximum, ...valuesOf(length) } })
  return length
}

function valuesOf(length: NoticeLength): Step['values'] {
  return 'months' in length ? { months: length.months } : { days: length.days }
}

function needsInterview(
  { kind, periods, permanentNext }: NoticeInput,
  run: readonly Period[],
  gapMonths: number,
  endsOn: Day,
  figures: Figures,
  steps: Step[],
): boolean {
  if (permanentNext === true) {
    steps.push({ code: 'notice.interview-permanent-next', values: {} })
    return true
  }
  const fromMonths = figures.value('notice.interview-from-months', endsOn)
  const runStartsOn = run[0]?.startsOn ?? endsOn
  const onPermanentJob = periods.filter(
    (p) => p.startsOn >= runStartsOn && !NOT_ON_PERMANENT_JOB.includes(p.kind ?? kind),
  )
  const service = totalLength(lastRun(mergePeriods(onPermanentJob), gapMonths))
  const interview = onPermanentJob.length > 0 && compareToMonths(service, fromMonths) >= 0
  steps.push({
    code: interview ? 'notice.interview-service' : 'notice.no-interview',
    values: { months: service.months, days: service.days, fromMonths },
  })
  return interview
}
