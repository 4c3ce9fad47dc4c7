/** What "Depuis votre dernière visite" shows and in which order: late first and whole, then 30, 60 and 90 days. */

import { type Cents, sumCents } from '#shared/domain/money.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'

export type GroupKey = 'late' | 'within30' | 'within60' | 'within90' | 'moved'

export interface DigestGroup {
  readonly key: GroupKey
  readonly rows: readonly Deadline[]
  readonly cents: Cents
}

/** The open deadlines to show, in groups that are never empty. Late ones are never left out. */
export function groupDigest(deadlines: readonly Deadline[]): DigestGroup[] {
  const open = deadlines.filter((d) => d.status !== 'answered')
  const sorted = [...open].sort(byUrgency)
  const groups: readonly (readonly [GroupKey, (d: Deadline) => boolean])[] = [
    ['late', (d) => isLate(d)],
    ['within30', (d) => !isLate(d) && d.daysLeft <= 30],
    ['within60', (d) => !isLate(d) && d.daysLeft > 30 && d.daysLeft <= 60],
    ['within90', (d) => !isLate(d) && d.daysLeft > 60 && d.daysLeft <= 90],
  ]
  return groups
    .map(([key, holds]) => {
      const rows = sorted.filter(holds)
      return { key, rows, cents: sumCents(rows.map((d) => d.amountCents).filter((c) => c !== null)) }
    })
    .filter((group) => group.rows.length > 0)
}

/** The first `count` rows, in their groups; a group says how many it has whatever is drawn of it. */
export function firstRows(
  groups: readonly DigestGroup[],
  count: number,
): readonly { readonly group: DigestGroup; readonly rows: readonly Deadline[] }[] {
  let left = count
  return groups.flatMap((group) => {
    const rows = left >= group.rows.length ? group.rows : group.rows.slice(0, Math.max(0, left))
    left -= group.rows.length
    return rows.length === 0 ? [] : [{ group, rows }]
  })
}

function isLate(d: Deadline): boolean {
  return d.status === 'late' || d.daysLeft < 0
}

const NATURE_RANK = { legal: 0, scheme: 1, term: 2, internal: 3 } as const

/** A missed legal day comes before money that waits; then the oldest; then the day's legal one first. */
function byUrgency(a: Deadline, b: Deadline): number {
  const lateLegal = Number(isLate(b) && b.nature === 'legal') - Number(isLate(a) && a.nature === 'legal')
  if (lateLegal !== 0) return lateLegal
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return NATURE_RANK[a.nature] - NATURE_RANK[b.nature] || (a.key < b.key ? -1 : 1)
}

/** Glyph of a deadline: flag = legal notice (hollow once missed), clock = internal, arrow = an end, money by its tranche. */
export type DeadlineGlyph = 'flag' | 'flag-missed' | 'clock' | 'end' | 'late' | 'claim' | 'vacant' | 'planned'

export function glyphOf(d: Deadline): DeadlineGlyph {
  if (d.instalmentId !== null) return isLate(d) ? 'late' : d.kind.includes('claim') ? 'claim' : 'planned'
  if (d.kind.includes('vacancy')) return 'vacant'
  if (d.nature === 'legal') return isLate(d) ? 'flag-missed' : 'flag'
  if (d.nature === 'term') return 'end'
  return d.nature === 'internal' ? 'clock' : 'end'
}

/** The row the keyboard goes to once `key` was answered and left the list. */
export function nextFocus(before: readonly string[], after: readonly string[], key: string): string | null {
  const index = before.indexOf(key)
  const following = before.slice(index + 1).find((k) => after.includes(k))
  const preceding = before.slice(0, Math.max(0, index)).findLast((k) => after.includes(k))
  return following ?? preceding ?? after[0] ?? null
}
