/** Geometry of the two monthly charts: pairs of bars on a zero-based axis. Pure. */
import { type Cents, cents } from '#shared/domain/money.ts'

export const WIDTH = 640
export const HEIGHT = 170
const LEFT = 34
const TOP = 8
const BOTTOM = 22

export interface Pair {
  /** "YYYY-MM". */
  readonly month: string
  readonly wide: Cents
  readonly narrow: Cents
}

export interface BarsChart {
  readonly left: number
  readonly ticks: readonly { readonly y: number; readonly thousands: number }[]
  readonly years: readonly { readonly x: number; readonly label: string }[]
  readonly bars: readonly {
    readonly month: string
    readonly wide: Rect
    readonly narrow: Rect
  }[]
}

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function barsOf(pairs: readonly Pair[]): BarsChart {
  const highest = Math.max(100_000, ...pairs.flatMap((p) => [p.wide, p.narrow]))
  const step = stepFor(highest)
  const top = Math.ceil(highest / step) * step
  const floor = HEIGHT - BOTTOM
  const y = (amount: number) => floor - ((floor - TOP) * amount) / top
  const slot = (WIDTH - LEFT) / Math.max(1, pairs.length)
  const rect = (amount: Cents, x: number, width: number): Rect => {
    const height = Math.max(0, floor - y(amount))
    return { x, y: floor - height, width, height }
  }
  return {
    left: LEFT,
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, i) => ({
      y: y(i * step),
      thousands: cents(i * step) / 100_000,
    })),
    years: pairs.flatMap((p, i) =>
      i === 0 || p.month.endsWith('-01') ? [{ x: LEFT + i * slot, label: p.month.slice(0, 4) }] : [],
    ),
    bars: pairs.map((p, i) => {
      const x = LEFT + i * slot + slot * 0.12
      return {
        month: p.month,
        wide: rect(p.wide, x, slot * 0.76),
        narrow: rect(p.narrow, x + slot * 0.19, slot * 0.38),
      }
    }),
  }
}

/** 1, 2 or 5 times a power of ten, so that the axis has three to six rules; never under the thousand it is written in. */
function stepFor(highest: number): number {
  const rough = highest / 4
  const power = 10 ** Math.max(5, Math.floor(Math.log10(rough)))
  const factor = rough / power
  return (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power
}
