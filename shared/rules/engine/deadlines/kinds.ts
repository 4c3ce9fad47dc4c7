/**
 * The kinds of deadlines in one table: what each is (délai légal, règle du dispositif, terme, repère interne), when it is
 * recalled, and how many days after its day it is still worth showing. Lead days may be changed by a setting.
 */
import type { DeadlineNature } from '../../../domain/words.ts'

export interface KindRule {
  readonly nature: DeadlineNature
  /** Reminder steps: days before. */
  readonly leadDays: readonly number[]
  /**
   * Days after which it is no longer shown as late. Null: as long as it is derived (the rule itself says when the matter is
   * over). 0: never shown late, its day once past asks for nothing.
   */
  readonly shownLateFor: number | null
}

const rule = (
  nature: DeadlineNature,
  leadDays: readonly number[],
  shownLateFor: number | null = null,
): KindRule => ({
  nature,
  leadDays,
  shownLateFor,
})

export const DEADLINE_KINDS = {
  /** Public law: délai de prévenance before the term. Over when the contract is. */
  notice: rule('legal', [90, 60, 30, 14, 7]),
  /** Before the notice, where the text asks for it. */
  interview: rule('legal', [30, 14, 7]),
  /** Eight days after the notice was given; silence is a refusal. */
  'agent-answer': rule('legal', [3], 30),
  'trial-end': rule('legal', [14, 7], 0),
  'contract-hand-over': rule('legal', [2], 60),
  transmission: rule('legal', [14, 7], 60),
  /** Term of a contract that nothing follows yet; late while nobody closed it. */
  'contract-end': rule('term', [180, 90, 60, 30, 14, 7], 180),
  'renewal-signature': rule('legal', [30, 14, 7], 60),
  /** Private CDD that cannot be renewed any more: a written CDI offer before the term. */
  'permanent-offer': rule('internal', [60, 30, 14, 7]),
  /** CDI offered and refused: told to France Travail within a month. */
  'permanent-refusal': rule('legal', [14, 7], 90),
  'maximum-duration': rule('legal', [180, 90], 0),
  'permanent-required': rule('legal', [180, 90], 0),
  'unfunded-contract': rule('internal', [180, 90, 30], 30),
  'minimum-wage': rule('legal', [30, 7]),
  /** Replace within six months, else give the post back. Steps at J+90 and J+150 of the departure are computed. */
  'vacancy-limit': rule('scheme', [30, 7]),
  'instalment-condition': rule('scheme', [60, 30, 7]),
  'instalment-claim': rule('scheme', [30, 14, 7]),
  'instalment-due': rule('scheme', [30, 7]),
  'agreement-end': rule('term', [180, 90, 30], 0),
  'closing-file': rule('internal', [90, 30, 7], 365),
  'financial-report': rule('legal', [90, 30, 14, 7], 365),
  auditor: rule('legal', [90, 30], 0),
  'agreement-threshold': rule('legal', [60, 30], 0),
  label: rule('scheme', [60, 30, 14], 365),
  free: rule('internal', [30, 7]),
} as const satisfies Readonly<Record<string, KindRule>>

export type DeadlineKind = keyof typeof DEADLINE_KINDS

/** Days after its day at which late money is recalled again. */
export const LATE_STEPS = [30, 60, 90] as const

/** Setting "deadlines.lead": lead days by kind; kinds left out keep the default. */
export const LEAD_SETTING = 'deadlines.lead'
const MOST_DAYS = 730

export type LeadDays = (kind: DeadlineKind) => readonly number[]

export function leadDaysOf(setting: string | undefined): LeadDays {
  const changed = readSetting(setting)
  return (kind) => changed[kind] ?? DEADLINE_KINDS[kind].leadDays
}

function readSetting(setting: string | undefined): Readonly<Record<string, readonly number[]>> {
  const changed: Record<string, readonly number[]> = {}
  for (const [kind, days] of Object.entries(objectSetting(setting)))
    if (Array.isArray(days) && days.every(isLeadDays)) changed[kind] = days
  return changed
}

function isLeadDays(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_DAYS
}

/** The fields of a setting kept as JSON text. One that cannot be read counts as absent: no deadline is lost to it. */
export function objectSetting(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}
