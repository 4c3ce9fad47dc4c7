/**
 * Where everything stands on the timeline of a post: agreements, holders, vacancies, tranches, the notice, today.
 * Pure geometry on a fixed drawing width; the words come with it, the drawing itself is in `timeline-view.tsx`.
 */
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  isInCalendar,
  maxDay,
  minDay,
  yearOf,
} from '#shared/domain/day.ts'
import { frDay } from '#shared/text/format.ts'
import { TIMELINE_WORDS as W } from '../text.ts'
import { type Mark, placeMarks } from './marks.ts'
import { merge, type Period, packRows, splitByFunding } from './periods.ts'
import { LEFT, textWidth, WIDTH } from './scale.ts'

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

const TOP = 26
const BAR = 20

/** Width of the label of today: ten signs in 600 of the widest of the usual system fonts. */
export const TODAY_TAG = 74

export function buildTimeline(whole: PositionSheet, today: Day): Timeline {
  const sheet = drawable(whole)
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
    if (end + 6 + textWidth('00/00/0000') < WIDTH && !startsRightAfter(sheet, a.endsOn))
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
        : { x: todayX, labelX: Math.max(LEFT + TODAY_TAG / 2, todayX - TODAY_TAG / 2), text: frDay(today) },
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
  // A post granted long before its first contract keeps a readable scale: at most three months of empty axis.
  const used = [
    ...sheet.agreements.map((a) => a.agreement.startsOn),
    ...sheet.contracts.map((c) => c.contract.startsOn),
  ]
  return used.length === 0 ? known : maxDay(known, addMonths(used.reduce(minDay), -3))
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

/** Without what has a day outside the calendar: beside it, the days of the post would be one line thick. Said above the sheet. */
function drawable(sheet: PositionSheet): PositionSheet {
  const isDrawn = (...days: readonly (Day | null)[]) => days.every((d) => d === null || isInCalendar(d))
  return {
    ...sheet,
    agreements: sheet.agreements.filter(({ agreement: a, endsOn }) =>
      isDrawn(a.startsOn, a.endsOn, endsOn, a.financingEndsOn),
    ),
    contracts: sheet.contracts.filter(({ contract: c, effectiveEndsOn }) =>
      isDrawn(c.startsOn, c.endedOn, effectiveEndsOn),
    ),
    instalments: sheet.instalments.filter(({ instalment: i, lastReceivedOn, payments }) =>
      isDrawn(i.dueOn, lastReceivedOn, ...payments.map((p) => p.receivedOn)),
    ),
    vacancies: sheet.vacancies.filter((v) => isDrawn(v.from, v.to)),
  }
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
