/** Where the tranches of a post are marked on its timeline, and which of them are named: a label that would run into another is left out. */
import type { InstalmentRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { InstalmentState } from '#shared/domain/words.ts'
import { spread } from '../../../ui/spread.ts'
import { TIMELINE_WORDS as W } from '../text.ts'
import { LEFT, textWidth, WIDTH } from './scale.ts'

export interface Mark {
  readonly key: string
  readonly state: InstalmentState
  readonly discs: readonly Disc[]
  /** Middle of its discs: where its words stand. */
  readonly x: number
  /** Null where it would run into the one before. */
  readonly label: { readonly amount: string; readonly detail: string } | null
  readonly title: string
}

export interface Disc {
  readonly x: number
  /** Where its day is, from which it may have been moved aside for a neighbour. */
  readonly dayX: number
  readonly small: boolean
}

/** Discs a hand can point at one by one. */
const DISC_GAP = 14
const HALF_DISC = 8

export function placeMarks(instalments: readonly InstalmentRow[], x: (d: Day) => number): Mark[] {
  const drawn = instalments
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
      return { row, discs, words: W.instalment(row) }
    })
  const placed = movedApart(drawn).sort((a, b) => a.x - b.x)
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

interface Drawn {
  readonly discs: readonly { readonly x: number; readonly small: boolean }[]
}

/** Two tranches of one day, or of near days, stand side by side. */
function movedApart<D extends Drawn>(
  drawn: readonly D[],
): (D & { readonly discs: readonly Disc[]; readonly x: number })[] {
  const days = drawn
    .flatMap(({ discs }, mark) => discs.map(({ x }, rank) => ({ mark, rank, x })))
    .sort((a, b) => a.x - b.x || a.mark - b.mark || a.rank - b.rank)
  const places = spread(
    days.map(({ x }) => x),
    DISC_GAP,
    LEFT + HALF_DISC,
    WIDTH - HALF_DISC,
  )
  return drawn.map((each, mark) => {
    const discs = each.discs.map((disc, rank) => {
      const at = days.findIndex((day) => day.mark === mark && day.rank === rank)
      return { ...disc, dayX: disc.x, x: places[at] ?? disc.x }
    })
    return { ...each, discs, x: discs.reduce((sum, disc) => sum + disc.x, 0) / discs.length }
  })
}

function isLate(row: InstalmentRow | undefined): boolean {
  return row !== undefined && row.daysLate > 0
}
