/**
 * Geometry of the 36-month tranche chart: two bars a month, what was expected and what became of it. Zero-based axis in
 * thousands of euros. Hollow = expected, full = received, hatched = late, dots = to claim, dashed = suspended.
 */
import type { HomeView } from '#shared/api/views/home.ts'
import type { Day } from '#shared/domain/day.ts'
import { dayOfMonth, daysInMonth, monthOf, yearOf } from '#shared/domain/day.ts'

export type BarKind = 'expected' | 'received' | 'late' | 'claimable' | 'suspended'

export interface ChartBar {
  readonly key: string
  readonly kind: BarKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly month: string
  readonly cents: number
}

export interface MonthChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly baseline: number
  readonly ticks: readonly { readonly y: number; readonly thousands: number }[]
  readonly years: readonly { readonly x: number; readonly label: string }[]
  readonly bars: readonly ChartBar[]
  readonly today: { readonly x: number; readonly labelX: number } | null
}

/** Width of the label of today: ten signs in 600 of the widest of the usual system fonts. */
export const TODAY_TAG = 72
const WIDTH = 392
const LEFT = 34
const TOP = 8
const BASE = 126

export function buildMonthChart(months: HomeView['months'], today: Day): MonthChart {
  const slot = (WIDTH - LEFT) / Math.max(1, months.length)
  const bar = Math.min(9, slot * 0.42)
  const highest = Math.max(0, ...months.map((m) => Math.max(expectedOf(m), m.receivedCents)))
  const step = niceStep(highest / 100_000)
  const top = Math.max(step, Math.ceil(highest / 100_000 / step) * step)
  const y = (cents: number) => BASE - ((BASE - TOP) * cents) / (top * 100_000)

  const bars: ChartBar[] = []
  const years: { x: number; label: string }[] = []
  months.forEach((m, index) => {
    const start = LEFT + index * slot
    if (index === 0 || m.month.endsWith('-01')) years.push({ x: start, label: m.month.slice(0, 4) })
    const x = start + slot * 0.08
    const add = (kind: BarKind, cents: number, at: number) => {
      if (cents <= 0) return
      bars.push({
        key: `${m.month}-${kind}`,
        kind,
        x: at,
        y: y(cents),
        width: bar,
        height: BASE - y(cents),
        month: m.month,
        cents,
      })
    }
    add('expected', expectedOf(m), x)
    // What of the expected is late, to claim or suspended is drawn over the expected bar, from the axis up.
    add('suspended', m.suspendedCents, x)
    add('claimable', m.claimableCents, x)
    add('late', m.lateCents, x)
    add('received', m.receivedCents, x + bar)
  })
  // Two names of years never share their place.
  const readable = years.filter((each, index) => index === 0 || each.x - (years[0]?.x ?? 0) > 28)
  return {
    width: WIDTH,
    height: 150,
    left: LEFT,
    top: TOP,
    baseline: BASE,
    ticks: ticks(top, step).map((thousands) => ({ thousands, y: y(thousands * 100_000) })),
    years: readable,
    bars,
    today: placeToday(months, today, slot),
  }
}

function expectedOf(m: HomeView['months'][number]): number {
  return Math.max(m.expectedCents, m.lateCents, m.claimableCents, m.suspendedCents)
}

function placeToday(months: HomeView['months'], today: Day, slot: number): MonthChart['today'] {
  const index = months.findIndex((m) => m.month === today.slice(0, 7))
  if (index < 0) return null
  const x = LEFT + (index + (dayOfMonth(today) - 1) / daysInMonth(yearOf(today), monthOf(today))) * slot
  return { x, labelX: Math.min(WIDTH - TODAY_TAG / 2, Math.max(LEFT + TODAY_TAG / 2, x + TODAY_TAG / 2 - 3)) }
}

/** 1, 2 or 5 times a power of ten, so that three to five rules carry round numbers. */
export function niceStep(highest: number): number {
  if (highest <= 0) return 1
  const rough = highest / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const unit = rough / power
  const nice = unit <= 1 ? 1 : unit <= 2 ? 2 : unit <= 5 ? 5 : 10
  return Math.max(1, nice * power)
}

function ticks(top: number, step: number): number[] {
  return Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step)
}
