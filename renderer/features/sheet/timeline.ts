/**
 * Where everything stands on the timeline of a post: agreements, holders, vacancies, tranches, the notice, today.
 * Pure geometry on a fixed drawing width; the words come with it, the drawing itself is in `Timeline.tsx`.
 */
import type { InstalmentRow, PositionSheet } from '#shared/api/rows.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  maxDay,
  minDay,
  yearOf,
} from '#shared/domain/day.ts'
import type { InstalmentState } from '#shared/domain/words.ts'
import { frDay } from '#shared/text/format.ts'
import { TIMELINE_WORDS as W } from './text.ts'

export type BarKind = 'agreement' | 'contract' | 'unfunded' | 'vacancy' | 'unfilled'

export interface Bar {
  readonly kind: BarKind
  readonly key: string
  readonly x: number
  readonly width: number
  readonly y: number
  /** Null where the words do not fit inside: they are in the title. */
  readonly label: string | null
  readonly title: string
  /** Written under the bar (a vacancy too narrow for its words). */
  readonly below: { readonly x: number; readonly text: string } | null
}

export interface Mark {
  readonly key: string
  readonly state: InstalmentState
  readonly discs: readonly { readonly x: number; readonly small: boolean }[]
  readonly x: number
  /** Null where it would run into the one before. */
  readonly label: { readonly amount: string; readonly detail: string } | null
  readonly title: string
}

export interface Timeline {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly from: Day
  readonly to: Day
  readonly years: readonly {
    readonly key: string
    readonly x: number
    readonly label: string
    readonly line: boolean
  }[]
  readonly lanes: readonly { readonly key: string; readonly label: string; readonly y: number }[]
  readonly rules: readonly number[]
  readonly bars: readonly Bar[]
  readonly ends: readonly {
    readonly key: string
    readonly x: number
    readonly y: number
    readonly text: string
  }[]
  readonly marks: readonly Mark[]
  readonly marksY: number
  readonly today: { readonly x: number; readonly labelX: number; readonly text: string } | null
  readonly flag: {
    readonly x: number
    readonly y: number
    readonly text: string
    readonly textX: number
    readonly anchor: 'start' | 'end'
    readonly missed: boolean
  } | null
  readonly sentence: string
}

const WIDTH = 880
const LEFT = 72
const TOP = 26
const BAR = 20
/** Mean width of a character at the drawing's 11 px, generous so that words never touch the edge. */
const CHAR = 5.9

export function textWidth(text: string): number {
  return text.length * CHAR
}

interface Period {
  readonly from: Day
  readonly to: Day
}

