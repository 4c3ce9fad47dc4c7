/** Reminder steps as a person types them, and the setting they make. Only what differs from the rule's own steps is kept. Pure. */
import {
  DEADLINE_KINDS,
  type DeadlineKind,
  LEAD_SETTING,
  leadDaysOf,
} from '#shared/rules/engine/deadlines/kinds.ts'

const MOST_DAYS = 730
const MOST_STEPS = 12

export const ALL_KINDS = Object.keys(DEADLINE_KINDS) as readonly DeadlineKind[]

/** "90, 30 7" → [90, 30, 7], latest first; null where something else than days is typed. Empty: never recalled. */
export function parseLeadDays(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  if (parts.length > MOST_STEPS || parts.some((part) => !/^\d{1,3}$/.test(part))) return null
  const days = parts.map(Number)
  if (days.some((day) => day > MOST_DAYS)) return null
  return [...new Set(days)].sort((a, b) => b - a)
}

export function showLeadDays(days: readonly number[]): string {
  return days.join(', ')
}

export type LeadSetting = Readonly<Partial<Record<DeadlineKind, readonly number[]>>>

/** The kinds whose steps were changed, from the text of the setting. */
export function changedKinds(setting: string | undefined): LeadSetting {
  const of = leadDaysOf(setting)
  return Object.fromEntries(
    ALL_KINDS.filter((kind) => !same(of(kind), DEADLINE_KINDS[kind].leadDays)).map((kind) => [
      kind,
      of(kind),
    ]),
  )
}

/** The setting once this kind has these steps; the rule's own steps are simply left out. */
export function withLeadDays(
  setting: string | undefined,
  kind: DeadlineKind,
  days: readonly number[],
): string {
  const changed: Record<string, readonly number[]> = { ...changedKinds(setting) }
  if (same(days, DEADLINE_KINDS[kind].leadDays)) delete changed[kind]
  else changed[kind] = days
  return JSON.stringify(changed)
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((day, index) => day === b[index])
}

export { LEAD_SETTING }
