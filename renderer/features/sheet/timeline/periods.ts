/** Periods of days on a timeline: packed into rows, joined, split by what another set of periods covers. */
import { addDays, type Day, maxDay, minDay } from '#shared/domain/day.ts'

export interface Period {
  readonly from: Day
  readonly to: Day
}

/** Row of each period so that two that overlap never share one; in the order given. */
export function packRows(periods: readonly Period[]): number[] {
  const busyUntil: Day[] = []
  const rows: number[] = new Array(periods.length).fill(0)
  const order = periods.map((_, i) => i).sort((a, b) => compare(periods[a]?.from, periods[b]?.from) || a - b)
  for (const index of order) {
    const period = periods[index]
    if (period === undefined) continue
    let row = busyUntil.findIndex((until) => until < period.from)
    if (row === -1) row = busyUntil.length
    busyUntil[row] = period.to
    rows[index] = row
  }
  return rows
}

function compare(a: Day | undefined, b: Day | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}

/** Periods joined where they touch or overlap. */
export function merge(periods: readonly Period[]): Period[] {
  const merged: Period[] = []
  for (const period of [...periods].sort((a, b) => compare(a.from, b.from))) {
    const last = merged.at(-1)
    if (last !== undefined && period.from <= addDays(last.to, 1))
      merged[merged.length - 1] = { from: last.from, to: maxDay(last.to, period.to) }
    else merged.push(period)
  }
  return merged
}

/** The parts of a contract inside and outside the periods the aid covers, in order. */
export function splitByFunding(
  whole: Period,
  funded: readonly Period[],
): (Period & { readonly funded: boolean })[] {
  const parts: (Period & { readonly funded: boolean })[] = []
  let cursor = whole.from
  for (const period of funded) {
    if (period.to < cursor || period.from > whole.to) continue
    if (period.from > cursor) parts.push({ from: cursor, to: addDays(period.from, -1), funded: false })
    const from = maxDay(cursor, period.from)
    const to = minDay(whole.to, period.to)
    parts.push({ from, to, funded: true })
    cursor = addDays(to, 1)
  }
  if (cursor <= whole.to) parts.push({ from: cursor, to: whole.to, funded: false })
  return parts
}