export function buildTimeline(sheet: PositionSheet, today: Day): Timeline {
  const from = firstDay(sheet, today)
  const to = lastDay(sheet, today)
  const span = Math.max(1, daysBetween(from, to))
  const x = (d: Day): number =>
    LEFT + ((WIDTH - LEFT) * daysBetween(from, minDay(maxDay(d, from), to))) / span
  /** A period covers its last day, so its bar ends where the next day begins. */
  const after = (d: Day): number => x(addDays(d, 1))

  const funded = merge(sheet.agreements.map(({ agreement: a }) => ({ from: a.startsOn, to: a.endsOn })))
  const rows = packRows(sheet.agreements.map(({ agreement: a }) => ({ from: a.startsOn, to: a.endsOn })))
  const agreementRows = Math.max(1, ...rows.map((row) => row + 1))
  const contractY = TOP + agreementRows * (BAR + 4) + 12
  const marksY = contractY + 59

  const bars: Bar[] = []
  const ends: Timeline['ends'][number][] = []
  sheet.agreements.forEach((row, index) => {
    const { agreement: a } = row
    const start = x(a.startsOn)
    const end = after(a.endsOn)
    const y = TOP + (rows[index] ?? 0) * (BAR + 4)
    bars.push({
      kind: 'agreement',
      key: `agreement-${a.id}`,
      x: start,
      width: end - start,
      y,
      ...fitting(W.agreement(row), end - start),
      below: null,
    })
    if (end + 6 + textWidth('00/00/0000') < WIDTH + 8 && !startsRightAfter(sheet, a.endsOn))
      ends.push({ key: `end-${a.id}`, x: end + 5, y: y + 14, text: frDay(a.endsOn) })
  })

  for (const row of sheet.contracts) {
    const { contract } = row
    const last = contract.endedOn ?? row.effectiveEndsOn ?? to
    const whole = { from: contract.startsOn, to: minDay(last, to) }
    for (const [index, part] of splitByFunding(whole, funded).entries()) {
      const start = x(part.from)
      const width = after(part.to) - start
      bars.push({
        kind: part.funded ? 'contract' : 'unfunded',
        key: `contract-${contract.id}-${index}`,
        x: start,
        width,
        y: contractY,
        ...(index === 0 || width > 120
          ? fitting(W.contract(row), width)
          : { label: null, title: W.contract(row)[0] ?? '' }),
        below: null,
      })
    }
  }

  for (const vacancy of sheet.vacancies) {
    const until = minDay(vacancy.to ?? today, to)
    if (until < vacancy.from) continue
    const start = x(vacancy.from)
    const width = after(until) - start
    const words = W.vacancy(vacancy.days)
    bars.push({
      kind: 'vacancy',
      key: `vacancy-${vacancy.from}`,
      x: start,
      width,
      y: contractY,
      label: null,
      title: W.vacancyTitle(vacancy.from, vacancy.to, vacancy.days),
      below: width >= 18 ? { x: start + width / 2, text: words } : null,
    })
  }

  const unfilled = unfilledPeriod(sheet, today, funded)
  if (unfilled !== null) {
    const start = x(unfilled.from)
    const width = after(unfilled.to) - start
    bars.push({
      kind: 'unfilled',
      key: 'unfilled',
      x: start,
      width,
      y: contractY,
      ...fitting([W.unfilled], width),
      title: W.unfilledTitle(unfilled.from, unfilled.to),
      below: null,
    })
  }

  const marks = placeMarks(sheet.instalments, x)
  const todayX = x(today)
  return {
    width: WIDTH,
    height: marksY + 50,
    left: LEFT,
    from,
    to,
    years: yearLabels(from, to, x),
    lanes: [
      { key: 'agreement', label: W.laneAgreement, y: TOP + 14 },
      { key: 'contract', label: W.laneContract, y: contractY + 12 },
      { key: 'instalments', label: W.laneInstalments, y: marksY + 4 },
    ],
    rules: [contractY - 8, contractY + 42],
    bars: withoutCollisions(bars),
    ends,
    marks,
    marksY,
    today:
      today < from || today > to
        ? null
        : { x: todayX, labelX: Math.max(LEFT + 33, todayX - 33), text: frDay(today) },
    flag: placeFlag(sheet, contractY, x),
    sentence: W.sentence(sheet.row.position, from, to),
  }
}

function firstDay(sheet: PositionSheet, today: Day): Day {
  const days = [
    ...sheet.agreements.map((a) => a.agreement.startsOn),
    ...sheet.contracts.map((c) => c.contract.startsOn),
    ...sheet.attachments.map((a) => a.startsOn).filter((d) => d <= today),
  ]
  const known = days.length === 0 ? addMonths(today, -6) : days.reduce(minDay)
  // A post granted long before its first contract keeps a readable scale: at most a year of empty axis.
  const used = [
    ...sheet.agreements.map((a) => a.agreement.startsOn),
    ...sheet.contracts.map((c) => c.contract.startsOn),
  ]
  return used.length === 0 ? known : maxDay(known, addMonths(used.reduce(minDay), -12))
}

