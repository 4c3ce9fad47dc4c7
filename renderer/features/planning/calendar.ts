/** Geometry of the planning: months across, percent from the left. Pure. */
import type { PlanningView } from '#shared/api/channels/planning.ts'
import { addDays, addMonths, type Day, daysBetween, monthOf, yearOf } from '#shared/domain/day.ts'
import type { PlanningRow } from '#shared/rules/engine/planning.ts'

export interface Month {
  readonly key: string
  readonly left: number
  readonly number: number
  readonly year: number
  /** First month shown of its year. */
  readonly startsYear: boolean
}

export interface Calendar {
  readonly from: Day
  readonly to: Day
  readonly months: readonly Month[]
  /** Percent from the left of the start of a day. */
  readonly at: (day: Day) => number
  /** Percent covered by a period, last day included. */
  readonly width: (from: Day, to: Day) => number
}

export function calendarOf(view: Pick<PlanningView, 'from' | 'to'>): Calendar {
  const from = view.from as Day
  const to = view.to as Day
  const days = daysBetween(from, to) + 1
  const at = (day: Day) => (100 * daysBetween(from, day)) / days
  const months: Month[] = []
  for (let first = from; first <= to; first = addMonths(first, 1))
    months.push({
      key: first,
      left: at(first),
      number: monthOf(first),
      year: yearOf(first),
      startsYear: first === from || monthOf(first) === 1,
    })
  return { from, to, months, at, width: (a, b) => at(addDays(b, 1)) - at(a) }
}

export type Line =
  | { readonly kind: 'group'; readonly key: string; readonly name: string }
  | { readonly kind: 'row'; readonly key: string; readonly row: PlanningRow }

/** Rows under the name of their structure, in the order they come. */
export function linesOf(rows: readonly PlanningRow[]): readonly Line[] {
  const lines: Line[] = []
  let current: string | null = null
  for (const row of rows) {
    if (row.employerName !== current) {
      current = row.employerName
      lines.push({ kind: 'group', key: `group-${row.employerId ?? 0}`, name: current })
    }
    lines.push({ kind: 'row', key: `row-${row.positionId}`, row })
  }
  return lines
}

/** Contracts and conventions that end within the half year to come. */
export function endsSoon(rows: readonly PlanningRow[], today: Day): number {
  const limit = addMonths(today, 6)
  const soon = (day: Day) => day >= today && day <= limit
  let count = 0
  for (const row of rows) {
    count += row.agreements.filter((a) => a.endsInside && soon(a.to)).length
    const ends = row.bars.filter((b) => b.contractId !== null && !b.open)
    const last = new Map(ends.map((bar) => [bar.contractId, bar.to]))
    for (const day of last.values()) if (soon(day)) count += 1
  }
  return count
}
