/** The renewal assistant without its drawing: what each option says, how the findings are ordered, what will be written. Pure. */
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Cents } from '#shared/domain/money.ts'
import { lengthOf } from '#shared/rules/calendar/contract-end.ts'
import type { OptionCode, Renewal, RenewalOption } from '#shared/rules/engine/contracts/renewals.ts'
import type { Finding } from '#shared/rules/explanation.ts'
import { frDay } from '#shared/text/format.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import { RENEWAL_WORDS as W } from './text.ts'

export interface Choice {
  readonly code: OptionCode | 'other'
  readonly endsOn: Day | null
  readonly permanent: boolean
}

/** Twelve months where the law allows it, else the first option that is not refused, else not renewing. */
export function firstChoice(renewal: Renewal): Choice {
  const open = renewal.options.filter((option) => option.refusals.length === 0)
  const chosen =
    open.find((option) => option.code === 'twelve-months') ??
    open.find((option) => option.code !== 'do-not-renew') ??
    renewal.options[0]
  return chosen === undefined ? { code: 'do-not-renew', endsOn: null, permanent: false } : choiceOf(chosen)
}

export function choiceOf(option: RenewalOption): Choice {
  return { code: option.code, endsOn: option.endsOn, permanent: option.code === 'permanent' }
}

/** A day typed by hand: the option that ends that day, else a choice of its own. */
export function choiceEnding(renewal: Renewal, endsOn: Day): Choice {
  const same = renewal.options.find((option) => option.endsOn === endsOn)
  return same === undefined ? { code: 'other', endsOn, permanent: false } : choiceOf(same)
}

export interface OptionWords {
  readonly title: string
  readonly day: string
  readonly detail: string
  readonly refused: boolean
}

export function optionWords(option: RenewalOption, term: Day): OptionWords {
  const refusal = option.refusals[0]
  const detail = refusal === undefined ? openDetail(option) : W.refused(findingSentence(refusal))
  return {
    title: W.options[option.code](option.months, option.days),
    day:
      option.code === 'do-not-renew'
        ? W.termOn(frDay(term))
        : option.endsOn === null
          ? W.noTerm
          : frDay(option.endsOn),
    detail,
    refused: refusal !== undefined,
  }
}

function openDetail(option: RenewalOption): string {
  if (option.code === 'do-not-renew')
    return option.replaceBefore === null ? W.vacant : W.vacantUntil(frDay(option.replaceBefore))
  if (option.endsOn === null) return W.permanentDetail
  return [
    W.length(option.months ?? 0, option.days ?? 0),
    W.funded(option.fundedMonths),
    option.totalMonths === null || option.maximumMonths === null
      ? null
      : W.total(option.totalMonths, option.maximumMonths),
  ]
    .filter((part) => part !== null)
    .join(', ')
    .concat('.')
}

export interface FindingCounts {
  readonly refused: number
  readonly warning: number
  readonly respected: number
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const of = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length
  return { refused: of('refused'), warning: of('warning'), respected: of('respected') }
}

/** What "Appliquer" writes: a new contract that renews the former one, or the recorded end where nothing follows. */
export function renewalValues(
  row: ContractRow,
  renewal: Renewal,
  choice: Choice,
  grossCents: Cents | null,
): Readonly<Record<string, string | number | null>> {
  const { contract } = row
  return {
    positionId: contract.positionId,
    personId: contract.personId,
    kind: choice.permanent ? 'CDI' : contract.kind,
    startsOn: renewal.startsOn,
    endsOn: choice.permanent ? null : choice.endsOn,
    weeklyMinutes: row.currentWeeklyMinutes,
    monthlyGrossCents: grossCents ?? row.currentGrossCents,
    renewsId: contract.id,
    ground: choice.permanent ? null : contract.ground,
  }
}

/** Whole months of a hypothesis of the same length, at least one. */
export function monthsOf(renewal: Renewal, endsOn: Day): number {
  const { months, days } = lengthOf(renewal.startsOn, endsOn)
  return Math.max(1, months + (days >= 15 ? 1 : 0))
}