function lastDay(sheet: PositionSheet, today: Day): Day {
  const days = [
    addMonths(today, 6),
    ...sheet.agreements.map((a) => a.agreement.endsOn),
    ...sheet.contracts.map((c) => c.contract.endedOn ?? c.effectiveEndsOn).filter((d) => d !== null),
    ...sheet.instalments.map((i) => i.instalment.dueOn).filter((d) => d !== null),
  ]
  return addMonths(days.reduce(maxDay), 6)
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

/** Funded by an agreement, not returned, and nobody under contract: from tomorrow at the earliest. */
function unfilledPeriod(sheet: PositionSheet, today: Day, funded: readonly Period[]): Period | null {
  if (sheet.row.position.returnedOn !== null) return null
  const lastFunded = funded.at(-1)?.to
  if (lastFunded === undefined) return null
  let from = addDays(today, 1)
  for (const row of sheet.contracts) {
    const end = row.contract.endedOn ?? row.effectiveEndsOn
    if (end === null) return null
    if (end >= from) from = addDays(end, 1)
  }
  return from <= lastFunded ? { from, to: lastFunded } : null
}

function startsRightAfter(sheet: PositionSheet, end: Day): boolean {
  return sheet.agreements.some(({ agreement: a }) => a.startsOn > end && daysBetween(end, a.startsOn) < 120)
}

/** The longest wording that fits; all of them, longest first. The longest is always the title. */
function fitting(wordings: readonly string[], width: number): { label: string | null; title: string } {
  return {
    label: wordings.find((words) => textWidth(words) + 12 <= width) ?? null,
    title: wordings[0] ?? '',
  }
}

/** Words under the bars skip rather than collide. */
function withoutCollisions(bars: readonly Bar[]): Bar[] {
  let busy = Number.NEGATIVE_INFINITY
  return bars.map((bar) => {
    if (bar.below === null) return bar
    const half = textWidth(bar.below.text) / 2
    if (bar.below.x - half < busy) return { ...bar, below: null }
    busy = bar.below.x + half + 4
    return bar
  })
}

function yearLabels(from: Day, to: Day, x: (d: Day) => number): Timeline['years'] {
  const first = yearOf(from)
  const years: Timeline['years'][number][] = []
  for (let year = first; year <= yearOf(to); year++) {
    const starts = dayOf(year, 1, 1)
    const at = year === first ? LEFT : x(starts)
    const next = years.at(-1)
    years.push({ key: String(year), x: at, label: String(year), line: starts >= from })
    // The first year may be only a few days wide: its name would run into the next one.
    if (next !== undefined && years.length === 2 && at - next.x < 32) years[0] = { ...next, label: '' }
  }
  return years
}

function placeMarks(instalments: readonly InstalmentRow[], x: (d: Day) => number): Mark[] {
  const placed = instalments
    .filter((row) => row.instalment.dueOn !== null || row.payments.length > 0)
    .map((row) => {
      const received = row.state === 'received' || (row.state === 'partly-received' && row.daysLate === 0)
      const onPayments = received && row.payments.length > 0
      const discs = onPayments
        ? row.payments.map((p) => ({
            x: x(p.receivedOn),
            small: row.payments.length > 1 && p !== row.payments.at(-1),
          }))
        : [
            {
              x: x(row.instalment.dueOn ?? row.lastReceivedOn ?? row.payments[0]?.receivedOn ?? ('' as Day)),
              small: false,
            },
          ]
      const centre = discs.reduce((sum, d) => sum + d.x, 0) / discs.length
      return { row, discs, x: centre, words: W.instalment(row) }
    })
    .sort((a, b) => a.x - b.x)
  // Late ones are named first, then the others from the latest: a label that would collide is left out, never a disc.
  const shown: { readonly from: number; readonly to: number }[] = []
  const labelled = new Set<number>()
  const order = placed
    .map((_, index) => index)
    .sort((a, b) => Number(isLate(placed[b]?.row)) - Number(isLate(placed[a]?.row)) || b - a)
  for (const index of order) {
    const mark = placed[index]
    if (mark === undefined) continue
    const half = (Math.max(textWidth(mark.words.amount), textWidth(mark.words.detail)) + 6) / 2
    const centre = Math.min(Math.max(mark.x, LEFT + half), WIDTH - half)
    if (shown.some((other) => centre - half < other.to && centre + half > other.from)) continue
    shown.push({ from: centre - half, to: centre + half })
    labelled.add(index)
  }
  return placed.map((mark, index) => ({
    key: `instalment-${mark.row.id}`,
    state: mark.row.state,
    discs: mark.discs,
    x: mark.x,
    label: labelled.has(index) ? mark.words : null,
    title: `${mark.row.instalment.label} · ${mark.words.amount} · ${mark.words.detail}`,
  }))
}

function isLate(row: InstalmentRow | undefined): boolean {
  return row !== undefined && row.daysLate > 0
}

function placeFlag(sheet: PositionSheet, contractY: number, x: (d: Day) => number): Timeline['flag'] {
  const { noticeOn, noticeState } = sheet.row
  if (noticeOn === null) return null
  if (noticeState !== 'upcoming' && noticeState !== 'soon' && noticeState !== 'missed') return null
  const at = x(noticeOn)
  const text = W.notice(noticeOn)
  const toTheRight = at + 16 + textWidth(text) < WIDTH
  return {
    x: at,
    y: contractY,
    text,
    textX: toTheRight ? at + 16 : at - 5,
    anchor: toTheRight ? 'start' : 'end',
    missed: noticeState === 'missed',
  }
}
